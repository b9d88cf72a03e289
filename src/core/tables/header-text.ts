/** One header cell's wording: the words to compare, and apart from them its unit and the years it names. */
import { fold, splitBrackets, withBrackets } from "./fold";

export interface HeaderText {
  /** Words with those in brackets: "到县（行业部门）" → "到县行业部门". */
  readonly full: string;
  /** Words without those in brackets: "到县". */
  readonly bare: string;
  /** Units named: "（万元）", "单位：元", "%". */
  readonly units: readonly string[];
  readonly years: readonly number[];
  /** Pieces of a cell broken by lines or strokes, as in a slanted header "项目＼县市"; empty for one piece. */
  readonly pieces: readonly string[];
}

const UNIT = "百万元|千万元|亿元|万元|千元|百元|元|户|人|个|%|天|日|项|件|条|次|户次|人次|亩|公里|处|座";
const UNIT_ONLY = new RegExp(`^(?:(?:金额|计量)?单位:?)?(?:人民币)?(${UNIT})$`);
const UNIT_TAIL = /(?:金额单位|计量单位|单位):?(?:人民币)?(亿元|万元|千元|百元|元|户|人|个|%|天)$/;
const MONEY_TAIL = /(?<=..)[/、,]?(百万元|千万元|亿元|万元|千元|百元|%)$/;
const YEAR = /(?:截至|截止)?((?:19|20)\d\d)年?(?:度|末|底)?/g;
const NUMBERING =
  /^(?:\d{1,2}[.、:](?!\d)|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\))/;
/** The column's code in a system: A01预算数. */
const CODE = /^[a-z]{1,2}\d{1,4}[.:_-]?(?=[\u4e00-\u9fff])/i;
/** The same in another language behind the words: 预算数Budget. */
const FOREIGN = /(?<=[\u4e00-\u9fff)])[a-z][a-z.,'&/ -]+$/i;
/** 截至11月底, also with a year, which is kept. */
const DAY = /(?:截至|截止)((?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)?/;
const CIRCLED = /[①-⑳⑴-⒇㈠-㈩*†]/g;
const ARITHMETIC = /[=+×÷]|^\d+([-+]\d+)*$|^[a-zA-Z]$/;
const EDGES = /^[\s.,:;、。·"'\-_—=|\\/]+|[\s.,:;、。·"'\-_—=|\\/]+$/g;

/** Texts read of late: packs share headings, and a workbook is held against each of them. */
const known = new Map<string, HeaderText>();
const MOST_KNOWN = 20_000;
/** No heading is longer. */
const LONGEST_KNOWN = 200;

/** Reads a header cell's text. */
export function headerText(raw: string): HeaderText {
  if (raw.length > LONGEST_KNOWN) return headerTextAnew(raw);
  let words = known.get(raw);
  if (words === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(raw, (words = headerTextAnew(raw)));
  }
  return words;
}

function headerTextAnew(raw: string): HeaderText {
  const units: string[] = [];
  const years: number[] = [];
  const cleared = fold(raw.replace(CIRCLED, ""))
    .replace(NUMBERING, "")
    .replace(CODE, "")
    .replace(FOREIGN, "")
    .replace(DAY, (_all, year: string | undefined) => year ?? "");
  const kept: string[] = [];
  const { bare: outside, inside } = splitBrackets(cleared);
  for (const words of inside) {
    const unit = UNIT_ONLY.exec(words)?.[1];
    if (unit !== undefined) units.push(unit);
    else if (/^(?:19|20)\d\d年?度?$/.test(words)) years.push(Number(words.slice(0, 4)));
    else if (!ARITHMETIC.test(words)) kept.push(words);
  }
  let bare = outside;
  for (const tail of [UNIT_TAIL, MONEY_TAIL]) {
    const match = tail.exec(bare);
    if (match === null) continue;
    units.push(match[1]!);
    bare = bare.slice(0, match.index);
  }
  const arithmetic = bare.search(/\d*=/);
  if (arithmetic > 0) bare = bare.slice(0, arithmetic);
  bare = withoutYears(bare, years);
  // The brackets that count are written out where they stand.
  const whole = withBrackets(cleared, (words) => (kept.includes(words) ? words : ""));
  const full = kept.length === 0 ? bare : withoutYears(whole, []);
  bare = trimWords(bare);
  return { full: trimWords(full), bare, units, years, pieces: pieces(raw) };
}

function withoutYears(text: string, years: number[]): string {
  return text.replace(YEAR, (all, year: string) => {
    years.push(Number(year));
    return all === text ? all : "";
  });
}

const ONLY_YEAR = /^(?:19|20)\d\d(?:年度?)?$/;

/** True for a header that is a year and nothing else, as where each figure stands for last year and this. */
export function saysYear(words: string): boolean {
  return ONLY_YEAR.test(words);
}

function trimWords(text: string): string {
  let words = text.replace(EDGES, "");
  words = words.replace(/^其中[:,、]?/, "").replace(/[:,、]?其中$/, "");
  return words.replace(/[/\\、,:;"'“”‘’]/g, "").replace(EDGES, "");
}

const SLANTED = /^(?:项目|指标|名称|类别|类型|内容|科目|栏目|地区|单位)$/;

const DIVIDED = /[\\＼\r\n]|\s{2}/;

/** A slanted header names both of its axes: by a stroke between, or one of them in a word for any. */
function pieces(raw: string): readonly string[] {
  if (!DIVIDED.test(raw)) return [];
  const split = (pattern: RegExp): readonly string[] =>
    raw
      .split(pattern)
      .map((part) => fold(part))
      .filter((part) => part !== "")
      .map((part) => splitBrackets(part).bare);
  const stroked = split(/[\\＼]/);
  if (stroked.length > 1) return stroked;
  const lines = split(/[\r\n]|\s{2,}|\u3000{2,}/);
  const axes = lines.filter((line) => SLANTED.test(line));
  return lines.length === 2 && axes.length === 1 ? lines.filter((line) => !SLANTED.test(line)) : [];
}

const LOOSE_TAIL = /(?:总额|金额|数额|总数|数量|合计|情况|资金|数|额)$/;

/** The words without a tail that adds nothing ("实际支出金额" → "实际支出"); "" where too little is left. */
export function looseWords(words: string): string {
  const loose = words.replace(LOOSE_TAIL, "");
  return loose.length >= 2 ? loose : "";
}

const WHOLE = new Set(["合计", "小计", "总计", "共计", "总额", "金额", "数额", "合计数", "总数", "资金合计"]);

/** True for a lowest header that only says that its group is meant as a whole. */
export function saysWhole(words: string): boolean {
  return WHOLE.has(words);
}
