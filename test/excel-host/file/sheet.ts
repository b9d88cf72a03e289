// One worksheet part as a sheet of the model.
import { type Area, columnIndex, parseArea } from "../address";
import { movedFormula } from "../formula-text";
import {
  type Cell,
  type CellStyle,
  type CellValue,
  cellKey,
  type ConditionalFormat,
  type Hyperlink,
  type Line,
  type Sheet,
  type Validation,
} from "../model";
import { columnPoints } from "../sizes";
import { attribute, child, children, flag, numeric, type Package, unescaped } from "./package";
import type { Styles } from "./styles";
import type { XmlElement } from "./xml";

/** Everything of the package that a sheet needs to be read. */
export interface SheetSource {
  readonly package: Package;
  readonly part: string;
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly date1904: boolean;
}

/** Fills an empty sheet of the model from the root element of a worksheet part. */
export function fillSheet(sheet: Sheet, root: XmlElement, source: SheetSource): void {
  readView(sheet, root, source);
  readColumns(sheet, root, source.styles);
  readRows(sheet, root, source);
  sheet.merges = areasOf(
    children(child(root, "mergeCells"), "mergeCell").map((m) => attribute(m, "ref") ?? ""),
  );
  const protection = child(root, "sheetProtection");
  if (flag(protection, "sheet")) sheet.protection = readProtection(protection);
  sheet.conditionalFormats = readConditionalFormats(root, source.styles);
  sheet.validations = children(child(root, "dataValidations"), "dataValidation").map(readValidation);
  readHyperlinks(sheet, root, source);
  sheet.pageLayout = readPage(root);
}

function readView(sheet: Sheet, root: XmlElement, source: SheetSource): void {
  const color = source.styles.color(child(child(root, "sheetPr"), "tabColor"));
  if (color !== undefined) sheet.tabColor = color;
  const view = child(child(root, "sheetViews"), "sheetView");
  sheet.showGridlines = flag(view, "showGridLines", true);
  sheet.showHeadings = flag(view, "showRowColHeaders", true);
  const pane = child(view, "pane");
  if (/^frozen/.test(attribute(pane, "state") ?? "")) {
    sheet.freeze = { rows: numeric(pane, "ySplit") ?? 0, columns: numeric(pane, "xSplit") ?? 0 };
  }
  const format = child(root, "sheetFormatPr");
  sheet.standardHeight = numeric(format, "defaultRowHeight") ?? 15;
  const width = numeric(format, "defaultColWidth");
  if (width !== undefined) sheet.standardWidth = width;
}

function styleAt(element: XmlElement, name: string, styles: Styles): CellStyle | undefined {
  const index = numeric(element, name);
  return index === undefined || index === 0 ? undefined : styles.cells[index];
}

function readColumns(sheet: Sheet, root: XmlElement, styles: Styles): void {
  for (const column of children(child(root, "cols"), "col")) {
    const width = numeric(column, "width");
    const style = styleAt(column, "style", styles);
    const line: Line = {
      size: width === undefined ? undefined : columnPoints(width),
      hidden: flag(column, "hidden"),
      ...(style === undefined ? {} : { style }),
    };
    for (let at = numeric(column, "min") ?? 1; at <= (numeric(column, "max") ?? 0); at += 1) {
      sheet.columns.set(at - 1, line);
    }
  }
}

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

function readRows(sheet: Sheet, root: XmlElement, source: SheetSource): void {
  const shared = new Map<string, SharedFormula>();
  let row = -1;
  for (const line of children(child(root, "sheetData"), "row")) {
    row = (numeric(line, "r") ?? row + 2) - 1;
    const height = numeric(line, "ht");
    const hidden = flag(line, "hidden");
    const style = flag(line, "customFormat") ? styleAt(line, "s", source.styles) : undefined;
    if (height !== undefined || hidden || style !== undefined) {
      sheet.rows.set(row, { size: height, hidden, ...(style === undefined ? {} : { style }) });
    }
    let column = -1;
    for (const element of children(line, "c")) {
      const letters = /^[A-Za-z]+/.exec(attribute(element, "r") ?? "")?.[0];
      column = (letters === undefined ? undefined : columnIndex(letters)) ?? column + 1;
      const cell = readCell(element, row, column, shared, source);
      if (cell.value !== undefined || cell.formula !== undefined || cell.style !== source.styles.normal) {
        sheet.cells.set(cellKey(row, column), cell);
      }
    }
  }
}

function readCell(
  element: XmlElement,
  row: number,
  column: number,
  shared: Map<string, SharedFormula>,
  source: SheetSource,
): Cell {
  const index = numeric(element, "s") ?? 0;
  const style = source.styles.cells[index] ?? source.styles.normal;
  const formulaElement = child(element, "f");
  const value = readValue(element, source);
  const kind = attribute(formulaElement, "t") ?? "normal";
  const written = (formulaElement?.textContent ?? "").replaceAll(/_xlfn\.|_xlws\.|_xlpm\./g, "");
  const base = { value, style };
  if (formulaElement === undefined || kind === "dataTable") return base;
  if (kind === "shared") {
    const id = attribute(formulaElement, "si") ?? "";
    const master = shared.get(id);
    if (written !== "") {
      shared.set(id, { formula: written, row, column });
      return { ...base, formula: written };
    }
    if (master === undefined) return base;
    return { ...base, formula: movedFormula(master.formula, row - master.row, column - master.column) };
  }
  if (written === "") return base;
  const area = attribute(formulaElement, "ref");
  return kind === "array" && area !== undefined
    ? { ...base, formula: written, arrayArea: area }
    : { ...base, formula: written };
}

/** Text of a string item: its runs joined, phonetic guides left out. */
export function itemText(item: XmlElement | undefined): string {
  return children(item)
    .map((part) => (part.localName === "t" ? part.textContent : part.localName === "r" ? itemText(part) : ""))
    .join("");
}

function readValue(element: XmlElement, source: SheetSource): CellValue | undefined {
  const raw = child(element, "v")?.textContent;
  switch (attribute(element, "t") ?? "n") {
    case "s":
      return raw === undefined ? undefined : (source.strings[Number(raw)] ?? "");
    case "inlineStr":
      return unescaped(itemText(child(element, "is")));
    case "str":
      return raw === undefined ? undefined : unescaped(raw);
    case "b":
      return raw === undefined ? undefined : raw === "1" || raw === "true";
    case "e":
      return raw === undefined ? undefined : { error: raw };
    case "d":
      return raw === undefined ? undefined : daySerial(raw, source.date1904);
    default:
      return raw === undefined || raw === "" ? undefined : Number(raw);
  }
}

/** A day that the file writes as ISO text, as the serial number of the workbook's calendar. */
function daySerial(text: string, date1904: boolean): number {
  const iso = text.replace(/Z$/, "");
  const serial = Date.parse(iso.includes("T") ? `${iso}Z` : iso) / 86_400_000 + 25_569;
  return date1904 ? serial - 1462 : serial;
}

function areasOf(texts: readonly string[]): readonly Area[] {
  return texts.flatMap((text) => {
    const area = parseArea(text);
    return area === undefined ? [] : [area];
  });
}

function readProtection(element: XmlElement | undefined): Readonly<Record<string, unknown>> {
  return {
    allowFormatCells: !flag(element, "formatCells", true),
    allowFormatColumns: !flag(element, "formatColumns", true),
    allowFormatRows: !flag(element, "formatRows", true),
    allowEditObjects: !flag(element, "objects", false),
  };
}

const operators: Readonly<Record<string, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};

const conditionalTypes: Readonly<Record<string, string>> = {
  expression: "Custom",
  cellIs: "CellValue",
  containsText: "ContainsText",
  notContainsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
  top10: "TopBottom",
};

function readConditionalFormats(root: XmlElement, styles: Styles): readonly ConditionalFormat[] {
  const found: { readonly priority: number; readonly format: ConditionalFormat }[] = [];
  for (const block of children(root, "conditionalFormatting")) {
    const areas = areasOf((attribute(block, "sqref") ?? "").split(/\s+/));
    for (const rule of children(block, "cfRule")) {
      const kind = attribute(rule, "type") ?? "";
      const formulas = children(rule, "formula").map((formula) => `=${formula.textContent}`);
      const operator = attribute(rule, "operator");
      const format: ConditionalFormat = {
        type: conditionalTypes[kind] ?? "PresetCriteria",
        areas,
        stopIfTrue: flag(rule, "stopIfTrue"),
        rule:
          kind === "expression"
            ? { formula: formulas[0] ?? "" }
            : {
                kind,
                ...(operator === undefined ? {} : { operator: operators[operator] ?? operator }),
                ...(formulas[0] === undefined ? {} : { formula1: formulas[0] }),
                ...(formulas[1] === undefined ? {} : { formula2: formulas[1] }),
                ...(attribute(rule, "text") === undefined ? {} : { text: attribute(rule, "text") }),
              },
        format: styles.differential[numeric(rule, "dxfId") ?? -1] ?? {},
      };
      found.push({ priority: numeric(rule, "priority") ?? found.length + 1, format });
    }
  }
  return [...found].sort((a, b) => a.priority - b.priority).map((entry) => entry.format);
}

const validationTypes: Readonly<Record<string, string>> = {
  list: "List",
  whole: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

function readValidation(element: XmlElement): Validation {
  const kind = attribute(element, "type") ?? "none";
  const first = child(element, "formula1")?.textContent ?? "";
  const second = child(element, "formula2")?.textContent;
  const operator = operators[attribute(element, "operator") ?? "between"] ?? "Between";
  const quoted = /^"(.*)"$/s.exec(first)?.[1];
  const number = (text: string): string | number =>
    text !== "" && Number.isFinite(Number(text)) ? Number(text) : `=${text}`;
  const comparison = {
    formula1: number(first),
    ...(second === undefined ? {} : { formula2: number(second) }),
    operator,
  };
  const key = kind === "whole" ? "wholeNumber" : kind;
  const rule: Readonly<Record<string, unknown>> =
    kind === "list"
      ? { list: { inCellDropDown: !flag(element, "showDropDown"), source: quoted ?? `=${first}` } }
      : kind === "custom"
        ? { custom: { formula: `=${first}` } }
        : kind === "none"
          ? {}
          : { [key]: comparison };
  const style = attribute(element, "errorStyle") ?? "stop";
  return {
    areas: areasOf((attribute(element, "sqref") ?? "").split(/\s+/)),
    type: validationTypes[kind] ?? "None",
    rule,
    ignoreBlanks: flag(element, "allowBlank"),
    prompt: {
      showPrompt: flag(element, "showInputMessage"),
      title: attribute(element, "promptTitle") ?? "",
      message: attribute(element, "prompt") ?? "",
    },
    errorAlert: {
      showAlert: flag(element, "showErrorMessage"),
      style: style.slice(0, 1).toUpperCase() + style.slice(1),
      title: attribute(element, "errorTitle") ?? "",
      message: attribute(element, "error") ?? "",
    },
  };
}

function readHyperlinks(sheet: Sheet, root: XmlElement, source: SheetSource): void {
  const relations = source.package.relations(source.part);
  for (const link of children(child(root, "hyperlinks"), "hyperlink")) {
    const id = attribute(link, "id");
    const target = relations.find((relation) => relation.id === id)?.target;
    const location = attribute(link, "location");
    const tip = attribute(link, "tooltip");
    const hyperlink: Hyperlink = {
      ...(target === undefined ? {} : { address: target }),
      ...(location === undefined ? {} : { documentReference: location }),
      ...(tip === undefined ? {} : { screenTip: tip }),
    };
    for (const area of areasOf([attribute(link, "ref") ?? ""])) {
      for (let row = area.row; row < area.row + area.rows; row += 1) {
        for (let column = area.column; column < area.column + area.columns; column += 1) {
          sheet.hyperlinks.set(cellKey(row, column), hyperlink);
        }
      }
    }
  }
}

const papers: Readonly<Record<number, string>> = {
  1: "Letter",
  5: "Legal",
  8: "A3",
  9: "A4",
  11: "A5",
  12: "B4",
  13: "B5",
};

function readPage(root: XmlElement): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  const setup = child(root, "pageSetup");
  const orientation = attribute(setup, "orientation");
  if (orientation === "landscape") found["orientation"] = "Landscape";
  const paper = numeric(setup, "paperSize");
  if (paper !== undefined && papers[paper] !== undefined) found["paperSize"] = papers[paper];
  if (flag(child(child(root, "sheetPr"), "pageSetUpPr"), "fitToPage")) {
    found["zoom"] = {
      horizontalFitToPages: numeric(setup, "fitToWidth") ?? 1,
      verticalFitToPages: numeric(setup, "fitToHeight") ?? 1,
    };
  } else if (numeric(setup, "scale") !== undefined && numeric(setup, "scale") !== 100) {
    found["zoom"] = { scale: numeric(setup, "scale") };
  }
  const margins = child(root, "pageMargins");
  for (const side of ["left", "right", "top", "bottom", "header", "footer"]) {
    const inches = numeric(margins, side);
    if (inches !== undefined) found[`${side}Margin`] = inches * 72;
  }
  const print = child(root, "printOptions");
  if (flag(print, "horizontalCentered")) found["centerHorizontally"] = true;
  if (flag(print, "verticalCentered")) found["centerVertically"] = true;
  if (flag(print, "gridLines")) found["printGridlines"] = true;
  if (flag(print, "headings")) found["printHeadings"] = true;
  const texts = child(root, "headerFooter");
  for (const [element, page] of [
    ["oddHeader", "Header"],
    ["oddFooter", "Footer"],
  ] as const) {
    const text = child(texts, element)?.textContent ?? "";
    for (const [mark, side] of [
      ["L", "left"],
      ["C", "center"],
      ["R", "right"],
    ] as const) {
      const part = new RegExp(`&${mark}(.*?)(?=&[LCR]|$)`, "s").exec(text)?.[1];
      if (part !== undefined && part !== "") found[`headersFooters/defaultForAllPages/${side}${page}`] = part;
    }
  }
  return found;
}
