/** Amounts where row labels cross column headers: the row of the whole, and the rows that split it. */
import type { FormGrid, TableSpec } from "../pack/pack";
import { parseAmount } from "../figures/amount";
import { Decimal, decimalOf } from "../figures/decimal";
import { fifteenDigits } from "../figures/fifteen";
import { unitsIn } from "../figures/unit";
import { cellText } from "../tables/cell-text";
import { fold } from "../tables/fold";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Gathered, Place } from "./gather";
import { extent, isAnchor, labelOf, labelsOf } from "./labels";
import { columnsByLabel } from "./places";
import { type Read, valueIn } from "./value";

export interface GridRows {
  readonly whole: readonly Gathered[];
  readonly parts: readonly (readonly Gathered[])[];
  /** Header cells by column id of `table`. */
  readonly headers: ReadonlyMap<string, Area>;
  /** Name of the money unit that the grid or the form states. */
  readonly unit: string | undefined;
  readonly range: Area;
}

/** undefined where no header row with a row of the whole below it stands in the area. */
export function gridRows(
  sheet: SheetSnapshot,
  grid: FormGrid,
  table: TableSpec,
  parts: TableSpec,
  area: Area,
  known: ReadonlySet<string>,
): GridRows | undefined {
  const byLabel = columnsByLabel(table.columns.filter(({ type }) => type !== "key"));
  const required = table.columns.filter((column) => column.required && column.type !== "key");
  const wholes = labelsOf(grid.rows);
  for (let row = area.top; row <= area.bottom; row += 1) {
    const headers = headersIn(sheet, row, area, byLabel);
    if (!required.every(({ id }) => headers.has(id))) continue;
    const left = Math.min(...[...headers.values()].map((header) => header.left));
    const below = Math.max(...[...headers.values()].map((header) => header.bottom)) + 1;
    const at = wholeRow(sheet, wholes, below, { ...area, right: left - 1 });
    if (at === undefined) continue;
    const split = partRows(sheet, at, { ...area, right: left - 1 }, known);
    const last = split.at(-1)?.label.row ?? at.row;
    const money = table.columns.flatMap((column) => {
      const header = column.type === "money" ? headers.get(column.id) : undefined;
      return header === undefined ? [] : [{ column, header }];
    });
    const rows = partsOf(at, split, (row) =>
      money.map(({ column, header }) => amountOf(sheet, valueIn(sheet, row, header, column))),
    );
    const line = (spec: TableSpec, label: Place): readonly Gathered[] =>
      spec.columns.map((column): Gathered => {
        if (column.type === "key") return { kind: "cell", at: label };
        const header = headers.get(column.id);
        return header === undefined
          ? { kind: "blank", at: label }
          : valueIn(sheet, label.row, header, column);
      });
    return {
      whole: line(table, at),
      parts: rows.map((label) => line(parts, label)),
      headers,
      unit: unitOfGrid(sheet, area, { top: row, left: area.left, bottom: last, right: left - 1 }),
      range: {
        top: row,
        left: at.column,
        bottom: last,
        right: Math.max(...[...headers.values()].map((h) => h.right)),
      },
    };
  }
  return undefined;
}

function headersIn(
  sheet: SheetSnapshot,
  row: number,
  area: Area,
  byLabel: ReadonlyMap<string, string>,
): ReadonlyMap<string, Area> {
  const headers = new Map<string, Area>();
  for (let column = area.left; column <= area.right; column += 1) {
    if (!isAnchor(sheet, row, column)) continue;
    const id = byLabel.get(labelOf(cellText(sheet, row, column)));
    if (id !== undefined && !headers.has(id)) headers.set(id, extent(sheet, row, column));
  }
  return headers;
}

/** The cell with the label of the whole, left of the first header. */
function wholeRow(
  sheet: SheetSnapshot,
  wholes: ReadonlySet<string>,
  from: number,
  area: Area,
): Place | undefined {
  for (let row = from; row <= Math.min(area.bottom, from + 8); row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (isAnchor(sheet, row, column) && wholes.has(labelOf(cellText(sheet, row, column))))
        return { row, column };
    }
  }
  return undefined;
}

interface PartRow {
  readonly label: Place;
  /** Behind a second 其中. */
  readonly within: boolean;
}

/**
 * A second 其中 splits the row above it, whose amount holds it already, or stands before every part: whichever reading
 * comes nearer to the whole.
 */
function partsOf(
  whole: Place,
  split: readonly PartRow[],
  amountsIn: (row: number) => readonly Decimal[],
): readonly Place[] {
  const all = split.map(({ label }) => label);
  const outer = split.flatMap(({ label, within }) => (within ? [] : [label]));
  const apart = (labels: readonly Place[]): Decimal => {
    const parts = labels.map(({ row }) => amountsIn(row));
    return amountsIn(whole.row).reduce((sum, amount, column) => {
      const rest = parts.reduce((left, amounts) => left.minus(amounts[column] ?? 0), amount);
      return sum.plus(rest.abs());
    }, new Decimal(0));
  };
  return apart(all).lessThan(apart(outer)) ? all : outer;
}

/** 0 for what is no amount. */
function amountOf(sheet: SheetSnapshot, { kind, at }: Read): Decimal {
  if (kind === "cell" && sheet.kind(at.row, at.column) === "number") {
    const { units, scale } = fifteenDigits(sheet.number(at.row, at.column));
    return decimalOf(units, scale);
  }
  const amount = parseAmount(sheet.text(at.row, at.column));
  return amount.kind === "amount" ? decimalOf(amount.units, amount.scale) : new Decimal(0);
}

/** The rows below the whole, up to a blank one or one that begins something else. */
function partRows(
  sheet: SheetSnapshot,
  whole: Place,
  area: Area,
  known: ReadonlySet<string>,
): readonly PartRow[] {
  const rows: PartRow[] = [];
  let within = false;
  for (let row = extent(sheet, whole.row, whole.column).bottom + 1; row <= area.bottom; row += 1) {
    const label = lastLabel(sheet, row, area);
    if (label === undefined) break;
    const text = cellText(sheet, label.row, label.column);
    if (text.length > LONGEST_LABEL || hasKnown(sheet, row, area, known)) break;
    const splits = /^其中/u.test(fold(text));
    if (splits && rows.length > 0) within = true;
    else if (!splits && /^[\s\u3000]{4,}/u.test(text) === false) within = false;
    rows.push({ label, within });
    // A row may be several cells high.
    row = extent(sheet, label.row, label.column).bottom;
  }
  return rows;
}

/** What is longer is a sentence: the goals below the grid. */
const LONGEST_LABEL = 30;

function hasKnown(sheet: SheetSnapshot, row: number, area: Area, known: ReadonlySet<string>): boolean {
  for (let column = area.left; column <= area.right; column += 1) {
    if (isAnchor(sheet, row, column) && known.has(labelOf(cellText(sheet, row, column)))) return true;
  }
  return false;
}

/** The label nearest to the amounts; of 其中： | 财政拨款 in two cells the second. */
function lastLabel(sheet: SheetSnapshot, row: number, area: Area): Place | undefined {
  for (let column = area.right; column >= area.left; column -= 1) {
    if (!isAnchor(sheet, row, column)) continue;
    const text = labelOf(cellText(sheet, row, column));
    if (text !== "") return { row, column };
  }
  return undefined;
}

/** What the corner of the grid says (项目资金（万元）), else a unit line of the form. */
function unitOfGrid(sheet: SheetSnapshot, form: Area, corner: Area): string | undefined {
  for (const area of [corner, form]) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const { top, left } = extent(sheet, row, column);
        const unit = unitsIn(cellText(sheet, top, left)).find(({ dimension }) => dimension === "money");
        if (unit !== undefined) return unit.name;
      }
    }
  }
  return undefined;
}
