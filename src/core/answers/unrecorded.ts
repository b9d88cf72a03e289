/**
 * Our score sheet in a workbook that has lost the answers part, as programs that know no custom XML leave it: without
 * the record of what was written every entry that stands is the officer's, and none may be lost.
 */
import { SCORE_HEADINGS } from "../../texts/sheets";
import type { Pack } from "../pack/pack";
import { findOwnSheet } from "../sheets/mark";
import { cellName } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { shown } from "./entries";
import { isEntered } from "./scores";
import type { HeaderRole, WrittenCell, WrittenHeader, WrittenSheet } from "./written";

/** The header row stands near the top; the officer may have inserted some above. */
const HEADER_WITHIN = 60;

/** Place of each role's heading in the list of headings. */
const ROLES: readonly (readonly [role: HeaderRole, heading: number])[] = [
  ["key", 0],
  ["score", 6],
  ["evidence", 8],
];

/** A record as if blanks had been written; undefined where there is no score sheet of ours that can be told. */
export function unrecordedScores(workbook: WorkbookSnapshot, pack: Pack): WrittenSheet | undefined {
  const own = findOwnSheet("score", workbook.ownSheets, []);
  const sheet = workbook.sheets.find(({ name }) => name === own?.sheet);
  const headers = sheet === undefined ? undefined : headersOf(sheet);
  if (own === undefined || sheet === undefined || headers === undefined) return undefined;
  const [key, score, evidence] = headers.columns;
  if (key === undefined || score === undefined || evidence === undefined) return undefined;
  const specs = new Map(pack.indicators.map((spec) => [spec.no, spec]));
  const cells: WrittenCell[] = [];
  for (let row = headers.row + 1; row < sheet.rowCount; row += 1) {
    const no = shown(sheet, row, key);
    const spec = specs.get(no);
    if (spec === undefined) continue;
    const at = (column: number): string => cellName({ row, column });
    if (isEntered(spec)) cells.push({ at: at(score), key: no, entry: { kind: "score", no }, value: "" });
    cells.push({ at: at(evidence), key: no, entry: { kind: "evidence", no }, value: "" });
  }
  return { kind: "score", id: own.id, name: own.sheet, headers: headers.written, cells };
}

function headersOf(sheet: SheetSnapshot):
  | {
      readonly row: number;
      readonly columns: readonly number[];
      readonly written: readonly WrittenHeader[];
    }
  | undefined {
  for (let row = 0; row < Math.min(sheet.rowCount, HEADER_WITHIN); row += 1) {
    const line = Array.from({ length: sheet.columnCount }, (_, column) => shown(sheet, row, column));
    const columns = ROLES.map(([, heading]) =>
      line.findIndex((text) => text.split("\n")[0] === SCORE_HEADINGS[heading]?.["zh-CN"]),
    );
    if (columns.includes(-1)) continue;
    const written = ROLES.map(([role], index) => {
      const column = columns[index] ?? 0;
      return { role, at: cellName({ row, column }), text: line[column] ?? "" };
    });
    return { row, columns, written };
  }
  return undefined;
}
