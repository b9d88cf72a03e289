/**
 * Figures in running text: where they stand, what they are worth, how exactly they are written. The numbers themselves
 * are read by the figures room; this only finds their ends. What is no figure of fact is passed over: dates and years,
 * document numbers, section numbers, titles of documents in 《》, what stands in quotation marks, telephone numbers.
 */
import { parseAmount } from "../figures/amount";
import { NUMERAL_LETTERS, parseChineseNumber } from "../figures/chinese";
import { Decimal, decimalOf, tenTo } from "../figures/decimal";
import { COUNT_WORDS, countUnit, DAYS, gluedUnit, moneyUnit, PERCENT, type Unit } from "../figures/unit";
import { ABOUT_AFTER, ABOUT_BEFORE } from "./lexicon";
import { NUMBERED } from "./passage";

export type FigureKind = "money" | "count" | "rate" | "points" | "days";

export interface FoundFigure {
  readonly kind: FigureKind;
  /** In `unit`; a rate is in points of a hundred. */
  readonly value: Decimal;
  readonly unit: Unit;
  /** Decimals as written, in `unit`; negative where the last written digit stands left of the point (2千万). */
  readonly decimals: number;
  /** An estimate, a bound or a range: agrees with nothing exactly. */
  readonly approximate: boolean;
  /** In the flat text; end excluded, unit included. */
  readonly start: number;
  readonly end: number;
}

/** A day or a year that stands in the text. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  /** A year alone (2021年, 2021年度), which tells which year the figures behind it are of. */
  readonly year: number | undefined;
}

export interface Found {
  readonly figures: readonly FoundFigure[];
  readonly dates: readonly FoundDate[];
}

const POINTS: Unit = countUnit("分");
const YUAN: Unit = { dimension: "money", name: "元", power: 0 };
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const MAGNITUDE = "(?:万亿|[百千]?[万亿]|[百千](?=元))";
const COUNT = [...COUNT_WORDS].sort((a, b) => b.length - a.length).join("|");
/** Units that count nothing that reports are checked for. */
const OTHER_UNIT = String.raw`个百分点|百分点|个月|个方面|平方公里|平方米|立方米|公里|千米|公顷|米|公斤|千克|吨|倍|小时|分钟|度|月|周|季度|年|届|级|类|种|方面|点|批次|批|轮|期|岁|日[前起]|号|楼|室`;
/** What is measured in ten thousands, and is no money whatever was said before: 3万吨, 30万千瓦, 2万平方米. */
const MEASURED =
  /^(?:平方|平米|立方|公里|千米|米|公顷|公斤|千克|吨|斤|千瓦|兆瓦|瓦时|度电|株|棵|羽|尾|箱|袋|册|辆)/u;
const DAY = "个工作日|工作日|天|日";
const UNIT = new RegExp(
  `^(?:(${OTHER_UNIT})|(${DAY})|(${MAGNITUDE}?(?:元人民币|元)|${MAGNITUDE}?(?:${COUNT})(?!均|百分)|${MAGNITUDE}|[%‰])|(分)(?![之别为类任批区配解布期工钟管属]))`,
  "u",
);
const SKIPPED: readonly RegExp[] = [
  // Titles, and what stands in quotation marks: “四个不摘”, “3331”.
  /《[^《》]{0,200}》/uy,
  /“[^“”]{0,60}”/uy,
  // 新政办函〔2021〕149号, （2021）5号, 第12号
  /[〔（]\d{4}〕?）?(?:第)?\d{1,5}号/uy,
  /第[\d零〇一二三四五六七八九十百]+(?:号|条|款|项|章|节|次|批|期|届|季度|一|类|位|名|个)?/uy,
  // Telephone and identity numbers.
  /0\d{2,3}-\d{7,8}/uy,
  /1\d{10}(?!\d|\.|[万亿元])/uy,
];
const DATES: readonly RegExp[] = [
  /(\d{4})年?[-—–~～至到](\d{4})年(?:度)?/uy,
  /\d{4}年\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|份|底|末|初)?/uy,
  /\d{4}[.\-/]\d{1,2}[.\-/]\d{1,2}(?![\d.])/uy,
  /\d{4}年\d{1,2}[-—–~～至]\d{1,2}月/uy,
  /(?<year>\d{4})年(?:度|以来|起|初|末|底)?/uy,
  /\d{1,2}月\d{1,2}[日号]/uy,
  /\d{1,2}[-—–~～至]\d{1,2}月(?:份)?/uy,
  /\d{1,2}月(?:[上中下]旬|份|底|末|初)?(?!\d)/uy,
  /[〇零一二三四五六七八九]{4}年(?:度)?(?:[元一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十廿]{1,3}[日号])?)?/uy,
];
const PLAIN = new RegExp(`${NUMBER}`, "uy");
const RUN = new RegExp(String.raw`[\d${NUMERAL_LETTERS}点][\d.,${NUMERAL_LETTERS}点]{0,60}`, "uy");
const ONE_MAGNITUDE = new RegExp(`^${NUMBER}(?:${MAGNITUDE}|[百千])?$`, "u");
const PER_HUNDRED = new RegExp(`[百千]分之([\\d.${NUMERAL_LETTERS}点]{1,30})`, "uy");

/** Figures and dates of one passage's flat text, in order. */
export function figuresInText(flat: string): Found {
  const figures: FoundFigure[] = [];
  const dates: FoundDate[] = [];
  const bare: BareNumber[] = [];
  let at = NUMBERED.exec(flat)?.[0].length ?? 0;
  while (at < flat.length) {
    const skipped = matchAt(SKIPPED, flat, at);
    if (skipped !== undefined) {
      at += skipped[0].length;
      continue;
    }
    const letter = flat.charAt(at);
    if (!/[\d百千]/u.test(letter) && !NUMERAL_LETTERS.includes(letter)) {
      at += 1;
      continue;
    }
    const dated = matchAt(DATES, flat, at);
    if (dated !== undefined && !/[\d.]/u.test(flat.charAt(at - 1))) {
      const alone = dated.groups?.["year"];
      const year = alone === undefined || /[以起]/u.test(dated[0].slice(5)) ? undefined : Number(alone);
      dates.push({ start: at, end: at + dated[0].length, year });
      at += dated[0].length;
      continue;
    }
    const read = perHundred(flat, at) ?? spoken(flat, at) ?? plain(flat, at);
    if (read.figure !== undefined) {
      figures.push(...sharedUnit(bare, read.figure, flat), read.figure);
      bare.length = 0;
    } else if (read.bare !== undefined) {
      bare.push({ at, end: read.end, ...read.bare });
    }
    at = Math.max(read.end, at + 1);
  }
  return { figures, dates };
}

interface Bare {
  readonly value: Decimal;
  readonly scale: number;
}

interface BareNumber extends Bare {
  readonly at: number;
  readonly end: number;
}

interface Read {
  readonly figure?: FoundFigure;
  /** A number without a unit. */
  readonly bare?: Bare;
  readonly end: number;
}

function matchAt(patterns: readonly RegExp[], flat: string, at: number): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(flat);
    if (match !== null) return match;
  }
  return undefined;
}

/** 百分之九十九点七七, 百分之99.77. */
function perHundred(flat: string, at: number): Read | undefined {
  const match = matchAt([PER_HUNDRED], flat, at);
  if (match === undefined || match[0].startsWith("千")) return undefined;
  const text = match[0].replace(/^[百千]分之/u, "");
  const amount = /^[\d.]+$/u.test(text) ? parseAmount(text) : undefined;
  const end = at + match[0].length;
  if (amount?.kind === "amount") {
    return {
      figure: figureOf(flat, at, end, decimalOf(amount.units, amount.scale), PERCENT, amount.scale, "rate"),
      end,
    };
  }
  const number = text === "百" ? parseChineseNumber("一百") : parseChineseNumber(text);
  if (number === undefined) return { end };
  return { figure: figureOf(flat, at, end, number.value, PERCENT, Math.max(0, -number.place), "rate"), end };
}

/** Chinese and mixed numerals with a unit: 十四亿二千九百万元, 14亿2900万元, 一百二十户. */
function spoken(flat: string, at: number): Read | undefined {
  RUN.lastIndex = at;
  const run = RUN.exec(flat)?.[0].replace(/[.,点]+$/u, "") ?? "";
  // Digits with one magnitude behind them are plain; a Chinese digit alone (一个, 三是) is a word.
  if (run.length < 2 || ONE_MAGNITUDE.test(run)) return undefined;
  if (!/[十百千万亿拾佰仟点廿]/u.test(run)) return /^\d/u.test(run) ? undefined : { end: at + run.length };
  const number = parseChineseNumber(run);
  const end = at + run.length;
  if (number === undefined) return /^\d/u.test(run) ? undefined : { end };
  const unit = unitAt(flat, end);
  // The run has taken its magnitudes.
  if (unit === undefined) return { end };
  const whole = end + unit.length;
  switch (unit.kind) {
    case "money": {
      const money = unitOfRun(run);
      const value = number.value.times(tenTo(-money.power));
      return {
        figure: figureOf(flat, at, whole, value, money, money.power - number.place, "money"),
        end: whole,
      };
    }
    case "count":
    case "points":
    case "days":
      // 几十户 in words is mostly rhetoric (十个村, 百户): below a hundred words are no figures of fact.
      if (number.value.lessThan(20)) return { end: whole };
      return { figure: figureOf(flat, at, whole, number.value, unit.unit, 0, unit.kind), end: whole };
    case "rate":
      return {
        figure: figureOf(flat, at, whole, number.value, PERCENT, Math.max(0, -number.place), "rate"),
        end: whole,
      };
    case "other":
      return { end: whole };
  }
}

/** By the last magnitude written: 十四亿二千九百万 万元, 十四亿 亿元, 三千五百 元. */
function unitOfRun(run: string): Unit {
  return moneyUnit(`${run.replace(/[^万亿]/gu, "").slice(-1)}元`) ?? YUAN;
}

/** Digits with a unit behind them, or bare. */
function plain(flat: string, at: number): Read {
  PLAIN.lastIndex = at;
  const match = PLAIN.exec(flat);
  if (match === null || /[\d.A-Za-z]/u.test(flat[at - 1] ?? "")) {
    const rest = /^[\d.,]+/u.exec(flat.slice(at, at + 40))?.[0].length ?? 1;
    return { end: at + rest };
  }
  const text = match[0];
  const end = at + text.length;
  // 1.2.3 and 1,23 are no amounts.
  const run = /^[.,]\d[\d.,]*/u.exec(flat.slice(end, end + 40));
  if (run !== null) return { end: end + run[0].length };
  const amount = parseAmount(text);
  if (amount.kind !== "amount") return { end };
  const more = /^[余多来]/u.exec(flat.slice(end, end + 1))?.[0].length ?? 0;
  const unit = unitAt(flat, end + more);
  if (unit === undefined) {
    if (more > 0 || /^[A-Za-z]/u.test(flat.slice(end, end + 1))) return { end };
    return { bare: { value: decimalOf(amount.units, amount.scale), scale: amount.scale }, end };
  }
  const whole = end + more + unit.length;
  if (unit.kind === "other") return { end: whole };
  const negative = /(?:^|[，。；：（、为是达])-$/u.test(flat.slice(Math.max(0, at - 2), at));
  const value = decimalOf(negative ? -amount.units : amount.units, amount.scale);
  const figure = figureOf(
    flat,
    at,
    whole,
    value.times(tenTo(unit.power)),
    unit.unit,
    amount.scale - unit.power,
    unit.kind,
  );
  return { figure: more > 0 ? { ...figure, approximate: true } : figure, end: whole };
}

interface UnitHere {
  readonly kind: FigureKind | "other";
  readonly unit: Unit;
  /** Left over where the unit has no name of its own: 1.5万户 is 15000户. */
  readonly power: number;
  readonly length: number;
}

function unitAt(flat: string, at: number): UnitHere | undefined {
  const match = UNIT.exec(flat.slice(at, at + 8));
  if (match === null) return undefined;
  const length = match[0].length;
  const [word, other, days, , points] = match;
  if (other !== undefined) return { kind: "other", unit: DAYS, power: 0, length };
  if (days !== undefined) return { kind: "days", unit: DAYS, power: 0, length };
  if (points !== undefined) return { kind: "points", unit: POINTS, power: 0, length };
  if (word === "%") return { kind: "rate", unit: PERCENT, power: 0, length };
  const glued = gluedUnit(word);
  if (glued?.dimension === "money") return moneyHere(word.replace("人民币", ""), glued.power, length);
  if (glued?.dimension === "count") {
    return { kind: "count", unit: countUnit(glued.base), power: glued.power, length };
  }
  // 14.29亿, said of funds and of nothing that is measured (3万吨).
  const said =
    glued?.dimension === "any" &&
    /资金|经费|投入|支出|金额|预算/u.test(flat.slice(Math.max(0, at - 30), at)) &&
    !MEASURED.test(flat.slice(at + length, at + length + 2));
  return said ? moneyHere(`${word}元`, glued.power, length) : { kind: "other", unit: DAYS, power: 0, length };
}

/** A magnitude that is no money unit's own (万亿元) stays with the figure. */
function moneyHere(name: string, power: number, length: number): UnitHere {
  const named = moneyUnit(name);
  return { kind: "money", unit: named ?? YUAN, power: named === undefined ? power : 0, length };
}

function figureOf(
  flat: string,
  start: number,
  end: number,
  value: Decimal,
  unit: Unit,
  decimals: number,
  kind: FigureKind,
): FoundFigure {
  const before = flat.slice(Math.max(0, start - 6), start);
  const after = flat.slice(end, end + 4);
  const range = /\d[%万亿元户人个]{0,3}[-—–~～至到]$/u.test(before) || /^[-—–~～至到]\d/u.test(after);
  const approximate = range || ABOUT_BEFORE.test(before) || ABOUT_AFTER.test(after);
  const counted = kind === "count" || kind === "points" || kind === "days";
  return { kind, value, unit, decimals: counted ? Math.max(0, decimals) : decimals, approximate, start, end };
}

/** 37585、507.348、3500万元: the bare numbers of a list take the unit given once at its end. */
function sharedUnit(bare: readonly BareNumber[], last: FoundFigure, flat: string): readonly FoundFigure[] {
  const shared: FoundFigure[] = [];
  let next = last.start;
  for (const { at, end, value, scale } of [...bare].reverse()) {
    if (!/^(?:[、，和及与/ ]|以及)$/u.test(flat.slice(end, next))) break;
    shared.unshift(figureOf(flat, at, end, value, last.unit, scale, last.kind));
    next = at;
  }
  return shared;
}
