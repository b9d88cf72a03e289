/**
 * What a number format code says of the figure behind it: fixed decimals, percent, date, and whether the value shown
 * is the value stored. The shown text itself is never trusted; engines disagree on it.
 */

export interface FormatSection {
  readonly kind: "general" | "number" | "date" | "time" | "text";
  /** Zeros after the point where the format fixes them; undefined for General, for # and ?, and for none at all. */
  readonly decimals: number | undefined;
  readonly percent: boolean;
  /** Shown value = stored value / 10^shift, by trailing commas and a point written as a literal: `0!.0,` has 4. */
  readonly shift: number;
  /** Words that stand beside the digits, in order: "万元". */
  readonly literal: string;
  /** False where no digit of the value is shown: `;;;`, `"—"`. */
  readonly digits: boolean;
  readonly condition: Condition | undefined;
}

interface Condition {
  readonly operator: string;
  readonly operand: number;
}

export interface NumberFormat {
  readonly code: string;
  /** At least one. */
  readonly sections: readonly [FormatSection, ...FormatSection[]];
}

/** Codes behind the built-in ids, those of a Chinese Excel where languages differ (ECMA-376 part 1, 18.8.30). */
export const BUILTIN_FORMATS: Readonly<Record<number, string>> = {
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
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
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

const known = new Map<string, NumberFormat>();

/** Parses a format code; the same code is parsed once. A code that is no format reads as General. */
export function parseNumberFormat(code: string): NumberFormat {
  let format = known.get(code);
  if (format === undefined) {
    const [first, ...others] = splitSections(code);
    format = { code, sections: [parseSection(first), ...others.map(parseSection)] };
    known.set(code, format);
  }
  return format;
}

/** The section that shows this value. */
export function sectionFor(format: NumberFormat, value: number): FormatSection {
  const { sections } = format;
  const first = sections[0];
  const second = sections[1];
  const third = sections[2];
  if (first.condition !== undefined || second?.condition !== undefined) {
    for (const section of sections) {
      if (section.condition === undefined || holds(section.condition, value)) return section;
    }
    return first;
  }
  if (value < 0 && second !== undefined) return second;
  if (value === 0 && third !== undefined) return third;
  return first;
}

/** True where the code shows this number as a date (not as a time of day alone). */
export function showsDate(code: string, value = 1): boolean {
  return sectionFor(parseNumberFormat(code), value).kind === "date";
}

const GENERAL: FormatSection = {
  kind: "general",
  decimals: undefined,
  percent: false,
  shift: 0,
  literal: "",
  digits: true,
  condition: undefined,
};

function holds({ operator, operand }: Condition, value: number): boolean {
  switch (operator) {
    case "=":
      return value === operand;
    case "<>":
      return value !== operand;
    case "<":
      return value < operand;
    case "<=":
      return value <= operand;
    case ">":
      return value > operand;
    default:
      return value >= operand;
  }
}

/** At semicolons that are neither quoted nor escaped. */
function splitSections(code: string): readonly [string, ...string[]] {
  const ended: string[] = [];
  let start = 0;
  for (let at = 0; at < code.length; at += 1) {
    const letter = code[at];
    if (letter === '"') at = closing(code, at, '"');
    else if (letter === "\\" || letter === "!") at += 1;
    else if (letter === "[") at = closing(code, at, "]");
    else if (letter === ";") {
      ended.push(code.slice(start, at));
      start = at + 1;
    }
  }
  const [first, ...others] = ended;
  const last = code.slice(start);
  return first === undefined ? [last] : [first, ...others, last];
}

function closing(code: string, from: number, mark: string): number {
  const at = code.indexOf(mark, from + 1);
  return at < 0 ? code.length : at;
}

/** One section as marks: digits `0#?`, point `.`, comma `,`, literals, and the letters of dates. */
type Mark =
  | { readonly is: "digit"; readonly letter: string }
  | { readonly is: "point" }
  | { readonly is: "comma" }
  | { readonly is: "percent" }
  | { readonly is: "literal"; readonly text: string }
  | { readonly is: "letter"; readonly letter: string }
  | { readonly is: "exponent" }
  | { readonly is: "text" };

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/u;
const ELAPSED = /^[hms]+$/iu;
const SYSTEM_DATE = /^\$-(?:x-sysdate|f800)$/iu;
const GENERAL_WORD = /^(?:general|G\/通用格式)/iu;

function parseSection(text: string): FormatSection {
  const marks: Mark[] = [];
  let condition: Condition | undefined;
  let general = false;
  let date = false;
  let time = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const word = GENERAL_WORD.exec(text.slice(at));
    if (word !== null) {
      general = true;
      at += word[0].length - 1;
    } else if (letter === '"') {
      const end = closing(text, at, '"');
      marks.push({ is: "literal", text: text.slice(at + 1, end) });
      at = end;
    } else if (letter === "\\" || letter === "!") {
      marks.push({ is: "literal", text: text.charAt(at + 1) });
      at += 1;
    } else if (letter === "_" || letter === "*") at += 1;
    else if (letter === "[") {
      const end = closing(text, at, "]");
      const inner = text.slice(at + 1, end);
      const match = CONDITION.exec(inner);
      if (match !== null) condition = { operator: match[1]!, operand: Number(match[2]) };
      else if (ELAPSED.test(inner)) time = true;
      else if (SYSTEM_DATE.test(inner)) date = true;
      at = end;
    } else if (/^[Ee][+-]/u.test(text.slice(at))) {
      marks.push({ is: "exponent" });
      at += 1;
    } else marks.push(markOf(letter));
  }
  const letters = marks.map((mark) => (mark.is === "letter" ? mark.letter : "")).join("");
  // 上午/下午 and AM/PM bear letters that are no date; an m is a month unless hours or seconds stand with it.
  const bare = letters.replace(/am\/?pm|a\/?p/giu, "");
  if (/[hs]/iu.test(bare)) time = true;
  if (/[ydegb]/iu.test(bare) || /a{3}/iu.test(bare) || (/m/iu.test(bare) && !time)) date = true;
  const literal = marks.map((mark) => (mark.is === "literal" ? mark.text : "")).join("");
  const said = { literal, condition };
  if (date) return { ...GENERAL, ...said, kind: "date" };
  if (time) return { ...GENERAL, ...said, kind: "time" };
  if (general) return { ...GENERAL, ...said, percent: marks.some((mark) => mark.is === "percent") };
  if (marks.some((mark) => mark.is === "text")) return { ...GENERAL, ...said, kind: "text" };
  return { ...said, kind: "number", ...digitsOf(marks) };
}

function markOf(letter: string): Mark {
  if (letter === "0" || letter === "#" || letter === "?") return { is: "digit", letter };
  if (letter === ".") return { is: "point" };
  if (letter === ",") return { is: "comma" };
  if (letter === "%") return { is: "percent" };
  if (letter === "@") return { is: "text" };
  if (/[a-z/]/iu.test(letter)) return { is: "letter", letter };
  return { is: "literal", text: letter.trim() };
}

/** Decimals, percent and shift from the marks of a number section. */
function digitsOf(marks: readonly Mark[]): Pick<FormatSection, "decimals" | "percent" | "shift" | "digits"> {
  const isDigit = (mark: Mark): boolean => mark.is === "digit";
  const lastDigit = (part: readonly Mark[]): number => part.map(isDigit).lastIndexOf(true);
  const point = marks.findIndex((mark) => mark.is === "point");
  const whole = point < 0 ? marks : marks.slice(0, point);
  const fraction = point < 0 ? [] : marks.slice(point + 1);
  const lastWhole = lastDigit(whole);
  const lastFraction = lastDigit(fraction);
  const commas = (part: readonly Mark[], from: number): number =>
    part.slice(from + 1).filter((mark) => mark.is === "comma").length;
  let shift = 3 * (commas(whole, lastWhole) + (fraction.length > 0 ? commas(fraction, lastFraction) : 0));
  if (lastWhole < 0 && lastFraction < 0) shift = 0;
  // A point written as a literal between the digits of a whole number moves the value as far as digits follow it.
  const written = whole.findIndex(
    (mark, at) => mark.is === "literal" && /^[.．]$/u.test(mark.text) && at > whole.findIndex(isDigit),
  );
  if (point < 0 && written >= 0) shift += whole.slice(written).filter(isDigit).length;
  const places = fraction.filter(isDigit);
  const plain = places.length > 0 && places.every((mark) => mark.is === "digit" && mark.letter === "0");
  const odd = marks.some((mark) => mark.is === "exponent" || (mark.is === "letter" && mark.letter === "/"));
  return {
    decimals: plain && !odd ? places.length : undefined,
    percent: marks.some((mark) => mark.is === "percent"),
    shift,
    digits: lastWhole >= 0 || lastFraction >= 0,
  };
}
