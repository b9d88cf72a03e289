/** Automatic numbers of a .docx as they are shown: "1.", "（一）", "第二章". They are no text of the paragraph. */
import type { XmlElement } from "../xml";

interface Level {
  readonly start: number;
  readonly format: string;
  /** "（%1）". */
  readonly text: string;
  /** Style whose paragraphs this level numbers. */
  readonly style: string;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Level → number it starts anew with, at the list's first use. */
  readonly restarts: ReadonlyMap<number, number>;
}

interface StyleNumber {
  readonly list: string | undefined;
  readonly level: number | undefined;
  readonly basedOn: string | undefined;
}

/** Gives each paragraph its number, in document order. */
export type Numbering = (paragraph: {
  readonly style: string;
  readonly list: string | undefined;
  readonly level: number | undefined;
}) => string;

/** @param numbering root of numbering.xml; @param styles root of styles.xml; either may be missing */
export function readNumbering(numbering: XmlElement | undefined, styles: XmlElement | undefined): Numbering {
  const lists = listsOf(numbering);
  const styleNumbers = stylesOf(styles);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return ({ style, list: ownList, level: ownLevel }) => {
    const inherited = ownList === undefined ? numberOfStyle(style, styleNumbers) : undefined;
    const id = ownList ?? inherited?.list;
    const list = id === undefined || id === "0" ? undefined : lists.get(id);
    if (id === undefined || list === undefined) return "";
    const byStyle = [...list.levels].find(([, level]) => level.style !== "" && level.style === style)?.[0];
    const at = ownLevel ?? inherited?.level ?? byStyle ?? 0;
    const level = list.levels.get(at);
    if (level === undefined) return "";
    const counts = counters.get(list.abstract) ?? [];
    if (!begun.has(id)) {
      begun.add(id);
      for (const [restarted, start] of list.restarts) counts[restarted] = start - 1;
    }
    for (let above = 0; above < at; above += 1) counts[above] ??= list.levels.get(above)?.start ?? 1;
    counts[at] = counts[at] === undefined ? level.start : counts[at] + 1;
    counts.length = at + 1;
    counters.set(list.abstract, counts);
    return level.text.replaceAll(/%(\d)/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      return formatNumber(counts[index] ?? 1, list.levels.get(index)?.format ?? "decimal");
    });
  };
}

function numberOfStyle(style: string, styles: ReadonlyMap<string, StyleNumber>): StyleNumber | undefined {
  let name: string | undefined = style;
  for (let steps = 0; name !== undefined && steps < 20; steps += 1) {
    const found: StyleNumber | undefined = styles.get(name);
    if (found?.list !== undefined) return found;
    name = found?.basedOn;
  }
  return undefined;
}

function stylesOf(root: XmlElement | undefined): ReadonlyMap<string, StyleNumber> {
  const styles = new Map<string, StyleNumber>();
  for (const style of root?.children ?? []) {
    if (style.local !== "style") continue;
    const number = find(style, "pPr", "numPr");
    styles.set(attribute(style, "styleId"), {
      list: valueOf(number, "numId"),
      level: numeric(valueOf(number, "ilvl")),
      basedOn: valueOf(style, "basedOn"),
    });
  }
  return styles;
}

function listsOf(root: XmlElement | undefined): ReadonlyMap<string, List> {
  const abstracts = new Map<string, ReadonlyMap<number, Level>>();
  const lists = new Map<string, List>();
  for (const element of root?.children ?? []) {
    if (element.local === "abstractNum") {
      abstracts.set(attribute(element, "abstractNumId"), levelsOf(element.children));
    }
  }
  for (const element of root?.children ?? []) {
    if (element.local !== "num") continue;
    const abstract = valueOf(element, "abstractNumId") ?? "";
    const levels = new Map(abstracts.get(abstract) ?? []);
    const restarts = new Map<number, number>();
    for (const override of element.children.filter(({ local }) => local === "lvlOverride")) {
      for (const [at, level] of levelsOf(override.children)) levels.set(at, level);
      const start = numeric(valueOf(override, "startOverride"));
      if (start !== undefined) restarts.set(numeric(attribute(override, "ilvl")) ?? 0, start);
    }
    lists.set(attribute(element, "numId"), { abstract, levels, restarts });
  }
  return lists;
}

function levelsOf(elements: readonly XmlElement[]): ReadonlyMap<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of elements) {
    if (level.local !== "lvl") continue;
    levels.set(numeric(attribute(level, "ilvl")) ?? 0, {
      start: numeric(valueOf(level, "start")) ?? 1,
      format: valueOf(level, "numFmt") ?? "decimal",
      text: valueOf(level, "lvlText") ?? "",
      style: valueOf(level, "pStyle") ?? "",
    });
  }
  return levels;
}

function find(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let found: XmlElement | undefined = element;
  for (const local of path) found = found?.children.find((one) => one.local === local);
  return found;
}

function valueOf(element: XmlElement | undefined, local: string): string | undefined {
  const own = element?.children.find((one) => one.local === local);
  return own === undefined ? undefined : attribute(own, "val");
}

/** Attributes are written with the part's own prefix. */
function attribute(element: XmlElement, local: string): string {
  const entry = Object.entries(element.attributes).find(([name]) => name.split(":").at(-1) === local);
  return entry?.[1] ?? "";
}

function numeric(text: string | undefined): number | undefined {
  return text === undefined || !/^\d{1,5}$/u.test(text) ? undefined : Number(text);
}

/** A number in one of Word's formats; formats of other scripts are shown as digits. */
function formatNumber(value: number, format: string): string {
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCountingThousand":
    case "ideographDigital":
      return chinese(value);
    case "upperLetter":
      return String.fromCharCode(64 + ((value - 1) % 26) + 1);
    case "lowerLetter":
      return String.fromCharCode(96 + ((value - 1) % 26) + 1);
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value <= 20 ? String.fromCharCode(0x245f + value) : String(value);
    default:
      return String(value);
  }
}

/** 一 to 九十九; headings go no further. */
function chinese(value: number): string {
  if (value >= 100) return String(value);
  const digits = "〇一二三四五六七八九";
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? "";
  return `${tens === 1 ? "" : (digits[tens] ?? "")}十${ones === 0 ? "" : (digits[ones] ?? "")}`;
}

function roman(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = value;
  let text = "";
  for (const [step, letters] of steps) {
    while (rest >= step) {
      text += letters;
      rest -= step;
    }
  }
  return text;
}
