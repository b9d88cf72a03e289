/**
 * What stands on our sheets from the run before, beyond the entries that the answers room reads back: the form's head,
 * which is kept, and scores and findings, to tell what changed since.
 */
import { FINDING_HEADINGS, SCORE_HEADINGS, SHEET_TEXTS } from "../../texts/sheets";
import { shown } from "../answers/entries";
import type { FindingKey } from "../checks/finding";
import type { Text } from "../pack/pack";
import type { SheetSnapshot } from "../workbook/snapshot";

export interface EarlierScores {
  /** Typed by the officer into the form's head; "" where blank. */
  readonly head: FormHead;
  /** Indicator no → what its score cell shows; "" for blank. */
  readonly scores: ReadonlyMap<string, string>;
  /** What the cell of the total shows; "" where it was not found. */
  readonly total: string;
}

export interface FormHead {
  readonly unit: string;
  readonly date: string;
}

export const BLANK_HEAD: FormHead = { unit: "", date: "" };

/** undefined where the sheet has no header row of ours. */
export function readEarlierScores(sheet: SheetSnapshot): EarlierScores | undefined {
  const header = findHeader(
    sheet,
    [0, 6].flatMap((index) => SCORE_HEADINGS[index] ?? []),
  );
  const [number, score] = header?.columns ?? [];
  if (header === undefined || number === undefined || score === undefined) return undefined;
  const scores = new Map<string, string>();
  let total = "";
  for (let row = header.row + 1; row < sheet.rowCount; row += 1) {
    const no = shown(sheet, row, number);
    if (isOneOf(no, SHEET_TEXTS.total)) total = shown(sheet, row, score);
    if (NUMBERED.test(no) && !scores.has(no)) scores.set(no, shown(sheet, row, score));
  }
  return {
    head: {
      unit: besideLabel(sheet, header.row, SHEET_TEXTS.unit),
      date: besideLabel(sheet, header.row, SHEET_TEXTS.date),
    },
    scores,
    total,
  };
}

export interface EarlierFinding {
  /** 序号 on the sheet. */
  readonly no: string;
  readonly message: string;
  readonly key?: FindingKey | undefined;
}

/** The findings that stand on the sheet; undefined where it has no header row of ours. */
export function readEarlierFindings(sheet: SheetSnapshot): readonly EarlierFinding[] | undefined {
  const header = findHeader(
    sheet,
    [0, 4].flatMap((index) => FINDING_HEADINGS[index] ?? []),
  );
  const [number, message] = header?.columns ?? [];
  if (header === undefined || number === undefined || message === undefined) return undefined;
  const findings: EarlierFinding[] = [];
  for (let row = header.row + 1; row < sheet.rowCount; row += 1) {
    const no = shown(sheet, row, number);
    if (NUMBERED.test(no)) findings.push({ no, message: shown(sheet, row, message) });
  }
  return findings;
}

const NUMBERED = /^[0-9]{1,7}(?:\.[0-9]{1,3})*$/;

function isOneOf(text: string, texts: Readonly<Record<string, string>>): boolean {
  return Object.values(texts).includes(text);
}

/** The header row is looked for in the first rows only; the officer may have inserted some above. */
const HEADER_WITHIN = 60;

/** The first row that holds all headings in their first lines, which are Chinese in both languages; their columns. */
function findHeader(
  sheet: SheetSnapshot,
  headings: readonly Text[],
): { readonly row: number; readonly columns: readonly number[] } | undefined {
  for (let row = 0; row < Math.min(sheet.rowCount, HEADER_WITHIN); row += 1) {
    const line: string[] = [];
    for (let column = 0; column < sheet.columnCount; column += 1) {
      line.push(shown(sheet, row, column).replace(/\n.*$/su, "").trim());
    }
    const columns = headings.map((heading) => line.indexOf(heading["zh-CN"]));
    if (columns.every((column) => column >= 0)) return { row, columns };
  }
  return undefined;
}

/** The first text right of a label in the rows above the header, up to the next label. */
function besideLabel(
  sheet: SheetSnapshot,
  headerRow: number,
  label: Readonly<Record<string, string>>,
): string {
  const years = Object.values(SHEET_TEXTS.year("")).map((text) => text.trim());
  for (let row = 0; row < headerRow; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      if (!isOneOf(shown(sheet, row, column), label)) continue;
      for (let right = column + 1; right < sheet.columnCount; right += 1) {
        const text = shown(sheet, row, right);
        if (text === "") continue;
        const next = isOneOf(text, SHEET_TEXTS.unit) || isOneOf(text, SHEET_TEXTS.date);
        return next || years.some((year) => text.startsWith(year)) ? "" : text;
      }
    }
  }
  return "";
}
