/**
 * Writes sheets of ours into an existing workbook package. Everything of the user's stays byte for byte, but the
 * workbook part and its relations, content types and styles, which only gain text; a calcChain goes.
 */
import type { PlannedSheet } from "../../core/sheets/plan";
import { freeSheetName } from "../../core/sheets/sheet-name";
import { answersParts } from "./answers-part";
import { editContentTypes } from "./content-types";
import { LIMITS, type PackageLimits } from "./limits";
import { buildPackage, findPart, openPackage, type Package, readPart } from "./package";
import { FileProblem } from "./problem";
import { decodeXml, relationsName } from "./relations";
import { freePart, type NewParts, type Placement, put } from "./new-parts";
import { sheetParts } from "./sheet-parts";
import { emptyStyles, styleAppender } from "./styles";
import { verifyPackage } from "./verify";
import { editWorkbook } from "./workbook-edit";
import { readWorkbookPart, refusalToWrite, relatedPart, type WorkbookPart } from "./workbook-part";

export interface WriteRequest {
  readonly sheets: readonly PlannedSheet[];
  /** Text of the custom XML part; left out: the part stays as it is. */
  readonly answersXml?: string;
}

/**
 * @param bytes an .xlsx or .xlsm package
 * @returns the new package, verified
 * @throws FileProblem where the package is damaged, signed or locked, or where the result fails our own check
 */
export function writeSheets(
  bytes: Uint8Array,
  request: WriteRequest,
  limits: PackageLimits = LIMITS,
): Uint8Array {
  const pack = openPackage(bytes, limits);
  const refusal = refusalToWrite(pack);
  if (refusal !== undefined) throw new FileProblem(refusal);
  const workbook = readWorkbookPart(pack);
  const placed = place(pack, workbook, request.sheets);
  const parts: NewParts = new Map();
  const stylesPart = relatedPart(pack, workbook, "styles");
  const stylesName = stylesPart ?? freePart(pack, parts, "xl/styles", "");
  const oldStyles =
    stylesPart === undefined ? emptyStyles(workbook.root.uri) : decodeXml(readPart(pack, stylesPart));
  const styles = styleAppender(oldStyles, stylesName);
  // Of parts that are new this one is the first.
  if (stylesPart === undefined) put(parts, stylesName, oldStyles);
  const removed = new Set<string>();
  for (const sheet of placed) sheetParts(pack, workbook, sheet, styles, parts, removed);
  const newStyles = styles.text();
  if (newStyles !== oldStyles) put(parts, stylesName, newStyles);
  const answers =
    request.answersXml === undefined ? undefined : answersParts(pack, workbook, request.answersXml, parts);
  const chain = workbook.relations.find((relation) => relation.kind === "calcChain");
  if (chain?.part !== undefined && findPart(pack, chain.part) !== undefined) removed.add(chain.part);
  const edited = editWorkbook(pack, workbook, placed, {
    dropRelation: chain?.id,
    styles: stylesPart === undefined ? stylesName : undefined,
    answers,
  });
  put(parts, workbook.name, edited.workbook);
  put(parts, relationsName(workbook.name), edited.relations);
  put(parts, "[Content_Types].xml", editContentTypes(pack, parts, removed));
  const replaced = new Map([...parts].filter(([name]) => findPart(pack, name) !== undefined));
  const added = new Map([...parts].filter(([name]) => findPart(pack, name) === undefined));
  const result = buildPackage(pack, { replaced, added, removed });
  verifyPackage(pack, result, {
    written: new Set(parts.keys()),
    removed,
    ours: placed.map(({ part }) => part),
  });
  return result;
}

function place(pack: Package, workbook: WorkbookPart, sheets: readonly PlannedSheet[]): readonly Placement[] {
  const taken = workbook.sheets.map((sheet) => sheet.name);
  const reserved: NewParts = new Map();
  let position = workbook.sheets.length;
  return sheets.map(({ model, kind, id, name, replaces }) => {
    const at = replaces ? workbook.sheets.findIndex((sheet) => sheet.name === name) : -1;
    const existing = workbook.sheets[at];
    if (existing?.part !== undefined && findPart(pack, existing.part) !== undefined) {
      return { kind, id, name, model, position: at, part: existing.part, replaces };
    }
    const part = freePart(pack, reserved, "xl/worksheets/sheet");
    reserved.set(part, new Uint8Array());
    // The plan saw the same workbook; a name taken all the same is numbered rather than written twice.
    const free = freeSheetName(name, taken);
    taken.push(free);
    position += 1;
    return { kind, id, name: free, model, position: position - 1, part, replaces: false };
  });
}
