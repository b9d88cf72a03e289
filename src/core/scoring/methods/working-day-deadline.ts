import { plain } from "../../figures/decimal";
import { defineMethod } from "../method";
import { cellsOf, number, times, valueOf, within as held } from "../term";
import { DEADLINE_PARAMETERS, deadlineExpressions, deadlineFaults, timeliness } from "../timeliness";

const daysOf = (from: string, to: string): string => `WORKDAYS(${from}, ${to})`;

/**
 * As `deadline`, in working days of the State Council's calendar, with make-up days. A date beyond the calendar's last
 * year is told, never counted by weekends.
 */
export const workingDayDeadline = defineMethod({
  kind: "computed",
  name: "working-day-deadline",
  title: { "zh-CN": "工作日时限", en: "Working-day deadline" },
  about: {
    "zh-CN":
      "同 deadline，按工作日计：依国务院放假安排，含调休上班，收到当天不计；超出已公布日历的日期没有得分",
    en: "as `deadline`, in working days of the State Council's calendar with make-up days, the day of receipt not counted; no score for a date beyond the calendar",
  },
  live: {
    "zh-CN": "没有公式：NETWORKDAYS 不认识调休上班日",
    en: "no formula: NETWORKDAYS does not know make-up days",
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
      term: {
        kind: "fixed",
        value: valueOf(held(times(share.term, number(points)), points))!,
        cells: cellsOf(share.term),
        why: {
          "zh-CN": "工作日按国务院放假安排计算，表格公式不认识调休上班日，故直接写数值",
          en: "working days go by the State Council's calendar, whose make-up days no formula knows, so the value is written",
        },
      },
      sentence: {
        "zh-CN": `${args.within} 个工作日内下达的金额 ÷ 全部金额 × 满分 = ${share.text["zh-CN"]} × ${points}`,
        en: `amount within ${args.within} working days over the whole amount, times the maximum = ${share.text.en} × ${points}`,
      },
    };
  },
});
