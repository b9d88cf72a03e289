// styles.xml and the theme's colours, as the cell styles of the model.
import {
  type BorderLine,
  type BorderSide,
  type CellStyle,
  type DifferentialFormat,
  defaultStyle,
  type FontStyle,
} from "../model";
import { attribute, child, children, descendants, flag, numeric } from "./package";
import { parseXml, type XmlElement } from "./xml";

export interface Styles {
  readonly cells: readonly CellStyle[];
  /** The first cell style. */
  readonly normal: CellStyle;
  readonly differential: readonly DifferentialFormat[];
  readonly color: (element: XmlElement | undefined) => string | undefined;
}

/** Number formats that a file names only by number; 27 to 58 as Chinese Excel shows them. */
const builtInFormats: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const themeOrder = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];
const defaultTheme =
  "000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72".split(" ");
const indexed = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF".split(" ");

function tinted(hex: string, tint: number): string {
  const channel = (at: number): string => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16);
    const shifted = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(shifted).toString(16).padStart(2, "0");
  };
  return `#${channel(0)}${channel(2)}${channel(4)}`.toUpperCase();
}

function colorReader(theme: string | undefined): Styles["color"] {
  const scheme = theme === undefined ? undefined : descendants(parseXml(theme), "clrScheme")[0];
  const colors = children(scheme).map((entry) => {
    const color = children(entry)[0];
    return attribute(color, "lastClr") ?? attribute(color, "val") ?? "000000";
  });
  const palette = colors.length >= 12 ? colors : defaultTheme;
  return (element) => {
    if (element === undefined || flag(element, "auto")) return undefined;
    const rgb = attribute(element, "rgb");
    const themed = numeric(element, "theme");
    const index = numeric(element, "indexed");
    const base =
      rgb !== undefined
        ? rgb.slice(-6)
        : themed !== undefined
          ? (palette[themeOrder[themed] ?? 0] ?? "000000")
          : index !== undefined
            ? (indexed[index % 8] ?? "000000")
            : undefined;
    return base === undefined ? undefined : tinted(base, numeric(element, "tint") ?? 0);
  };
}

const sides: Readonly<Record<string, BorderSide>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  start: "EdgeLeft",
  end: "EdgeRight",
};

const lines: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  hair: ["Continuous", "Hairline"],
  thin: ["Continuous", "Thin"],
  medium: ["Continuous", "Medium"],
  thick: ["Continuous", "Thick"],
  double: ["Double", "Thick"],
  dotted: ["Dot", "Thin"],
  dashed: ["Dash", "Thin"],
  dashDot: ["DashDot", "Thin"],
  dashDotDot: ["DashDotDot", "Thin"],
  mediumDashed: ["Dash", "Medium"],
  mediumDashDot: ["DashDot", "Medium"],
  mediumDashDotDot: ["DashDotDot", "Medium"],
  slantDashDot: ["SlantDashDot", "Medium"],
};

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Reads the style part; both texts may be missing. */
export function readStyles(source: string | undefined, theme: string | undefined): Styles {
  const color = colorReader(theme);
  if (source === undefined) return { cells: [defaultStyle], normal: defaultStyle, differential: [], color };
  const root = parseXml(source);
  const formats = new Map<number, string>();
  for (const format of children(child(root, "numFmts"), "numFmt")) {
    formats.set(numeric(format, "numFmtId") ?? -1, attribute(format, "formatCode") ?? "General");
  }
  const formatOf = (id: number): string => formats.get(id) ?? builtInFormats[id] ?? "General";
  const fonts = children(child(root, "fonts"), "font").map((font) => readFont(font, color));
  const fills = children(child(root, "fills"), "fill").map((fill) => readFill(fill, color));
  const borders = children(child(root, "borders"), "border").map((border) => readBorders(border, color));
  const cells = children(child(root, "cellXfs"), "xf").map((xf): CellStyle => {
    const alignment = child(xf, "alignment");
    const protection = child(xf, "protection");
    return {
      numberFormat: formatOf(numeric(xf, "numFmtId") ?? 0),
      font: fonts[numeric(xf, "fontId") ?? 0] ?? defaultStyle.font,
      fill: fills[numeric(xf, "fillId") ?? 0],
      borders: borders[numeric(xf, "borderId") ?? 0] ?? {},
      horizontalAlignment: capital(attribute(alignment, "horizontal") ?? "general"),
      verticalAlignment: capital(attribute(alignment, "vertical") ?? "bottom"),
      wrapText: flag(alignment, "wrapText"),
      indentLevel: numeric(alignment, "indent") ?? 0,
      shrinkToFit: flag(alignment, "shrinkToFit"),
      textOrientation: numeric(alignment, "textRotation") ?? 0,
      locked: flag(protection, "locked", true),
      formulaHidden: flag(protection, "hidden"),
      quotePrefix: flag(xf, "quotePrefix"),
    };
  });
  const differential = children(child(root, "dxfs"), "dxf").map((dxf) => readDifferential(dxf, color));
  return { cells, normal: cells[0] ?? defaultStyle, differential, color };
}

function valueOf(parent: XmlElement, name: string): string | undefined {
  return attribute(child(parent, name), "val");
}

function switched(parent: XmlElement, name: string): boolean {
  const element = child(parent, name);
  return element !== undefined && flag(element, "val", true);
}

function readFont(font: XmlElement, color: Styles["color"]): FontStyle {
  const underline = child(font, "u");
  return {
    name: valueOf(font, "name") ?? defaultStyle.font.name,
    size: Number(valueOf(font, "sz") ?? defaultStyle.font.size),
    color: color(child(font, "color")) ?? "#000000",
    bold: switched(font, "b"),
    italic: switched(font, "i"),
    underline: underline === undefined ? "None" : capital(attribute(underline, "val") ?? "single"),
    strikethrough: switched(font, "strike"),
  };
}

function readFill(fill: XmlElement, color: Styles["color"]): string | undefined {
  const pattern = child(fill, "patternFill");
  if ((attribute(pattern, "patternType") ?? "none") === "none") return undefined;
  if (attribute(pattern, "patternType") === "gray125") return undefined;
  return color(child(pattern, "fgColor")) ?? "#FFFFFF";
}

function readBorders(border: XmlElement, color: Styles["color"]): CellStyle["borders"] {
  const found: Partial<Record<BorderSide, BorderLine>> = {};
  for (const line of children(border)) {
    const known = lines[attribute(line, "style") ?? "none"];
    const diagonal = line.localName === "diagonal";
    const side = sides[line.localName];
    if (known === undefined) continue;
    const drawn = { style: known[0], weight: known[1], color: color(child(line, "color")) ?? "#000000" };
    if (side !== undefined) found[side] = drawn;
    if (diagonal && flag(border, "diagonalUp")) found.DiagonalUp = drawn;
    if (diagonal && flag(border, "diagonalDown")) found.DiagonalDown = drawn;
  }
  return found;
}

function readDifferential(dxf: XmlElement, color: Styles["color"]): DifferentialFormat {
  const found: Record<string, unknown> = {};
  const font = child(dxf, "font");
  const fill = child(child(dxf, "fill"), "patternFill");
  const fontColor = color(child(font, "color"));
  const fillColor = color(child(fill, "bgColor")) ?? color(child(fill, "fgColor"));
  if (fontColor !== undefined) found["font/color"] = fontColor;
  if (font !== undefined && child(font, "b") !== undefined) found["font/bold"] = switched(font, "b");
  if (font !== undefined && child(font, "i") !== undefined) found["font/italic"] = switched(font, "i");
  if (font !== undefined && child(font, "strike") !== undefined) {
    found["font/strikethrough"] = switched(font, "strike");
  }
  if (fillColor !== undefined) found["fill/color"] = fillColor;
  const format = attribute(child(dxf, "numFmt"), "formatCode");
  if (format !== undefined) found["numberFormat"] = format;
  const border = child(dxf, "border");
  if (border !== undefined) {
    for (const [side, line] of Object.entries(readBorders(border, color))) {
      found[`borders/${side}/style`] = line.style;
      found[`borders/${side}/color`] = line.color;
    }
  }
  return found;
}
