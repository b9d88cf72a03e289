// Data validation of a range.
import { fixedReference, holdsArea, sharedArea } from "../address";
import { requireFormattable } from "../cells";
import { invalidArgument } from "../failure";
import type { Validation } from "../model";
import { flagOf, isHostObject, isOmitted, settingsOf } from "./arguments";
import { type Argument, call, defineClass, type HostObject, type Json, value, type ObjectOf } from "./member";
import { rangeTarget, withoutArea } from "./range";
import { type RangeTarget, sheetOf } from "./sheet-target";

const none: Omit<Validation, "areas"> = {
  type: "None",
  rule: {},
  ignoreBlanks: true,
  prompt: { showPrompt: true, title: "", message: "" },
  errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
};

/** The validation of the whole range, `undefined` when its cells differ. */
function validationOf(target: RangeTarget): Omit<Validation, "areas"> | undefined {
  const touching = sheetOf(target).validations.filter((validation) =>
    validation.areas.some((area) => sharedArea(area, target.area) !== undefined),
  );
  const [first, more] = touching;
  if (first === undefined) return none;
  return more === undefined && first.areas.some((area) => holdsArea(area, target.area)) ? first : undefined;
}

function edit(target: RangeTarget, change: Partial<Validation>): void {
  const sheet = sheetOf(target);
  requireFormattable(sheet, "allowFormatCells");
  const own = { ...(validationOf(target) ?? none), ...change, areas: [target.area] };
  sheet.validations = [...withoutArea(sheet.validations, target.area), own];
}

function rangeReference(part: HostObject): string {
  const range = rangeTarget(part);
  return fixedReference(sheetOf(range).name, range.area);
}

const types: Readonly<Record<string, string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

function ruleOf(given: Argument): { readonly type: string; readonly rule: Readonly<Record<string, Json>> } {
  const entries = Object.entries(settingsOf(given)).filter(([, setting]) => !isOmitted(setting));
  const [entry, more] = entries;
  if (entry === undefined || more !== undefined) throw invalidArgument("A rule is of exactly one kind.");
  const [kind, setting] = entry;
  const type = types[kind];
  if (type === undefined) throw invalidArgument(`There is no validation ${kind}.`);
  const settings = settingsOf(setting);
  if (kind === "list" && isOmitted(settings["source"])) throw invalidArgument("A list needs a source.");
  if (kind === "list" && typeof settings["source"] === "string" && settings["source"].length > 255) {
    throw invalidArgument("A list written out holds at most 255 characters.");
  }
  const plain = Object.fromEntries(
    Object.entries(settings).map(([name, part]): [string, Json] => [
      name,
      isHostObject(part) ? `=${rangeReference(part)}` : part,
    ]),
  );
  return { type, rule: { [kind]: plain } };
}

export const dataValidationObject: ObjectOf<RangeTarget> = defineClass<RangeTarget>({
  className: "DataValidation",
  members: {
    type: value("1.8", (target) => validationOf(target)?.type ?? "Inconsistent"),
    rule: value(
      "1.8",
      (target) => (validationOf(target)?.rule ?? null) as Json,
      (target, given) => edit(target, ruleOf(given)),
    ),
    ignoreBlanks: value(
      "1.8",
      (target) => validationOf(target)?.ignoreBlanks ?? null,
      (target, given) => edit(target, { ignoreBlanks: flagOf(given) }),
    ),
    prompt: value(
      "1.8",
      (target) => (validationOf(target)?.prompt ?? null) as Json,
      (target, given) => edit(target, { prompt: { ...none.prompt, ...settingsOf(given) } }),
    ),
    errorAlert: value(
      "1.8",
      (target) => (validationOf(target)?.errorAlert ?? null) as Json,
      (target, given) => edit(target, { errorAlert: { ...none.errorAlert, ...settingsOf(given) } }),
    ),
    clear: call("1.8", (target) => {
      const sheet = sheetOf(target);
      requireFormattable(sheet, "allowFormatCells");
      sheet.validations = withoutArea(sheet.validations, target.area);
    }),
  },
});
