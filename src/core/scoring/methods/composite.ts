import { Decimal, plain } from "../../figures/decimal";
import { listed } from "../../../texts/scoring";
import type { Text } from "../../pack/pack";
import { rounded } from "../fraction";
import { defineMethod } from "../method";
import { number, plus, type Term, valueOf } from "../term";

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
    const sentences: Text[] = [];
    let term: Term | undefined;
    for (const part of parts) {
      if (part.method.kind === "entered") continue;
      const outcome = part.method.score(input);
      if (!outcome.ok) return outcome;
      const value = valueOf(outcome.term);
      // The part's points are shown with 4 decimals, since only the sum is rounded for the score.
      const points = value === undefined ? "" : rounded(value, 4);
      sentences.push({
        "zh-CN": `${part.label["zh-CN"]}：${outcome.sentence["zh-CN"]} → ${points} 分`,
        en: `${part.label.en}: ${outcome.sentence.en} → ${points}`,
      });
      term = term === undefined ? outcome.term : plus(term, outcome.term);
    }
    const all = listed(sentences);
    return {
      ok: true,
      term: term ?? number("0"),
      sentence: { "zh-CN": `${all["zh-CN"]}；合计`, en: `${all.en}; in all` },
    };
  },
});
