/** Values of cells as they stand in a sheet's XML. */
import { columnIndex, MAX_COLUMNS, MAX_ROWS } from "../../core/workbook/address";

const POWERS = Array.from({ length: 23 }, (_, power) => 10 ** power);

/**
 * The binary number that a decimal in bytes stands for, rounded as Number() does; NaN where the bytes are no number.
 * Up to 15 digits with up to 22 decimals the quotient of two exact numbers is already the nearest one.
 */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative) at++;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + byte - 48;
      digits++;
    } else if (byte === 46 && point < 0) point = digits;
    else break;
  }
  const decimals = point < 0 ? 0 : digits - point;
  if (at === end && digits > 0 && digits <= 15) {
    const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] as number);
    return negative ? -value : value;
  }
  return numberOf(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 400))));
}

/** The same for a text; the only forms are those of xsd:double, without INF and NaN. */
export function numberOf(text: string): number {
  const value = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Row and column of "B7" in bytes; false where it is no cell. */
export function readReference(
  bytes: Uint8Array,
  start: number,
  end: number,
  place: { row: number; column: number },
): boolean {
  let at = start;
  let column = 0;
  for (; at < end; at++) {
    const letter = (bytes[at] as number) & ~32;
    if (letter < 65 || letter > 90 || at - start > 2) break;
    column = column * 26 + letter - 64;
  }
  if (at === start || column > MAX_COLUMNS || at === end || end - at > 7) return false;
  let row = 0;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return false;
    row = row * 10 + digit;
  }
  if (row < 1 || row > MAX_ROWS) return false;
  place.row = row - 1;
  place.column = column - 1;
  return true;
}

/** "B7" or "B7:D9" → area; undefined for anything else. */
export function readArea(
  text: string,
):
  | { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }
  | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text.trim());
  if (match === null) return undefined;
  const left = columnIndex(match[1] ?? "");
  const top = Number(match[2]) - 1;
  const right = match[3] === undefined ? left : columnIndex(match[3]);
  const bottom = match[4] === undefined ? top : Number(match[4]) - 1;
  if (![left, top, right, bottom].every((index) => index >= 0)) return undefined;
  if (Math.max(top, bottom) >= MAX_ROWS) return undefined;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

const DAY = 86_400_000;
const ISO = /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?(?:Z|[+-]\d{2}:\d{2})?$/;

/**
 * Serial number of an ISO date (`t="d"`): "2021-04-20", "2021-04-20T09:30:00", "09:30:00".
 * In the 1900 system serials before March 1900 count Excel's 1900-02-29. NaN for anything else.
 */
export function serialOfIso(text: string, date1904: boolean): number {
  const match = ISO.exec(text.trim());
  if (match === null || (match[1] === undefined && match[4] === undefined)) return Number.NaN;
  const [hour, minute, second] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60) return Number.NaN;
  const time = (hour * 3600 + minute * 60 + second + Number(match[7] ?? 0)) / 86_400;
  if (match[1] === undefined) return time;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return Number.NaN;
  if (date1904) return (date.getTime() - Date.UTC(1904, 0, 1)) / DAY + time;
  const days = (date.getTime() - Date.UTC(1899, 11, 30)) / DAY;
  return (days < 61 ? days - 1 : days) + time;
}
