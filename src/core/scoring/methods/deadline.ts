import { plain } from "../../figures/decimal";
import { defineMethod } from "../method";
import { number, times, within as held } from "../term";
import { DEADLINE_PARAMETERS, deadlineExpressions, deadlineFaults, timeliness } from "../timeliness";

const daysOf = (from: string, to: string): string => `${to} - ${from}`;

/** The amount that was passed on within so many calendar days, over the whole amount, times the maximum. */
export const deadline = defineMethod({
  kind: "computed",
  name: "deadline",
  title: { "zh-CN": "时限", en: "Deadline" },
  about: {
    "zh-CN":
      "在 within 天（日历天）内下达的金额 ÷ 全部金额 × 满分；写了 zero 的，within 至 zero 天之间按直线计；没有日期的金额不算按时",
    en: "the amount passed on within `within` calendar days over the whole amount, times the maximum; with `zero`, on a straight line between; an amount without dates is not in time",
  },
  live: {
    "zh-CN": "按时金额/全部金额*满分，按时金额用 SUMPRODUCT 逐行判断",
    en: "amount in time/whole amount*maximum, the amount in time by SUMPRODUCT over the rows",
  },
  parameters: DEADLINE_PARAMETERS,
  faults: deadlineFaults,
  makes: (args) => deadlineExpressions(args, daysOf),
  score: (args, max, input) => {
    const share = timeliness(args, daysOf, input);
    if (!share.ok) return share;
    const points = plain(max);
    return {
      ok: true,
      term: held(times(share.term, number(points)), points),
      sentence: {
        "zh-CN": `${args.within} 天内下达的金额 ÷ 全部金额 × 满分 = ${share.text["zh-CN"]} × ${points}`,
        en: `amount within ${args.within} days over the whole amount, times the maximum = ${share.text.en} × ${points}`,
      },
    };
  },
});
