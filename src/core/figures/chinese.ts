/**
 * Numerals as Chinese is spoken and as officers mix it with digits: 十四亿二千九百万, 14亿2900万, 九十九点七七, 壹拾贰万.
 * What could be read in two ways (三万五, 两三百) is none.
 */
import { Decimal, tenTo } from "./decimal";

export interface ChineseNumber {
  readonly value: Decimal;
  /** Place of the last digit that is written: 二千九百万 6, 二十万 4, 2900万 4, 1.5亿 7, 九十九点七七 -2. */
  readonly place: number;
}

const DIGITS: Readonly<Record<string, string>> = {
  零: "0",
  〇: "0",
  一: "1",
  壹: "1",
  二: "2",
  两: "2",
  贰: "2",
  三: "3",
  叁: "3",
  四: "4",
  肆: "4",
  五: "5",
  伍: "5",
  六: "6",
  陆: "6",
  七: "7",
  柒: "7",
  八: "8",
  捌: "8",
  九: "9",
  玖: "9",
};
const FORMAL: Readonly<Record<string, string>> = {
  拾: "十",
  佰: "百",
  仟: "千",
  廿: "2十",
  萬: "万",
  億: "亿",
};

const POWERS: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** Letters that a numeral may hold beside digits, for whoever looks for one in a text. */
export const NUMERAL_LETTERS = [...Object.keys(DIGITS), ...Object.keys(FORMAL), "十百千万亿"].join("");

const SMALL =
  /^0?(?:(\d+(?:\.\d+)?)千)?(?:0?(\d+(?:\.\d+)?)百)?(?:0?(\d+(?:\.\d+)?)?(十))?(?:0?(\d+(?:\.\d+)?))?$/u;
const MAX_LENGTH = 40;

/**
 * Reads a whole numeral without unit: Chinese digits and places, digits mixed in. undefined for anything else, also
 * for digits without a place (二〇二一, a year) and for places left out at the end (三万五).
 */
export function parseChineseNumber(text: string): ChineseNumber | undefined {
  if (text === "" || text.length > MAX_LENGTH) return undefined;
  let plain = "";
  for (const letter of text) plain += DIGITS[letter] ?? FORMAL[letter] ?? letter;
  if (!/^[\d.,十百千万亿点]+$/u.test(plain) || /[\d,]*,/u.test(plain)) return undefined;
  // Two Chinese digits side by side are spelt out one by one (a year, a number of a road), or are 两三 (two or three).
  if (/[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]{2}/u.test(text.split("点")[0]!)) return undefined;
  const point = plain.indexOf("点");
  if (point >= 0) return withPoint(plain.slice(0, point), plain.slice(point + 1));
  const billions = plain.split("亿");
  if (billions.length > 2) return undefined;
  if (billions.length === 1) return belowBillion(plain);
  const [high, low] = billions;
  const above = belowBillion(high!);
  if (above === undefined) return undefined;
  const whole: ChineseNumber = { value: above.value.times(tenTo(8)), place: above.place + 8 };
  return low === "" ? whole : added(whole, belowBillion(low!), low!, 7);
}

/** 九十九点七七, 一点五亿. */
function withPoint(whole: string, rest: string): ChineseNumber | undefined {
  const match = /^(\d+)([百千]?[万亿]?)$/u.exec(rest);
  const before = belowBillion(whole);
  if (match === null || before === undefined || before.place < 0 || whole.includes("万")) return undefined;
  const [, digits, places] = match;
  let power = 0;
  for (const letter of places!) power += POWERS[letter]!;
  const value = before.value.plus(new Decimal(`0.${digits}`)).times(tenTo(power));
  return { value, place: power - digits!.length };
}

function belowBillion(text: string): ChineseNumber | undefined {
  const parts = text.split("万");
  if (parts.length > 2) return undefined;
  if (parts.length === 1) return small(parts[0]!);
  const above = small(parts[0]!);
  if (above === undefined) return undefined;
  const whole: ChineseNumber = { value: above.value.times(tenTo(4)), place: above.place + 4 };
  const low = parts[1]!;
  return low === "" ? whole : added(whole, small(low), low, 3);
}

/** Puts a lower section behind a higher one; it must be smaller, and say its place where it does not reach the next. */
function added(
  whole: ChineseNumber,
  low: ChineseNumber | undefined,
  text: string,
  top: number,
): ChineseNumber | undefined {
  if (low === undefined || whole.place < top + 1) return undefined;
  if (low.value.greaterThanOrEqualTo(tenTo(top + 1))) return undefined;
  // 三万五 is thirty-five thousand in speech and three myriads and five in writing.
  if (/^\d$/u.test(text)) return undefined;
  return { value: whole.value.plus(low.value), place: low.place };
}

/** Below 万: 二千九百, 2900, 3千5百, 十五, 零五. */
function small(text: string): ChineseNumber | undefined {
  const match = text === "" ? null : SMALL.exec(text);
  if (match === null) return undefined;
  const [, thousands, hundreds, tens, ten, ones] = match;
  let value = new Decimal(0);
  let place = Number.NaN;
  const put = (digits: string | undefined, power: number): boolean => {
    if (digits === undefined) return true;
    // Behind a higher place only one digit fits: 3千5百, not 3千55百.
    if (!Number.isNaN(place) && !/^\d$/u.test(digits)) return false;
    value = value.plus(new Decimal(digits).times(tenTo(power)));
    place = power - (digits.split(".")[1]?.length ?? 0);
    return true;
  };
  const fits = put(thousands, 3) && put(hundreds, 2) && put(ten === undefined ? undefined : (tens ?? "1"), 1);
  if (!fits) return undefined;
  if (Number.isNaN(place)) {
    if (ones === undefined) return undefined;
    put(ones, 0);
    return { value, place };
  }
  // 二十 is twenty and not some twenty.
  if (ones === undefined && place === 1) return { value, place: 0 };
  if (ones !== undefined) {
    // 一百五 is a hundred and fifty; without 零 or 十 before it a last digit must follow the tens.
    if (place !== 1 && !/0\d$/u.test(text)) return undefined;
    if (!/^\d$/u.test(ones)) return undefined;
    put(ones, 0);
  }
  return { value, place };
}
