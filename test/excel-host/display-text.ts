// What a cell shows: number formats as far as base data workbooks use them. Formats that are not understood show the
// number in General, never a wrong one.
import { type CellValue, isErrorValue } from "./model";

/** A number as the format General shows it: 11 significant digits at most. */
export function generalText(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e11 || size < 1e-9) {
    const [digits, exponent] = value.toExponential(5).split("e");
    const power = Number(exponent);
    const mantissa = (digits ?? "").replace(/\.?0+$/, "");
    return `${mantissa}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  const whole = Math.trunc(size).toString().length;
  return Number(value.toFixed(Math.max(0, Math.min(9, 10 - whole)))).toString();
}

/** The sections of a format, split at semicolons outside quotes and brackets. */
function sections(format: string): readonly string[] {
  return format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+/g) ?? [format];
}

/** Literal characters of a section without quotes, escapes, padding and colours. */
function bare(section: string): string {
  return section.replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "").replaceAll(/_.|\*./g, "");
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  const plain = bare(sections(format)[0] ?? "").replaceAll(/"[^"]*"|\\./g, "");
  return /[ymdhs]/i.test(plain) && !/general/i.test(plain) && !/[0#?]/.test(plain.replaceAll(/\.0+/g, ""));
}

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
}

function numberText(value: number, section: string): string {
  const plain = bare(section);
  const quoted: string[] = [];
  const shape = plain.replaceAll(
    /"([^"]*)"|\\(.)/g,
    (_, text: string | undefined, one: string | undefined) => {
      quoted.push(text ?? one ?? "");
      return `\uE000${quoted.length - 1}\uE001`;
    },
  );
  const match = /[0#?][0#?,]*(?:\.[0#?]*)?(,*)/.exec(shape);
  const unquote = (text: string): string =>
    text.replaceAll(/\uE000(\d+)\uE001/g, (_, index: string) => quoted[Number(index)] ?? "");
  if (match === null) return unquote(shape);
  const digits = match[0];
  const [whole = "", fraction = ""] = digits.split(".");
  const trailing = /,*$/.exec(fraction === "" ? whole : fraction)?.[0].length ?? 0;
  const percent = (shape.match(/%/g) ?? []).length;
  const scaled = (Math.abs(value) * 100 ** percent) / 1000 ** trailing;
  const most = fraction.replaceAll(",", "").length;
  const least = fraction.replaceAll(/[,#?]/g, "").length;
  const [integer = "0", decimals = ""] = roundedText(scaled, most).split(".");
  const shown = decimals.slice(0, least) + decimals.slice(least).replace(/0+$/, "");
  const pad = integer.padStart(whole.replaceAll(/[,#?]/g, "").length, "0");
  const body =
    (whole.replace(/,+$/, "").includes(",") ? grouped(pad) : pad) + (shown === "" ? "" : `.${shown}`);
  return unquote(shape.slice(0, match.index) + body + shape.slice(match.index + digits.length));
}

/** Decimal rounding, half away from zero, of the number as it is written. */
function roundedText(value: number, places: number): string {
  const shifted = Number(`${value}e${places}`);
  const rounded = Number.isFinite(shifted) ? Number(`${Math.round(shifted)}e-${places}`) : value;
  return rounded.toFixed(places);
}

/** Calendar parts of a serial number. */
export function dateOfSerial(serial: number, date1904: boolean): Date {
  const days = date1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return new Date(Math.round((days - 25_569) * 86_400) * 1000);
}

function dateText(serial: number, section: string, date1904: boolean): string {
  const date = dateOfSerial(serial, date1904);
  const two = (value: number): string => String(value).padStart(2, "0");
  const noon = /AM\/PM|上午\/下午/i.test(section);
  const hours = noon ? date.getUTCHours() % 12 || 12 : date.getUTCHours();
  let afterHour = false;
  return bare(section).replaceAll(
    /"([^"]*)"|\\(.)|AM\/PM|上午\/下午|y+|m+|d+|h+|s+/gi,
    (token, text: string | undefined, one: string | undefined) => {
      if (text !== undefined) return text;
      if (one !== undefined) return one;
      const key = token.toLowerCase();
      if (key === "am/pm") return date.getUTCHours() < 12 ? "AM" : "PM";
      if (key === "上午/下午") return date.getUTCHours() < 12 ? "上午" : "下午";
      const minutes = key.startsWith("m") && afterHour;
      afterHour = key.startsWith("h") || (afterHour && key.startsWith("s"));
      if (key.startsWith("y"))
        return key.length > 2 ? String(date.getUTCFullYear()) : two(date.getUTCFullYear() % 100);
      if (minutes) return key.length > 1 ? two(date.getUTCMinutes()) : String(date.getUTCMinutes());
      if (key.startsWith("m")) {
        const month = date.getUTCMonth() + 1;
        return key.length === 1 ? String(month) : key.length === 2 ? two(month) : `${month}月`;
      }
      if (key.startsWith("d")) return key.length > 1 ? two(date.getUTCDate()) : String(date.getUTCDate());
      if (key.startsWith("h")) return key.length > 1 ? two(hours) : String(hours);
      return key.length > 1 ? two(date.getUTCSeconds()) : String(date.getUTCSeconds());
    },
  );
}

/** The shown text of a cell's value in a number format. */
export function displayText(value: CellValue | undefined, format: string, date1904: boolean): string {
  if (value === undefined) return "";
  if (isErrorValue(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const parts = sections(format);
  if (isDateFormat(format)) {
    return value < 0 || value >= 2_958_466 ? "#".repeat(8) : dateText(value, parts[0] ?? "", date1904);
  }
  const numbers = parts.filter((part, index) => index < 3 && !bare(part).includes("@"));
  if (numbers.length === 0 || numbers.some((part) => /\[[<>=]/.test(part) || /[eE][-+]/.test(part)))
    return generalText(value);
  const section =
    value < 0 && numbers[1] !== undefined
      ? numbers[1]
      : value === 0 && numbers[2] !== undefined
        ? numbers[2]
        : (numbers[0] ?? "");
  if (/general/i.test(section)) {
    return bare(section)
      .replaceAll('"', "")
      .replace(/general/i, generalText(value));
  }
  const sign = value < 0 && section === numbers[0] ? "-" : "";
  return sign + numberText(value, section);
}
