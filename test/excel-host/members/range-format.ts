// RangeFormat and its parts: fill, font, borders, protection, sizes.
import { maxColumns, maxRows } from "../address";
import { requireFormattable, restyle, styleAt } from "../cells";
import { invalidArgument } from "../failure";
import {
  type BorderLine,
  type BorderSide,
  borderSides,
  type CellStyle,
  type FontStyle,
  type Line,
} from "../model";
import { shownColumnPoints } from "../sizes";
import { colorOf, flagOf, integerOf, numberOf, textOf, wordOf } from "./arguments";
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
import { type RangeTarget, sheetOf } from "./sheet-target";

/** One value when all cells of the range agree on it, else null. */
function shared(target: RangeTarget, read: (style: CellStyle) => Json): Json {
  const sheet = sheetOf(target);
  const { row, column, rows, columns } = target.area;
  const first = read(styleAt(target.workbook, sheet, row, column));
  const known = new Map<CellStyle, boolean>();
  for (let at = row; at < row + Math.min(rows, 20_000); at += 1) {
    for (let across = column; across < column + Math.min(columns, 500); across += 1) {
      const style = styleAt(target.workbook, sheet, at, across);
      const same = known.get(style) ?? read(style) === first;
      known.set(style, same);
      if (!same) return null;
    }
  }
  return first;
}

function change(target: RangeTarget, edit: (style: CellStyle) => CellStyle): void {
  requireFormattable(sheetOf(target), "allowFormatCells");
  restyle(target.workbook, sheetOf(target), target.area, edit);
}

function setting(
  since: string,
  read: (style: CellStyle) => Json,
  edit: (style: CellStyle, value: Argument) => CellStyle,
): Member<RangeTarget> {
  return value(
    since,
    (target) => shared(target, read),
    (target, given) => change(target, (style) => edit(style, given)),
  );
}

function fontSetting<K extends keyof FontStyle>(
  key: K,
  parse: (given: Argument) => FontStyle[K],
): Member<RangeTarget> {
  return setting(
    key === "strikethrough" ? "1.9" : "1.1",
    (style) => style.font[key],
    (style, given) => ({ ...style, font: { ...style.font, [key]: parse(given) } }),
  );
}

const fillObject: ObjectOf<RangeTarget> = defineClass<RangeTarget>({
  className: "RangeFill",
  members: {
    color: setting(
      "1.1",
      (style) => style.fill ?? "#FFFFFF",
      (style, given) => ({ ...style, fill: colorOf(given) }),
    ),
    clear: call("1.1", (target) => change(target, (style) => ({ ...style, fill: undefined }))),
  },
});

const fontObject: ObjectOf<RangeTarget> = defineClass<RangeTarget>({
  className: "RangeFont",
  members: {
    name: fontSetting("name", textOf),
    size: fontSetting("size", numberOf),
    color: fontSetting("color", colorOf),
    bold: fontSetting("bold", flagOf),
    italic: fontSetting("italic", flagOf),
    underline: fontSetting("underline", (given) =>
      wordOf(given, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"]),
    ),
    strikethrough: fontSetting("strikethrough", flagOf),
  },
});

const protectionObject: ObjectOf<RangeTarget> = defineClass<RangeTarget>({
  className: "FormatProtection",
  members: {
    locked: setting(
      "1.2",
      (style) => style.locked,
      (style, given) => ({ ...style, locked: flagOf(given) }),
    ),
    formulaHidden: setting(
      "1.2",
      (style) => style.formulaHidden,
      (style, given) => ({ ...style, formulaHidden: flagOf(given) }),
    ),
  },
});

const sideNames = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type SideName = (typeof sideNames)[number];

interface BorderTarget {
  readonly range: RangeTarget;
  readonly side: SideName;
}

/** Which sides of a cell belong to a side of the range. */
function ownSides({ range, side }: BorderTarget, row: number, column: number): readonly BorderSide[] {
  const { area } = range;
  const top = row === area.row;
  const bottom = row === area.row + area.rows - 1;
  const left = column === area.column;
  const right = column === area.column + area.columns - 1;
  switch (side) {
    case "EdgeTop":
      return top ? ["EdgeTop"] : [];
    case "EdgeBottom":
      return bottom ? ["EdgeBottom"] : [];
    case "EdgeLeft":
      return left ? ["EdgeLeft"] : [];
    case "EdgeRight":
      return right ? ["EdgeRight"] : [];
    case "InsideHorizontal":
      return [...(top ? [] : (["EdgeTop"] as const)), ...(bottom ? [] : (["EdgeBottom"] as const))];
    case "InsideVertical":
      return [...(left ? [] : (["EdgeLeft"] as const)), ...(right ? [] : (["EdgeRight"] as const))];
    default:
      return [side];
  }
}

function firstLine(target: BorderTarget): BorderLine | undefined {
  const { area, workbook } = target.range;
  const sheet = sheetOf(target.range);
  for (let row = area.row; row < area.row + Math.min(area.rows, 2000); row += 1) {
    for (let column = area.column; column < area.column + Math.min(area.columns, 200); column += 1) {
      const [side] = ownSides(target, row, column);
      if (side !== undefined) return styleAt(workbook, sheet, row, column).borders[side];
    }
  }
  return undefined;
}

function draw(target: BorderTarget, edit: (line: BorderLine) => BorderLine | undefined): void {
  const sheet = sheetOf(target.range);
  requireFormattable(sheet, "allowFormatCells");
  restyle(
    target.range.workbook,
    sheet,
    target.range.area,
    (style, zone) => {
      const borders: Partial<Record<BorderSide, BorderLine>> = { ...style.borders };
      for (const side of borderSides.filter((candidate) => zone.split(",").includes(candidate))) {
        const line = edit(borders[side] ?? { style: "Continuous", weight: "Thin", color: "#000000" });
        if (line === undefined) delete borders[side];
        else borders[side] = line;
      }
      return { ...style, borders };
    },
    (row, column) => ownSides(target, row, column).join(","),
  );
}

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"];

const borderObject: ObjectOf<BorderTarget> = defineClass<BorderTarget>({
  className: "RangeBorder",
  members: {
    sideIndex: value("1.1", (target) => target.side),
    style: value(
      "1.1",
      (target) => firstLine(target)?.style ?? "None",
      (target, given) => {
        const style = wordOf(given, lineStyles);
        draw(target, (line) => (style === "None" ? undefined : { ...line, style }));
      },
    ),
    weight: value(
      "1.1",
      (target) => firstLine(target)?.weight ?? "Thin",
      (target, given) => {
        const weight = wordOf(given, ["Hairline", "Thin", "Medium", "Thick"]);
        draw(target, (line) => ({ ...line, weight }));
      },
    ),
    color: value(
      "1.1",
      (target) => firstLine(target)?.color ?? "#000000",
      (target, given) => {
        const color = colorOf(given);
        draw(target, (line) => ({ ...line, color }));
      },
    ),
  },
});

function borderAt(range: RangeTarget, side: SideName): HostObject {
  return borderObject({ range, side });
}

const bordersObject: ObjectOf<RangeTarget> = defineClass<RangeTarget>({
  className: "RangeBorderCollection",
  items: (target) => sideNames.map((side) => borderAt(target, side)),
  index: (target, key) => {
    const wanted = wordOf(key, sideNames);
    return borderAt(target, sideNames.find((side) => side === wanted) ?? "EdgeTop");
  },
  members: {
    count: value("1.1", () => sideNames.length),
    getItemAt: object("1.1", (target, [index]) => {
      const side = sideNames[integerOf(index)];
      if (side === undefined) throw invalidArgument("There is no such border.");
      return borderAt(target, side);
    }),
  },
});

function sharedSize(lines: ReadonlyMap<number, Line>, from: number, count: number, standard: number): Json {
  const first = lines.get(from)?.size ?? standard;
  for (let at = from; at < from + Math.min(count, 20_000); at += 1) {
    if ((lines.get(at)?.size ?? standard) !== first) return null;
  }
  return first;
}

export function hideLines(lines: Map<number, Line>, from: number, count: number, hidden: boolean): void {
  for (let at = from; at < from + count; at += 1) {
    const line = lines.get(at);
    if (hidden || line !== undefined) lines.set(at, { ...(line ?? { size: undefined }), hidden });
  }
}

function resize(lines: Map<number, Line>, from: number, count: number, size: number | undefined): void {
  for (let at = from; at < from + count; at += 1) {
    lines.set(at, { ...(lines.get(at) ?? { hidden: false }), size });
  }
}

function pointsOf(given: Argument, most: number): number {
  const points = numberOf(given);
  if (points < 0 || points > most) throw invalidArgument(`A size lies between 0 and ${most} points.`);
  return points;
}

const horizontal = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
];
const vertical = ["Top", "Center", "Bottom", "Justify", "Distributed"];

export const rangeFormatObject: ObjectOf<RangeTarget> = defineClass<RangeTarget>({
  className: "RangeFormat",
  members: {
    horizontalAlignment: setting(
      "1.1",
      (style) => style.horizontalAlignment,
      (style, given) => ({ ...style, horizontalAlignment: wordOf(given, horizontal) }),
    ),
    verticalAlignment: setting(
      "1.1",
      (style) => style.verticalAlignment,
      (style, given) => ({ ...style, verticalAlignment: wordOf(given, vertical) }),
    ),
    wrapText: setting(
      "1.1",
      (style) => style.wrapText,
      (style, given) => ({ ...style, wrapText: flagOf(given) }),
    ),
    indentLevel: setting(
      "1.9",
      (style) => style.indentLevel,
      (style, given) => ({ ...style, indentLevel: integerOf(given) }),
    ),
    shrinkToFit: setting(
      "1.9",
      (style) => style.shrinkToFit,
      (style, given) => ({ ...style, shrinkToFit: flagOf(given) }),
    ),
    textOrientation: setting(
      "1.7",
      (style) => style.textOrientation,
      (style, given) => ({ ...style, textOrientation: integerOf(given) }),
    ),
    columnWidth: value(
      "1.2",
      (target) => {
        const sheet = sheetOf(target);
        return sharedSize(
          sheet.columns,
          target.area.column,
          target.area.columns,
          shownColumnPoints(sheet.standardWidth),
        );
      },
      (target, width) => {
        requireFormattable(sheetOf(target), "allowFormatColumns");
        resize(sheetOf(target).columns, target.area.column, target.area.columns, pointsOf(width, 1790));
      },
    ),
    rowHeight: value(
      "1.2",
      (target) => {
        const sheet = sheetOf(target);
        const { row, rows } = target.area;
        if (sheet.rows.get(row)?.hidden === true) return 0;
        return sharedSize(sheet.rows, row, rows, sheet.standardHeight);
      },
      (target, height) => {
        requireFormattable(sheetOf(target), "allowFormatRows");
        if (target.area.rows === maxRows) sheetOf(target).standardHeight = pointsOf(height, 409);
        else {
          const { row, rows } = target.area;
          const points = pointsOf(height, 409);
          if (points > 0) resize(sheetOf(target).rows, row, rows, points);
          // A height of nothing hides a row, any other shows it.
          hideLines(sheetOf(target).rows, row, rows, points === 0);
        }
      },
    ),
    useStandardWidth: value(
      "1.7",
      (target) => sheetOf(target).columns.get(target.area.column)?.size === undefined,
      (target, given) => {
        if (flagOf(given))
          resize(sheetOf(target).columns, target.area.column, target.area.columns, undefined);
      },
    ),
    useStandardHeight: value(
      "1.7",
      (target) => sheetOf(target).rows.get(target.area.row)?.size === undefined,
      (target, given) => {
        if (flagOf(given)) resize(sheetOf(target).rows, target.area.row, target.area.rows, undefined);
      },
    ),
    autofitColumns: call("1.2", (target) => {
      requireFormattable(sheetOf(target), "allowFormatColumns");
      const columns = target.area.columns === maxColumns ? 0 : target.area.columns;
      resize(sheetOf(target).columns, target.area.column, columns, undefined);
    }),
    autofitRows: call("1.2", (target) => {
      requireFormattable(sheetOf(target), "allowFormatRows");
      if (target.area.rows === maxRows) sheetOf(target).rows.clear();
      else resize(sheetOf(target).rows, target.area.row, target.area.rows, undefined);
    }),
    borders: object("1.1", (target) => bordersObject(target)),
    fill: object("1.1", (target) => fillObject(target)),
    font: object("1.1", (target) => fontObject(target)),
    protection: object("1.2", (target) => protectionObject(target)),
  },
});
