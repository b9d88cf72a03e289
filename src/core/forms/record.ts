/** The form's own row: labels with their values right of them, behind a colon, or below. */
import type { TableSpec } from "../pack/pack";
import { cellText } from "../tables/cell-text";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Gathered, Place } from "./gather";
import { extent, isAnchor, labelOf } from "./labels";
import { columnsByLabel } from "./places";

/**
 * One gathered cell a column of the table; a label that is not there gives a blank at the form's first cell.
 * @param area rows of the form above its list
 * @param known labels of the form of any kind, which are no values
 */
export function recordRow(
  sheet: SheetSnapshot,
  table: TableSpec,
  area: Area,
  known: ReadonlySet<string>,
): readonly Gathered[] {
  const byLabel = columnsByLabel(table.columns);
  const found = new Map<string, Gathered>();
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      if (!isAnchor(sheet, row, column)) continue;
      const text = cellText(sheet, row, column);
      if (text === "") continue;
      const id = byLabel.get(labelOf(text));
      if (id !== undefined) {
        if (isValue(found.get(id))) continue;
        found.set(id, valueBeside(sheet, { row, column }, area, known));
        continue;
      }
      const [, label = "", value = ""] = /^([^:：]{2,20})[:：]\s*(\S[\s\S]*)$/u.exec(text.trim()) ?? [];
      const inlineId = byLabel.get(labelOf(label));
      if (inlineId !== undefined && !isValue(found.get(inlineId))) {
        found.set(inlineId, { kind: "text", at: { row, column }, text: value });
      }
    }
  }
  const first: Place = { row: area.top, column: area.left };
  return table.columns.map(({ id }) => found.get(id) ?? { kind: "blank", at: first });
}

function isValue(cell: Gathered | undefined): boolean {
  return cell !== undefined && cell.kind !== "blank";
}

/** Right of a label, else below it; a neighbour that is a label itself is no value. */
function valueBeside(sheet: SheetSnapshot, label: Place, area: Area, known: ReadonlySet<string>): Gathered {
  const own = extent(sheet, label.row, label.column);
  const right: Place = { row: own.top, column: own.right + 1 };
  const below: Place = { row: own.bottom + 1, column: own.left };
  for (const place of [right, below]) {
    if (place.row > area.bottom || place.column > area.right) continue;
    const { top, left } = extent(sheet, place.row, place.column);
    const text = cellText(sheet, top, left).trim();
    if (text === "" || known.has(labelOf(text)) || /^[^:：]{2,20}[:：]/u.test(text)) continue;
    return { kind: "cell", at: { row: top, column: left } };
  }
  return { kind: "blank", at: right };
}
