/** Judges what single sentences say: totals and parts, rates, balances, what is said to agree. */
import { NARRATIVE_TEXTS } from "../../texts/narrative";
import { Decimal, plain } from "../figures/decimal";
import type { Severity } from "../checks/finding";
import type { Verdict } from "../figures/judge";
import type { Judgement } from "../pack/pack";
import {
  type Agreement,
  agree,
  agreeWithDifference,
  agreeWithParts,
  agreeWithQuotient,
  type Valued,
  valueIn,
} from "./agreement";
import { type Confidence, type Draft, said } from "./finding";
import type { TextFigure } from "./sentences";
import type {
  BalanceStatement,
  EqualStatement,
  OutOfStatement,
  PartsStatement,
  RateStatement,
} from "./statements";

/** What judging parts gave: the total that is meant and what it is exactly, where its parts say so more exactly. */
export interface JudgedParts {
  readonly total: TextFigure;
  readonly parts: readonly TextFigure[];
  readonly verdict: Verdict;
  /** The parts' sum, in the total's unit. */
  readonly sum: Decimal;
  readonly finding: Draft | undefined;
}

/** Parts missing from an open list are believed to be left out unless so little is missing that no part is that small. */
const SMALL_GAP = new Decimal("0.1");

/** The likeliest total that its parts do not contradict, else the likeliest. */
export function judgeParts(statement: PartsStatement, judgement: Judgement): JudgedParts {
  const { parts } = statement;
  const [likeliest, ...others] = statement.totals;
  let total = likeliest;
  let agreement = agreeWithParts(total, parts, judgement);
  for (const other of agreement.verdict === "error" ? others : []) {
    const judged = agreeWithParts(other, parts, judgement);
    if (judged.verdict === "error") continue;
    total = other;
    agreement = judged;
    break;
  }
  const { verdict } = agreement;
  const sum = total.value.minus(agreement.difference);
  const finding = verdict === "passed" ? undefined : partsFinding(statement, total, agreement, verdict, sum);
  return { total, parts, verdict, sum, finding };
}

function partsFinding(
  statement: PartsStatement,
  total: TextFigure,
  agreement: Agreement,
  verdict: Severity,
  sum: Decimal,
): Draft | undefined {
  const { parts } = statement;
  const { difference } = agreement;
  const { unit } = total;
  const list = parts.map(said).join(" ＋ ");
  const missing = !statement.complete && verdict === "error" && difference.isPositive();
  const smallest = Decimal.min(...parts.map((part) => valueIn(part, unit)));
  const open = missing && difference.greaterThan(smallest.times(SMALL_GAP));
  // Three hundred of a thousand named as an example say nothing about the rest.
  if (open && (difference.greaterThan(sum) || parts.length < 3)) return undefined;
  const confidence: Confidence = statement.certain && !open ? "sure" : "look";
  const apart = said({ value: difference.abs(), unit });
  return {
    rule: "report.parts",
    severity: verdict,
    confidence,
    message: open
      ? NARRATIVE_TEXTS.partsOpen(said(total), list, said({ value: sum, unit }), apart)
      : NARRATIVE_TEXTS.parts(said(total), list, said({ value: sum, unit }), apart, verdict),
    at: [total, ...parts],
    figures: [total, ...parts].map((figure) => plain(valueIn(figure, unit))),
    unit: unit.name,
    difference: plain(difference),
    tolerance: plain(agreement.tolerance),
    left: { value: plain(total.value), cells: [] },
    right: { value: plain(sum), cells: [] },
    fact: "",
  };
}

export interface JudgedRate {
  readonly rate: TextFigure;
  readonly passed: boolean;
  readonly finding: Draft | undefined;
}

const RANK: Readonly<Record<Verdict, number>> = { passed: 0, notice: 1, warning: 2, error: 3 };

/** By the pair that may be meant and comes nearest to the rate. */
export function judgeRateStatement(statement: RateStatement): JudgedRate {
  const { rate, certain } = statement;
  let [{ of, over }] = statement.pairs;
  let agreement = agreeWithQuotient(rate, of, over);
  for (const pair of statement.pairs.slice(1)) {
    const judged = agreeWithQuotient(rate, pair.of, pair.over);
    const nearer = judged.difference.abs().lessThan(agreement.difference.abs());
    const rank = RANK[judged.verdict] - RANK[agreement.verdict];
    if (rank > 0 || (rank === 0 && !nearer)) continue;
    ({ of, over } = pair);
    agreement = judged;
  }
  const { verdict } = agreement;
  if (verdict === "passed") return { rate, passed: true, finding: undefined };
  const points = percent(of, over, rate.decimals);
  return {
    rate,
    passed: false,
    finding: {
      rule: "report.rate",
      severity: verdict,
      confidence: certain ? "sure" : "look",
      message: NARRATIVE_TEXTS.rate(said(rate), `${said(of)} ÷ ${said(over)}`, points, verdict),
      at: [rate, of, over],
      figures: [plain(rate.value), plain(of.value), plain(valueIn(over, of.unit))],
      unit: rate.unit.name,
      difference: plain(agreement.difference),
      tolerance: plain(agreement.tolerance),
      left: { value: plain(rate.value), cells: [] },
      right: { value: points.replace("%", ""), cells: [] },
      fact: "",
    },
  };
}

/** "99.42%": the quotient to the decimals that the rate is written with, at least 2. */
export function percent(of: Valued, over: Valued, decimals: number): string {
  const points = valueIn(of, over.unit).times(100).dividedBy(over.value);
  return `${plain(points.toDecimalPlaces(Math.max(2, decimals)))}%`;
}

export function judgeBalance(statement: BalanceStatement, judgement: Judgement): Draft | undefined {
  const { balance, amounts, spent, certain } = statement;
  const [amount] = amounts;
  const judged = [...amounts, total(amounts)].map((one) =>
    agreeWithDifference(balance, one, spent, judgement),
  );
  if (judged.some(({ verdict }) => verdict === "passed")) return undefined;
  const agreement = agreeWithDifference(balance, amount, spent, judgement);
  return balanceFinding({ balance, amount, spent, agreement, certain, at: [balance, amount, spent] });
}

/** Of all amounts together: 中央资金300万元、省级资金200万元，支出450万元，结余50万元. */
function total([first, ...others]: BalanceStatement["amounts"]): Valued {
  return others.reduce<Valued>(
    (sum, one) => ({
      unit: sum.unit,
      value: sum.value.plus(valueIn(one, sum.unit)),
      decimals: Math.max(sum.decimals, one.decimals + sum.unit.power - one.unit.power),
    }),
    first,
  );
}

/** A balance that does not agree; undefined where it does. */
export function balanceFinding(of: {
  readonly balance: TextFigure;
  readonly amount: Valued;
  readonly spent: Valued;
  readonly agreement: Agreement;
  readonly certain: boolean;
  readonly at: readonly TextFigure[];
}): Draft | undefined {
  const { balance, amount, spent, agreement, certain, at } = of;
  if (agreement.verdict === "passed") return undefined;
  const { unit } = balance;
  const left = balance.value.plus(agreement.difference);
  return {
    rule: "report.balance",
    severity: agreement.verdict,
    confidence: certain ? "sure" : "look",
    message: NARRATIVE_TEXTS.balance(
      said(amount),
      said(spent),
      said({ value: left, unit }),
      said(balance),
      said({ value: agreement.difference.abs(), unit }),
      agreement.verdict,
    ),
    at,
    figures: [balance, amount, spent].map((figure) => plain(valueIn(figure, unit))),
    unit: unit.name,
    difference: plain(agreement.difference),
    tolerance: plain(agreement.tolerance),
    left: { value: plain(left), cells: [] },
    right: { value: plain(balance.value), cells: [] },
    fact: "",
  };
}

export function judgeEqual(statement: EqualStatement, judgement: Judgement): Draft | undefined {
  const { left, right } = statement;
  const agreement = agree(left, right, judgement);
  if (agreement.verdict === "passed" || agreement.verdict === "notice") return undefined;
  return {
    rule: "report.equal",
    severity: agreement.verdict,
    confidence: "sure",
    message: NARRATIVE_TEXTS.equal(said(left), said(right)),
    at: [left, right],
    figures: [plain(left.value), plain(valueIn(right, left.unit))],
    unit: left.unit.name,
    difference: plain(agreement.difference),
    tolerance: plain(agreement.tolerance),
    left: { value: plain(left.value), cells: [] },
    right: { value: plain(valueIn(right, left.unit)), cells: [] },
    fact: "",
  };
}

/** More done than planned; undefined where it is not. */
export function judgeOutOf({ part, whole }: OutOfStatement): Draft | undefined {
  const apart = part.value.minus(valueIn(whole, part.unit));
  if (!apart.isPositive() || apart.isZero()) return undefined;
  return {
    rule: "report.progress",
    severity: "error",
    confidence: "sure",
    message: NARRATIVE_TEXTS.aboveWhole(part.before + said(part), whole.before + said(whole)),
    at: [part, whole],
    figures: [plain(part.value), plain(valueIn(whole, part.unit))],
    unit: part.unit.name,
    difference: plain(apart),
    tolerance: "0",
    left: { value: plain(part.value), cells: [] },
    right: { value: plain(valueIn(whole, part.unit)), cells: [] },
    fact: "",
  };
}
