/** Units of the field: what kind of quantity a figure is, and its power of ten over the base unit. */

/** Money is in 元 times a power of ten; counts (户, 人, 个…) are exact; a rate is a fraction. */
/** A score (得分, 分值) has the decimals that it is written with. */
export type Dimension = "money" | "count" | "rate" | "score" | "date" | "days" | "text";

export interface Unit {
  readonly dimension: Dimension;
  /** As written in the field: 万元, 户, %; "" where a quantity has none. */
  readonly name: string;
  /** Value in the base unit = value × 10^power. 万元: 4, 元: 0, % of a rate: -2, counts: 0. */
  readonly power: number;
}

export const MONEY_UNITS: readonly Unit[] = [
  { dimension: "money", name: "元", power: 0 },
  { dimension: "money", name: "百元", power: 2 },
  { dimension: "money", name: "千元", power: 3 },
  { dimension: "money", name: "万元", power: 4 },
  { dimension: "money", name: "百万元", power: 6 },
  { dimension: "money", name: "千万元", power: 7 },
  { dimension: "money", name: "亿元", power: 8 },
];

export const FRACTION: Unit = { dimension: "rate", name: "", power: 0 };
export const PERCENT: Unit = { dimension: "rate", name: "%", power: -2 };
export const SCORE: Unit = { dimension: "score", name: "分", power: 0 };
export const DATE: Unit = { dimension: "date", name: "", power: 0 };
export const DAYS: Unit = { dimension: "days", name: "天", power: 0 };
export const TEXT: Unit = { dimension: "text", name: "", power: 0 };

/** A counting unit such as 户, 人, 个. */
export function countUnit(name: string): Unit {
  return { dimension: "count", name, power: 0 };
}

/** The money unit of that exact name, e.g. "万元"; undefined for anything else. */
export function moneyUnit(name: string): Unit | undefined {
  return MONEY_UNITS.find((unit) => unit.name === name);
}

/** Words that count things: 户, 人, 个 …; 天 and 日 are days. */
export const COUNT_WORDS: readonly string[] = [
  "户次",
  "人次",
  "户",
  "人",
  "个",
  "项",
  "件",
  "条",
  "次",
  "处",
  "所",
  "家",
  "名",
  "座",
  "台",
  "套",
  "笔",
  "村",
  "亩",
  "头",
  "只",
];

/** What a counting word counts: 户 are never 人, and an area is none of them; the many words for pieces are one. */
export function countKind(word: string): "户" | "人" | "亩" | "个" {
  if (word.startsWith("户")) return "户";
  if (word.startsWith("人") || word === "名") return "人";
  return word === "亩" ? "亩" : "个";
}

const DAY_WORDS: readonly string[] = ["个工作日", "工作日", "天", "日"];

/** What stands glued to a figure: 12万元, 3户, 1.5亿, 99.77%. */
export interface GluedUnit {
  /** "any": a bare 万 or 亿, of whatever the column counts. */
  readonly dimension: "money" | "count" | "days" | "rate" | "score" | "any";
  /** Without its magnitude: 元, 户, 天, %; "" for a bare 万 or 亿. */
  readonly base: string;
  readonly power: number;
}

const MAGNITUDES: readonly (readonly [string, number])[] = [
  ["万亿", 12],
  ["千亿", 11],
  ["百亿", 10],
  ["十亿", 9],
  ["千万", 7],
  ["百万", 6],
  ["十万", 5],
  ["亿", 8],
  ["万", 4],
  ["千", 3],
  ["百", 2],
];

/** Reads a unit word as it stands behind a figure; undefined where the word is none. */
export function gluedUnit(word: string): GluedUnit | undefined {
  if (word === "%") return { dimension: "rate", base: "%", power: -2 };
  if (word === "分") return { dimension: "score", base: "分", power: 0 };
  if (word === "‰") return { dimension: "rate", base: "‰", power: -3 };
  const magnitude = MAGNITUDES.find(([name]) => word.startsWith(name));
  const base = magnitude === undefined ? word : word.slice(magnitude[0].length);
  const power = magnitude?.[1] ?? 0;
  if (base === "元" || base === "元人民币") return { dimension: "money", base: "元", power };
  if (base === "" && magnitude !== undefined) return { dimension: "any", base, power };
  if (DAY_WORDS.includes(base)) return { dimension: "days", base: "天", power };
  if (COUNT_WORDS.includes(base)) return { dimension: "count", base, power };
  return undefined;
}

/** The unit that a word names in a heading: 万元, 人民币万元, %, 户, 天; undefined for anything else. */
export function unitOf(word: string): Unit | undefined {
  const name = word.replace(/\s/gu, "").replace(/^人民币/u, "");
  const folded = name === "％" ? "%" : name;
  if (folded === "%") return PERCENT;
  if (folded === "分") return SCORE;
  if (DAY_WORDS.includes(folded)) return DAYS;
  const magnitude = folded === "万" ? "万元" : folded === "亿" ? "亿元" : folded;
  const money = moneyUnit(magnitude);
  if (money !== undefined) return money;
  return COUNT_WORDS.includes(folded) ? countUnit(folded) : undefined;
}

const WORD = ["人民币", ...MONEY_UNITS.map((unit) => unit.name), "[%％]", ...DAY_WORDS, ...COUNT_WORDS];
/** Officers space words out to align them: 万 元. */
const SPACED = WORD.map((word) => (word.startsWith("[") ? word : word.split("").join("\\s*")))
  .sort((a, b) => b.length - a.length)
  .join("|");
const ONE = `(?:人\\s*民\\s*币\\s*)?(?:${SPACED})`;
const LIST = `(${ONE}(?:\\s*[、,，/／和]\\s*${ONE})*)`;
const LABELLED = new RegExp(`单\\s*位\\s*[:：]\\s*${LIST}(?![\\p{L}\\p{N}])`, "gu");
const BRACKETED = new RegExp(`[(（\\[【]\\s*(?:单\\s*位\\s*[:：]\\s*)?${LIST}\\s*[)）\\]】]`, "gu");

/**
 * Units that a title, unit line or header states, in the order they stand: 单位：万元 · 单位:万元、% · （万元） ·
 * 资产原值（元） · 单位：户、人. 填报单位：财政局 states none. Empty where the text states no unit.
 */
export function unitsIn(text: string): readonly Unit[] {
  const found: { readonly at: number; readonly list: string }[] = [];
  for (const pattern of [LABELLED, BRACKETED]) {
    for (const match of text.matchAll(pattern)) {
      const list = match[1]!;
      found.push({ at: match.index + match[0].indexOf(list), list });
    }
  }
  const units: Unit[] = [];
  for (const { list } of found.sort((a, b) => a.at - b.at)) {
    for (const word of list.split(/[、,，/／和]/u)) {
      const unit = unitOf(word);
      if (unit === undefined || units.some((other) => other.name === unit.name)) continue;
      units.push(unit);
    }
  }
  return units;
}
