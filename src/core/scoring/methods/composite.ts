import { Decimal, plain } from "../../figures/decimal";
import { listed } from "../../../texts/scoring";
import { defineMethod } from "../method";
import { scoredParts } from "../parts";
import { plus } from "../term";

/** The sum of parts, each with a maximum and a method of its own, rounded once at the end. */
export const composite = defineMethod({
  kind: "computed",
  name: "composite",
  title: { "zh-CN": "分项合计", en: "Composite" },
  about: {
    "zh-CN": "各部分按自己的方法和满分（max）计分后相加，最后舍入一次；各部分满分之和等于指标满分",
    en: "parts, each scored by its own method and maximum (`max`), are added and rounded once; their maxima sum to the indicator's",
  },
  live: { "zh-CN": "各部分公式相加", en: "the sum of the parts' formulas" },
  parameters: {
    parts: {
      type: "parts",
      required: true,
      about: { "zh-CN": "各部分：label、max、method", en: "parts with label, max, method" },
    },
  },
  faults: ({ parts }, max) => {
    const faults = parts.flatMap((part, index) => [
      ...(part.max === undefined
        ? [{ parameter: `parts[${index}].max`, message: { "zh-CN": "缺少满分 max", en: "max is missing" } }]
        : []),
      ...(part.weight === undefined
        ? []
        : [
            {
              parameter: `parts[${index}].weight`,
              message: { "zh-CN": "这里不用 weight", en: "weight has no place here" },
            },
          ]),
    ]);
    const sum = parts.reduce((total, part) => total.plus(part.max ?? 0), new Decimal(0));
    if (faults.length === 0 && !sum.equals(max)) {
      faults.push({
        parameter: "parts",
        message: {
          "zh-CN": `各部分满分合计 ${plain(sum)} 分，与指标满分 ${plain(max)} 分不符`,
          en: `the parts' maxima add up to ${plain(sum)}, not to the indicator's ${plain(max)}`,
        },
      });
    }
    return faults;
  },
  score: ({ parts }, _max, input) => {
    const scored = scoredParts(parts, input);
    if (!scored.ok) return scored;
    const all = listed(scored.parts.map(({ sentence }) => sentence));
    return {
      ok: true,
      term: scored.parts.map(({ term }) => term).reduce(plus),
      sentence: { "zh-CN": `${all["zh-CN"]}；合计`, en: `${all.en}; in all` },
    };
  },
});
