/**
 * The strict grammar of an amount as officers type it. Nothing is guessed: what is not an amount in full is none.
 * Full-width forms are mapped one by one, never by NFKC, which turns 334.26① into 334.261 and 10² into 102.
 */
import { type GluedUnit, gluedUnit } from "./unit";

export type Amount =
  | {
      readonly kind: "amount";
      /** value = units × 10^-scale in the glued unit, or in the column's where none is glued. */
      readonly units: bigint;
      /** Decimals as written: 17290.10 has 2. */
      readonly scale: number;
      readonly unit: GluedUnit | undefined;
      /** ¥ or ￥ stands before it. */
      readonly currency: boolean;
    }
  /** Blank, -, —, ——, /, 无. */
  | { readonly kind: "nothing" }
  | { readonly kind: "not-a-number" };

const NOTHING_MARK = /^(?:[-‐‑‒–—―─]{1,4}|\/|\\|无)?$/u;
/** 无 */
const NONE = 0x65e0;
/** What no eye sees at the edges of a cell: spaces of any width, line ends, zero-width marks. */
const EDGES = /^[\s\u00a0\u2000-\u200d\u202f\u3000\ufeff]+|[\s\u00a0\u2000-\u200d\u202f\u3000\ufeff]+$/gu;
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const UNIT = String.raw`\s*([%‰\p{Script=Han}]{1,6})?`;
const SIGNED = new RegExp(`^(¥)?\\s*([-+]?)(¥)?(${NUMBER})(?:(-)|${UNIT})$`, "u");
const BRACKETED = new RegExp(`^\\(\\s*(¥)?\\s*(${NUMBER})${UNIT}\\s*\\)${UNIT}$`, "u");
/** A unit in brackets of its own: 4500.85（万元）. */
const BRACKETED_UNIT = /(?<=\d)\s*\((\p{Script=Han}{1,6})\)$/u;
/** More digits than any amount has, and few enough that sums of a million of them stay exact in 40 digits. */
const MAX_WHOLE = 16;
const MAX_DECIMALS = 16;
const NO_NUMBER: Amount = { kind: "not-a-number" };

/** Full-width ASCII, the minus sign and the yen sign folded; edge spaces gone. Inner characters stay. */
export function fold(text: string): string {
  let folded = "";
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0);
    else if (code === 0x2212) folded += "-";
    else if (code === 0xffe5) folded += "¥";
    else folded += letter;
  }
  return folded.replace(EDGES, "");
}

/** True for the marks that stand for no figure: blank, -, —, ——, －, /, ／, 无. */
export function isNothing(text: string): boolean {
  const first = text.charCodeAt(0);
  // Folding leaves ideographs as they are, and only one of them begins a mark.
  if (first >= 0x4e00 && first <= 0x9fff && first !== NONE) return false;
  return NOTHING_MARK.test(fold(text));
}

/**
 * Reads one amount: signs, thousands separators, bracketed negatives, trailing minus, %, a unit behind it, full-width
 * forms. Refuses 1.2.3, 12,34, 0x1A, 1_000, 1e5, Infinity, 334.26①, 10² and anything beyond 16 digits on either
 * side of the point.
 */
export function parseAmount(text: string): Amount {
  const folded = fold(text).replace(BRACKETED_UNIT, "$1");
  if (NOTHING_MARK.test(folded)) return { kind: "nothing" };
  const signed = SIGNED.exec(folded);
  if (signed !== null) {
    const [, first, sign, second, number, trailing, unit] = signed;
    if (first !== undefined && second !== undefined) return NO_NUMBER;
    if (trailing !== undefined && sign !== "") return NO_NUMBER;
    const negative = sign === "-" || trailing !== undefined;
    return amount(number!, negative, unit, first !== undefined || second !== undefined);
  }
  const bracketed = BRACKETED.exec(folded);
  if (bracketed === null) return NO_NUMBER;
  const [, currency, number, inner, outer] = bracketed;
  if (inner !== undefined && outer !== undefined) return NO_NUMBER;
  return amount(number!, true, inner ?? outer, currency !== undefined);
}

function amount(number: string, negative: boolean, word: string | undefined, currency: boolean): Amount {
  const [whole, decimals = ""] = number.replaceAll(",", "").split(".");
  const significant = whole!.replace(/^0+(?=\d)/u, "");
  if (significant.length > MAX_WHOLE || decimals.length > MAX_DECIMALS) return NO_NUMBER;
  const unit = word === undefined ? undefined : gluedUnit(word);
  if (word !== undefined && unit === undefined) return NO_NUMBER;
  const units = BigInt(significant + decimals);
  return { kind: "amount", units: negative ? -units : units, scale: decimals.length, unit, currency };
}
