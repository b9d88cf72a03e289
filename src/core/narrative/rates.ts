/** Reads rates with their two amounts, and balances. */
import { BALANCE, NO_QUOTIENT, SPENT } from "./lexicon";
import type { Sentence, TextFigure } from "./sentences";
import { alike, type BalanceStatement, exact, type RateStatement } from "./statements";

/** 到位x，用于产业y，占比z%; 已开工y个，开工率z%; y，占x的z%. */
export function readRates(sentence: Sentence): readonly RateStatement[] {
  const figures = exact(sentence.figures);
  return figures.flatMap((rate, index) => {
    if (rate.kind !== "rate" || rate.decimals > 6 || NO_QUOTIENT.test(rate.before + rate.after.slice(0, 4)))
      return [];
    const amounts = figures.slice(0, index).filter(isAmount);
    const listed = ratesListed(rate, figures);
    if (listed !== undefined) return inTurn(rate, listed, figures);
    const of = numeratorOf(rate, amounts);
    if (of === undefined) return [];
    const others = amounts.filter(
      (figure) => figure !== of && alike(figure, of) && !figure.value.isZero() && !hasShare(figure, figures),
    );
    const share = /占|比例|比重/u.test(rate.before) || isShareOf(rate, amounts.at(-1));
    const named = /率$|率(?:为|达|达到|是|：)?$/u.test(rate.before);
    if (!share && !named) return [];
    const near = others.filter((figure) => figure.part === rate.part);
    // Of another part what bears the numerator's own word is the same thing at another time.
    const stem = stemOf(rate);
    const far = others.filter((figure) => stem === undefined || !figure.before.includes(stem));
    const overs = near.length > 0 ? near : far;
    const distinct = new Set(
      overs.map((figure) => `${figure.value.times(`1e${figure.unit.power}`).toFixed()}`),
    );
    // 600万元，占60%: of the total that the sentence began with; 占1000万元的60%: of what stands in between.
    const inverse = overs.filter((figure) => figure.start > of.start);
    const [over, ...further] = [...inverse, ...overs.filter((figure) => figure.start < of.start).reverse()];
    if (over === undefined) return [];
    // 210户720人，占67.31%: of the people or of the households.
    const twin = amounts.find((figure) => figure.end === of.start);
    const twins =
      twin === undefined
        ? []
        : amounts
            .filter((figure) => figure.end <= twin.start && alike(figure, twin) && !figure.value.isZero())
            .map((one) => ({ of: twin, over: one }));
    return [
      {
        kind: "rate",
        rate,
        pairs: [{ of, over }, ...further.map((one) => ({ of, over: one })), ...twins],
        certain: distinct.size === 1,
      },
    ];
  });
}

function isAmount({ kind }: TextFigure): boolean {
  return kind === "money" || kind === "count";
}

interface Listed {
  /** Where 分别 stands. */
  readonly at: number;
  readonly rates: readonly TextFigure[];
}

/** 分别占x%和y%: the rates of the list that this one belongs to; undefined where it stands in none. */
function ratesListed(rate: TextFigure, figures: readonly TextFigure[]): Listed | undefined {
  const { flat } = rate.passage;
  const at = flat.lastIndexOf("分别", rate.start);
  if (at < rate.sentence.start || flat.slice(at, rate.start).includes("；")) return undefined;
  const rates: TextFigure[] = [];
  for (const figure of figures) {
    if (figure.kind !== "rate" || figure.start < at) continue;
    const last = rates.at(-1);
    if (last !== undefined && !/^[、，和及与]+(?:占比?)?$/u.test(flat.slice(last.end, figure.start))) break;
    rates.push(figure);
  }
  return rates.includes(rate) ? { at, rates } : undefined;
}

/** A、B分别占T的x%和y%: each rate is of the amount in its place, out of T or of what stands before the amounts. */
function inTurn(
  rate: TextFigure,
  { at, rates }: Listed,
  figures: readonly TextFigure[],
): readonly RateStatement[] {
  const amounts = figures.filter((figure) => isAmount(figure) && figure.part === rate.part);
  const before = amounts.filter(({ end }) => end <= at);
  const whole = amounts.filter(
    ({ start, end }) => start > at && end <= Math.min(...rates.map((one) => one.start)),
  );
  const named = before.splice(-rates.length);
  const of = named.length === rates.length && rates.length > 1 ? named[rates.indexOf(rate)] : undefined;
  if (of === undefined) return [];
  const [over, ...others] = (whole.length > 0 ? whole : before.reverse()).filter(
    (figure) => alike(figure, of) && !figure.value.isZero(),
  );
  if (over === undefined) return [];
  const pairs = [{ of, over }, ...others.map((one) => ({ of, over: one }))] as const;
  return [{ kind: "rate", rate, pairs, certain: others.length === 0 }];
}

/** A part of a list that has a share of its own (600万元，占60%) is no total of its neighbours. */
function hasShare(amount: TextFigure, figures: readonly TextFigure[]): boolean {
  const next = figures[figures.indexOf(amount) + 1];
  return next?.kind === "rate" && /^、?(?:占|占比)(?:为|达|是)?$/u.test(next.before);
}

/** 占x的z%. */
function isShareOf(rate: TextFigure, last: TextFigure | undefined): boolean {
  return rate.before === "的" && last !== undefined && last.end === rate.start - 1 && /占/u.test(last.before);
}

/** 支出率 → 支出. */
function stemOf(rate: TextFigure): string | undefined {
  return /(\p{Script=Han}{2})(?:完成)?率/u.exec(rate.before)?.[1];
}

/** The amount that the rate's own word names (支出率 → 支出), else the one right before it. */
function numeratorOf(rate: TextFigure, amounts: readonly TextFigure[]): TextFigure | undefined {
  const last = amounts.at(-1);
  const stem = stemOf(rate);
  const inPart = amounts.filter((figure) => figure.part === rate.part);
  const named =
    stem === undefined ? undefined : inPart.filter((figure) => figure.before.includes(stem)).at(-1);
  if (named !== undefined) return named;
  // 占x的z%: x is what it is a share of, the amount before x is the share.
  if (isShareOf(rate, last)) return inPart.at(-2);
  // A rate by a name that no amount bears (执行率) is of the two amounts beside it, else of amounts elsewhere.
  if (stem !== undefined && !/占/u.test(rate.before)) return inPart.length === 2 ? last : undefined;
  return inPart.at(-1);
}

/** 到位x，支出y，余额z in one sentence. */
export function readBalances(sentence: Sentence): readonly BalanceStatement[] {
  const money = exact(sentence.figures).filter((figure) => figure.kind === "money" && figure.bracket === -1);
  return money.flatMap((balance, index) => {
    if (!BALANCE.test(balance.before) || /上年|以前年度|历年/u.test(balance.before)) return [];
    const before = money.slice(0, index).filter((figure) => figure.part === balance.part);
    const spent = before.findIndex((figure) => SPENT.test(figure.before) && !BALANCE.test(figure.before));
    const paid = before[spent];
    const [amount, ...others] = before.slice(0, Math.max(0, spent)).reverse();
    if (paid === undefined || amount === undefined) return [];
    return [
      { kind: "balance", balance, amounts: [amount, ...others], spent: paid, certain: before.length === 2 },
    ];
  });
}
