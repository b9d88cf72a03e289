/** What each style name looks like in Excel: the settings of one cell, as `setCellProperties` takes them. */
import type { StyleName } from "../../core/sheets/model";

export interface Look {
  readonly format: Excel.CellPropertiesFormat;
  /** Left out: no fill. */
  readonly fill?: string;
  readonly numberFormat: string;
}

interface Choice {
  readonly font?: { readonly name?: string; readonly size?: number; readonly bold?: boolean };
  readonly colour?: string;
  readonly underline?: boolean;
  readonly fill?: string;
  readonly border?: boolean;
  readonly numberFormat?: string;
  readonly horizontal?: "Left" | "Center" | "Right";
  readonly wrap?: boolean;
  /** A figure too wide for its column is shown smaller, never as ###. */
  readonly shrink?: boolean;
}

const EDGE: Excel.CellBorder = { style: "Continuous", weight: "Thin", color: "#000000" };
const NONE: Excel.CellBorder = { style: "None" };

function edges(edge: Excel.CellBorder): Excel.CellBorderCollection {
  return { top: edge, bottom: edge, left: edge, right: edge };
}

function look({ font = {}, ...choice }: Choice): Look {
  const format: Excel.CellPropertiesFormat = {
    font: {
      name: font.name ?? "宋体",
      size: font.size ?? 10,
      bold: font.bold ?? false,
      italic: false,
      strikethrough: false,
      color: choice.colour ?? "#000000",
      underline: choice.underline === true ? "Single" : "None",
    },
    borders: edges(choice.border === false ? NONE : EDGE),
    horizontalAlignment: choice.horizontal ?? "Left",
    verticalAlignment: "Center",
    // Air between a text and the border of its side.
    indentLevel: choice.border === false || choice.horizontal !== undefined ? 0 : 1,
    wrapText: choice.wrap ?? true,
    shrinkToFit: choice.shrink ?? false,
  };
  const numberFormat = choice.numberFormat ?? "General";
  return choice.fill === undefined ? { format, numberFormat } : { format, fill: choice.fill, numberFormat };
}

const BODY: Choice = {};
const CENTERED: Choice = { horizontal: "Center" };
const POINTS: Choice = { ...CENTERED, numberFormat: "0.00", wrap: false, shrink: true };
const INPUT: Choice = { colour: "#1F3864", fill: "#FFF9E5" };
const SUBTOTAL: Choice = { font: { bold: true }, fill: "#F2F2F2" };
const TOTAL: Choice = { font: { bold: true }, fill: "#E7E6E6" };

export const LOOKS: Readonly<Record<StyleName, Look>> = {
  title: look({ ...CENTERED, font: { name: "黑体", size: 18 }, border: false }),
  attachment: look({ font: { name: "黑体", size: 12 }, border: false }),
  note: look({ font: { size: 9 }, border: false }),
  header: look({ ...CENTERED, font: { name: "黑体" }, fill: "#D9E2F3" }),
  text: look(BODY),
  centered: look(CENTERED),
  wrapped: look(BODY),
  score: look(POINTS),
  "score-input": look({ ...POINTS, ...INPUT }),
  "text-input": look(INPUT),
  subtotal: look({ ...CENTERED, ...SUBTOTAL }),
  "subtotal-score": look({ ...POINTS, ...SUBTOTAL }),
  total: look({ ...CENTERED, ...TOTAL }),
  "total-score": look({ ...POINTS, ...TOTAL }),
  link: look({ colour: "#0563C1", underline: true }),
  error: look({ ...CENTERED, font: { bold: true }, colour: "#C00000", fill: "#FBE3E1" }),
  warning: look({ ...CENTERED, font: { bold: true }, colour: "#7F6000", fill: "#FFF2CC" }),
  notice: look({ ...CENTERED, fill: "#EDEDED" }),
  explained: look({ ...CENTERED, fill: "#E2EFDA" }),
  amount: look({ numberFormat: "#,##0.00########_)", horizontal: "Right", wrap: false, shrink: true }),
};

/** A cell of ours without a style, and one that is no longer ours. */
export const PLAIN: Look = {
  format: {
    borders: edges(NONE),
    horizontalAlignment: "General",
    verticalAlignment: "Bottom",
    indentLevel: 0,
    wrapText: false,
    shrinkToFit: false,
    font: { bold: false, italic: false, strikethrough: false, underline: "None", color: "#000000" },
  },
  numberFormat: "General",
};

export function cellProperties({ format, fill }: Look): Excel.SettableCellProperties {
  return fill === undefined ? { format } : { format: { ...format, fill: { color: fill } } };
}
