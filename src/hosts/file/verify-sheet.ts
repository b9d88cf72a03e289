/** What a worksheet of ours must hold to, beyond the schema. Each check gives what is wrong, or undefined. */
import { type Area, parseAddress } from "../../core/workbook/address";
import { child, children, type XmlElement } from "./xml";

export interface SheetSurroundings {
  /** Number of cell formats in the styles part. */
  readonly formats: number;
  /** Lower-case names of the workbook's sheets. */
  readonly sheetNames: ReadonlySet<string>;
}

export function checkSheet(root: XmlElement, around: SheetSurroundings): string | undefined {
  if (root.local !== "worksheet") return "root";
  const data = child(root, "sheetData");
  if (data === undefined) return "sheetData";
  return (
    checkCells(data, around) ??
    checkMerges(root) ??
    checkCount(root, "mergeCells") ??
    checkCount(root, "dataValidations") ??
    checkLinks(root, around)
  );
}

function checkCells(data: XmlElement, around: SheetSurroundings): string | undefined {
  let lastRow = -1;
  for (const row of children(data, "row")) {
    const number = Number(row.attributes.r) - 1;
    if (!(number > lastRow)) return `row ${row.attributes.r}`;
    lastRow = number;
    let lastColumn = -1;
    for (const cell of children(row, "c")) {
      const at = parseAddress(cell.attributes.r ?? "");
      if (at === undefined || at.top !== number || at.left <= lastColumn) return `cell ${cell.attributes.r}`;
      lastColumn = at.left;
      const problem = checkCell(cell, around);
      if (problem !== undefined) return `${cell.attributes.r}: ${problem}`;
    }
  }
  return undefined;
}

const NUMBER = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/;

function checkCell(cell: XmlElement, around: SheetSurroundings): string | undefined {
  const style = Number(cell.attributes.s ?? 0);
  if (!(style >= 0 && style < around.formats)) return "style";
  const value = child(cell, "v");
  const formula = child(cell, "f");
  if (formula !== undefined) {
    if (value === undefined) return "formula without value";
    const problem = checkFormula(formula.text, around.sheetNames);
    if (problem !== undefined) return problem;
  }
  switch (cell.attributes.t ?? "n") {
    case "inlineStr": {
      const text = child(cell, "is");
      return text === undefined || child(text, "t") === undefined ? "inline string" : undefined;
    }
    case "str":
      return value === undefined ? "text" : undefined;
    case "n":
      return value === undefined || NUMBER.test(value.text) ? undefined : "number";
    default:
      return "type";
  }
}

/** Quotes and brackets close, and every sheet that a quoted reference names is there. */
export function checkFormula(formula: string, sheetNames: ReadonlySet<string>): string | undefined {
  if (formula === "" || formula.startsWith("=")) return "formula";
  const withoutTexts = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  if ((withoutTexts.match(/"/g)?.length ?? 0) % 2 !== 0) return "formula quotes";
  let missing: string | undefined;
  const bare = withoutTexts.replaceAll(/'((?:[^']|'')+)'!/g, (_, name: string) => {
    if (!sheetNames.has(name.replaceAll("''", "'").toLowerCase())) missing ??= name;
    return "";
  });
  if (missing !== undefined) return `formula leads to no sheet ${missing}`;
  if (bare.includes("'")) return "formula quotes";
  let depth = 0;
  for (const character of bare) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth < 0) break;
  }
  return depth === 0 ? undefined : "formula brackets";
}

function checkCount(root: XmlElement, name: string): string | undefined {
  const list = child(root, name);
  return list === undefined || Number(list.attributes.count) === list.children.length
    ? undefined
    : `${name} count`;
}

/** Merged areas may not overlap: by rows swept in order, since a findings sheet may have many. */
function checkMerges(root: XmlElement): string | undefined {
  const list = child(root, "mergeCells");
  const areas: Area[] = [];
  for (const merge of list === undefined ? [] : children(list, "mergeCell")) {
    const area = parseAddress(merge.attributes.ref ?? "");
    if (area === undefined) return `merge ${merge.attributes.ref}`;
    areas.push(area);
  }
  areas.sort((a, b) => a.top - b.top);
  let open: Area[] = [];
  for (const area of areas) {
    open = open.filter((other) => other.bottom >= area.top);
    if (open.some((other) => other.left <= area.right && area.left <= other.right)) return "merges overlap";
    open.push(area);
  }
  return undefined;
}

function checkLinks(root: XmlElement, around: SheetSurroundings): string | undefined {
  const list = child(root, "hyperlinks");
  for (const link of list === undefined ? [] : children(list, "hyperlink")) {
    const location = link.attributes.location ?? "";
    const target = parseAddress(location);
    if (target === undefined || (target.sheet !== "" && !around.sheetNames.has(target.sheet.toLowerCase()))) {
      return `link ${location}`;
    }
  }
  return undefined;
}
