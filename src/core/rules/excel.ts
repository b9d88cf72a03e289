/**
 * A compiled expression as live formula text that every engine calculates alike: quoted sheet names, absolute
 * references, SUM and SUMPRODUCT of products; no text made a number by the engine, no wildcard, no double minus.
 * Where a workbook holds what such a formula would misread, there is none, and why is told.
 */
import { EXCEL_WHY } from "../../texts/rules-excel";
import { isNothing } from "../figures/amount";
import { Decimal, plain, tenTo } from "../figures/decimal";
import { CONVERTED, FIGURE, type FigureColumn, NOTHING } from "../figures/figure";
import { FRACTION, type Unit } from "../figures/unit";
import type { Text } from "../pack/pack";
import { areaOf, type TableColumn } from "../tables/table";
import { columnName, quoteSheet, type SheetArea } from "../workbook/address";
import type { CompiledExpression } from "./compile";
import { canonical, figuresOf, type RuleContext, type TableData, textsOf } from "./context";
import { evaluateExpression } from "./evaluate";
import { BINDING } from "./names";
import { leftOutBy, placeOf, tableOf, type Trace, traceAt, WHOLE } from "./trace";
import type { ColumnNode, Node, SumNode, Test } from "./typed";

export type ExcelText =
  | {
      readonly ok: true;
      /** Without "=". */
      readonly formula: string;
      /** The cells that it reads. */
      readonly references: readonly SheetArea[];
    }
  | { readonly ok: false; readonly why: Text };

class NoFormula extends Error {
  constructor(readonly why: Text) {
    super(why.en);
  }
}

interface Writing {
  readonly context: RuleContext;
  readonly trace: Trace;
  readonly references: SheetArea[];
  /** Money is written in 元 times ten to this. */
  readonly power: number;
}

/** Runs of data rows beyond this make a formula that nobody can read. */
const MAX_RUNS = 20;
/** Spellings of one text. */
const MAX_SPELLINGS = 8;

/** Live formula of the value that `evaluateExpression` gives, in the same unit; or why there is none. */
export function excelFormula(compiled: CompiledExpression, context: RuleContext): ExcelText {
  const value = evaluateExpression(compiled, context);
  if (!value.ok) return { ok: false, why: value.why };
  const references: SheetArea[] = [];
  const writing: Writing = {
    context,
    trace: traceAt(context, WHOLE, false),
    references,
    power: value.unit.dimension === "money" ? value.unit.power : moneyPower(compiled.node, context),
  };
  try {
    const formula = write(compiled.node, writing);
    const scaled = value.unit.dimension === "rate" ? times(formula, -value.unit.power) : formula;
    return { ok: true, formula: scaled, references };
  } catch (error) {
    if (error instanceof NoFormula) return { ok: false, why: error.why };
    throw error;
  }
}

/** The unit in which amounts inside a quotient are written: that of the first amount. */
function moneyPower(node: Node, context: RuleContext): number {
  const trace = traceAt(context, WHOLE, false);
  const visit = (one: Node): number | undefined => {
    switch (one.kind) {
      case "cell":
      case "member": {
        if (one.quantity !== "money") return undefined;
        const found = placeOf(one, trace);
        return found?.place.unit.power;
      }
      case "sum":
      case "total":
      case "negate":
      case "abs":
      case "round":
        return visit(one.operand);
      case "arithmetic":
        return visit(one.left) ?? visit(one.right);
      case "extreme":
        return one.operands.map(visit).find((power) => power !== undefined);
      default:
        return undefined;
    }
  };
  return visit(node) ?? 0;
}

function write(node: Node, writing: Writing): string {
  switch (node.kind) {
    case "constant":
      return number(
        node.value.times(tenTo((node.unit?.power ?? 0) - (node.quantity === "money" ? writing.power : 0))),
      );
    case "negate":
      return `-${bracketed(node.operand, 3, true, writing)}`;
    case "abs":
      return `ABS(${write(node.operand, writing)})`;
    case "extreme":
      return `${node.greatest ? "MAX" : "MIN"}(${node.operands.map((one) => write(one, writing)).join(",")})`;
    case "round": {
      // An exact half may stand a little below itself in binary; see the sources in docs/rules.md.
      const inner = write(node.operand, writing);
      return `ROUND(${inner}+SIGN(${inner})*0.0000000001,${node.decimals})`;
    }
    case "arithmetic": {
      const left = bracketed(node.left, BINDING[node.operator], false, writing);
      return left + node.operator + bracketed(node.right, BINDING[node.operator], true, writing);
    }
    case "sum":
      return sum(node, writing);
    case "count": {
      const data = table(node.table, writing);
      const { where } = node;
      const parts = runs(data).map(({ top, bottom }) => {
        if (where !== undefined) return `SUMPRODUCT(${condition(where, data, top, bottom, writing)}*1)`;
        const key = [...data.table.columns.values()][0];
        if (key === undefined) throw new NoFormula(EXCEL_WHY.noRows());
        const area = range(data, key, top, bottom, writing);
        return data.table.orientation === "rows" ? `ROWS(${area})` : `COLUMNS(${area})`;
      });
      return together(parts);
    }
    case "total":
      return total(node, writing);
    case "days":
      throw new NoFormula(EXCEL_WHY.days());
    case "text":
    case "cell":
    case "member":
      throw new NoFormula(EXCEL_WHY.noValue());
  }
}

function number(value: Decimal): string {
  return value.isNegative() ? `(${plain(value)})` : plain(value);
}

function together(parts: readonly string[]): string {
  if (parts.length === 0) return "0";
  return parts.length === 1 ? parts.join("") : `(${parts.join("+")})`;
}

function times(formula: string, power: number): string {
  return power === 0 ? formula : `(${formula})*${plain(tenTo(power))}`;
}

function bracketed(node: Node, binding: number, right: boolean, writing: Writing): string {
  const text = write(node, writing);
  const own = node.kind === "arithmetic" ? BINDING[node.operator] : node.kind === "negate" ? 0 : 9;
  return own < binding || (right && own === binding) ? `(${text})` : text;
}

function table(spec: SumNode["table"], writing: Writing): TableData {
  const data = tableOf(spec, writing.trace);
  if (data === undefined) throw new NoFormula(writing.trace.stop?.why ?? EXCEL_WHY.noValue());
  return data;
}

function column(
  node: ColumnNode,
  writing: Writing,
): { readonly data: TableData; readonly place: TableColumn } {
  const found = placeOf(node, writing.trace);
  if (found === undefined) throw new NoFormula(writing.trace.stop?.why ?? EXCEL_WHY.noValue());
  return found;
}

/** Unbroken runs of data rows, as indices into the table's rows. */
function runs(data: TableData): readonly { readonly top: number; readonly bottom: number }[] {
  const found: { top: number; bottom: number }[] = [];
  for (let index = 0; index < data.dataRows; index += 1) {
    const last = found.at(-1);
    if (last !== undefined && data.rows[index] === (data.rows[last.bottom] ?? 0) + 1) last.bottom = index;
    else found.push({ top: index, bottom: index });
    if (found.length > MAX_RUNS) throw new NoFormula(EXCEL_WHY.scattered());
  }
  if (found.length === 0) throw new NoFormula(EXCEL_WHY.noRows());
  return found;
}

/** Absolute reference to rows of a column, by their indices. */
function range(data: TableData, place: TableColumn, top: number, bottom: number, writing: Writing): string {
  const area = areaOf(data.table, {
    top: data.rows[top] ?? 0,
    bottom: data.rows[bottom] ?? 0,
    left: place.column,
    right: place.column,
  });
  writing.references.push(area);
  const first = `$${columnName(area.left)}$${area.top + 1}`;
  const last = `$${columnName(area.right)}$${area.bottom + 1}`;
  return `${quoteSheet(area.sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** Power of ten that brings a column's stored numbers to the unit that is written. */
function toWritten(unit: Unit, writing: Writing): number {
  if (unit.dimension === "money") return unit.power - writing.power;
  return unit.dimension === "rate" ? unit.power - FRACTION.power : unit.power;
}

/** A formula reads stored numbers; a figure held as text or in another unit it would miss or misread. */
function readable(
  data: TableData,
  place: TableColumn,
  figures: FigureColumn,
  from: number,
  to: number,
  products: boolean,
): void {
  for (let index = from; index <= to; index += 1) {
    if (figures.fromText[index] === 1) throw new NoFormula(EXCEL_WHY.textFigure());
    if (((figures.marks[index] ?? 0) & CONVERTED) !== 0) throw new NoFormula(EXCEL_WHY.converted());
    const state = figures.states[index] ?? NOTHING;
    if (state !== FIGURE && state !== NOTHING) throw new NoFormula(EXCEL_WHY.unreadable());
    const marked =
      products && state === NOTHING && data.table.sheet.kind(data.rows[index] ?? 0, place.column) === "text";
    if (marked) throw new NoFormula(EXCEL_WHY.mark());
  }
}

function sum(node: SumNode, writing: Writing): string {
  const data = table(node.table, writing);
  const { operand, where } = node;
  if (where === undefined && (operand.kind === "cell" || operand.kind === "member")) {
    const { place } = column(operand, writing);
    const figures = figuresOf(writing.context, data, place);
    const areas = runs(data).map(({ top, bottom }) => {
      readable(data, place, figures, top, bottom, false);
      return range(data, place, top, bottom, writing);
    });
    return scaled(`SUM(${areas.join(",")})`, toWritten(figures.unit, writing));
  }
  const parts = runs(data).map(({ top, bottom }) => {
    const picked = where === undefined ? "" : `${condition(where, data, top, bottom, writing)}*`;
    return `SUMPRODUCT(${picked}${array(operand, data, top, bottom, writing)})`;
  });
  return together(parts);
}

function scaled(formula: string, power: number): string {
  return power === 0 ? formula : `${formula}*${plain(tenTo(power))}`;
}

function total(node: Extract<Node, { readonly kind: "total" }>, writing: Writing): string {
  const { data, place } = column(node.operand, writing);
  const [printed] = data.table.totalRows;
  if (printed === undefined || (!node.printed && leftOutBy(data, 0).length > 0)) {
    return sum(
      {
        kind: "sum",
        table: node.operand.table,
        operand: node.operand,
        where: undefined,
        quantity: node.quantity,
        at: node.at,
      },
      writing,
    );
  }
  const figures = figuresOf(writing.context, data, place);
  readable(data, place, figures, data.dataRows, data.dataRows, true);
  return scaled(range(data, place, data.dataRows, data.dataRows, writing), toWritten(figures.unit, writing));
}

/** Row by row, as it stands inside SUMPRODUCT. */
function array(node: Node, data: TableData, top: number, bottom: number, writing: Writing): string {
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
      return write(node, writing);
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
    const stored = sheet.number(data.rows[index] ?? 0, place.column);
    if (!Number.isNaN(stored) && (!Number.isInteger(stored) || stored > 2_958_465))
      throw new NoFormula(EXCEL_WHY.times());
  }
}

/** A condition as factors of 1 and 0. */
function condition(test: Test, data: TableData, top: number, bottom: number, writing: Writing): string {
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
  const keys = new Set(literals.map((text) => canonical(writing.context, node.column, text)));
  const { texts } = textsOf(data, place);
  const picked = texts.filter((text) => keys.has(canonical(writing.context, node.column, text)));
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
  const [first, last] = [rows[0] ?? 0, rows.at(-1) ?? 0];
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
    const row = data.rows[index] ?? 0;
    const text = sheet.text(row, place.column);
    const kind = sheet.kind(row, place.column);
    if (kind === "text" && text !== "" && isNothing(text)) marks.add(text);
    if (node.quantity !== "text") {
      const state = figuresOf(writing.context, data, place).states[index] ?? NOTHING;
      if (state !== FIGURE && state !== NOTHING) throw new NoFormula(EXCEL_WHY.unreadable());
    }
  }
  if (node.quantity === "text") ownTexts(data, place);
  if (marks.size > MAX_SPELLINGS) throw new NoFormula(EXCEL_WHY.spellings());
  return [`(${area}<>"")`, ...[...marks].map((mark) => `(${area}<>${quoted(mark)})`)].join("*");
}
