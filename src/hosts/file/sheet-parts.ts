/** The parts of one sheet of ours: worksheet, relations, drawing, chart. A re-run writes into the same parts. */
import { chartXml, drawingXml } from "./chart-xml";
import { findPart, type Package, streamPart } from "./package";
import { type Relation, readRelations, relationsName } from "./relations";
import { sheetXml } from "./sheet-xml";
import { freeId, freePart, type NewParts, type Placement, put, putPieces, relationsXml } from "./new-parts";
import type { StyleAppender } from "./styles";
import { RELATIONSHIPS, STRICT_RELATIONSHIPS, type WorkbookPart } from "./workbook-part";
import { child, children, escapeXml, parseXml, type XmlElement } from "./xml";
import { utf8Pieces } from "./xml-text";

/** What the officer may have put on a sheet of ours and what lies in parts of its own: kept. */
const KEPT_KINDS = ["comments", "vmlDrawing", "threadedComment", "printerSettings"];

/** Adds the sheet's parts to `parts`, and to `removed` those of ours that it no longer needs. */
export function sheetParts(
  pack: Package,
  workbook: WorkbookPart,
  sheet: Placement,
  styles: StyleAppender,
  parts: NewParts,
  removed: Set<string>,
): void {
  const old = sheet.replaces ? readOldSheet(pack, sheet.part) : NO_OLD_SHEET;
  const kept = old.relations.filter(({ kind }) => KEPT_KINDS.includes(kind));
  const relations = kept.map(({ id, type, target, external }) => ({ id, type, target, external }));
  const base = workbook.strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const oldDrawing = old.relations.find(({ kind }) => kind === "drawing")?.part;
  let drawing: string | undefined;
  if (sheet.model.chart !== undefined) {
    drawing = freeId(relations.map(({ id }) => id));
    const part = writeDrawing(pack, workbook, sheet, oldDrawing, parts);
    relations.push({ id: drawing, type: `${base}/drawing`, target: `/${part}`, external: false });
  } else if (oldDrawing !== undefined) {
    dropDrawing(pack, oldDrawing, removed);
  }
  const relationId = (kind: string): string | undefined =>
    kept.find((relation) => relation.kind === kind)?.id;
  const xml = sheetXml(sheet.model, {
    strict: workbook.strict,
    styleIndex: (use) => styles.indexOf(use),
    keptColumns: old.columnCount === sheet.model.columns.length ? old.columns : undefined,
    selected: old.selected,
    drawing,
    legacyDrawing: relationId("vmlDrawing"),
    printerSettings: relationId("printerSettings"),
  });
  putPieces(parts, sheet.part, xml);
  const name = relationsName(sheet.part);
  if (relations.length > 0) put(parts, name, relationsXml(relations));
  else if (findPart(pack, name) !== undefined) removed.add(name);
}

function writeDrawing(
  pack: Package,
  workbook: WorkbookPart,
  sheet: Placement,
  oldDrawing: string | undefined,
  parts: NewParts,
): string {
  const { model } = sheet;
  const drawing = oldDrawing ?? freePart(pack, parts, "xl/drawings/drawing");
  const oldChart = readRelations(pack, drawing).find(({ kind }) => kind === "chart")?.part;
  const chart = oldChart ?? freePart(pack, parts, "xl/charts/chart");
  if (model.chart === undefined) throw new Error("a drawing without a chart");
  const base = workbook.strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  put(parts, drawing, drawingXml(model.chart, "rId1", workbook.strict));
  put(
    parts,
    relationsName(drawing),
    relationsXml([{ id: "rId1", type: `${base}/chart`, target: `/${chart}`, external: false }]),
  );
  put(parts, chart, chartXml(model, model.chart, sheet.name, workbook.strict));
  return drawing;
}

function dropDrawing(pack: Package, drawing: string, removed: Set<string>): void {
  for (const relation of readRelations(pack, drawing)) {
    if (relation.kind === "chart" && relation.part !== undefined) removed.add(relation.part);
  }
  removed.add(drawing);
  if (findPart(pack, relationsName(drawing)) !== undefined) removed.add(relationsName(drawing));
}

interface OldSheet {
  readonly relations: readonly Relation[];
  /** The <col> elements written anew, and how many columns they cover. */
  readonly columns: string | undefined;
  readonly columnCount: number;
  readonly selected: boolean;
}

const NO_OLD_SHEET: OldSheet = { relations: [], columns: undefined, columnCount: 0, selected: false };

const SHEET_DATA = /<((?:[^\s<>/:]+:)?)sheetData[\s/>]/;

/** What stands before the rows, closed behind it: the rows may be many. */
function headOf(pack: Package, part: string): string {
  const decoder = new TextDecoder();
  let text = "";
  let head: string | undefined;
  const take = utf8Pieces(part, (piece) => {
    if (head !== undefined) return;
    text += decoder.decode(piece, { stream: true });
    const match = SHEET_DATA.exec(text);
    if (match !== null) head = `${text.slice(0, match.index)}</${match[1] ?? ""}worksheet>`;
  });
  streamPart(pack, part, take);
  return head ?? text;
}

function readOldSheet(pack: Package, part: string): OldSheet {
  const root = parseXml(headOf(pack, part), part);
  const columns = child(root, "cols");
  const list = columns === undefined ? [] : children(columns, "col");
  const views = child(root, "sheetViews");
  const selected = views === undefined ? undefined : children(views, "sheetView")[0]?.attributes.tabSelected;
  return {
    relations: readRelations(pack, part),
    columns: list.length === 0 ? undefined : list.map(columnXml).join(""),
    columnCount: columnsCovered(list),
    selected: selected === "1" || selected === "true",
  };
}

/** The columns up to the last that has a width of its own; programs may add one range over the rest of the sheet. */
function columnsCovered(list: readonly XmlElement[]): number {
  const own = list.filter(
    ({ attributes }) => attributes.width !== undefined && Number(attributes.max) < 1000,
  );
  return Math.max(0, ...own.map(({ attributes }) => Number(attributes.max)));
}

function columnXml({ attributes }: XmlElement): string {
  const kept = ["min", "max", "width", "hidden", "customWidth"].flatMap((name) =>
    attributes[name] === undefined ? [] : [` ${name}="${escapeXml(attributes[name])}"`],
  );
  return `<col${kept.join("")}/>`;
}
