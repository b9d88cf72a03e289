// NamedItemCollection and NamedItem, of the workbook or of one sheet.
import { fixedReference, parseArea } from "../address";
import { ExcelFailure, invalidArgument, invalidOperation, itemNotFound } from "../failure";
import type { DefinedName, Sheet, Workbook } from "../model";
import { flagOf, isHostObject, isOmitted, textOf } from "./arguments";
import {
  type Argument,
  call,
  defineClass,
  type HostObject,
  type Json,
  object,
  value,
  type ObjectOf,
} from "./member";
import { formulaArea, fullAddress, rangeObject, rangeTarget } from "./range";
import { sheetOf } from "./sheet-target";
import { worksheetObject } from "./worksheet";

interface NamesTarget {
  readonly workbook: Workbook;
  /** `undefined` for the workbook's own names. */
  readonly sheet: Sheet | undefined;
}

interface NameTarget extends NamesTarget {
  readonly name: string;
}

function namesOf(target: NamesTarget): readonly DefinedName[] {
  return (target.sheet ?? target.workbook).names;
}

function replaceNames(target: NamesTarget, names: readonly DefinedName[]): void {
  (target.sheet ?? target.workbook).names = names;
}

function find(target: NamesTarget, name: string): DefinedName | undefined {
  return namesOf(target).find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
}

function definedName(target: NameTarget): DefinedName {
  const found = find(target, target.name);
  if (found === undefined) throw itemNotFound(`There is no name ${target.name}.`);
  return found;
}

function edit(target: NameTarget, change: Partial<DefinedName>): void {
  const own = definedName(target);
  replaceNames(
    target,
    namesOf(target).map((name) => (name === own ? { ...name, ...change } : name)),
  );
}

function nameValue(
  target: NameTarget,
  session: Parameters<Parameters<typeof value<NameTarget>>[1]>[1],
): Json {
  const { formula } = definedName(target);
  const area = formulaArea(target.workbook, target.sheet, formula);
  if (area !== undefined) return fullAddress(area);
  if (formula.includes("#REF!")) return "#REF!";
  const calculated = session.calculator.evaluateText(target.workbook, formula);
  if (calculated === undefined) return "#NAME?";
  return typeof calculated === "object" ? calculated.error : calculated;
}

function nameType(target: NameTarget): string {
  const { formula } = definedName(target);
  if (formulaArea(target.workbook, target.sheet, formula) !== undefined) return "Range";
  if (formula.includes("#REF!")) return "Error";
  if (/^".*"$/s.test(formula)) return "String";
  return Number.isFinite(Number(formula)) ? "Double" : "String";
}

const nameObject: ObjectOf<NameTarget> = defineClass<NameTarget>({
  className: "NamedItem",
  identity: (target) => ({ _Id: definedName(target).name }),
  members: {
    name: value("1.1", (target) => definedName(target).name),
    type: value("1.1", nameType),
    value: value("1.1", nameValue),
    formula: value(
      "1.7",
      (target) => `=${definedName(target).formula}`,
      (target, formula) => edit(target, { formula: formulaOf(textOf(formula)) }),
    ),
    visible: value(
      "1.1",
      (target) => definedName(target).visible,
      (target, visible) => edit(target, { visible: flagOf(visible) }),
    ),
    comment: value(
      "1.4",
      (target) => definedName(target).comment,
      (target, comment) => edit(target, { comment: textOf(comment) }),
    ),
    scope: value("1.4", (target) => (target.sheet === undefined ? "Workbook" : "Worksheet")),
    worksheet: object("1.4", (target) => {
      if (target.sheet === undefined) throw itemNotFound("The name belongs to the workbook.");
      return worksheetObject({ workbook: target.workbook, sheetId: target.sheet.id });
    }),
    worksheetOrNullObject: object("1.4", (target) =>
      target.sheet === undefined
        ? null
        : worksheetObject({ workbook: target.workbook, sheetId: target.sheet.id }),
    ),
    getRange: object("1.1", (target) => {
      const area = formulaArea(target.workbook, target.sheet, definedName(target).formula);
      if (area === undefined) throw invalidOperation("The name stands for no range.");
      return rangeObject(area);
    }),
    getRangeOrNullObject: object("1.4", (target) => {
      const area = formulaArea(target.workbook, target.sheet, definedName(target).formula);
      return area === undefined ? null : rangeObject(area);
    }),
    delete: call("1.4", (target) => {
      const own = definedName(target);
      replaceNames(
        target,
        namesOf(target).filter((name) => name !== own),
      );
    }),
  },
});

function formulaOf(text: string): string {
  if (!text.startsWith("=")) throw invalidArgument("The formula of a name begins with an equals sign.");
  return text.slice(1);
}

/** A name's formula from what `add` takes: a range, a formula or a constant. */
function reference(argument: Argument | undefined): string {
  if (isHostObject(argument)) {
    const target = rangeTarget(argument);
    return fixedReference(sheetOf(target).name, target.area);
  }
  const text = textOf(argument);
  return text.startsWith("=") ? text.slice(1) : `"${text.replaceAll('"', '""')}"`;
}

function requireName(name: string): void {
  const proper =
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) &&
    parseArea(name) === undefined &&
    !/^[rc]$/i.test(name);
  if (!proper) throw invalidArgument(`"${name}" cannot be a name.`);
}

function itemOf(target: NamesTarget, name: string): HostObject {
  return nameObject({ ...target, name });
}

export const namesObject: ObjectOf<NamesTarget> = defineClass<NamesTarget>({
  className: "NamedItemCollection",
  items: (target) => namesOf(target).map((name) => itemOf(target, name.name)),
  index: (target, key) => {
    const found = find(target, textOf(key));
    if (found === undefined) throw itemNotFound(`There is no name ${textOf(key)}.`);
    return itemOf(target, found.name);
  },
  members: {
    add: object("1.4", (target, [name, given, comment]) => {
      const text = textOf(name);
      requireName(text);
      if (find(target, text) !== undefined) {
        throw new ExcelFailure(
          "ItemAlreadyExists",
          `A resource with the same name or identifier already exists: ${text}.`,
          409,
        );
      }
      const added: DefinedName = {
        name: text,
        formula: reference(given),
        visible: true,
        comment: isOmitted(comment) ? "" : textOf(comment),
      };
      replaceNames(target, [...namesOf(target), added]);
      return itemOf(target, text);
    }),
    getItemOrNullObject: object("1.4", (target, [name]) => {
      const found = find(target, textOf(name));
      return found === undefined ? null : itemOf(target, found.name);
    }),
    getCount: call("1.4", (target) => namesOf(target).length),
  },
});
