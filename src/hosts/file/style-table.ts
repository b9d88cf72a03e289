/** What each style name looks like in a file: the one place where fonts, fills, borders and formats are chosen. */
import type { StyleName } from "../../core/sheets/model";

export interface FileStyle {
  readonly font:
    | "body"
    | "bold"
    | "title"
    | "attachment"
    | "header"
    | "note"
    | "link"
    | "error"
    | "warning"
    | "input";
  readonly fill:
    | "none"
    | "header"
    | "subtotal"
    | "total"
    | "input"
    | "error"
    | "warning"
    | "notice"
    | "explained";
  readonly border: boolean;
  /** A number format code; "General" is the plain one. */
  readonly format: string;
  readonly horizontal: "left" | "center" | "right";
  readonly vertical: "top" | "center";
  readonly wrap: boolean;
  /** Steps of air between the text and the border of its side. */
  readonly indent: 0 | 1;
  /** A figure too wide for its column is shown smaller, never as ###. */
  readonly shrink: boolean;
}

const BODY: FileStyle = {
  font: "body",
  fill: "none",
  border: true,
  format: "General",
  horizontal: "left",
  vertical: "center",
  wrap: true,
  indent: 1,
  shrink: false,
};
const CENTERED: FileStyle = { ...BODY, horizontal: "center", indent: 0 };
const POINTS: FileStyle = { ...CENTERED, format: "0.00", wrap: false, shrink: true };

export const FILE_STYLES: Readonly<Record<StyleName, FileStyle>> = {
  title: { ...CENTERED, font: "title", border: false },
  attachment: { ...BODY, font: "attachment", border: false, indent: 0 },
  note: { ...BODY, font: "note", border: false, indent: 0 },
  header: { ...CENTERED, font: "header", fill: "header" },
  text: BODY,
  centered: CENTERED,
  wrapped: BODY,
  score: POINTS,
  "score-input": { ...POINTS, font: "input", fill: "input" },
  "text-input": { ...BODY, font: "input", fill: "input" },
  subtotal: { ...CENTERED, font: "bold", fill: "subtotal" },
  "subtotal-score": { ...POINTS, font: "bold", fill: "subtotal" },
  total: { ...CENTERED, font: "bold", fill: "total" },
  "total-score": { ...POINTS, font: "bold", fill: "total" },
  link: { ...BODY, font: "link" },
  error: { ...CENTERED, font: "error", fill: "error" },
  warning: { ...CENTERED, font: "warning", fill: "warning" },
  notice: { ...CENTERED, fill: "notice" },
  explained: { ...CENTERED, fill: "explained" },
  amount: {
    ...BODY,
    format: "#,##0.00########_)",
    horizontal: "right",
    wrap: false,
    indent: 0,
    shrink: true,
  },
};

/** Children of <font>, in the order that spreadsheet programs write them. */
export const FONTS: Readonly<Record<FileStyle["font"], string>> = {
  body: font("10", "宋体"),
  bold: font("10", "宋体", { bold: true }),
  title: font("18", "黑体"),
  attachment: font("12", "黑体"),
  header: font("10", "黑体"),
  note: font("9", "宋体"),
  link: font("10", "宋体", { colour: "FF0563C1", underline: true }),
  error: font("10", "宋体", { bold: true, colour: "FFC00000" }),
  warning: font("10", "宋体", { bold: true, colour: "FF7F6000" }),
  input: font("10", "宋体", { colour: "FF1F3864" }),
};

function font(
  size: string,
  name: string,
  more: { readonly bold?: boolean; readonly underline?: boolean; readonly colour?: string } = {},
): string {
  const colour = more.colour === undefined ? "" : `<color rgb="${more.colour}"/>`;
  const weight = `${more.bold === true ? "<b/>" : ""}${more.underline === true ? "<u/>" : ""}`;
  return `<font>${weight}<sz val="${size}"/>${colour}<name val="${name}"/><family val="3"/><charset val="134"/></font>`;
}

const COLOURS: Readonly<Record<Exclude<FileStyle["fill"], "none">, string>> = {
  header: "FFD9E2F3",
  subtotal: "FFF2F2F2",
  total: "FFE7E6E6",
  input: "FFFFF9E5",
  error: "FFFBE3E1",
  warning: "FFFFF2CC",
  notice: "FFEDEDED",
  explained: "FFE2EFDA",
};

/** undefined: the fill "none", which every styles part has at index 0. */
export function fillXml(fill: FileStyle["fill"]): string | undefined {
  if (fill === "none") return undefined;
  return `<fill><patternFill patternType="solid"><fgColor rgb="${COLOURS[fill]}"/><bgColor indexed="64"/></patternFill></fill>`;
}

const EDGES = ["left", "right", "top", "bottom"]
  .map((edge) => `<${edge} style="thin"><color indexed="64"/></${edge}>`)
  .join("");

export const BORDER = `<border>${EDGES}<diagonal/></border>`;
export const NO_BORDER = "<border><left/><right/><top/><bottom/><diagonal/></border>";
