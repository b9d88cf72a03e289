/** 填报单位 as the workbook itself states it, so that the officer need not type it into the form. */
import { shown } from "../answers/entries";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";

/** Such lines stand above the tables; the search ends here. */
const ROWS = 12;
const COLUMNS = 40;
const LONGEST = 60;

/** 填报单位：…, 填表单位（盖章）：…, or the label alone with its value in a cell to the right. */
const LABEL = /^填[报表]单位\s*(?:[（(][^）)]{0,10}[）)])?\s*([:：]?)\s*([\s\S]*)$/u;
/** What may follow on the same line, to its end: 单位：万元, 填报日期：…, a telephone. */
const NEXT_LABEL =
  /(?:\s{2,}|\s*(?:(?:金额)?单位|填[报表](?:日期|时间|人)|日期|联系(?:人|电话))\s*[:：])[\s\S]*$/u;
/** Left to be written in by hand. */
const BLANKS = /[_＿…]{2,}|[（(](?:盖章|公章|签章)[）)]/gu;

interface Statement {
  readonly name: string;
  /** The label stood alone, as on a cover: the name is the whole workbook's. */
  readonly ofCover: boolean;
}

/**
 * The one reporting unit that the workbook's lines agree on, "" where they state none or contradict each other. A
 * cover may name more offices than the tables do (乡村振兴局、财政局): it speaks for the whole and is taken, provided
 * that it names the tables' unit too.
 */
export function reportingUnit(workbook: WorkbookSnapshot): string {
  const marked = new Set(workbook.ownSheets.map(({ sheet }) => sheet));
  const statements = workbook.sheets
    .filter(({ name, visibility }) => visibility === "visible" && !marked.has(name))
    .flatMap(statementsOf);
  const covers = new Set(statements.flatMap(({ name, ofCover }) => (ofCover ? [name] : [])));
  const lines = new Set(statements.flatMap(({ name, ofCover }) => (ofCover ? [] : [name])));
  if (covers.size > 1 || lines.size > 1) return "";
  const [cover] = covers;
  const [line] = lines;
  if (cover === undefined) return line ?? "";
  return line === undefined || cover.includes(line) ? cover : "";
}

function statementsOf(sheet: SheetSnapshot): readonly Statement[] {
  const statements: Statement[] = [];
  for (let row = 0; row < Math.min(ROWS, sheet.rowCount); row += 1) {
    for (let column = 0; column < Math.min(COLUMNS, sheet.columnCount); column += 1) {
      if (sheet.kind(row, column) !== "text") continue;
      const [, colon, rest] = LABEL.exec(shown(sheet, row, column)) ?? [];
      if (rest === undefined || (colon === "" && rest !== "")) continue;
      const name = fit(rest === "" ? rightOf(sheet, row, column) : rest);
      if (name !== "") statements.push({ name, ofCover: colon === "" });
    }
  }
  return statements;
}

function rightOf(sheet: SheetSnapshot, row: number, label: number): string {
  for (let column = label + 1; column < Math.min(COLUMNS, sheet.columnCount); column += 1) {
    const kind = sheet.kind(row, column);
    if (kind === "blank") continue;
    const text = kind === "text" ? shown(sheet, row, column) : "";
    return /[:：]/u.test(text) ? "" : text;
  }
  return "";
}

function fit(text: string): string {
  const name = text.replaceAll(BLANKS, "").replace(NEXT_LABEL, "").trim();
  return name.length > LONGEST || !/\p{Script=Han}/u.test(name) ? "" : name;
}
