// Conditional formats of a range. The id of one is its priority, so it changes when others come or go.
import { type Area, sharedArea } from "../address";
import { requireFormattable } from "../cells";
import { invalidArgument, invalidOperation, itemNotFound } from "../failure";
import type { ConditionalFormat } from "../model";
import { colorOf, flagOf, integerOf, isOmitted, settingsOf, textOf, wordOf } from "./arguments";
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
import { rangeObject, withoutArea } from "./range";
import { type RangeTarget, type SheetTarget, sheetOf } from "./sheet-target";

/** A format is found again by itself within a batch; `current` follows its replacements. */
interface FormatTarget extends SheetTarget {
  current: ConditionalFormat;
}

function priority(target: FormatTarget): number {
  const index = sheetOf(target).conditionalFormats.indexOf(target.current);
  if (index < 0) throw itemNotFound("The conditional format was deleted.");
  return index;
}

function edit(target: FormatTarget, change: Partial<ConditionalFormat>): void {
  const sheet = sheetOf(target);
  const index = priority(target);
  requireFormattable(sheet, "allowFormatCells");
  const next = { ...target.current, ...change };
  sheet.conditionalFormats = sheet.conditionalFormats.map((format, at) => (at === index ? next : format));
  target.current = next;
}

function formatSetting(since: string, path: string, parse: (given: Argument) => Json): Member<FormatTarget> {
  return value(
    since,
    (target) => (target.current.format[path] as Json | undefined) ?? null,
    (target, given) => edit(target, { format: { ...target.current.format, [path]: parse(given) } }),
  );
}

function withoutSettings(target: FormatTarget, prefix: string): void {
  edit(target, {
    format: Object.fromEntries(
      Object.entries(target.current.format).filter(([path]) => !path.startsWith(prefix)),
    ),
  });
}

const fillObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "ConditionalRangeFill",
  members: {
    color: formatSetting("1.6", "fill/color", colorOf),
    clear: call("1.6", (target) => withoutSettings(target, "fill/")),
  },
});

const fontObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "ConditionalRangeFont",
  members: {
    color: formatSetting("1.6", "font/color", colorOf),
    bold: formatSetting("1.6", "font/bold", flagOf),
    italic: formatSetting("1.6", "font/italic", flagOf),
    strikethrough: formatSetting("1.6", "font/strikethrough", flagOf),
    underline: formatSetting("1.6", "font/underline", (given) => wordOf(given, ["None", "Single", "Double"])),
    clear: call("1.6", (target) => withoutSettings(target, "font/")),
  },
});

interface BorderTarget {
  readonly format: FormatTarget;
  readonly side: string;
}

function borderSetting(name: string, parse: (given: Argument) => Json): Member<BorderTarget> {
  return value(
    "1.6",
    ({ format, side }) => (format.current.format[`borders/${side}/${name}`] as Json | undefined) ?? null,
    ({ format, side }, given) =>
      edit(format, { format: { ...format.current.format, [`borders/${side}/${name}`]: parse(given) } }),
  );
}

const borderObject: ObjectOf<BorderTarget> = defineClass<BorderTarget>({
  className: "ConditionalRangeBorder",
  members: {
    color: borderSetting("color", colorOf),
    style: borderSetting("style", (given) =>
      wordOf(given, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"]),
    ),
    sideIndex: value("1.6", ({ side }) => side),
  },
});

const bordersObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "ConditionalRangeBorderCollection",
  index: (format, key) =>
    borderObject({ format, side: wordOf(key, ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"]) }),
  members: {
    top: object("1.6", (format) => borderObject({ format, side: "EdgeTop" })),
    bottom: object("1.6", (format) => borderObject({ format, side: "EdgeBottom" })),
    left: object("1.6", (format) => borderObject({ format, side: "EdgeLeft" })),
    right: object("1.6", (format) => borderObject({ format, side: "EdgeRight" })),
  },
});

const rangeFormatObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "ConditionalRangeFormat",
  members: {
    numberFormat: formatSetting("1.6", "numberFormat", textOf),
    fill: object("1.6", (target) => fillObject(target)),
    font: object("1.6", (target) => fontObject(target)),
    borders: object("1.6", (target) => bordersObject(target)),
  },
});

function ruleFormula(): Member<FormatTarget> {
  return value(
    "1.6",
    (target) => (target.current.rule["formula"] as string | undefined) ?? "",
    (target, given) => {
      const formula = textOf(given);
      if (!formula.startsWith("="))
        throw invalidArgument("The formula of a rule begins with an equals sign.");
      edit(target, { rule: { formula } });
    },
  );
}

const ruleObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "ConditionalFormatRule",
  members: { formula: ruleFormula(), formulaLocal: ruleFormula() },
});

const customObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "CustomConditionalFormat",
  members: {
    format: object("1.6", (target) => rangeFormatObject(target)),
    rule: object("1.6", (target) => ruleObject(target)),
  },
});

function wholeRule(): Member<FormatTarget> {
  return value(
    "1.6",
    (target) => target.current.rule as Json,
    (target, given) => edit(target, { rule: { ...settingsOf(given) } }),
  );
}

const cellValueObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "CellValueConditionalFormat",
  members: { format: object("1.6", (target) => rangeFormatObject(target)), rule: wholeRule() },
});

const textObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "TextConditionalFormat",
  members: { format: object("1.6", (target) => rangeFormatObject(target)), rule: wholeRule() },
});

function only(target: FormatTarget, type: string, made: (target: FormatTarget) => HostObject): HostObject {
  if (target.current.type !== type) throw invalidOperation(`The conditional format is no ${type}.`);
  return made(target);
}

const formatObject: ObjectOf<FormatTarget> = defineClass<FormatTarget>({
  className: "ConditionalFormat",
  identity: (target) => ({ Id: String(priority(target)) }),
  members: {
    id: value("1.6", (target) => String(priority(target))),
    priority: value(
      "1.6",
      (target) => priority(target),
      (target, given) => {
        const sheet = sheetOf(target);
        const wanted = integerOf(given);
        if (wanted < 0 || wanted >= sheet.conditionalFormats.length)
          throw invalidArgument("There is no such priority.");
        const others = sheet.conditionalFormats.filter((format) => format !== target.current);
        sheet.conditionalFormats = [...others.slice(0, wanted), target.current, ...others.slice(wanted)];
      },
    ),
    stopIfTrue: value(
      "1.6",
      (target) => target.current.stopIfTrue,
      (target, given) => edit(target, { stopIfTrue: flagOf(given) }),
    ),
    type: value("1.6", (target) => target.current.type),
    custom: object("1.6", (target) => only(target, "Custom", customObject)),
    customOrNullObject: object("1.6", (target) =>
      target.current.type === "Custom" ? customObject(target) : null,
    ),
    cellValue: object("1.6", (target) => only(target, "CellValue", cellValueObject)),
    cellValueOrNullObject: object("1.6", (target) =>
      target.current.type === "CellValue" ? cellValueObject(target) : null,
    ),
    textComparison: object("1.6", (target) => only(target, "ContainsText", textObject)),
    textComparisonOrNullObject: object("1.6", (target) =>
      target.current.type === "ContainsText" ? textObject(target) : null,
    ),
    getRange: object("1.6", (target) => {
      const [area, more] = target.current.areas;
      priority(target);
      if (area === undefined || more !== undefined)
        throw invalidOperation("The format holds for several areas.");
      return rangeObject({ workbook: target.workbook, sheetId: target.sheetId, area });
    }),
    getRangeOrNullObject: object("1.6", (target) => {
      const [area, more] = target.current.areas;
      return area === undefined || more !== undefined
        ? null
        : rangeObject({ workbook: target.workbook, sheetId: target.sheetId, area });
    }),
    getRanges: object("1.9", (target) =>
      rangeAreasObject({ workbook: target.workbook, sheetId: target.sheetId, areas: target.current.areas }),
    ),
    delete: call("1.6", (target) => {
      const sheet = sheetOf(target);
      const index = priority(target);
      requireFormattable(sheet, "allowFormatCells");
      sheet.conditionalFormats = sheet.conditionalFormats.filter((_, at) => at !== index);
    }),
  },
});

function within(target: RangeTarget): readonly ConditionalFormat[] {
  return sheetOf(target).conditionalFormats.filter((format) =>
    format.areas.some((area: Area) => sharedArea(area, target.area) !== undefined),
  );
}

function objectOf(target: RangeTarget, current: ConditionalFormat): HostObject {
  return formatObject({ workbook: target.workbook, sheetId: target.sheetId, current });
}

function byId(target: RangeTarget, id: Argument): ConditionalFormat | undefined {
  const all = sheetOf(target).conditionalFormats;
  return within(target).find((format) => String(all.indexOf(format)) === textOf(id));
}

const kinds = [
  "Custom",
  "DataBar",
  "ColorScale",
  "IconSet",
  "TopBottom",
  "PresetCriteria",
  "ContainsText",
  "CellValue",
];

export const conditionalFormatsObject: ObjectOf<RangeTarget> = defineClass<RangeTarget>({
  className: "ConditionalFormatCollection",
  items: (target) => within(target).map((format) => objectOf(target, format)),
  index: (target, id) => {
    const found = byId(target, id);
    if (found === undefined) throw itemNotFound(`There is no conditional format ${textOf(id)}.`);
    return objectOf(target, found);
  },
  members: {
    add: object("1.6", (target, [type]) => {
      const sheet = sheetOf(target);
      requireFormattable(sheet, "allowFormatCells");
      const added: ConditionalFormat = {
        type: wordOf(type, kinds),
        areas: [target.area],
        stopIfTrue: false,
        rule: {},
        format: {},
      };
      sheet.conditionalFormats = [added, ...sheet.conditionalFormats];
      return objectOf(target, added);
    }),
    getCount: call("1.6", (target) => within(target).length),
    getItemAt: object("1.6", (target, [index]) => {
      const found = within(target)[integerOf(index)];
      if (found === undefined) throw itemNotFound("There is no such conditional format.");
      return objectOf(target, found);
    }),
    getItemOrNullObject: object("1.14", (target, [id]) => {
      const found = isOmitted(id) ? undefined : byId(target, id);
      return found === undefined ? null : objectOf(target, found);
    }),
    clearAll: call("1.6", (target) => {
      const sheet = sheetOf(target);
      requireFormattable(sheet, "allowFormatCells");
      sheet.conditionalFormats = withoutArea(sheet.conditionalFormats, target.area);
    }),
  },
});
