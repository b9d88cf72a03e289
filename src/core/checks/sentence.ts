/** One failed comparison as one plain sentence. */
import { CHECK_TEXTS } from "../../texts/checks";
import { Decimal, fixed, plain } from "../figures/decimal";
import type { Language, Text } from "../pack/pack";
import { keysOf } from "../rules/context";
import { type Comparison, type RuleContext } from "../rules/language";
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
  return row + body(comparison, rule, context, language);
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
  const { kind, left, right } = comparison;
  const label = (side: typeof left | undefined): string =>
    sideLabel(side?.node, comparison, context, language);
  switch (kind) {
    case "condition":
      return CHECK_TEXTS.unmet(rule)[language];
    case "duplicate": {
      const first = right?.cells[0];
      return CHECK_TEXTS.duplicate(left.value, first === undefined ? "" : cellName(first))[language];
    }
    case "set": {
      const [table, other] = [left.node, right?.node].map((node) =>
        node !== undefined && "table" in node && node.kind === "cell"
          ? node.table.label
          : { "zh-CN": "", en: "" },
      );
      const cell = right?.cells[0];
      const none = { "zh-CN": "", en: "" };
      return CHECK_TEXTS.keyMissing(
        table ?? none,
        right?.value ?? "",
        other ?? none,
        cell === undefined ? "" : cellAddress(cell),
      )[language];
    }
    case "texts": {
      const name = { "zh-CN": label(left), en: label(left) };
      if (comparison.operator === "<>") return CHECK_TEXTS.forbiddenText(name, left.value)[language];
      return CHECK_TEXTS.wrongText(name, left.value.trim(), right?.value ?? "")[language];
    }
    case "dates":
      return (
        sides(comparison, left.value, right?.value ?? "", label(left), label(right), language) +
        CHECK_TEXTS.stop()[language]
      );
    case "days":
      return (
        sides(comparison, left.value, right?.value ?? "", label(left), label(right), language) +
        CHECK_TEXTS.days(comparison.difference ?? "")[language]
      );
    case "rate":
      return rate(comparison, label(left), label(right), language);
    case "figures":
      return comparison.unit?.dimension === "score"
        ? score(comparison, label(left), label(right), language)
        : figures(comparison, label(left), label(right), language);
  }
}

function sides(
  comparison: Comparison,
  leftValue: string,
  rightValue: string,
  left: string,
  right: string,
  language: Language,
): string {
  const { operator = "=", kind } = comparison;
  return CHECK_TEXTS.sides(left, leftValue, operator, right, rightValue, kind === "dates", language);
}

/** With the decimals that the figures were written with, so that 17290.1 beside 17290.22 reads 17290.10. */
function amount(value: string, decimals: number): string {
  const exact = new Decimal(value);
  const shown = fixed(exact, decimals);
  return new Decimal(shown).equals(exact) ? shown : plain(exact);
}

function figures(comparison: Comparison, left: string, right: string, language: Language): string {
  const decimals = comparison.unit?.dimension === "money" ? comparison.decimals : 0;
  const difference = comparison.difference ?? "0";
  const text = sides(
    comparison,
    amount(comparison.left.value, decimals),
    amount(comparison.right?.value ?? "0", decimals),
    left,
    right,
    language,
  );
  return (
    text + CHECK_TEXTS.apart(amount(difference, decimals))[language] + band(comparison, difference)[language]
  );
}

/** Scores are shown with 4 decimals where a quotient does not end. */
const SCORE_DECIMALS = 4;

function score(comparison: Comparison, left: string, right: string, language: Language): string {
  const { tolerance = "0", operator, verdict } = comparison;
  const shown = (value: string): string => plain(new Decimal(value).toDecimalPlaces(SCORE_DECIMALS));
  const [a, b] = [comparison.left.value, comparison.right?.value ?? "0"];
  const text = sides(comparison, shown(a), shown(b), left, right, language);
  const difference = comparison.difference ?? "0";
  const apart = text + CHECK_TEXTS.apart(shown(difference))[language];
  if (operator !== "=" || new Decimal(tolerance).isZero()) return apart + CHECK_TEXTS.stop()[language];
  const near = new Decimal(difference).abs().lessThan(tolerance);
  if (verdict === "warning" && near)
    return (
      apart + (new Decimal(a).isInteger() ? CHECK_TEXTS.wholePoints() : CHECK_TEXTS.truncation())[language]
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

function rate(comparison: Comparison, left: string, right: string, language: Language): string {
  const { left: a, right: b, tolerance } = comparison;
  // Shares are read as percentages, whether the column holds fractions or points.
  const power = comparison.unit?.power === 0 ? 2 : 0;
  const percent = (value: string, decimals: number): string =>
    `${fixed(new Decimal(value).times(10 ** power), decimals)}%`;
  const decimals = Math.min(MOST_PERCENT_DECIMALS, Math.max(0, comparison.decimals - power));
  const exact = b?.value ?? "0";
  const text = sides(
    comparison,
    percent(a.value, decimals),
    percent(exact, decimals + 2),
    left,
    right,
    language,
  );
  if (comparison.operator !== "=" || tolerance === undefined) return text + CHECK_TEXTS.stop()[language];
  const within = new Decimal(a.value).minus(exact).abs().lessThan(tolerance);
  const wanted = CHECK_TEXTS.shouldBe(percent(exact, decimals))[language];
  return text + wanted + (within ? CHECK_TEXTS.truncation() : CHECK_TEXTS.stop())[language];
}
