import { plain } from "../../figures/decimal";
import { ZERO } from "../fraction";
import { defineMethod } from "../method";
import { rateOf } from "../rate";
import { cellsOf, number, over, plus, type Term, times, valueOf } from "../term";

/**
 * As `deadline`, in working days of the State Council's calendar, with make-up days. Between `within` and `zero` days
 * an amount counts by a straight line. A date beyond the calendar's last year is told, never counted by weekends.
 */
export const workingDayDeadline = defineMethod({
  kind: "computed",
  name: "working-day-deadline",
  title: { "zh-CN": "工作日时限", en: "Working-day deadline" },
  about: {
    "zh-CN":
      "在 within 个工作日内下达的金额全额计，zero 个及以上的不计，之间按直线计；÷ 全部金额 × 满分；工作日按国务院放假安排，含调休上班",
    en: "amounts within `within` working days count in full, from `zero` days on not at all, on a straight line between; over the whole amount, times the maximum; working days by the State Council's calendar with make-up days",
  },
  live: {
    "zh-CN": "没有公式：NETWORKDAYS 不认识调休上班日",
    en: "no formula: NETWORKDAYS does not know make-up days",
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
    within: {
      type: "days",
      required: true,
      about: { "zh-CN": "全额计的工作日数", en: "working days that count in full" },
    },
    zero: {
      type: "days",
      required: false,
      about: {
        "zh-CN": "从多少个工作日起不计；不写则超过 within 即不计",
        en: "working days from which on nothing counts; left out: nothing counts beyond `within`",
      },
    },
  },
  faults: ({ within, zero }) =>
    zero !== undefined && zero <= within
      ? [{ parameter: "zero", message: { "zh-CN": "zero 应大于 within", en: "zero should be above within" } }]
      : [],
  makes: (args) => [...steps(args), whole(args)],
  score: (args, max, input) => {
    // The share of a row with n days is (zero - n) / (zero - within) held between 0 and 1, which is the mean, over
    // the days d from within to zero - 1, of "done within d days".
    const expressions = steps(args);
    let sum: Term = number("0");
    let first = "";
    for (const expression of expressions) {
      const rate = rateOf(input, expression, whole(args));
      if (!rate.ok) return rate;
      sum = plus(sum, rate.term);
      if (first === "") first = rate.text;
    }
    const points = plain(max);
    const sloped = expressions.length > 1;
    return {
      ok: true,
      term: {
        kind: "fixed",
        value: valueOf(times(over(sum, number(String(expressions.length))), number(points))) ?? ZERO,
        cells: cellsOf(sum),
        why: {
          "zh-CN": "工作日按国务院放假安排计算，表格公式不认识调休上班日，故直接写数值",
          en: "working days go by the State Council's calendar, whose make-up days no formula knows, so the value is written",
        },
      },
      sentence: {
        "zh-CN": `${args.within} 个工作日内下达的金额 ÷ 全部金额 = ${first}${sloped ? `，${args.within} 至 ${args.zero ?? args.within} 个工作日之间按直线计` : ""}，× ${points}`,
        en: `amount within ${args.within} working days over the whole amount = ${first}${sloped ? `, on a straight line from ${args.within} to ${args.zero ?? args.within} working days` : ""}, × ${points}`,
      },
    };
  },
});

interface Columns {
  readonly received: string;
  readonly released: string;
  readonly amount: string;
  readonly within: number;
  readonly zero: number | undefined;
}

function steps({ received, released, amount, within, zero }: Columns): readonly string[] {
  const last = zero === undefined ? within : zero - 1;
  return Array.from(
    { length: last - within + 1 },
    (_, index) => `SUM(${amount} WHERE WORKDAYS(${received}, ${released}) <= ${within + index}天)`,
  );
}

function whole({ amount }: Columns): string {
  return `SUM(${amount})`;
}
