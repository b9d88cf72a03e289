/** What a text says of each fact: values that agree are one. */
import { Decimal } from "../figures/decimal";
import type { FactSpec, Judgement } from "../pack/pack";
import { agree, type Valued } from "./agreement";
import type { JudgedParts } from "./judge-statements";
import { SPENT } from "./lexicon";
import { admits, type Mention } from "./mentions";
import type { TextFigure } from "./sentences";

/** One value that the text gives a fact, with every place that gives it. */
export interface StatedValue extends Valued {
  readonly figures: readonly [TextFigure, ...TextFigure[]];
  /** Told by the parts listed behind a coarser figure. */
  readonly byParts: boolean;
}

export interface StatedFact {
  readonly fact: FactSpec;
  readonly values: readonly StatedValue[];
}

/** What the text says of each fact: values that agree are one, the most exactly written stands for them. */
export function statedFacts(
  mentions: readonly Mention[],
  parts: readonly JudgedParts[],
  facts: readonly FactSpec[],
  judgement: Judgement,
): readonly StatedFact[] {
  const sums = new Map<TextFigure, JudgedParts>();
  for (const judged of parts) {
    const finer = judged.parts.every((part) => part.unit.power < judged.total.unit.power);
    if (finer && judged.verdict === "passed") sums.set(judged.total, judged);
  }
  const held = mentions.filter((mention) => !isOfSpending(mention, mentions, parts));
  return facts.flatMap((fact) => {
    const own = held.filter(({ facts: [first, second] }) => first === fact && second === undefined);
    const shared = held.filter(({ facts: several }) => several.length > 1 && several.includes(fact));
    const values: OpenValue[] = [];
    for (const { figure } of own) put(values, exactly(figure, sums), judgement);
    // Words that fit several facts count for the one that has this value already.
    for (const { figure } of shared) {
      if (values.some((value) => agree(value, figure, judgement).verdict === "passed")) {
        put(values, exactly(figure, sums), judgement);
      }
    }
    return values.length === 0 ? [] : [{ fact, values }];
  });
}

/** 到位x，支出y，分别为中央a、省级b, where a and b make up y: what was spent of the central funds, not what they are. */
function isOfSpending(
  { figure, facts }: Mention,
  mentions: readonly Mention[],
  lists: readonly JudgedParts[],
): boolean {
  return lists.some(
    ({ total, parts, verdict }) =>
      verdict === "passed" &&
      parts.includes(figure) &&
      SPENT.test(total.before) &&
      !mentions.some(
        (one) => one.figure === total && facts.some((part) => one.facts.some((whole) => admits(whole, part))),
      ),
  );
}

function exactly(figure: TextFigure, sums: ReadonlyMap<TextFigure, JudgedParts>): StatedValue {
  const judged = sums.get(figure);
  const [first] = judged?.parts ?? [];
  if (judged === undefined || first === undefined)
    return { ...valued(figure), figures: [figure], byParts: false };
  const unit = first.unit;
  return {
    unit,
    value: judged.sum.times(new Decimal(10).pow(figure.unit.power - unit.power)),
    decimals: Math.max(...judged.parts.map((part) => part.decimals + unit.power - part.unit.power)),
    figures: [figure],
    byParts: true,
  };
}

function valued({ value, unit, decimals }: TextFigure): Valued {
  return { value, unit, decimals };
}

/** More values than this of one fact are no report; the rest is left out. */
const MOST_VALUES = 40;

interface OpenValue extends Valued {
  figures: [TextFigure, ...TextFigure[]];
  byParts: boolean;
}

function put(values: OpenValue[], next: StatedValue, judgement: Judgement): void {
  const known = values.find((value) => agree(value, next, judgement).verdict === "passed");
  if (known === undefined) {
    if (values.length < MOST_VALUES) values.push({ ...next, figures: [...next.figures] });
    return;
  }
  const finer = next.decimals - next.unit.power > known.decimals - known.unit.power;
  if (finer) Object.assign(known, { ...next, figures: known.figures });
  known.figures.push(...next.figures);
}
