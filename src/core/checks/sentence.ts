/** One failed comparison as one plain sentence. */
import { CHECK_TEXTS } from "../../texts/checks";
import { Decimal, fixed, plain } from "../figures/decimal";
import type { Language, Text } from "../pack/pack";
import { keysOf } from "../rules/context";
import type { ComparedSide, Comparison, RuleContext } from "../rules/language";
import type { CellNode } from "../rules/typed";
import { cellAddress, cellName } from "../workbook/address";
import { sideLabel } from "./labels";
import { nameOfRow, placeOfCell } from "./places";

/** The sentence, in a language. @param rule the rule in words, for what has no figures */
export function sentence(
  comparison: Comparison,
  rule: Text,
  context: RuleContext,
  language: Language,
): string {
  const row =
    comparison.kind === "duplicate" || comparison.kind === "set"
      ? ""
      : rowName(comparison, context, language);
  // Joined, the text stands by itself; added up, it would hold all its pieces for as long as it lives.
  return [row, body(comparison, rule, context, language)].join("");
}

/** The row or key that a comparison is about, with a colon; "" where it is about a whole table. */
function rowName(comparison: Comparison, context: RuleContext, language: Language): string {
  const { row, keys } = comparison.point;
  if (row !== undefined) {
    const name = nameOfRow(row.data, row.index);
    if (row.index >= row.data.dataRows) return CHECK_TEXTS.row(CHECK_TEXTS.totalRow())[language];
    return name === "" ? "" : CHECK_TEXTS.row({ "zh-CN": name, en: name })[language];
  }
  if (keys.length === 0) return "";
  const [cell] = comparison.left.cells;
  const place =
    cell === undefined
      ? undefined
      : placeOfCell(
          context,
          comparison.body.tables.map(({ id }) => id),
          cell,
        );
  const names = keys.map(({ dimension, number }) => {
    const member = dimension.members?.find(({ name }) => name === keysOf(context, dimension).names[number]);
    if (member !== undefined) return member.label[language];
    const spelled = place?.index === undefined ? "" : nameOfRow(place.data, place.index);
    return keys.length === 1 && spelled !== "" ? spelled : keysOf(context, dimension).names[number]!;
  });
  const name = names.join(" ");
  return CHECK_TEXTS.row({ "zh-CN": name, en: name })[language];
}

function body(comparison: Comparison, rule: Text, context: RuleContext, language: Language): string {
  const { kind, left } = comparison;
  if (kind === "condition") return CHECK_TEXTS.unmet(rule)[language];
  // All others have two sides.
  const right = comparison.right!;
  const [a, b] = [left, right].map((side) => sideLabel(side.node, comparison, context, language));
  const labels = { left: a!, right: b! };
  switch (kind) {
    case "duplicate":
      return CHECK_TEXTS.duplicate(left.value, cellName(right.cells[0]!))[language];
    case "set": {
      // Its sides are the tables' columns of keys.
      const [table, other] = [left.node as CellNode, right.node as CellNode].map((node) => node.table.label);
      return CHECK_TEXTS.keyMissing(table!, right.value, other!, cellAddress(right.cells[0]!))[language];
    }
    case "texts": {
      const name = { "zh-CN": labels.left, en: labels.left };
      if (comparison.operator === "<>") return CHECK_TEXTS.forbiddenText(name, left.value)[language];
      return CHECK_TEXTS.wrongText(name, left.value.trim(), right.value)[language];
    }
    case "dates":
      return sides(comparison, left.value, right.value, labels, language) + CHECK_TEXTS.stop()[language];
    case "days":
      return (
        sides(comparison, left.value, right.value, labels, language) +
        CHECK_TEXTS.days(comparison.difference!)[language]
      );
    case "rate":
      return rate(comparison, right, labels, language);
    case "figures":
      return comparison.unit?.dimension === "score"
        ? score(comparison, right, labels, language)
        : figures(comparison, right, labels, language);
  }
}

interface Labels {
  readonly left: string;
  readonly right: string;
}

function sides(
  { operator, kind }: Comparison,
  left: string,
  right: string,
  labels: Labels,
  language: Language,
): string {
  return CHECK_TEXTS.sides(labels.left, left, operator!, labels.right, right, kind === "dates", language);
}

/** With the decimals that the figures were written with, so that 17290.1 beside 17290.22 reads 17290.10. */
function amount(value: string, decimals: number): string {
  const exact = new Decimal(value);
  const shown = fixed(exact, decimals);
  return new Decimal(shown).equals(exact) ? shown : plain(exact);
}

function figures(comparison: Comparison, right: ComparedSide, labels: Labels, language: Language): string {
  const decimals = comparison.unit?.dimension === "money" ? comparison.decimals : 0;
  const difference = comparison.difference!;
  const text = sides(
    comparison,
    amount(comparison.left.value, decimals),
    amount(right.value, decimals),
    labels,
    language,
  );
  return (
    text + CHECK_TEXTS.apart(amount(difference, decimals))[language] + band(comparison, difference)[language]
  );
}

/** Scores are shown with 4 decimals where a quotient does not end. */
const SCORE_DECIMALS = 4;

function score(comparison: Comparison, right: ComparedSide, labels: Labels, language: Language): string {
  const { tolerance = "0", operator, verdict } = comparison;
  const shown = (value: string): string => plain(new Decimal(value).toDecimalPlaces(SCORE_DECIMALS));
  const { left } = comparison;
  const text = sides(comparison, shown(left.value), shown(right.value), labels, language);
  const difference = comparison.difference!;
  const apart = text + CHECK_TEXTS.apart(shown(difference))[language];
  if (operator !== "=" || new Decimal(tolerance).isZero()) return apart + CHECK_TEXTS.stop()[language];
  const near = new Decimal(difference).abs().lessThan(tolerance);
  if (verdict === "warning" && near)
    return (
      apart +
      (new Decimal(writtenSide(left, right).value).isInteger()
        ? CHECK_TEXTS.wholePoints()
        : CHECK_TEXTS.truncation())[language]
    );
  return apart + CHECK_TEXTS.stop()[language];
}

/** What the written digits explain of a difference. */
function band(comparison: Comparison, difference: string): Text {
  const { tolerance, verdict } = comparison;
  if (tolerance === undefined || new Decimal(tolerance).isZero()) return CHECK_TEXTS.stop();
  if (new Decimal(difference).abs().greaterThan(tolerance)) return CHECK_TEXTS.beyond(tolerance);
  return verdict === "notice" ? CHECK_TEXTS.rounding() : CHECK_TEXTS.truncation();
}

/** A live quotient has a dozen; so many tell it apart from what it should be. */
const MOST_PERCENT_DECIMALS = 4;

function rate(comparison: Comparison, right: ComparedSide, labels: Labels, language: Language): string {
  const { left, tolerance } = comparison;
  const written = writtenSide(left, right);
  const exact = written === left ? right : left;
  // Shares are read as percentages, whether the column holds fractions or points.
  const power = comparison.unit?.power === 0 ? 2 : 0;
  const percent = (value: string, decimals: number): string =>
    `${fixed(new Decimal(value).times(10 ** power), decimals)}%`;
  const decimals = Math.min(MOST_PERCENT_DECIMALS, Math.max(0, comparison.decimals - power));
  const told = (side: ComparedSide): string => percent(side.value, side === exact ? decimals + 2 : decimals);
  const text = sides(comparison, told(left), told(right), labels, language);
  if (comparison.operator !== "=" || tolerance === undefined) return text + CHECK_TEXTS.stop()[language];
  const within = new Decimal(left.value).minus(right.value).abs().lessThan(tolerance);
  const wanted = CHECK_TEXTS.shouldBe(percent(exact.value, decimals))[language];
  return text + wanted + (within ? CHECK_TEXTS.truncation() : CHECK_TEXTS.stop())[language];
}

/** The side that was written as it stands, where the other is calculated; else the left one. */
function writtenSide(left: ComparedSide, right: ComparedSide): ComparedSide {
  return isColumn(left) || !isColumn(right) ? left : right;
}

function isColumn({ node }: ComparedSide): boolean {
  return node?.kind === "cell" || node?.kind === "member" || node?.kind === "total";
}
