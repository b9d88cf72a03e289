/** A header block: a place on a sheet whose headers fit a wanted table. */
import type { TableSpec } from "../pack/pack";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { HeaderColumn } from "./header-columns";

export interface Block {
  /** The sheet as the block is read: for a table on its side the turned view. */
  readonly sheet: SheetSnapshot;
  readonly orientation: "rows" | "columns";
  readonly spec: TableSpec;
  readonly specIndex: number;
  readonly headerRows: { readonly first: number; readonly last: number };
  /** Column id → header. */
  readonly columns: ReadonlyMap<string, HeaderColumn>;
  readonly unclear: ReadonlyMap<string, readonly HeaderColumn[]>;
  /** All headers of the block, known or not. */
  readonly headers: readonly HeaderColumn[];
  readonly left: number;
  readonly right: number;
  /** The block with the columns beside it that have headers too, known or not. */
  readonly run: { readonly left: number; readonly right: number };
  /** Share of the table's columns that were found, by weight; 0 to 1. */
  readonly coverage: number;
  /** Mean fit of the headers found, their share, and how few strange columns stand between; 0 to 1. */
  readonly fit: number;
}

/** Whether two areas of one sheet share cells. */
export function meet(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** Whether the headers of two blocks of one view share cells. */
export function overlap(a: Block, b: Block): boolean {
  return (
    a.sheet === b.sheet &&
    a.headerRows.first <= b.headerRows.last &&
    b.headerRows.first <= a.headerRows.last &&
    a.left <= b.right &&
    b.left <= a.right
  );
}

/**
 * The block without the columns that it may lack and that stand nearer to another block: tables side by side have
 * their row numbers and notes between them.
 */
export function trimmed(block: Block, other: Block): Block {
  if (block.specIndex === other.specIndex || !overlap(block, other)) return block;
  const own = coreOf(block);
  const theirs = coreOf(other);
  if (own.left <= theirs.right && theirs.left <= own.right) return block;
  const distance = (column: number, core: Columns): number =>
    Math.max(core.left - column, column - core.right, 0);
  const stays = (column: number): boolean => distance(column, own) < distance(column, theirs);
  const columns = new Map([...block.columns].filter(([, header]) => stays(header.column)));
  const [left, right] =
    own.left < theirs.left
      ? [block.left, Math.max(own.right, ...kept(columns))]
      : [Math.min(own.left, ...kept(columns)), block.right];
  return { ...block, columns, left, right };
}

interface Columns {
  readonly left: number;
  readonly right: number;
}

function kept(columns: ReadonlyMap<string, HeaderColumn>): readonly number[] {
  return [...columns.values()].map((header) => header.column);
}

/** Span of the columns that the table cannot lack. */
function coreOf(block: Block): Columns {
  const columns = block.spec.columns.flatMap(({ id, required }) => {
    const header = block.columns.get(id);
    return required && header !== undefined ? [header.column] : [];
  });
  return { left: Math.min(...columns), right: Math.max(...columns) };
}
