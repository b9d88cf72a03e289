import { Decimal, plain } from "../../figures/decimal";
import { listed } from "../../../texts/scoring";
import type { Text } from "../../pack/pack";
import { defineMethod } from "../method";
import { shownLimit } from "../rate";
import { scoredParts } from "../parts";
import { number, plus, times } from "../term";

/** Parts scored out of the full maximum each and weighed; the weights sum to 100%. */
export const weighted = defineMethod({
  kind: "computed",
  name: "weighted",
  title: { "zh-CN": "加权合计", en: "Weighted composite" },
  about: {
    "zh-CN": "各部分都按指标满分计分，乘以权重（weight）后相加，最后舍入一次；权重之和为 100%",
    en: "each part is scored out of the indicator's maximum and multiplied by its `weight`; the sum is rounded once; weights sum to 100%",
  },
  live: { "zh-CN": "各部分公式×权重，相加", en: "the sum of the parts' formulas times their weights" },
  parameters: {
    parts: {
      type: "parts",
      required: true,
      about: { "zh-CN": "各部分：label、weight、method", en: "parts with label, weight, method" },
    },
  },
  faults: ({ parts }) => {
    const faults = parts.flatMap((part, index) => [
      ...(part.weight === undefined || part.weight.lessThanOrEqualTo(0)
        ? [
            {
              parameter: `parts[${index}].weight`,
              message: { "zh-CN": "权重应大于 0", en: "the weight should be above 0" },
            },
          ]
        : []),
      ...(part.max === undefined
        ? []
        : [
            {
              parameter: `parts[${index}].max`,
              message: { "zh-CN": "这里不用 max", en: "max has no place here" },
            },
          ]),
    ]);
    const sum = parts.reduce((total, part) => total.plus(part.weight ?? 0), new Decimal(0));
    if (faults.length === 0 && !sum.equals(1)) {
      faults.push({
        parameter: "parts",
        message: {
          "zh-CN": `权重合计 ${shownLimit(sum, true)}，不是 100%`,
          en: `the weights add up to ${shownLimit(sum, true)}, not to 100%`,
        },
      });
    }
    return faults;
  },
  score: ({ parts }, _max, input) => {
    const scored = scoredParts(parts, input);
    if (!scored.ok) return scored;
    const weights = parts.map(({ weight }) => weight!);
    const sentences = scored.parts.map(({ sentence }, index): Text => {
      const weight = shownLimit(weights[index]!, true);
      return { "zh-CN": `${sentence["zh-CN"]} × ${weight}`, en: `${sentence.en} × ${weight}` };
    });
    const all = listed(sentences);
    return {
      ok: true,
      term: scored.parts.map(({ term }, index) => times(term, number(plain(weights[index]!)))).reduce(plus),
      sentence: { "zh-CN": `${all["zh-CN"]}；合计`, en: `${all.en}; in all` },
    };
  },
});
