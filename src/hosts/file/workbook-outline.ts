/** The workbook part: its sheets in order, the date system, locks, and the marks on sheets of ours. */
import type { OwnSheet, Visibility } from "../../core/workbook/snapshot";
import { readSmallXml } from "./small-xml";
import { SPREADSHEET_NAMESPACES } from "./xml-scanner";
import { beyond, READ_LIMITS } from "./read-limits";
import { FILE_TEXTS } from "../../texts/files";
import { FileProblem } from "./problem";

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  /** Id of the relation to its part. */
  readonly relation: string;
}

export interface WorkbookOutline {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly ownSheets: readonly OwnSheet[];
}

/** Name, scoped to a sheet and hidden, that marks the sheet as ours. */
export const OWN_SHEET_NAME = "_hengbiao";

const RELATION_IDS = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id",
  "http://purl.oclc.org/ooxml/officeDocument/relationships|id",
];

/** @throws FileProblem damaged, not-a-workbook, limit */
export function readOutline(text: string, part: string): WorkbookOutline {
  const sheets: SheetEntry[] = [];
  const marks: { readonly position: number; readonly mark: string }[] = [];
  let date1904 = false;
  readSmallXml(text, part, {
    open: ({ uri, local, attributes }, path) => {
      if (path.length === 0 && (local !== "workbook" || !SPREADSHEET_NAMESPACES.includes(uri)))
        throw new FileProblem(FILE_TEXTS.notWorkbook);
      if (path.length === 1 && local === "workbookPr") date1904 = isTrue(attributes.get("date1904"));
      if (path.length !== 2 || path[1] !== "sheets" || local !== "sheet") return;
      if (sheets.length >= READ_LIMITS.sheets) throw beyond("sheets");
      sheets.push({
        name: attributes.get("name") ?? "",
        visibility: visibilityOf(attributes.get("state")),
        relation: RELATION_IDS.map((id) => attributes.get(id)).find((id) => id !== undefined) ?? "",
      });
    },
    close: ({ local, attributes }, path, content) => {
      if (path.length !== 2 || path[1] !== "definedNames" || local !== "definedName") return;
      const position = attributes.get("localSheetId");
      if (attributes.get("name") === OWN_SHEET_NAME && position !== undefined) {
        marks.push({ position: Number(position), mark: textConstant(content) });
      }
    },
  });
  const ownSheets = marks.flatMap(({ position, mark }) => {
    const sheet = sheets[position]?.name;
    return sheet === undefined ? [] : [{ sheet, mark }];
  });
  return { sheets, date1904, ownSheets };
}

/** A name that holds a text says it as a formula: `"score 7f3a"`. */
function textConstant(formula: string): string {
  const match = /^=?\s*"((?:[^"]|"")*)"\s*$/.exec(formula);
  return match === null ? formula.trim() : (match[1] ?? "").replaceAll('""', '"');
}

function visibilityOf(state: string | undefined): Visibility {
  return state === "hidden" || state === "veryHidden" ? state : "visible";
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
