/** Merged areas, found by cell. */
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";

export interface Merges {
  /** The merged area that covers the cell; undefined for a cell of its own. */
  at(row: number, column: number): Area | undefined;
}

/** More entries than this come only from a broken or hostile file; further merges are left out. */
const MAX_ENTRIES = 2_000_000;
const known = new WeakMap<SheetSnapshot, Merges>();

/** The sheet's merges, indexed once. */
export function mergesOf(sheet: SheetSnapshot): Merges {
  let merges = known.get(sheet);
  if (merges === undefined) {
    merges = index(sheet);
    known.set(sheet, merges);
  }
  return merges;
}

function index(sheet: SheetSnapshot): Merges {
  const byColumn = new Map<number, Area[]>();
  let entries = 0;
  for (const area of sheet.merges) {
    if (area.top === area.bottom && area.left === area.right) continue;
    const last = Math.min(area.right, Math.max(sheet.columnCount - 1, area.left));
    for (let column = area.left; column <= last && entries < MAX_ENTRIES; column++, entries++) {
      const list = byColumn.get(column);
      if (list === undefined) byColumn.set(column, [area]);
      else list.push(area);
    }
  }
  for (const list of byColumn.values()) list.sort((a, b) => a.top - b.top);
  return {
    at(row, column) {
      const list = byColumn.get(column);
      if (list === undefined) return undefined;
      let low = 0;
      let high = list.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (list[middle]!.top <= row) low = middle + 1;
        else high = middle;
      }
      const area = list[low - 1];
      return area !== undefined && row <= area.bottom ? area : undefined;
    },
  };
}
