// Reads an .xlsx into the simulated workbook. Shares nothing with the reader of the product, so that one mistake
// cannot hide in both.
import {
  type CustomXmlPart,
  type DefinedName,
  emptySheet,
  newId,
  newWorkbook,
  type Sheet,
  type Visibility,
  type Workbook,
} from "../model";
import { readCharts } from "./charts";
import { attribute, child, children, flag, numeric, openPackage, type Package, unescaped } from "./package";
import { fillSheet, itemText } from "./sheet";
import { readStyles } from "./styles";
import { parseXml } from "./xml";

/** The workbook of the bytes of an .xlsx or .xlsm; `name` is what `workbook.name` will answer. */
export async function readXlsx(bytes: Uint8Array, name = "Book1.xlsx"): Promise<Workbook> {
  const source = await openPackage(bytes);
  const part = source.relations("").find((relation) => relation.type === "officeDocument")?.target;
  const text = part === undefined ? undefined : source.text(part);
  if (part === undefined || text === undefined) throw new Error("The package holds no workbook part.");
  const root = parseXml(text);
  const relations = source.relations(part);
  const byType = (type: string): string | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : source.text(target);
  };
  const workbook = newWorkbook([]);
  workbook.name = name;
  workbook.date1904 = flag(child(root, "workbookPr"), "date1904");
  workbook.structureProtected = flag(child(root, "workbookProtection"), "lockStructure");
  const mode = attribute(child(root, "calcPr"), "calcMode");
  if (mode === "manual") workbook.calculationMode = "Manual";
  if (mode === "autoNoTable") workbook.calculationMode = "AutomaticExceptTables";
  const shared = byType("sharedStrings");
  const strings =
    shared === undefined ? [] : children(parseXml(shared), "si").map((item) => unescaped(itemText(item)));
  const styles = readStyles(byType("styles"), byType("theme"));
  workbook.normalStyle = styles.normal;
  const sheets: Sheet[] = [];
  for (const entry of children(child(root, "sheets"), "sheet")) {
    const target = relations.find((relation) => relation.id === attribute(entry, "id"));
    const sheet = emptySheet(attribute(entry, "name") ?? "");
    sheet.visibility = visibilityOf(attribute(entry, "state"));
    const sheetText = target?.type === "worksheet" ? source.text(target.target) : undefined;
    if (target !== undefined && sheetText !== undefined) {
      fillSheet(sheet, parseXml(sheetText), {
        package: source,
        part: target.target,
        strings,
        styles,
        date1904: workbook.date1904,
      });
      sheet.charts = readCharts(source, target.target);
    }
    sheets.push(sheet);
  }
  workbook.sheets = sheets;
  const active = numeric(child(child(root, "bookViews"), "workbookView"), "activeTab") ?? 0;
  workbook.activeSheetId = (sheets[active] ?? sheets[0])?.id ?? "";
  readNames(workbook, children(child(root, "definedNames"), "definedName"));
  workbook.customXmlParts = relations
    .filter((relation) => relation.type === "customXml" && !relation.external)
    .flatMap((relation) => readCustomXml(source, relation.target));
  workbook.properties = readProperties(source);
  return workbook;
}

function visibilityOf(state: string | undefined): Visibility {
  return state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";
}

function readNames(workbook: Workbook, elements: ReturnType<typeof children>): void {
  for (const element of elements) {
    const name: DefinedName = {
      name: (attribute(element, "name") ?? "").replace(/^_xlnm\./, ""),
      formula: element.textContent,
      visible: !flag(element, "hidden"),
      comment: attribute(element, "comment") ?? "",
    };
    const position = numeric(element, "localSheetId");
    const sheet = position === undefined ? undefined : workbook.sheets[position];
    if (sheet === undefined) workbook.names = [...workbook.names, name];
    else sheet.names = [...sheet.names, name];
  }
}

function readCustomXml(source: Package, part: string): readonly CustomXmlPart[] {
  const xml = source.text(part);
  if (xml === undefined) return [];
  const properties = source.relations(part).find((relation) => relation.type === "customXmlProps");
  const text = properties === undefined ? undefined : source.text(properties.target);
  const id = text === undefined ? undefined : attribute(parseXml(text), "itemID");
  return [{ id: id ?? newId(), xml }];
}

const coreNames: Readonly<Record<string, string>> = {
  title: "title",
  subject: "subject",
  creator: "author",
  keywords: "keywords",
  description: "comments",
  lastModifiedBy: "lastAuthor",
  category: "category",
};

function readProperties(source: Package): Readonly<Record<string, string>> {
  const part = source.relations("").find((relation) => relation.type === "core-properties");
  const text = part === undefined ? undefined : source.text(part.target);
  const found: Record<string, string> = {};
  for (const element of text === undefined ? [] : children(parseXml(text))) {
    const name = coreNames[element.localName];
    if (name !== undefined) found[name] = element.textContent;
  }
  return found;
}
