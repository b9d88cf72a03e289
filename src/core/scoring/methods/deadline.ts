import { plain } from "../../figures/decimal";
import { defineMethod } from "../method";
import { rateOf } from "../rate";
import { number, times, within as held } from "../term";

/** The amount that was passed on within so many calendar days, over the whole amount, times the maximum. */
export const deadline = defineMethod({
  kind: "computed",
  name: "deadline",
  title: { "zh-CN": "时限", en: "Deadline" },
  about: {
    "zh-CN": "在 within 天（日历天）内下达的金额 ÷ 全部金额 × 满分；没有日期的金额不算按时",
    en: "the amount passed on within `within` calendar days over the whole amount, times the maximum; an amount without dates is not in time",
  },
  live: {
    "zh-CN": "按时金额/全部金额*满分，按时金额用 SUMPRODUCT 逐行判断",
    en: "amount in time/whole amount*maximum, the amount in time by SUMPRODUCT over the rows",
  },
  parameters: {
    received: {
      type: "column",
      required: true,
      about: { "zh-CN": "起算日期的列", en: "column of the first date" },
    },
    released: {
      type: "column",
      required: true,
      about: { "zh-CN": "完成日期的列", en: "column of the last date" },
    },
    amount: { type: "column", required: true, about: { "zh-CN": "金额的列", en: "column of the amount" } },
    within: { type: "days", required: true, about: { "zh-CN": "时限天数", en: "days allowed" } },
  },
  makes: (args) => [inTime(args), whole(args)],
  score: (args, max, input) => {
    const rate = rateOf(input, inTime(args), whole(args));
    if (!rate.ok) return rate;
    const points = plain(max);
    const text = `${rate.text} × ${points}`;
    return {
      ok: true,
      term: held(times(rate.term, number(points)), points),
      sentence: {
        "zh-CN": `${args.within} 天内下达的金额 ÷ 全部金额 × 满分 = ${text}`,
        en: `amount within ${args.within} days over the whole amount, times the maximum = ${text}`,
      },
    };
  },
});

interface Columns {
  readonly received: string;
  readonly released: string;
  readonly amount: string;
  readonly within: number;
}

function inTime({ received, released, amount, within }: Columns): string {
  return `SUM(${amount} WHERE ${released} - ${received} <= ${within}天)`;
}

function whole({ amount }: Columns): string {
  return `SUM(${amount})`;
}
