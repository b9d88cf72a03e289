/**
 * What an evaluation gathers on its way through a formula: the cells and written precisions of the figures that take
 * part, their unit, and why there is no value where there is none. Reading of single cells.
 */
import { WHY } from "../../texts/rules-why";
import { isNothing } from "../figures/amount";
import { Decimal, tenTo } from "../figures/decimal";
import { ERROR_VALUE, FIGURE, type FigureColumn, NOT_A_NUMBER, NOTHING } from "../figures/figure";
import { addPrecision } from "../figures/judge";
import { unitsAt, valueAt } from "../figures/sum";
import type { Unit } from "../figures/unit";
import type { ColumnSpec, KeyDimension, TableSpec, Text } from "../pack/pack";
import { cellText } from "../tables/cell-text";
import { sharedFigure } from "../tables/keys";
import type { TableColumn } from "../tables/table";
import type { CellRef, CellRun } from "../workbook/address";
import { keyColumn } from "./compile";
import {
  cellAt,
  figuresOf,
  keysOf,
  type RuleContext,
  rowsByKey,
  rowKeys,
  type TableData,
  textsOf,
} from "./context";
import type { ColumnNode, MemberNode } from "./typed";

export interface KeyAt {
  readonly dimension: KeyDimension;
  readonly number: number;
}

/** Where an expression is evaluated. */
export interface Point {
  readonly row: { readonly data: TableData; readonly index: number } | undefined;
  readonly keys: readonly KeyAt[];
  /** True at the first of rows over which all cells of the rule are merged alike: its figures are theirs. */
  readonly merged?: boolean;
  /** Which of several printed 合计 rows. */
  readonly total: number;
  /** True in a rule over printed 合计 rows: sums then leave out what the row says it leaves out. */
  readonly overTotals?: boolean;
}

export const WHOLE: Point = { row: undefined, keys: [], total: 0 };

/** Why there is no value. */
export interface Stop {
  /** Table concerned, by id. */
  readonly table: string;
  readonly why: Text;
  readonly cell: CellRef | undefined;
  /** True where a cell that should hold something holds nothing. */
  readonly nothing: boolean;
  /** Of a rule over rows: the row that was not judged. */
  readonly index?: number;
}

/** What an evaluation gathers on its way. */
export interface Trace {
  readonly context: RuleContext;
  readonly point: Point;
  /** undefined where the cells are not wanted. */
  readonly cells: CellRun[] | undefined;
  /** Exponent d of 10^-d in base units → how many figures. */
  precisions: Map<number, number>;
  /** Unit of the first figure met. */
  unit: Unit | undefined;
  stop: Stop | undefined;
  /** True inside a quotient, where a nothing has no meaning. */
  strict: boolean;
}

export function traceAt(context: RuleContext, point: Point, withCells: boolean): Trace {
  return {
    context,
    point,
    cells: withCells ? [] : undefined,
    precisions: new Map(),
    unit: undefined,
    stop: undefined,
    strict: false,
  };
}

/** The same trace at one row of a table; what it gathers goes to the same places. */
export function at(trace: Trace, data: TableData, index: number): Point {
  return { ...trace.point, row: { data, index } };
}

export function halt(
  trace: Trace,
  table: string,
  why: Text,
  cell: CellRef | undefined,
  nothing: boolean,
): undefined {
  trace.stop = { table, why, cell, nothing };
  return undefined;
}

export function meet(trace: Trace, unit: Unit): void {
  trace.unit ??= unit;
}

export function tableOf(spec: TableSpec, trace: Trace): TableData | undefined {
  const data = trace.context.tables.get(spec.id);
  if (data !== undefined) return data;
  const ambiguous = trace.context.recognition.ambiguous.some(({ table }) => table.id === spec.id);
  return halt(
    trace,
    spec.id,
    ambiguous ? WHY.tableAmbiguous(spec.label) : WHY.tableMissing(spec.label),
    undefined,
    false,
  );
}

/** Table and column behind a bare column; a member's column is that of the current key. */
export function placeOf(
  node: ColumnNode,
  trace: Trace,
): { readonly data: TableData; readonly place: TableColumn; readonly spec: ColumnSpec } | undefined {
  const data = tableOf(node.table, trace);
  if (data === undefined) return undefined;
  const spec = node.kind === "cell" ? node.column : memberColumn(node, trace);
  if (spec === undefined) return undefined;
  const place = data.table.columns.get(spec.id);
  if (place === undefined)
    return halt(trace, node.table.id, WHY.columnMissing(node.table.label, spec.label), undefined, false);
  return { data, place, spec };
}

function memberColumn(node: MemberNode, trace: Trace): ColumnSpec | undefined {
  // A column stands for members only in rules over their dimension.
  const key = trace.point.keys.find(({ dimension }) => dimension === node.dimension)!;
  const name = keysOf(trace.context, node.dimension).names[key.number]!;
  const column = node.columns.get(name);
  return column ?? halt(trace, node.table.id, WHY.noMember(node.table.label, name), undefined, false);
}

/** Data rows of a table that belong to the keys of the point; all where the table holds none of their dimensions. */
export function rowsAt(data: TableData, trace: Trace): Int32Array | undefined {
  const { context, point } = trace;
  let rows: Int32Array | undefined;
  for (const { dimension, number } of point.keys) {
    const spec = keyColumn(data.table.spec, dimension);
    if (spec === undefined) continue;
    if (rows === undefined) {
      const byKey = rowsByKey(context, data, dimension);
      if (byKey === undefined) {
        return halt(
          trace,
          data.table.spec.id,
          WHY.columnMissing(data.table.spec.label, spec.label),
          undefined,
          false,
        );
      }
      rows = byKey.order.subarray(byKey.start[number]!, byKey.start[number + 1]!);
    } else {
      const numbers = rowKeys(context, data, dimension);
      if (numbers === undefined) {
        return halt(
          trace,
          data.table.spec.id,
          WHY.columnMissing(data.table.spec.label, spec.label),
          undefined,
          false,
        );
      }
      rows = rows.filter((index) => numbers[index] === number);
    }
  }
  const asked = rows ?? allRows(data);
  return point.overTotals === true ? withoutLeftOut(data, asked, point.total) : asked;
}

/** Data rows that the printed 合计 row of that index leaves out by its own words. */
export function leftOutBy(data: TableData, total: number): readonly number[] {
  const { totalRows, leftOut } = data.table;
  return leftOut.get(totalRows[Math.min(total, totalRows.length - 1)]!) ?? [];
}

function withoutLeftOut(data: TableData, rows: Int32Array, total: number): Int32Array {
  const out = new Set(leftOutBy(data, total));
  return out.size === 0 ? rows : rows.filter((index) => !out.has(data.rows[index]!));
}

const identities = new WeakMap<TableData, Int32Array>();

/** The indices of a table's data rows. */
export function allRows(data: TableData): Int32Array {
  const known = identities.get(data);
  if (known !== undefined) return known;
  const rows = new Int32Array(data.dataRows);
  for (let index = 0; index < rows.length; index += 1) rows[index] = index;
  identities.set(data, rows);
  return rows;
}

export function cellValue(
  data: TableData,
  place: TableColumn,
  figures: FigureColumn,
  index: number,
  trace: Trace,
): Decimal | undefined {
  const { table } = data;
  const cell = cellAt(data, index, place);
  const alone = trace.point.merged === true || index >= data.dataRows;
  const shared = alone ? undefined : sharedFigure(table, data.rows[index]!, place.spec.id);
  if (shared !== undefined) return halt(trace, table.spec.id, WHY.merged(), cell, false);
  trace.cells?.push(cell);
  meet(trace, figures.unit);
  const state = figures.states[index]!;
  switch (state) {
    case FIGURE:
      addPrecision(trace.precisions, exponent(figures.unit, figures.decimals[index]!));
      return valueAt(figures, index).times(tenTo(figures.unit.power));
    case NOTHING:
      if (trace.strict || figures.unit.dimension === "date" || figures.unit.dimension === "rate") {
        return halt(trace, table.spec.id, WHY.nothing(), cell, true);
      }
      if (index >= data.dataRows && isBlank(data, place, index) && holdsFigures(figures, data.dataRows)) {
        return halt(trace, table.spec.id, WHY.blankTotal(), cell, true);
      }
      return new Decimal(0);
    default:
      return bad(trace, table.spec.id, state, cell);
  }
}

export function bad(trace: Trace, table: string, state: number, cell: CellRef): undefined {
  const why =
    state === ERROR_VALUE
      ? WHY.errorValue()
      : state === NOT_A_NUMBER
        ? WHY.notANumber()
        : WHY.notCalculated();
  return halt(trace, table, why, cell, false);
}

/** Exponent of a figure's written precision in base units; counts and days are exact. */
export function exponent(unit: Unit, decimals: number): number | undefined {
  const { dimension, power } = unit;
  return dimension === "money" || dimension === "rate" || dimension === "score"
    ? decimals - power
    : undefined;
}

export function isBlank(data: TableData, place: TableColumn, index: number): boolean {
  const { sheet } = data.table;
  const row = data.rows[index]!;
  return sheet.kind(row, place.column) === "blank" || cellText(sheet, row, place.column).trim() === "";
}

function holdsFigures(figures: FigureColumn, rows: number): boolean {
  for (let index = 0; index < rows; index += 1) {
    if (figures.states[index] === FIGURE && unitsAt(figures, index) !== 0 && unitsAt(figures, index) !== 0n)
      return true;
  }
  return false;
}

/** Text of a bare text or key column; undefined with `trace.stop` set where there is no one row. */
export function textOf(
  node: ColumnNode,
  trace: Trace,
): { readonly text: string; readonly spec: ColumnSpec } | undefined {
  const found = placeOf(node, trace);
  if (found === undefined) return undefined;
  const { data, place, spec } = found;
  const row = trace.point.row?.data === data ? trace.point.row.index : onlyRow(data, place, trace);
  if (row === undefined) return undefined;
  trace.cells?.push(cellAt(data, row, place));
  const { ids, texts } = textsOf(data, place);
  return { text: texts[ids[row]!]!, spec };
}

function onlyRow(data: TableData, place: TableColumn, trace: Trace): number | undefined {
  const rows = rowsAt(data, trace);
  if (rows === undefined) return undefined;
  const [first, second] = rows;
  const { spec } = data.table;
  if (first === undefined) return halt(trace, spec.id, WHY.noRow(spec.label), undefined, true);
  if (second !== undefined)
    return halt(trace, spec.id, WHY.severalRows(spec.label), cellAt(data, first, place), false);
  return first;
}

/** Whether a bare column holds anything: a figure or date that can be read, or a text that is no mark for nothing. */
export function presentAt(node: ColumnNode, trace: Trace): boolean | undefined {
  if (node.quantity === "text") {
    const found = textOf(node, trace);
    return found === undefined ? undefined : !isNothing(found.text);
  }
  const found = placeOf(node, trace);
  if (found === undefined) return undefined;
  const { data, place } = found;
  const index = trace.point.row?.data === data ? trace.point.row.index : onlyRow(data, place, trace);
  if (index === undefined) return undefined;
  trace.cells?.push(cellAt(data, index, place));
  const state = figuresOf(trace.context, data, place).states[index]!;
  if (state === FIGURE) return true;
  if (state === NOTHING || state === NOT_A_NUMBER) return false;
  return bad(trace, data.table.spec.id, state, cellAt(data, index, place));
}
