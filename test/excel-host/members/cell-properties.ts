// getCellProperties and setCellProperties of a range: the looks of its cells as one grid.
import { requireFormattable, restyle, styleAt } from "../cells";
import { invalidArgument } from "../failure";
import { type BorderLine, type BorderSide, type CellStyle, cellKey, type FontStyle } from "../model";
import { colorOf, flagOf, isOmitted, numberOf, settingsOf, textOf, wordOf } from "./arguments";
import type { Argument, Json } from "./member";
import { type RangeTarget, sheetOf } from "./sheet-target";

type Settings = Readonly<Record<string, Argument>>;

const sides: readonly (readonly [name: string, side: BorderSide])[] = [
  ["top", "EdgeTop"],
  ["bottom", "EdgeBottom"],
  ["left", "EdgeLeft"],
  ["right", "EdgeRight"],
];

function section(settings: Settings, name: string): Settings | undefined {
  const part = settings[name];
  return isOmitted(part) ? undefined : settingsOf(part);
}

/** One object per cell with the properties that were asked for. */
export function readCellProperties(target: RangeTarget, asked: Argument | undefined): Json {
  const sheet = sheetOf(target);
  const wanted = settingsOf(asked);
  const format = section(wanted, "format");
  const { row, column, rows, columns } = target.area;
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across): Json => {
      const style = styleAt(target.workbook, sheet, row + down, column + across);
      const link = sheet.hyperlinks.get(cellKey(row + down, column + across));
      return {
        ...(format === undefined ? {} : { format: formatOf(style, format) }),
        ...(wanted["hyperlink"] === true && link !== undefined ? { hyperlink: { ...link } } : {}),
      };
    }),
  );
}

function formatOf(style: CellStyle, asked: Settings): Json {
  const answer: Record<string, Json> = {};
  const font = section(asked, "font");
  if (font !== undefined) {
    answer["font"] = Object.fromEntries(
      Object.keys(font).map((key): [string, Json] => [key, style.font[key as keyof FontStyle] ?? null]),
    );
  }
  if (section(asked, "fill") !== undefined) {
    answer["fill"] =
      style.fill === undefined
        ? { color: "#FFFFFF", pattern: "None" }
        : { color: style.fill, pattern: "Solid" };
  }
  if (section(asked, "borders") !== undefined) {
    answer["borders"] = Object.fromEntries(
      sides.map(([name, side]): [string, Json] => {
        const line = style.borders[side];
        return [name, line === undefined ? { style: "None" } : { ...line }];
      }),
    );
  }
  for (const key of [
    "horizontalAlignment",
    "verticalAlignment",
    "wrapText",
    "indentLevel",
    "shrinkToFit",
  ] as const) {
    if (asked[key] === true) answer[key] = style[key];
  }
  return answer;
}

/** Sets what is given for each cell and leaves the rest; the grid has the range's shape. */
export function writeCellProperties(target: RangeTarget, given: Argument | undefined): void {
  const { area } = target;
  const grid = Array.isArray(given) ? (given as readonly Argument[]) : [];
  const fits =
    grid.length === area.rows && grid.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) throw invalidArgument(`The grid does not match ${area.rows} × ${area.columns} cells.`);
  const sheet = sheetOf(target);
  requireFormattable(sheet, "allowFormatCells");
  const byZone = new Map<string, Settings>();
  const zoneOf = (row: number, column: number): string => {
    const line = grid[row - area.row];
    const cell = Array.isArray(line) ? settingsOf((line as readonly Argument[])[column - area.column]) : {};
    if (!isOmitted(cell["hyperlink"]))
      throw invalidArgument("The simulated Excel sets hyperlinks by range.hyperlink.");
    const format = section(cell, "format") ?? {};
    const zone = JSON.stringify(format);
    byZone.set(zone, format);
    return zone;
  };
  restyle(target.workbook, sheet, area, (style, zone) => restyled(style, byZone.get(zone) ?? {}), zoneOf);
}

function restyled(style: CellStyle, format: Settings): CellStyle {
  let next: CellStyle = style;
  const font = section(format, "font");
  if (font !== undefined) next = { ...next, font: fontWith(next.font, font) };
  const fill = section(format, "fill");
  if (fill !== undefined) next = { ...next, fill: colorOf(fill["color"]) };
  const borders = section(format, "borders");
  if (borders !== undefined) next = { ...next, borders: bordersWith(next.borders, borders) };
  for (const [key, setting] of Object.entries(format)) {
    if (key === "horizontalAlignment" || key === "verticalAlignment")
      next = { ...next, [key]: textOf(setting) };
    else if (key === "wrapText" || key === "shrinkToFit") next = { ...next, [key]: flagOf(setting) };
    else if (key === "indentLevel") next = { ...next, indentLevel: numberOf(setting) };
    else if (key !== "font" && key !== "fill" && key !== "borders")
      throw invalidArgument(`The simulated Excel sets no ${key} here; add it.`);
  }
  return next;
}

function fontWith(font: FontStyle, given: Settings): FontStyle {
  const parsers: Readonly<Record<keyof FontStyle, (setting: Argument) => Json>> = {
    name: textOf,
    size: numberOf,
    color: colorOf,
    bold: flagOf,
    italic: flagOf,
    strikethrough: flagOf,
    underline: (setting) => wordOf(setting, ["None", "Single", "Double"]),
  };
  const changed = Object.entries(given).map(([key, setting]): [string, Json] => {
    const parse = parsers[key as keyof FontStyle];
    if (parse === undefined) throw invalidArgument(`A font has no ${key}.`);
    return [key, parse(setting)];
  });
  return { ...font, ...Object.fromEntries(changed) };
}

function bordersWith(borders: CellStyle["borders"], given: Settings): CellStyle["borders"] {
  const next: Partial<Record<BorderSide, BorderLine>> = { ...borders };
  for (const [name, side] of sides) {
    const line = section(given, name);
    if (line === undefined) continue;
    if (line["style"] === "None") delete next[side];
    else {
      next[side] = {
        style: textOf(line["style"] ?? "Continuous"),
        weight: textOf(line["weight"] ?? "Thin"),
        color: colorOf(line["color"] ?? "#000000"),
      };
    }
  }
  return next;
}
