/** Cells as live formulas name them: absolute references to the rows of a column, and when they may be read at all. */
import { EXCEL_WHY } from "../../texts/rules-excel";
import { plain, tenTo } from "../figures/decimal";
import { CONVERTED, FIGURE, type FigureColumn, NOTHING } from "../figures/figure";
import type { Unit } from "../figures/unit";
import type { Text } from "../pack/pack";
import { areaOf, type TableColumn } from "../tables/table";
import { columnName, quoteSheet, type SheetArea } from "../workbook/address";
import type { RuleContext, TableData } from "./context";
import { placeOf, tableOf, type Trace } from "./trace";
import type { ColumnNode, Node, SumNode } from "./typed";

/** Runs of data rows beyond this make a formula that nobody can read. */
const MAX_RUNS = 20;

export class NoFormula extends Error {
  constructor(readonly why: Text) {
    super(why.en);
  }
}

export interface Writing {
  readonly context: RuleContext;
  readonly trace: Trace;
  readonly references: SheetArea[];
  /** Money is written in 元 times ten to this. */
  readonly power: number;
}

/** A cell that a formula reads may be one that the value did not need: the right side of 或 where the left one held. */
function told<T>(found: T | undefined, { trace }: Writing): T {
  if (found === undefined) throw new NoFormula(trace.stop!.why);
  return found;
}

export function table(spec: SumNode["table"], writing: Writing): TableData {
  return told(tableOf(spec, writing.trace), writing);
}

export function column(
  node: ColumnNode,
  writing: Writing,
): { readonly data: TableData; readonly place: TableColumn } {
  return told(placeOf(node, writing.trace), writing);
}

/** Unbroken runs of data rows, as indices into the table's rows. */
export function runs(data: TableData): readonly { readonly top: number; readonly bottom: number }[] {
  const found: { top: number; bottom: number }[] = [];
  for (let index = 0; index < data.dataRows; index += 1) {
    const last = found.at(-1);
    if (last !== undefined && data.rows[index] === data.rows[last.bottom]! + 1) last.bottom = index;
    else found.push({ top: index, bottom: index });
    if (found.length > MAX_RUNS) throw new NoFormula(EXCEL_WHY.scattered());
  }
  if (found.length === 0) throw new NoFormula(EXCEL_WHY.noRows());
  return found;
}

/** Absolute reference to rows of a column, by their indices. */
export function range(
  data: TableData,
  place: TableColumn,
  top: number,
  bottom: number,
  writing: Writing,
): string {
  const area = areaOf(data.table, {
    top: data.rows[top]!,
    bottom: data.rows[bottom]!,
    left: place.column,
    right: place.column,
  });
  writing.references.push(area);
  const first = `$${columnName(area.left)}$${area.top + 1}`;
  const last = `$${columnName(area.right)}$${area.bottom + 1}`;
  return `${quoteSheet(area.sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** Power of ten that brings a column's stored numbers to the unit that is written. */
export function toWritten(unit: Unit, writing: Writing): number {
  return unit.dimension === "money" ? unit.power - writing.power : unit.power;
}

/** A formula reads stored numbers; a figure held as text or in another unit it would miss or misread. */
export function readable(
  data: TableData,
  place: TableColumn,
  figures: FigureColumn,
  from: number,
  to: number,
  products: boolean,
): void {
  for (let index = from; index <= to; index += 1) {
    if (figures.fromText[index] === 1) throw new NoFormula(EXCEL_WHY.textFigure());
    if ((figures.marks[index]! & CONVERTED) !== 0) throw new NoFormula(EXCEL_WHY.converted());
    const state = figures.states[index]!;
    if (state !== FIGURE && state !== NOTHING) throw new NoFormula(EXCEL_WHY.unreadable());
    const marked =
      products && state === NOTHING && data.table.sheet.kind(data.rows[index]!, place.column) === "text";
    if (marked) throw new NoFormula(EXCEL_WHY.mark());
  }
}

export function scaled(formula: string, power: number): string {
  return power === 0 ? formula : `${formula}*${plain(tenTo(power))}`;
}

/** A literal in the unit that is written. */
export function constant(node: Extract<Node, { readonly kind: "constant" }>, writing: Writing): string {
  const power = (node.unit?.power ?? 0) - (node.quantity === "money" ? writing.power : 0);
  return plain(node.value.times(tenTo(power)));
}
