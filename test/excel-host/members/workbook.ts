// Workbook, Application, Runtime, WorkbookProtection, DocumentProperties.
import { accessDenied, ExcelFailure } from "../failure";
import type { Workbook } from "../model";
import { isOmitted, textOf, wordOf } from "./arguments";
import { customXmlPartsObject } from "./custom-xml";
import { functionsObject } from "./functions";
import { call, defineClass, object, type Member, value, type ObjectOf } from "./member";
import { namesObject } from "./names";
import { rangeObject } from "./range";
import { worksheetsObject } from "./worksheets";

const applicationObject: ObjectOf<Workbook> = defineClass<Workbook>({
  className: "Application",
  members: {
    calculationMode: value(
      "1.1",
      (workbook) => workbook.calculationMode,
      (workbook, mode) => {
        const chosen = wordOf(mode, ["Automatic", "AutomaticExceptTables", "Manual"]);
        workbook.calculationMode =
          chosen === "Manual" ? "Manual" : chosen === "Automatic" ? "Automatic" : "AutomaticExceptTables";
      },
    ),
    calculationState: value("1.9", (workbook) => (workbook.stale.size > 0 ? "Pending" : "Done")),
    calculate: call("1.1", (_, [kind], session) =>
      session.calculate(wordOf(kind, ["Recalculate", "Full", "FullRebuild"]) !== "Recalculate"),
    ),
    suspendApiCalculationUntilNextSync: call("1.6", () => null),
    suspendScreenUpdatingUntilNextSync: call("1.9", () => null),
  },
});

const protectionObject: ObjectOf<Workbook> = defineClass<Workbook>({
  className: "WorkbookProtection",
  members: {
    protected: value("1.7", (workbook) => workbook.structureProtected),
    protect: call("1.7", (workbook, _args) => {
      workbook.structureProtected = true;
    }),
    unprotect: call("1.7", (workbook, [password], session) => {
      if (session.passwordProtected && isOmitted(password)) throw accessDenied("The password is missing.");
      workbook.structureProtected = false;
    }),
  },
});

const propertyNames = [
  "title",
  "subject",
  "author",
  "keywords",
  "comments",
  "lastAuthor",
  "category",
  "manager",
  "company",
];

const propertiesObject: ObjectOf<Workbook> = defineClass<Workbook>({
  className: "DocumentProperties",
  members: Object.fromEntries(
    propertyNames.map((name): [string, Member<Workbook>] => [
      name,
      name === "lastAuthor"
        ? value("1.7", (workbook) => workbook.properties[name] ?? "")
        : value(
            "1.7",
            (workbook) => workbook.properties[name] ?? "",
            (workbook, written) => {
              workbook.properties = { ...workbook.properties, [name]: textOf(written) };
            },
          ),
    ]),
  ),
});

/** The root object of every batch. */
export const workbookObject: ObjectOf<Workbook> = defineClass<Workbook>({
  className: "Workbook",
  members: {
    name: value("1.7", (workbook) => workbook.name),
    readOnly: value("1.8", (workbook) => workbook.readOnly),
    application: object("1.1", (workbook) => applicationObject(workbook)),
    customXmlParts: object("1.5", (workbook) => customXmlPartsObject(workbook)),
    functions: object("1.2", (workbook) => functionsObject(workbook)),
    names: object("1.1", (workbook) => namesObject({ workbook, sheet: undefined })),
    properties: object("1.7", (workbook) => propertiesObject(workbook)),
    protection: object("1.7", (workbook) => protectionObject(workbook)),
    worksheets: object("1.1", (workbook) => worksheetsObject(workbook)),
    getActiveCell: object("1.7", (workbook) =>
      rangeObject({
        workbook,
        sheetId: workbook.activeSheetId,
        area: { row: workbook.selection.row, column: workbook.selection.column, rows: 1, columns: 1 },
      }),
    ),
    getSelectedRange: object("1.1", (workbook) =>
      rangeObject({ workbook, sheetId: workbook.activeSheetId, area: workbook.selection }),
    ),
    save: call("1.11", (workbook) => {
      if (workbook.readOnly) throw accessDenied("The workbook was opened read-only.");
    }),
    _GetRangeForEventByReferenceId: object("1.1", (_, [id], session) => {
      const kept = session.kept.get(textOf(id));
      if (kept === undefined) throw new ExcelFailure("InvalidReference", "This reference is not valid.");
      return kept;
    }),
    _RemoveReference: call("1.1", (_, [id], session) => {
      session.kept.delete(textOf(id));
    }),
    _RemoveAllReferences: call("1.1", (_, _args, session) => {
      session.kept.clear();
    }),
    _GetReferenceCount: call("1.1", (_, _args, session) => session.kept.size),
  },
});
