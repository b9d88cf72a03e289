// What Excel makes of text that is typed or written by an add-in: numbers, dates, percents, formulas, forced text.
import type { CellValue } from "./model";

export type TypedInput =
  | { readonly kind: "blank" }
  | { readonly kind: "formula"; readonly formula: string }
  | {
      readonly kind: "value";
      readonly value: CellValue;
      /** The number format that Excel gives a General cell along with the value. */
      readonly format?: string;
      readonly quotePrefix?: true;
    };

const errors = ["#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"];

/**
 * Reads text as a Chinese Excel does. `format` is the cell's number format: in a text cell (`@`) everything stays
 * text. Numbers keep 15 digits, as in Excel.
 */
export function typedInput(text: string, format: string, date1904: boolean): TypedInput {
  if (text === "") return { kind: "blank" };
  if (text.startsWith("'")) return { kind: "value", value: text.slice(1), quotePrefix: true };
  if (format === "@") return { kind: "value", value: text };
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", formula: text.slice(1) };
  if (/^[-+][A-Za-z(]/.test(text)) return { kind: "formula", formula: text.replace(/^\+/, "") };
  if (/^(true|false)$/i.test(text)) return { kind: "value", value: text.toLowerCase() === "true" };
  if (errors.includes(text.toUpperCase())) return { kind: "value", value: { error: text.toUpperCase() } };
  return typedNumber(text) ?? typedDate(text, date1904) ?? { kind: "value", value: text };
}

/** A number cut to the 15 digits that Excel keeps. */
function kept(value: number): number {
  return Number(value.toPrecision(15));
}

function typedNumber(text: string): TypedInput | undefined {
  const trimmed = text.trim();
  const bracketed = /^\((.*)\)$/.exec(trimmed)?.[1];
  const match = /^([-+]?)([¥￥$]?)([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[-+]?\d+)?(%?)$/i.exec(
    bracketed ?? trimmed,
  );
  if (
    match === null ||
    (match[1] !== "" && match[3] !== "") ||
    (bracketed !== undefined && match[1] !== "")
  ) {
    return undefined;
  }
  const digits = match[4] ?? "";
  const size = kept(Number(digits.replaceAll(",", "") + (match[5] ?? "")));
  if (!Number.isFinite(size)) return undefined;
  const negative = match[1] === "-" || match[3] === "-" || bracketed !== undefined;
  const decimals = digits.includes(".") ? ".00" : "";
  const percent = match[6] === "%";
  const value = (negative ? -size : size) / (percent ? 100 : 1);
  const shown = percent
    ? `0${decimals}%`
    : match[2] !== ""
      ? `¥#,##0${decimals};¥-#,##0${decimals}`
      : match[5] !== undefined
        ? "0.00E+00"
        : digits.includes(",")
          ? `#,##0${decimals}`
          : undefined;
  return shown === undefined ? { kind: "value", value } : { kind: "value", value, format: shown };
}

/** The serial number of a calendar day, `undefined` when there is no such day. */
export function serialOfDay(year: number, month: number, day: number, date1904: boolean): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900 || year > 9999)
    return undefined;
  const serial = time / 86_400_000 + 25_569;
  return date1904 ? serial - 1462 : serial < 61 ? serial - 1 : serial;
}

function typedDate(text: string, date1904: boolean): TypedInput | undefined {
  const trimmed = text.trim();
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(trimmed);
  if (time && Number(time[2]) < 60 && Number(time[1]) < 24) {
    const seconds = Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0);
    return { kind: "value", value: seconds / 86_400, format: time[3] === undefined ? "h:mm" : "h:mm:ss" };
  }
  const full = /^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?$/.exec(trimmed);
  if (full && full[2] !== "." && full[4] !== ".") {
    const serial = serialOfDay(Number(full[1]), Number(full[3]), Number(full[5]), date1904);
    const format = full[2] === "年" ? 'yyyy"年"m"月"d"日"' : "m/d/yyyy";
    return serial === undefined ? undefined : { kind: "value", value: serial, format };
  }
  const month = /^(\d{4})([-/年])(\d{1,2})月?$/.exec(trimmed);
  if (month) {
    const serial = serialOfDay(Number(month[1]), Number(month[3]), 1, date1904);
    const format = month[2] === "年" ? 'yyyy"年"m"月"' : "mmm-yy";
    return serial === undefined ? undefined : { kind: "value", value: serial, format };
  }
  const day = /^(\d{1,2})([-/月])(\d{1,2})日?$/.exec(trimmed);
  if (day) {
    const serial = serialOfDay(new Date().getFullYear(), Number(day[1]), Number(day[3]), date1904);
    return serial === undefined ? undefined : { kind: "value", value: serial, format: 'm"月"d"日"' };
  }
  return undefined;
}
