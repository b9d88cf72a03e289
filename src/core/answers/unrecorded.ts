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

/** Each role's heading: its first line, which is Chinese in both languages. */
const ROLES = (
  [
    ["key", 0],
    ["score", 6],
    ["evidence", 8],
  ] as const
).map(([role, heading]) => [role, SCORE_HEADINGS[heading]?.["zh-CN"]] as const);

/** A record as if blanks had been written; undefined where there is no score sheet of ours that can be told. */
export function unrecordedScores(workbook: WorkbookSnapshot, pack: Pack): WrittenSheet | undefined {
  const own = findOwnSheet("score", workbook.ownSheets, []);
  const sheet = workbook.sheets.find(({ name }) => name === own?.sheet);
  const headers = sheet === undefined ? undefined : headersOf(sheet);
  if (own === undefined || sheet === undefined || headers === undefined) return undefined;
  const { key, score, evidence } = headers;
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
      /** Columns. */
      readonly key: number;
      readonly score: number;
      readonly evidence: number;
      readonly written: readonly WrittenHeader[];
    }
  | undefined {
  for (let row = 0; row < Math.min(sheet.rowCount, HEADER_WITHIN); row += 1) {
    const line = Array.from({ length: sheet.columnCount }, (_, column) => shown(sheet, row, column));
    const columns = new Map<HeaderRole, number>();
    for (const [role, heading] of ROLES) {
      const column = line.findIndex((text) => text.replace(/\n.*$/su, "") === heading);
      if (column >= 0) columns.set(role, column);
    }
    const [key, score, evidence] = [columns.get("key"), columns.get("score"), columns.get("evidence")];
    if (key === undefined || score === undefined || evidence === undefined) continue;
    const written = [...columns].map(([role, column]) => ({
      role,
      at: cellName({ row, column }),
      text: shown(sheet, row, column),
    }));
    return { row, key, score, evidence, written };
  }
  return undefined;
}
