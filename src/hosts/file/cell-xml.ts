/** Cells of a sheet of ours as XML. Text is an inline string, so that the shared strings stay as they are. */
import { cellName } from "../../core/workbook/address";
import type { CellModel } from "../../core/sheets/model";
import type { StyleUse } from "./styles";
import { escapeXml } from "./xml";

/** A cell holds no more characters. */
export const LONGEST_TEXT = 32_767;

/** The style of a cell; text that would turn into a formula when edited is marked as text. */
export function styleUse(cell: CellModel): StyleUse {
  const quoted = cell.value.kind === "text" && /^[=+\-@'＝＋－＠]/.test(cell.value.text);
  return { style: cell.style, quoted };
}

/**
 * @param style index of the cell's format, undefined for none
 */
export function cellXml(row: number, column: number, cell: CellModel, style: number): string {
  const open = `<c r="${cellName({ row, column })}" s="${style}"`;
  const value = cell.value;
  switch (value.kind) {
    case "empty":
      return `${open}/>`;
    case "text":
      return value.text === "" ? `${open}/>` : `${open} t="inlineStr">${inlineString(value.text)}</c>`;
    case "number":
      return `${open}><v>${value.value}</v></c>`;
    case "formula": {
      const formula = `<f>${escapeXml(value.formula)}</f>`;
      return value.type === "number"
        ? `${open}>${formula}<v>${value.value}</v></c>`
        : `${open} t="str">${formula}<v>${cellText(value.value)}</v></c>`;
    }
  }
}

export function inlineString(text: string): string {
  return `<is><t xml:space="preserve">${cellText(text)}</t></is>`;
}

/** Escapes what XML cannot hold the way spreadsheet programs do (_x0007_), and text that looks like such an escape. */
export function cellText(text: string): string {
  const whole = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const short = whole.length > LONGEST_TEXT ? `${whole.slice(0, LONGEST_TEXT - 1)}…` : whole;
  return short
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD")
    .replaceAll(
      UNFIT,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

const UNFIT = unfit();

/** Characters that no XML 1.0 document may hold, built from codes to keep them out of this source. */
function unfit(): RegExp {
  const range = (from: number, to: number): string => `\\u${hex(from)}-\\u${hex(to)}`;
  return new RegExp(`[${range(0, 8)}${range(11, 12)}${range(14, 31)}${range(0xfffe, 0xffff)}]`, "g");
}

function hex(code: number): string {
  return code.toString(16).padStart(4, "0");
}
