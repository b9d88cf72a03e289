/** Lays one table out as a block of cells, header above (or, transposed, to the left of) its rows. */
import type { Features } from "./features";
import { type Box, type CellModel, type CellValue, type RowMark } from "./model";
import type { Random } from "./random";
import { digits, shift, trim } from "./exact";
import { type Cell, type Column, figureOf, type Row, type Table } from "./table";

/** A block with its top left corner at the sheet's row 0, column 0 until it is placed. */
export type Block = {
  readonly table: Table;
  readonly cells: readonly CellModel[];
  readonly merges: readonly Box[];
  readonly rows: readonly RowMark[];
  readonly hiddenColumns: readonly number[];
  readonly header: Box;
  readonly whole: Box;
  readonly outer: Box;
  /** Row and column of a row's cell within the block. */
  readonly spot: (row: Row, columnId: string) => readonly [number, number];
};

const text = (value: string): CellValue => (value === "" ? { kind: "none" } : { kind: "text", text: value });

function valueOf(cell: Cell | undefined, column: Column, date1904: boolean): CellValue {
  if (cell === undefined || cell.kind === "covered") return { kind: "none" };
  if (cell.kind === "label" || cell.kind === "bad") return text(cell.text);
  if (cell.kind === "nothing") return text(cell.mark);
  if (cell.kind === "error") return { kind: "error", code: cell.code };
  if (cell.uncalculated === true) return { kind: "none" };
  if (cell.text !== undefined) return { kind: "text", text: cell.text };
  if (column.kind === "rate" && column.rateForm === "points") {
    const points = trim(shift(cell.value, 2));
    return { kind: "number", digits: digits(points, points.s) };
  }
  if (cell.stored !== undefined) return { kind: "number", digits: cell.stored };
  if (column.kind === "date" && date1904) return { kind: "number", digits: String(cell.value.n - 1462n) };
  return { kind: "number", digits: digits(cell.value, trim(cell.value).s) };
}

function headerCells(
  columns: readonly Column[],
  depth: number,
  merged: boolean,
): { cells: CellModel[]; merges: Box[] } {
  const cells: CellModel[] = [];
  const merges: Box[] = [];
  const merge = (box: Box): void => {
    if (merged && (box.bottom > box.top || box.right > box.left)) merges.push(box);
  };
  for (let level = 0; level < depth; level += 1) {
    for (let at = 0; at < columns.length; at += 1) {
      const path = columns[at]?.path ?? [];
      const word = path[level];
      if (word === undefined) continue;
      if (level === path.length - 1) {
        cells.push({ row: level, column: at, value: text(word) });
        merge({ top: level, left: at, bottom: depth - 1, right: at });
        continue;
      }
      let end = at;
      const same = (one: Column | undefined): boolean =>
        one !== undefined &&
        one.path.length > level + 1 &&
        one.path.slice(0, level + 1).join("\u0000") === path.slice(0, level + 1).join("\u0000");
      while (same(columns[end + 1])) end += 1;
      cells.push({ row: level, column: at, value: text(word) });
      merge({ top: level, left: at, bottom: level, right: end });
      at = end;
    }
  }
  return { cells, merges };
}

/** The row of column numbers that many forms have under their headers. */
function columnNumberCells(random: Random, columns: readonly Column[], row: number): CellModel[] {
  const stems = Array.from("甲乙丙丁戊己庚辛");
  let number = 0;
  const asText = random.chance(0.5);
  return columns.map((column, at) => {
    if (column.kind === "sequence") return { row, column: at, value: text("栏次") };
    if (column.kind === "blank") return { row, column: at, value: text("") };
    if (column.kind === "label" || column.kind === "flag")
      return { row, column: at, value: text(stems.shift() ?? "") };
    number += 1;
    return {
      row,
      column: at,
      value: asText ? text(String(number)) : { kind: "number", digits: String(number) },
    };
  });
}

const flip = (box: Box): Box => ({ top: box.left, left: box.top, bottom: box.right, right: box.bottom });
const lower = (box: Box, rows: number): Box => ({ ...box, top: box.top + rows, bottom: box.bottom + rows });

/** Title, unit line, header, rows and footers of a table. */
export function layOut(random: Random, features: Features, table: Table, date1904: boolean): Block {
  const { columns } = table;
  const depth = Math.max(...columns.map((column) => column.path.length));
  const header = headerCells(columns, depth, table.mergedHeaders);
  const numbers = table.columnNumbers ? columnNumberCells(random.fork("numbers"), columns, depth) : [];
  const headerRows = depth + (table.columnNumbers ? 1 : 0);
  const body: CellModel[] = [...header.cells, ...numbers];
  const merges: Box[] = [...header.merges];
  const marks: RowMark[] = [];
  const lines = new Map<Row, number>();
  let line = headerRows;
  for (const row of table.rows) {
    if (row.blankBefore === true) line += 1;
    lines.set(row, line);
    line += 1;
  }
  for (const row of table.rows) {
    const at = lines.get(row) ?? 0;
    for (const [across, column] of columns.entries()) {
      const cell = row.cells[column.id];
      const value = valueOf(cell, column, date1904);
      const own = cell?.kind === "figure" ? (figureOf(row, column.id)?.format ?? column.format) : undefined;
      const format = own === "General" ? undefined : own;
      if (value.kind !== "none" || format !== undefined) {
        body.push({ row: at, column: across, value, ...(format === undefined ? {} : { format }) });
      }
      const down = row.mergeDown?.[column.id];
      if (down !== undefined) merges.push({ top: at, left: across, bottom: at + down, right: across });
    }
    if (row.mergeLabel === true) merges.push({ top: at, left: 0, bottom: at, right: 1 });
    if (row.hidden === true || row.outline !== undefined) {
      marks.push({
        index: at,
        ...(row.hidden === true ? { hidden: true } : {}),
        ...(row.outline === undefined ? {} : { outline: row.outline }),
      });
    }
  }
  const height = table.transposed ? columns.length : line;
  const width = table.transposed ? line : columns.length;
  const turn = (row: number, column: number): readonly [number, number] =>
    table.transposed ? [column, row] : [row, column];
  const top: CellModel[] = [];
  const above: Box[] = [];
  const title = table.unitPlace === "title" ? `${table.title}（${table.unitText}）` : table.title;
  top.push({ row: 0, column: 0, value: text(title) });
  if (width > 1) above.push({ top: 0, left: 0, bottom: 0, right: width - 1 });
  let start = 1;
  if (table.unitPlace !== "title") {
    top.push({ row: 1, column: 0, value: text("填报单位：云泽蒙古自治州乡村振兴局") });
    if (table.unitPlace === "line") top.push({ row: 1, column: width - 1, value: text(table.unitText) });
    start = 2;
  }
  if (features.has("blankRows") && random.fork("top").chance(0.3)) start += 1;
  const placed = body.map((cell) => {
    const [row, column] = turn(cell.row, cell.column);
    return { ...cell, row: row + start, column };
  });
  const foot: CellModel[] = [];
  let end = start + height;
  if (table.footer.length > 0) {
    end += random.fork("foot").int(0, 1);
    for (const parts of table.footer) {
      for (const [n, part] of parts.entries()) {
        const column = Math.min(width - 1, Math.floor((n * width) / parts.length));
        const value: CellValue = /^\d{11}$/.test(part) ? { kind: "number", digits: part } : text(part);
        if (value.kind !== "none") foot.push({ row: end, column, value });
      }
      end += 1;
    }
  }
  const shape = (box: Box): Box => lower(table.transposed ? flip(box) : box, start);
  return {
    table,
    cells: [...top, ...placed, ...foot],
    merges: [...above, ...merges.map(shape)],
    rows: marks.map((mark) => ({ ...mark, index: mark.index + start })),
    hiddenColumns: columns.flatMap((column, at) => (column.hidden === true ? [at] : [])),
    header: shape({ top: 0, left: 0, bottom: headerRows - 1, right: columns.length - 1 }),
    whole: shape({ top: 0, left: 0, bottom: line - 1, right: columns.length - 1 }),
    outer: { top: 0, left: 0, bottom: end - 1, right: width - 1 },
    spot: (row, columnId) => {
      const [r, c] = turn(
        lines.get(row) ?? 0,
        columns.findIndex((column) => column.id === columnId),
      );
      return [r + start, c];
    },
  };
}
