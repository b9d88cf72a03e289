/** 校验规则: a pack's checks as a sheet to be edited, one row a rule; and reading it back. */
import { RULE_HEADINGS, SHEET_NAMES } from "../../texts/sheets";
import { REVISION_TEXTS } from "../../texts/revision";
import { shown } from "../answers/entries";
import type { Language, Pack, Text } from "../pack/pack";
import { parseMark } from "../sheets/mark";
import type { SheetModel } from "../sheets/model";
import { addBanner, addRow, sheetWriter, textCell } from "../sheets/sheet-writer";
import { fold } from "../tables/fold";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import type { CheckSpec } from "../pack/pack";
import type { RuleRow } from "./revision";

/** Characters of 编号, 名称, 公式, 容差, 级别, 提示. */
const WIDTHS = [26, 26, 60, 12, 9, 50];
const LEVELS: Readonly<Record<"error" | "warning" | "off", Text>> = {
  error: { "zh-CN": "错误", en: "error" },
  warning: { "zh-CN": "警告", en: "warning" },
  off: { "zh-CN": "停用", en: "off" },
};

/** @param off rules that are switched off; they stand on the sheet as such */
export function rulesSheet(pack: Pack, off: readonly CheckSpec[], language: Language): SheetModel {
  const writer = sheetWriter(WIDTHS);
  addBanner(writer, REVISION_TEXTS.title(pack.title)[language], "title", 2.4);
  addBanner(writer, REVISION_TEXTS.howTo()[language], "note");
  const header = addRow(
    writer,
    RULE_HEADINGS.map((heading) => textCell(heading[language], "header")),
  );
  const add = (check: CheckSpec, level: keyof typeof LEVELS): void => {
    addRow(writer, [
      textCell(check.id, "text-input"),
      textCell(check.name[language], "text-input"),
      textCell(check.formulas.join("\n"), "text-input"),
      textCell(check.tolerance ?? "", "text-input"),
      textCell(LEVELS[level][language], "text-input"),
      textCell(check.help[language], "text-input"),
    ]);
  };
  for (const check of pack.checks) add(check, check.level);
  for (const check of off) add(check, "off");
  const area = { top: 0, left: 0, bottom: writer.rows.length - 1, right: WIDTHS.length - 1 };
  return {
    kind: "rules",
    name: SHEET_NAMES.rules,
    columns: writer.columns,
    rows: writer.rows,
    merges: writer.merges,
    validations: [],
    chart: undefined,
    filter: undefined,
    freeze: { rows: header + 1, columns: 1 },
    print: {
      orientation: "landscape",
      area,
      titleRows: { first: header, last: header },
      footer: REVISION_TEXTS.page[language],
    },
  };
}

export interface RulesSheetRead {
  readonly sheet: string;
  readonly rows: readonly RuleRow[];
  /** Why the sheet as a whole cannot be read, or what of it is missing. */
  readonly problems: readonly Text[];
}

/** The workbook's rules sheet: ours by its mark, else the one of that name; undefined where there is none. */
export function readRulesSheet(workbook: WorkbookSnapshot): RulesSheetRead | undefined {
  const marked = workbook.ownSheets.find(({ mark }) => parseMark(mark)?.kind === "rules")?.sheet;
  const named = (wanted: string | undefined): SheetSnapshot | undefined =>
    workbook.sheets.find(({ name }) => name === wanted);
  const sheet = named(marked) ?? workbook.sheets.find(({ name }) => fold(name) === SHEET_NAMES.rules);
  if (sheet === undefined) return undefined;
  const header = headerOf(sheet);
  if (header === undefined) {
    return { sheet: sheet.name, rows: [], problems: [REVISION_TEXTS.noHeader(sheet.name)] };
  }
  const missing = HEADINGS.filter((name) => !header.columns.has(name));
  const rows: RuleRow[] = [];
  for (let row = header.row + 1; row < sheet.rowCount; row += 1) {
    const cell = (name: Heading): string | undefined => {
      const column = header.columns.get(name);
      return column === undefined ? undefined : shown(sheet, row, column);
    };
    const id = shown(sheet, row, header.id);
    if (id === "" && HEADINGS.every((name) => (cell(name) ?? "") === "")) continue;
    rows.push({
      row,
      id,
      name: cell("名称"),
      formula: cell("公式"),
      tolerance: cell("容差"),
      level: cell("级别"),
      help: cell("提示"),
    });
  }
  return {
    sheet: sheet.name,
    rows,
    problems: missing.length === 0 ? [] : [REVISION_TEXTS.missingColumns(missing)],
  };
}

const HEADINGS = ["编号", "名称", "公式", "容差", "级别", "提示"] as const;
type Heading = (typeof HEADINGS)[number];
/** The header row stands below a title and notes. */
const HEADER_ROWS = 20;

function headerOf(
  sheet: SheetSnapshot,
): { readonly row: number; readonly id: number; readonly columns: ReadonlyMap<Heading, number> } | undefined {
  for (let row = 0; row < Math.min(sheet.rowCount, HEADER_ROWS); row += 1) {
    const columns = new Map<Heading, number>();
    for (let column = 0; column < Math.min(sheet.columnCount, 40); column += 1) {
      const words = fold(sheet.text(row, column).replace(/\n.*$/su, ""));
      const heading = HEADINGS.find((name) => name === words);
      if (heading !== undefined && !columns.has(heading)) columns.set(heading, column);
    }
    const id = columns.get("编号");
    if (id !== undefined && columns.size > 1) return { row, id, columns };
  }
  return undefined;
}
