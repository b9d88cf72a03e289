// Page layout: paper, margins, print area and titles, headers and footers.
import { type Area, maxColumns, maxRows, parseArea, fixedReference } from "../address";
import { invalidArgument } from "../failure";
import { tokens } from "../formula-text";
import { flagOf, integerOf, isHostObject, numberOf, settingsOf, textOf, wordOf } from "./arguments";
import {
  type Argument,
  call,
  defineClass,
  type HostObject,
  type Json,
  type Member,
  object,
  value,
  type ObjectOf,
} from "./member";
import { rangeAreasObject } from "./range-areas";
import { areaArgument, rangeObject } from "./range";
import { type SheetTarget, sheetOf } from "./sheet-target";

const standard: Readonly<Record<string, Json>> = {
  orientation: "Portrait",
  paperSize: "A4",
  zoom: { scale: 100 },
  blackAndWhite: false,
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  printOrder: "DownThenOver",
  firstPageNumber: "",
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
};

function setting(name: string, parse: (given: Argument) => Json): Member<SheetTarget> {
  return value(
    "1.9",
    (target) => (sheetOf(target).pageLayout[name] as Json | undefined) ?? standard[name] ?? null,
    (target, given) => store(target, name, parse(given)),
  );
}

/** Standard settings are not stored, so that setting one back leaves no trace. */
function store(target: SheetTarget, name: string, setting: Json): void {
  const sheet = sheetOf(target);
  const rest = Object.fromEntries(Object.entries(sheet.pageLayout).filter(([key]) => key !== name));
  const plain = JSON.stringify(setting) === JSON.stringify(standard[name] ?? "");
  sheet.pageLayout = plain ? rest : { ...rest, [name]: setting };
}

function zoomOf(given: Argument): Json {
  const zoom: Record<string, Json> = {};
  for (const [name, part] of Object.entries(settingsOf(given))) {
    if (part === null) continue;
    if (!["scale", "horizontalFitToPages", "verticalFitToPages"].includes(name))
      throw invalidArgument(`There is no zoom ${name}.`);
    zoom[name] = integerOf(part);
  }
  if (typeof zoom["scale"] === "number" && (zoom["scale"] < 10 || zoom["scale"] > 400)) {
    throw invalidArgument("A scale lies between 10 and 400.");
  }
  if (zoom["scale"] !== undefined && Object.keys(zoom).length > 1)
    throw invalidArgument("A zoom is a scale or a fit.");
  return zoom;
}

interface TextsTarget extends SheetTarget {
  readonly page: string;
}

function pageText(name: string): Member<TextsTarget> {
  const key = (target: TextsTarget): string => `headersFooters/${target.page}/${name}`;
  return value(
    "1.9",
    (target) => (sheetOf(target).pageLayout[key(target)] as Json | undefined) ?? "",
    (target, given) => {
      const text = textOf(given);
      if (text.length > 255) throw invalidArgument("A header or footer holds at most 255 characters.");
      store(target, key(target), text);
    },
  );
}

const headerFooterObject: ObjectOf<TextsTarget> = defineClass<TextsTarget>({
  className: "HeaderFooter",
  members: {
    leftHeader: pageText("leftHeader"),
    centerHeader: pageText("centerHeader"),
    rightHeader: pageText("rightHeader"),
    leftFooter: pageText("leftFooter"),
    centerFooter: pageText("centerFooter"),
    rightFooter: pageText("rightFooter"),
  },
});

const headersFootersObject: ObjectOf<SheetTarget> = defineClass<SheetTarget>({
  className: "HeaderFooterGroup",
  members: {
    state: setting("headersFooters/state", (given) =>
      wordOf(given, ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"]),
    ),
    useSheetMargins: setting("headersFooters/useSheetMargins", flagOf),
    useSheetScale: setting("headersFooters/useSheetScale", flagOf),
    defaultForAllPages: object("1.9", (target) =>
      headerFooterObject({ ...target, page: "defaultForAllPages" }),
    ),
    evenPages: object("1.9", (target) => headerFooterObject({ ...target, page: "evenPages" })),
    firstPage: object("1.9", (target) => headerFooterObject({ ...target, page: "firstPage" })),
    oddPages: object("1.9", (target) => headerFooterObject({ ...target, page: "oddPages" })),
  },
});

const pointsPerUnit: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

/** Print area and titles are names of the sheet, so that they follow when it is renamed. */
function setName(target: SheetTarget, name: string, parts: readonly string[]): void {
  const sheet = sheetOf(target);
  const others = sheet.names.filter((candidate) => candidate.name !== name);
  sheet.names =
    parts.length === 0 ? others : [...others, { name, formula: parts.join(","), visible: true, comment: "" }];
}

function nameParts(target: SheetTarget, name: string): readonly Area[] {
  const found = sheetOf(target).names.find((candidate) => candidate.name === name);
  return tokens(found?.formula ?? "").flatMap((token) => {
    const area = token.kind === "reference" ? parseArea(token.text) : undefined;
    return area === undefined ? [] : [area];
  });
}

function fixed(target: SheetTarget, area: Area): string {
  return fixedReference(sheetOf(target).name, area);
}

function areasOf(target: SheetTarget, given: Argument | undefined): readonly Area[] {
  if (isHostObject(given) && given.className === "Range") return [areaArgument(target, given)];
  return textOf(given)
    .split(",")
    .map((part) => areaArgument(target, part.trim()));
}

function setTitles(target: SheetTarget, given: Argument | undefined, kind: "rows" | "columns"): void {
  const area = areaArgument(target, given);
  const whole: Area =
    kind === "rows" ? { ...area, column: 0, columns: maxColumns } : { ...area, row: 0, rows: maxRows };
  const others = nameParts(target, "Print_Titles").filter((part) =>
    kind === "rows" ? part.rows === maxRows : part.columns === maxColumns,
  );
  const parts = kind === "rows" ? [...others, whole] : [whole, ...others];
  setName(
    target,
    "Print_Titles",
    parts.map((part) => fixed(target, part)),
  );
}

function titles(target: SheetTarget, kind: "rows" | "columns"): HostObject | null {
  const area = nameParts(target, "Print_Titles").find((part) =>
    kind === "rows" ? part.columns === maxColumns : part.rows === maxRows,
  );
  return area === undefined ? null : rangeObject({ ...target, area });
}

export const pageLayoutObject: ObjectOf<SheetTarget> = defineClass<SheetTarget>({
  className: "PageLayout",
  members: {
    orientation: setting("orientation", (given) => wordOf(given, ["Portrait", "Landscape"])),
    paperSize: setting("paperSize", (given) =>
      wordOf(given, ["A3", "A4", "A5", "B4", "B5", "Letter", "Legal"]),
    ),
    zoom: setting("zoom", zoomOf),
    blackAndWhite: setting("blackAndWhite", flagOf),
    centerHorizontally: setting("centerHorizontally", flagOf),
    centerVertically: setting("centerVertically", flagOf),
    printGridlines: setting("printGridlines", flagOf),
    printHeadings: setting("printHeadings", flagOf),
    printOrder: setting("printOrder", (given) => wordOf(given, ["DownThenOver", "OverThenDown"])),
    firstPageNumber: setting("firstPageNumber", (given) => (given === "" ? "" : integerOf(given))),
    leftMargin: setting("leftMargin", numberOf),
    rightMargin: setting("rightMargin", numberOf),
    topMargin: setting("topMargin", numberOf),
    bottomMargin: setting("bottomMargin", numberOf),
    headerMargin: setting("headerMargin", numberOf),
    footerMargin: setting("footerMargin", numberOf),
    headersFooters: object("1.9", (target) => headersFootersObject(target)),
    getPrintAreaOrNullObject: object("1.9", (target) => {
      const areas = nameParts(target, "Print_Area");
      return areas.length === 0 ? null : rangeAreasObject({ ...target, areas });
    }),
    getPrintTitleRowsOrNullObject: object("1.9", (target) => titles(target, "rows")),
    getPrintTitleColumnsOrNullObject: object("1.9", (target) => titles(target, "columns")),
    setPrintArea: call("1.9", (target, [area]) =>
      setName(
        target,
        "Print_Area",
        areasOf(target, area).map((part) => fixed(target, part)),
      ),
    ),
    setPrintTitleRows: call("1.9", (target, [rows]) => setTitles(target, rows, "rows")),
    setPrintTitleColumns: call("1.9", (target, [columns]) => setTitles(target, columns, "columns")),
    setPrintMargins: call("1.9", (target, [unit, margins]) => {
      const factor = pointsPerUnit[wordOf(unit, Object.keys(pointsPerUnit))] ?? 1;
      for (const [side, size] of Object.entries(settingsOf(margins))) {
        if (size === null) continue;
        if (standard[`${side}Margin`] === undefined) throw invalidArgument(`There is no margin ${side}.`);
        store(target, `${side}Margin`, Math.round(numberOf(size) * factor * 1e6) / 1e6);
      }
    }),
  },
});
