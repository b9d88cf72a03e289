/** What the rows of a block are judged by: where its keys, labels and figures stand. */
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Block } from "./block";
import { cellText } from "./cell-text";
import type { RowLabel } from "./labels";
import { mergesOf } from "./merges";

export interface Layout {
  readonly sheet: SheetSnapshot;
  readonly left: number;
  readonly right: number;
  readonly labels: readonly number[];
  readonly keys: readonly number[];
  readonly keySet: ReadonlySet<number>;
  readonly figures: readonly number[];
  readonly number: number | undefined;
  /** The one column of places that is the whole key. */
  readonly place: number | undefined;
}

export interface Line {
  readonly row: number;
  kind: "data" | "total" | "subtotal" | "part";
  readonly label: RowLabel | undefined;
}

export function layoutOf(block: Block): Layout {
  const { spec, sheet } = block;
  const at = (id: string): number => block.columns.get(id)!.column;
  const ofType = (test: (type: string, id: string) => boolean): number[] =>
    spec.columns.filter(({ type, id }) => block.columns.has(id) && test(type, id)).map(({ id }) => at(id));
  const figures = ofType((type) => type !== "text" && type !== "key");
  const keys = ofType((type, id) => type === "key" || spec.key.includes(id));
  const first = Math.min(...figures, block.right + 1);
  const labels = new Set<number>(keys);
  for (let column = block.left; column < first; column++) labels.add(column);
  const numbered = spec.columns.find(
    ({ type, id }) => type === "text" && !spec.key.includes(id) && block.columns.has(id) && at(id) < first,
  );
  const keyColumn = spec.columns.find(({ type }) => type === "key");
  return {
    sheet,
    left: block.left,
    right: block.right,
    labels: [...labels].sort((a, b) => a - b),
    keys,
    keySet: new Set(keys),
    figures,
    number: numbered === undefined ? undefined : at(numbered.id),
    place:
      spec.key.length === 1 && keyColumn !== undefined && keyColumn.id === spec.key[0]
        ? at(keyColumn.id)
        : undefined,
  };
}

/** Text of a key cell; a merged cell's for all its rows. */
export function keyCell(sheet: SheetSnapshot, row: number, column: number): string {
  const own = cellText(sheet, row, column);
  if (own !== "") return own.trim();
  const area = mergesOf(sheet).at(row, column);
  return area === undefined ? "" : cellText(sheet, area.top, area.left).trim();
}
