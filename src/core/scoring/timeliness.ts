/** The share of an amount that was passed on in time, row by row, weighed by the rows' amounts. */
import { SCORING_TEXTS } from "../../texts/scoring";
import type { Text } from "../pack/pack";
import { divide, rounded } from "./fraction";
import type { Fault } from "./method";
import type { Parameter } from "./parameters";
import type { Outcome, Reading, ScoringInput } from "./prepared";
import { figure, operand } from "./rate";
import { number, over, plus, type Term, times, valueOf } from "./term";

export interface Deadline {
  /** Columns as rules write them: of both dates and of the amount. */
  readonly received: string;
  readonly released: string;
  readonly amount: string;
  /** Days that count in full. */
  readonly within: number;
  /** Days from which on nothing counts, a straight line between; undefined: nothing counts beyond `within`. */
  readonly zero: number | undefined;
}

/** Parameters that deadlines share; days are calendar or working days as the method says. */
export const DEADLINE_PARAMETERS = {
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
  within: { type: "days", required: true, about: { "zh-CN": "全额计的天数", en: "days that count in full" } },
  zero: {
    type: "days",
    required: false,
    about: {
      "zh-CN": "从多少天起不计，之间按直线计；不写则超过 within 即不计",
      en: "days from which on nothing counts, a straight line between; left out: nothing beyond `within`",
    },
  },
} as const satisfies Readonly<Record<string, Parameter>>;

export function deadlineFaults({ within, zero }: Deadline): readonly Fault[] {
  return zero !== undefined && zero <= within
    ? [{ parameter: "zero", message: { "zh-CN": "zero 应大于 within", en: "zero should be above within" } }]
    : [];
}

/** Expressions that the share is made of; `daysOf` writes the days between two columns. */
export function deadlineExpressions(
  args: Deadline,
  daysOf: (from: string, to: string) => string,
): readonly string[] {
  return [whole(args), ...inTime(args, daysOf)];
}

export type Timeliness =
  | { readonly ok: true; readonly term: Term; readonly text: Text }
  | Extract<Outcome, { ok: false }>;

/**
 * The share as a term between 0 and 1 and as arithmetic. With a straight line the share of a row of n days is
 * (zero - n) / (zero - within) held between 0 and 1, which is the mean, over the days d from `within` to `zero` - 1,
 * of "done within d days"; so sums of amounts are all that is needed.
 */
export function timeliness(
  args: Deadline,
  daysOf: (from: string, to: string) => string,
  input: ScoringInput,
): Timeliness {
  const all = input.read(whole(args));
  if (!all.ok) return all;
  if (all.value.n === 0n) return { ok: false, why: SCORING_TEXTS.divisionByZero(), cells: all.cells };
  const expressions = inTime(args, daysOf);
  const amounts: Extract<Reading, { ok: true }>[] = [];
  for (const expression of expressions) {
    const reading = input.read(expression);
    if (!reading.ok) return reading;
    amounts.push(reading);
  }
  const first = operand(amounts[0]!.text);
  const steps = amounts.length;
  const divisor = steps === 1 ? figure(all) : times(figure(all), number(String(steps)));
  const term = over(amounts.map(figure).reduce(plus), divisor);
  const share = `${first} ÷ ${operand(all.text)}`;
  if (steps === 1) return { ok: true, term, text: { "zh-CN": share, en: share } };
  const percent = `${rounded(divide(valueOf(term)!, { n: 1n, d: 100n }), 4)}%`;
  // Several steps lie between two limits.
  const { within, zero } = args;
  return {
    ok: true,
    term,
    text: {
      "zh-CN": `${percent}（${within} 天内 ${share}，${within} 至 ${zero} 天之间按直线计）`,
      en: `${percent} (${share} within ${within} days, on a straight line from ${within} to ${zero} days)`,
    },
  };
}

function inTime(
  { received, released, amount, within, zero }: Deadline,
  daysOf: (from: string, to: string) => string,
): readonly string[] {
  const last = zero === undefined ? within : zero - 1;
  return Array.from(
    { length: Math.max(1, last - within + 1) },
    (_, index) => `SUM(${amount} WHERE ${daysOf(received, released)} <= ${within + index}天)`,
  );
}

function whole({ amount }: Deadline): string {
  return `SUM(${amount})`;
}
