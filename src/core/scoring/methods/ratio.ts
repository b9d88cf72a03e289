import { plain } from "../../figures/decimal";
import { defineMethod } from "../method";
import { quotient, rateOf } from "../rate";
import { number, times, within } from "../term";

/** Numerator over denominator, times the maximum. */
export const ratio = defineMethod({
  kind: "computed",
  name: "ratio",
  title: { "zh-CN": "比例", en: "Ratio" },
  about: {
    "zh-CN": "分子 ÷ 分母 × 满分，不低于 0，不超过满分；分母为 0 时没有得分",
    en: "numerator over denominator times the maximum, held between 0 and the maximum; no score where the denominator is 0",
  },
  live: {
    "zh-CN": "MAX(0,MIN(满分,分子/分母*满分))",
    en: "MAX(0,MIN(maximum,numerator/denominator*maximum))",
  },
  parameters: {
    numerator: { type: "expression", required: true, about: { "zh-CN": "分子", en: "numerator" } },
    denominator: { type: "expression", required: true, about: { "zh-CN": "分母", en: "denominator" } },
  },
  makes: quotient,
  score: ({ numerator, denominator }, max, input) => {
    const rate = rateOf(input, numerator, denominator);
    if (!rate.ok) return rate;
    const points = plain(max);
    const text = `${rate.text} × ${points}`;
    return {
      ok: true,
      term: within(times(rate.term, number(points)), points),
      sentence: { "zh-CN": text, en: text },
    };
  },
});
