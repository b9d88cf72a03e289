/** What stands row by row inside SUMPRODUCT: amounts, and conditions as factors of 1 and 0. */
import { EXCEL_WHY } from "../../texts/rules-excel";
import { isNothing } from "../figures/amount";
import { FIGURE, NOTHING } from "../figures/figure";
import type { TableColumn } from "../tables/table";
import { speller, figuresOf, type TableData, textsOf } from "./context";
import { column, constant, NoFormula, range, readable, scaled, toWritten, type Writing } from "./excel-cells";
import type { ColumnNode, Node, Test } from "./typed";

/** Spellings of one text. */
const MAX_SPELLINGS = 8;

/** Row by row, as it stands inside SUMPRODUCT. */
export function array(node: Node, data: TableData, top: number, bottom: number, writing: Writing): string {
  switch (node.kind) {
    case "cell":
    case "member": {
      const { place } = column(node, writing);
      const figures = figuresOf(writing.context, data, place);
      readable(data, place, figures, top, bottom, true);
      if (figures.unit.dimension === "date") wholeDays(data, place, top, bottom);
      return scaled(range(data, place, top, bottom, writing), toWritten(figures.unit, writing));
    }
    case "constant":
      return constant(node, writing);
    case "negate":
      return `(-1*(${array(node.operand, data, top, bottom, writing)}))`;
    case "arithmetic": {
      const left = array(node.left, data, top, bottom, writing);
      return `((${left})${node.operator}(${array(node.right, data, top, bottom, writing)}))`;
    }
    case "days": {
      if (node.working) throw new NoFormula(EXCEL_WHY.workingDays());
      const to = array(node.to, data, top, bottom, writing);
      return `(${to}-${array(node.from, data, top, bottom, writing)})`;
    }
    default:
      throw new NoFormula(EXCEL_WHY.tooInvolved());
  }
}

/** A time of day, or the other calendar, would change a difference of days. */
function wholeDays(data: TableData, place: TableColumn, top: number, bottom: number): void {
  const { sheet } = data.table;
  for (let index = top; index <= bottom; index += 1) {
    const stored = sheet.number(data.rows[index]!, place.column);
    if (!Number.isNaN(stored) && (!Number.isInteger(stored) || stored > 2_958_465))
      throw new NoFormula(EXCEL_WHY.times());
  }
}

/** A condition as factors of 1 and 0. */
export function condition(
  test: Test,
  data: TableData,
  top: number,
  bottom: number,
  writing: Writing,
): string {
  switch (test.kind) {
    case "and":
      return `${condition(test.left, data, top, bottom, writing)}*${condition(test.right, data, top, bottom, writing)}`;
    case "or":
      return `((${condition(test.left, data, top, bottom, writing)}+${condition(test.right, data, top, bottom, writing)})>0)`;
    case "not":
      return `(1-${condition(test.operand, data, top, bottom, writing)})`;
    case "in":
      return matching(test.operand, test.values, true, data, top, bottom, writing);
    case "present":
      return present(test.operand, data, top, bottom, writing);
    case "compare": {
      if (test.quantity === "text")
        return matching(test.left, [test.right], test.operator === "=", data, top, bottom, writing);
      const left = array(test.left, data, top, bottom, writing);
      const right = array(test.right, data, top, bottom, writing);
      const filled = datesIn([test.left, test.right], data, top, bottom, writing);
      // Differences of whole days are exact; others are cut to 8 decimals, where engines agree.
      const exact = test.quantity === "days" || test.quantity === "date" || test.quantity === "count";
      return `${filled}(${exact ? `${left}${test.operator}${right}` : `ROUND((${left})-(${right}),8)${test.operator}0`})`;
    }
  }
}

/** A row without a date is never picked, where an engine would take the blank for day 0. */
function datesIn(
  nodes: readonly Node[],
  data: TableData,
  top: number,
  bottom: number,
  writing: Writing,
): string {
  const factors: string[] = [];
  for (const node of nodes) {
    const parts = node.kind === "days" ? [node.from, node.to] : [node];
    for (const part of parts) {
      if (
        (part.kind !== "cell" && part.kind !== "member") ||
        (part.quantity !== "date" && part.quantity !== "days" && part.quantity !== "rate")
      )
        continue;
      factors.push(`(${range(data, column(part, writing).place, top, bottom, writing)}<>"")*`);
    }
  }
  return factors.join("");
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Texts are matched by every spelling of them that stands in the column, letter for letter. */
function matching(
  node: Node,
  values: readonly Node[],
  wanted: boolean,
  data: TableData,
  top: number,
  bottom: number,
  writing: Writing,
): string {
  if (node.kind !== "cell" || node.quantity !== "text") throw new NoFormula(EXCEL_WHY.tooInvolved());
  const { place } = column(node, writing);
  ownTexts(data, place);
  const literals = values.map((value) => {
    if (value.kind !== "text") throw new NoFormula(EXCEL_WHY.tooInvolved());
    return value.value;
  });
  const spell = speller(writing.context, node.column);
  const keys = new Set(literals.map(spell));
  const { texts } = textsOf(data, place);
  const picked = texts.filter((text) => keys.has(spell(text)));
  const spellings = [...new Set([...literals, ...picked])];
  const folded = new Set(spellings.map((text) => text.toLowerCase()));
  if (texts.some((text) => folded.has(text.toLowerCase()) && !picked.includes(text)))
    throw new NoFormula(EXCEL_WHY.letters());
  if (spellings.length > MAX_SPELLINGS || spellings.some((text) => text.length > 250))
    throw new NoFormula(EXCEL_WHY.spellings());
  const area = range(data, place, top, bottom, writing);
  const matches = spellings.map((text) => `(${area}=${quoted(text)})`);
  const any = matches.length === 1 ? matches.join("") : `(${matches.join("+")})`;
  return wanted ? any : `(1-${any})`;
}

/** Each row's text must stand in its own cell, as text. */
function ownTexts(data: TableData, place: TableColumn): void {
  const { sheet, rows } = data.table;
  for (const row of rows)
    if (sheet.kind(row, place.column) === "number") throw new NoFormula(EXCEL_WHY.numberKeys());
  const [first, last] = [rows[0]!, rows[rows.length - 1]!];
  const merged = sheet.merges.some(
    (area) =>
      area.top < area.bottom &&
      area.bottom >= first &&
      area.top <= last &&
      place.column >= area.left &&
      place.column <= area.right,
  );
  if (merged) throw new NoFormula(EXCEL_WHY.merged());
}

function present(node: ColumnNode, data: TableData, top: number, bottom: number, writing: Writing): string {
  const { place } = column(node, writing);
  const { sheet } = data.table;
  const area = range(data, place, top, bottom, writing);
  const marks = new Set<string>();
  for (let index = top; index <= bottom; index += 1) {
    const row = data.rows[index]!;
    const text = sheet.text(row, place.column);
    const kind = sheet.kind(row, place.column);
    if (kind === "text" && text !== "" && isNothing(text)) marks.add(text);
    if (node.quantity !== "text") {
      const state = figuresOf(writing.context, data, place).states[index]!;
      if (state !== FIGURE && state !== NOTHING) throw new NoFormula(EXCEL_WHY.unreadable());
    }
  }
  if (node.quantity === "text") ownTexts(data, place);
  if (marks.size > MAX_SPELLINGS) throw new NoFormula(EXCEL_WHY.spellings());
  return [`(${area}<>"")`, ...[...marks].map((mark) => `(${area}<>${quoted(mark)})`)].join("*");
}
