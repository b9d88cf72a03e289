// The whole workbook as comparable text, and where two of them differ.
import { areaText, cellArea } from "./address";
import { type Cell, type CellStyle, type Line, placeOf, type Sheet, type Workbook } from "./model";

/** One fact per place: `sheet/封面/cell/B7` → its contents, in a fixed order. */
export type Snapshot = ReadonlyMap<string, string>;

export interface Difference {
  readonly place: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Everything that a saved file would keep. Ids of sheets and custom XML parts are left out (a file gives new ones),
 * so are the selected cells, and whether a text was typed with an apostrophe. `styles: false` leaves looks out.
 */
export function snapshot(workbook: Workbook, options: { readonly styles?: boolean } = {}): Snapshot {
  const facts = new Map<string, string>();
  const add = (place: string, fact: unknown): void => {
    facts.set(place, canonical(fact));
  };
  add("workbook", {
    sheets: workbook.sheets.map((sheet) => sheet.name),
    active: workbook.sheets.find((sheet) => sheet.id === workbook.activeSheetId)?.name,
    date1904: workbook.date1904,
    calculationMode: workbook.calculationMode,
    structureProtected: workbook.structureProtected,
    properties: workbook.properties,
  });
  for (const name of workbook.names) add(`name/${name.name}`, name);
  const parts = workbook.customXmlParts.map((part) => part.xml).sort();
  parts.forEach((xml, index) => add(`customXml/${index}`, xml));
  for (const sheet of workbook.sheets) addSheet(workbook, sheet, options.styles !== false, facts, add);
  return facts;
}

function addSheet(
  workbook: Workbook,
  sheet: Sheet,
  styles: boolean,
  facts: Map<string, string>,
  add: (place: string, fact: unknown) => void,
): void {
  const at = `sheet/${sheet.name}`;
  const own = (name: string, fact: unknown): void => add(`${at}/${name}`, fact);
  own("settings", {
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    standardWidth: sheet.standardWidth,
    merges: sheet.merges.map(areaText).sort(),
    freeze: sheet.freeze,
    filter: sheet.filter && { ...sheet.filter, criteria: [...sheet.filter.criteria] },
    protection: sheet.protection,
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    pageLayout: sheet.pageLayout,
  });
  for (const name of sheet.names) own(`name/${name.name}`, name);
  own("conditionalFormats", sheet.conditionalFormats);
  own("validations", sheet.validations.map(canonical).sort());
  own(
    "charts",
    sheet.charts.map((chart) => ({ ...chart, id: undefined })),
  );
  for (const [key, link] of sheet.hyperlinks) own(`hyperlink/${keyText(key)}`, link);
  if (styles) {
    for (const [index, line] of sheet.columns) addLine(workbook, `column/${index}`, line, own);
    for (const [index, line] of sheet.rows) addLine(workbook, `row/${index + 1}`, line, own);
  }
  const normal = canonicalStyle(workbook.normalStyle);
  for (const [key, cell] of sheet.cells) {
    const fact = cellFact(cell, styles ? normal : undefined);
    if (fact !== undefined) facts.set(`${at}/cell/${keyText(key)}`, fact);
  }
}

function addLine(
  workbook: Workbook,
  place: string,
  line: Line,
  own: (name: string, fact: unknown) => void,
): void {
  const style =
    line.style === undefined || line.style === workbook.normalStyle ? undefined : canonicalStyle(line.style);
  if (line.size !== undefined || line.hidden || style !== undefined) own(place, { ...line, style });
}

/** A cell as text; `normal` is the look that needs no mention, undefined when looks do not count. */
function cellFact(cell: Cell, normal: string | undefined): string | undefined {
  const look = normal === undefined ? "" : canonicalStyle(cell.style);
  const special = look !== (normal ?? "");
  if (cell.value === undefined && cell.formula === undefined && !special) return undefined;
  const formula = cell.formula === undefined ? "" : ` =${cell.formula}`;
  const array = cell.arrayArea === undefined ? "" : ` {${cell.arrayArea}}`;
  return `${JSON.stringify(cell.value) ?? "blank"}${formula}${array}${special ? ` ${look}` : ""}`;
}

const styleTexts = new WeakMap<CellStyle, string>();

/** A look as text, without whether an apostrophe was typed. */
function canonicalStyle(style: CellStyle): string {
  const text = styleTexts.get(style) ?? canonical({ ...style, quotePrefix: undefined });
  styleTexts.set(style, text);
  return text;
}

function keyText(key: number): string {
  const { row, column } = placeOf(key);
  return areaText(cellArea(row, column));
}

/** JSON with sorted keys, so that the order of setting things plays no part. */
function canonical(fact: unknown): string {
  return (
    JSON.stringify(fact, (_, part: unknown) =>
      typeof part === "object" && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? "nothing"
  );
}

/** Where two snapshots differ; empty when the workbooks are equal. */
export function differences(before: Snapshot, after: Snapshot): readonly Difference[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  return [...places]
    .filter((place) => before.get(place) !== after.get(place))
    .map((place) => ({ place, before: before.get(place), after: after.get(place) }));
}
