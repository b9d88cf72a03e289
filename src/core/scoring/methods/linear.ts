import { plain } from "../../figures/decimal";
import { compare, fractionOf } from "../fraction";
import { defineMethod } from "../method";
import { quotient, rateOf, shown, shownLimit } from "../rate";
import { minus, number, over, times, within } from "../term";

/** Full points from one limit, none from the other, a straight line between; the limits may run either way. */
export const linear = defineMethod({
  kind: "computed",
  name: "linear",
  title: { "zh-CN": "直线", en: "Straight line" },
  about: {
    "zh-CN": "达到 full 得满分，到 zero 不得分，之间按直线计；full 小于 zero 时越小越好",
    en: "the maximum at `full`, 0 at `zero`, a straight line between; with `full` below `zero`, less is better",
  },
  live: {
    "zh-CN": "MAX(0,MIN(满分,(值-zero)/(full-zero)*满分))",
    en: "MAX(0,MIN(maximum,(value-zero)/(full-zero)*maximum))",
  },
  parameters: {
    numerator: {
      type: "expression",
      required: true,
      about: { "zh-CN": "分子，或不是金额的值", en: "numerator, or a value that is no amount" },
    },
    denominator: {
      type: "expression",
      required: false,
      about: { "zh-CN": "分母；金额必须有", en: "denominator; an amount needs one" },
    },
    full: { type: "number", required: true, about: { "zh-CN": "得满分的界线", en: "limit for the maximum" } },
    zero: { type: "number", required: true, about: { "zh-CN": "不得分的界线", en: "limit for no points" } },
  },
  faults: ({ full, zero }) =>
    full.equals(zero)
      ? [
          {
            parameter: "zero",
            message: { "zh-CN": "full 与 zero 不能相同", en: "full and zero must differ" },
          },
        ]
      : [],
  makes: quotient,
  score: ({ numerator, denominator, full, zero }, max, input) => {
    const rate = rateOf(input, numerator, denominator);
    if (!rate.ok) return rate;
    const points = plain(max);
    const span = plain(full.minus(zero));
    const distance = zero.isZero() ? rate.term : minus(rate.term, number(plain(zero)));
    const term = within(times(over(distance, number(span)), number(points)), points);
    const value = `${rate.text}${rate.share ? ` = ${shown(rate, [full, zero])}` : ""}`;
    const limits = { full: shownLimit(full, rate.share), zero: shownLimit(zero, rate.share) };
    const rising = full.greaterThan(zero);
    const toFull = compare(rate.value, fractionOf(plain(full)));
    const toZero = compare(rate.value, fractionOf(plain(zero)));
    if (rising ? toFull >= 0 : toFull <= 0) {
      return {
        ok: true,
        term,
        sentence: {
          "zh-CN": `${value}，${rising ? "不低于" : "不超过"} ${limits.full}，按满分计`,
          en: `${value}, ${rising ? "at least" : "at most"} ${limits.full}, the maximum`,
        },
      };
    }
    if (rising ? toZero <= 0 : toZero >= 0) {
      return {
        ok: true,
        term,
        sentence: {
          "zh-CN": `${value}，${rising ? "不超过" : "不低于"} ${limits.zero}，按 0 分计`,
          en: `${value}, ${rising ? "at most" : "at least"} ${limits.zero}, no points`,
        },
      };
    }
    const line = zero.isZero()
      ? `${rate.text} ÷ ${limits.full} × ${points}`
      : `(${rate.text} − ${limits.zero}) ÷ (${limits.full} − ${limits.zero}) × ${points}`;
    return {
      ok: true,
      term,
      sentence: { "zh-CN": `${value}，按直线计：${line}`, en: `${value}, on the straight line: ${line}` },
    };
  },
});
