/** One comparison, judged: both sides with their cells, the difference, and what the written digits explain of it. */
import { Decimal, plain, tenTo } from "../figures/decimal";
import { isoDate } from "../figures/date";
import {
  addPrecision,
  type Judged,
  judgeByPrecisions,
  judgeDifference,
  judgeExact,
  judgeRate,
  judgeScore,
  type Level,
  type Precisions,
} from "../figures/judge";
import type { Unit } from "../figures/unit";
import type { CellRun } from "../workbook/address";
import type { RuleContext } from "./context";
import { ordered, sides, textSide, truthOf, valueOf } from "./point";
import type { ComparisonOperator } from "./syntax";
import { type Point, type Stop, type Trace, traceAt } from "./trace";
import type { Body, Node, Test } from "./typed";

/** How a rule wants to be judged. */
export interface Judging {
  readonly level: Level;
  /** Replaces the inferred u; in base units. */
  readonly tolerance: Decimal | undefined;
}

export interface ComparedSide {
  /** Plain decimal in the comparison's unit, a date as YYYY-MM-DD, or text as it stands. */
  readonly value: string;
  readonly cells: readonly CellRun[];
  readonly node: Node | undefined;
}

/** A comparison that did not pass. */
export interface Comparison {
  readonly kind: "figures" | "rate" | "days" | "dates" | "texts" | "condition" | "duplicate" | "set";
  readonly verdict: "error" | "warning" | "notice";
  readonly level: Level;
  readonly operator: ComparisonOperator | undefined;
  readonly left: ComparedSide;
  readonly right: ComparedSide | undefined;
  readonly difference: string | undefined;
  readonly tolerance: string | undefined;
  /** That of the left side. */
  readonly unit: Unit | undefined;
  /** Decimals that show every figure of it as written. */
  readonly decimals: number;
  readonly body: Body;
  readonly point: Point;
}

export type Compared =
  | { readonly kind: "passed" }
  | { readonly kind: "not-run"; readonly stop: Stop }
  | { readonly kind: "failed"; readonly comparison: Comparison };

/** What running a rule gives. */
export interface RuleRun {
  /** Those that did not pass, in the order of rows and keys. */
  readonly failed: readonly Comparison[];
  readonly passed: number;
  readonly notRun: readonly Stop[];
}

const PASSED: Compared = { kind: "passed" };
/** A quotient that does not end is shown with so many decimals. */
const SHOWN_DECIMALS = 10;

export function compareAt(
  body: Extract<Body, { readonly kind: "test" }>,
  point: Point,
  context: RuleContext,
  judging: Judging,
): Compared {
  const { test } = body;
  if (test.kind !== "compare") return condition(test, body, point, context, judging);
  const [left, right] = [traceAt(context, point, true), traceAt(context, point, true)];
  const base = { body, point, level: judging.level, operator: test.operator } as const;
  if (test.quantity === "text") {
    const joint = traceAt(context, point, true);
    const texts = sides(test.left, test.right, joint);
    if (texts === undefined) return stopped(joint);
    if ((texts[0] === texts[1]) === (test.operator === "=")) return PASSED;
    const comparison: Comparison = {
      ...base,
      kind: "texts",
      verdict: judging.level,
      left: { value: textValue(test.left, context, point), cells: joint.cells!, node: test.left },
      right: { value: textValue(test.right, context, point), cells: [], node: test.right },
      difference: undefined,
      tolerance: undefined,
      unit: undefined,
      decimals: 0,
    };
    return { kind: "failed", comparison };
  }
  // A rate, a number of days or a date that is not there cannot be compared.
  left.strict = right.strict =
    test.quantity !== "money" && test.quantity !== "count" && test.quantity !== "score";
  const a = valueOf(test.left, left);
  if (a === undefined) return stopped(left);
  const b = valueOf(test.right, right);
  if (b === undefined) return stopped(right);
  const judged = judge(test, { a, b, left, right }, context, judging);
  if (judged.verdict === "passed") return PASSED;
  const unit = left.unit ?? right.unit;
  const power = unit?.power ?? 0;
  const dates = test.quantity === "date";
  const shown = (value: Decimal): string =>
    dates ? isoDate(value.toNumber()) : plain(value.dividedBy(tenTo(power)).toDecimalPlaces(SHOWN_DECIMALS));
  const difference = a.minus(b);
  const kind = dates
    ? "dates"
    : test.quantity === "days"
      ? "days"
      : test.quantity === "rate"
        ? "rate"
        : "figures";
  const comparison: Comparison = {
    ...base,
    kind,
    verdict: judged.verdict,
    left: { value: shown(a), cells: left.cells!, node: test.left },
    right: { value: shown(b), cells: right.cells!, node: test.right },
    difference: dates ? plain(difference) : shown(difference),
    tolerance: judged.tolerance === undefined ? undefined : plain(judged.tolerance.dividedBy(tenTo(power))),
    unit,
    decimals: Math.max(0, ...exponents(left, power), ...exponents(right, power)),
  };
  return { kind: "failed", comparison };
}

function stopped(trace: Trace): Compared {
  return { kind: "not-run", stop: trace.stop! };
}

function exponents(trace: Trace, power: number): readonly number[] {
  return [...trace.precisions.keys()].map((exponent) => exponent + power);
}

interface Values {
  readonly a: Decimal;
  readonly b: Decimal;
  readonly left: Trace;
  readonly right: Trace;
}

interface Verdict {
  readonly verdict: Judged["verdict"];
  /** In base units; undefined where a comparison has none. */
  readonly tolerance: Decimal | undefined;
}

function judge(
  test: Extract<Test, { readonly kind: "compare" }>,
  values: Values,
  context: RuleContext,
  judging: Judging,
): Verdict {
  const { a, b, left, right } = values;
  const { operator } = test;
  const holds = ordered(operator, a.comparedTo(b));
  if (holds) return { verdict: "passed", tolerance: undefined };
  if (test.quantity === "date" || test.quantity === "days")
    return { verdict: judging.level, tolerance: new Decimal(0) };
  if (operator === "<>" || operator === "<" || operator === ">")
    return { verdict: judging.level, tolerance: undefined };
  if (test.quantity === "rate" && judging.tolerance === undefined) {
    const [rate, other] = isFigure(test.left, "rate") ? [left, test.right] : [right, test.left];
    if (isFigure(test.left, "rate") !== isFigure(test.right, "rate") && other.kind !== "constant") {
      return judgeQuotient(rate, rate === left ? a : b, other, rate === left ? b : a, context, judging.level);
    }
  }
  if (test.quantity === "score" && judging.tolerance === undefined) {
    if (operator !== "=") return judgeExact(a.minus(b), judging.level);
    const [written, other] = isFigure(test.left, "score") ? [left, test.right] : [right, test.left];
    if (isFigure(other, "score") || !isFigure(written === left ? test.left : test.right, "score"))
      return judgeExact(a.minus(b), judging.level);
    const [score, exact] = written === left ? [a, b] : [b, a];
    return judgeScore(
      { value: score, decimals: Math.max(0, ...written.precisions.keys()) },
      exact,
      judging.level,
    );
  }
  // In the unit in which the finding is told; residue of float arithmetic is judged in it too.
  const power = test.quantity === "money" ? (left.unit ?? right.unit)!.power : 0;
  const difference = a.minus(b).abs().dividedBy(tenTo(power));
  const judged =
    judging.tolerance === undefined
      ? judgeByPrecisions(
          difference,
          precisionsOf(left, right, power),
          context.pack.judgement.cap,
          judging.level,
        )
      : judgeDifference(difference, judging.tolerance.dividedBy(tenTo(power)), undefined, judging.level);
  return { verdict: judged.verdict, tolerance: judged.tolerance.times(tenTo(power)) };
}

/** A column that holds a rate or a score as it was written, with its own decimals. */
function isFigure(node: Node, quantity: "rate" | "score"): boolean {
  return (
    (node.kind === "cell" || node.kind === "member" || node.kind === "total") && node.quantity === quantity
  );
}

function judgeQuotient(
  trace: Trace,
  rate: Decimal,
  other: Node,
  quotient: Decimal,
  context: RuleContext,
  level: Level,
): Verdict {
  const decimals = Math.max(...trace.precisions.keys());
  const figure = { value: rate, decimals };
  if (other.kind === "arithmetic" && other.operator === "/") {
    // Both have values, since their quotient has one.
    const part = valueOf(other.left, traceAt(context, trace.point, false))!;
    const whole = valueOf(other.right, traceAt(context, trace.point, false))!;
    return judgeRate(figure, part, whole, level);
  }
  return judgeRate(figure, quotient, new Decimal(1), level);
}

function precisionsOf(left: Trace, right: Trace, power: number): Precisions {
  const precisions = new Map<number, number>();
  for (const trace of [left, right]) {
    for (const [exponent, times] of trace.precisions) addPrecision(precisions, exponent + power, times);
  }
  return precisions;
}

function condition(test: Test, body: Body, point: Point, context: RuleContext, judging: Judging): Compared {
  const trace = traceAt(context, point, true);
  const held = truthOf(test, trace);
  if (held === undefined) return stopped(trace);
  if (held) return PASSED;
  const comparison: Comparison = {
    kind: "condition",
    verdict: judging.level,
    level: judging.level,
    operator: undefined,
    left: { value: "", cells: trace.cells!, node: undefined },
    right: undefined,
    difference: undefined,
    tolerance: undefined,
    unit: undefined,
    decimals: 0,
    body,
    point,
  };
  return { kind: "failed", comparison };
}

function textValue(node: Node, context: RuleContext, point: Point): string {
  return textSide(node, traceAt(context, point, false))!.text;
}
