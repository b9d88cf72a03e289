import { plain } from "../../figures/decimal";
import { compare, fractionOf } from "../fraction";
import { defineMethod } from "../method";
import { quotient, rateOf, shown, shownLimit } from "../rate";
import { number, type Test } from "../term";

/** Banded steps: the first band that the value reaches gives its points. */
export const bands = defineMethod({
  kind: "computed",
  name: "bands",
  title: { "zh-CN": "分档", en: "Banded steps" },
  about: {
    "zh-CN": "从第一档起逐档比较，值达到哪一档就得该档的分；都达不到得 below 分（默认 0）",
    en: "bands are tried in turn, the first that the value reaches gives its points; none gives `below` (0 if left out)",
  },
  live: {
    "zh-CN": "IF(ROUND(值-界线,8)>=0,分,…)，逐档嵌套",
    en: "IF(ROUND(value-limit,8)>=0,points,…), nested",
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
    bands: {
      type: "bands",
      required: true,
      about: {
        "zh-CN": "各档，从最好的写起；都用 from（由大到小）或都用 upTo（由小到大）",
        en: "the bands, best first; all with `from`, falling, or all with `upTo`, rising",
      },
    },
    below: {
      type: "points",
      required: false,
      about: { "zh-CN": "各档都达不到时的分", en: "points where no band is reached" },
    },
  },
  faults: ({ bands: steps, below }, max) => {
    const faults: { parameter: string; message: { "zh-CN": string; en: string } }[] = [];
    const rising = steps[0]!.relation === "<=";
    steps.forEach((step, index) => {
      const before = steps[index - 1];
      if ((step.relation === "<=") !== rising) {
        faults.push({
          parameter: `bands[${index}]`,
          message: { "zh-CN": "from 和 upTo 不能混用", en: "from and upTo cannot be mixed" },
        });
      } else if (before !== undefined) {
        const order = step.limit.comparedTo(before.limit);
        if (rising ? order <= 0 : order >= 0) {
          faults.push({
            parameter: `bands[${index}]`,
            message: {
              "zh-CN": "永远到不了这一档：前一档已包括它",
              en: "this band is never reached: the one before takes its values",
            },
          });
        }
      }
      if (step.points.greaterThan(max)) {
        faults.push({
          parameter: `bands[${index}].points`,
          message: { "zh-CN": `超过满分 ${plain(max)} 分`, en: `above the maximum of ${plain(max)}` },
        });
      }
    });
    if (below?.greaterThan(max) === true) {
      faults.push({
        parameter: "below",
        message: { "zh-CN": `超过满分 ${plain(max)} 分`, en: `above the maximum of ${plain(max)}` },
      });
    }
    return faults;
  },
  makes: quotient,
  score: ({ numerator, denominator, bands: steps, below }, _max, input) => {
    const rate = rateOf(input, numerator, denominator);
    if (!rate.ok) return rate;
    const tests = steps.map(
      (step): Test => ({
        left: rate.term,
        relation: step.relation,
        right: number(plain(step.limit)),
        then: number(plain(step.points)),
      }),
    );
    const reached = steps.find((step) => {
      const order = compare(rate.value, fractionOf(plain(step.limit)));
      return step.relation === "<=" ? order <= 0 : order >= 0;
    });
    const value = `${rate.text}${
      rate.share
        ? ` = ${shown(
            rate,
            steps.map((step) => step.limit),
          )}`
        : ""
    }`;
    const limit = reached === undefined ? "" : shownLimit(reached.limit, rate.share);
    return {
      ok: true,
      term: { kind: "choose", tests, otherwise: number(below === undefined ? "0" : plain(below)) },
      sentence:
        reached === undefined
          ? { "zh-CN": `${value}，各档都未达到`, en: `${value}, no band reached` }
          : {
              "zh-CN": `${value}，${reached.relation === "<=" ? "不超过" : "不低于"} ${limit} 一档`,
              en: `${value}, band ${reached.relation === "<=" ? "at most" : "at least"} ${limit}`,
            },
    };
  },
});
