import { Decimal, plain } from "../../figures/decimal";
import { listed } from "../../../texts/scoring";
import type { Text } from "../../pack/pack";
import { rounded } from "../fraction";
import { defineMethod } from "../method";
import { shownLimit } from "../rate";
import { number, plus, type Term, times, valueOf } from "../term";

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
    const sentences: Text[] = [];
    let term: Term | undefined;
    for (const part of parts) {
      if (part.method.kind === "entered") continue;
      const outcome = part.method.score(input);
      if (!outcome.ok) return outcome;
      const weight = part.weight ?? new Decimal(0);
      const value = valueOf(outcome.term);
      const points = value === undefined ? "" : rounded(value, 4);
      sentences.push({
        "zh-CN": `${part.label["zh-CN"]}：${outcome.sentence["zh-CN"]} → ${points} 分 × ${shownLimit(weight, true)}`,
        en: `${part.label.en}: ${outcome.sentence.en} → ${points} × ${shownLimit(weight, true)}`,
      });
      const share = times(outcome.term, number(plain(weight)));
      term = term === undefined ? share : plus(term, share);
    }
    const all = listed(sentences);
    return {
      ok: true,
      term: term ?? number("0"),
      sentence: { "zh-CN": `${all["zh-CN"]}；合计`, en: `${all.en}; in all` },
    };
  },
});
