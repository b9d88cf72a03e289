/**
 * Names of places: the short, the full and the autonomous name of one county are one, but 伊宁市 is not 伊宁县.
 * Nothing here knows a particular place; only how names are built.
 */
import { fold } from "./fold";

/** Peoples as autonomous places are named after them; the ending 族 may be left out where three or more signs stay. */
const PEOPLES: readonly string[] = [
  "蒙古",
  "回",
  "藏",
  "维吾尔",
  "苗",
  "彝",
  "壮",
  "布依",
  "朝鲜",
  "满",
  "侗",
  "瑶",
  "白",
  "土家",
  "哈尼",
  "哈萨克",
  "傣",
  "黎",
  "傈僳",
  "佤",
  "畲",
  "高山",
  "拉祜",
  "水",
  "东乡",
  "纳西",
  "景颇",
  "柯尔克孜",
  "土",
  "达斡尔",
  "仫佬",
  "羌",
  "布朗",
  "撒拉",
  "毛南",
  "仡佬",
  "锡伯",
  "阿昌",
  "普米",
  "塔吉克",
  "怒",
  "乌孜别克",
  "俄罗斯",
  "鄂温克",
  "德昂",
  "保安",
  "裕固",
  "京",
  "塔塔尔",
  "独龙",
  "鄂伦春",
  "赫哲",
  "门巴",
  "珞巴",
  "基诺",
  "各",
];
const PEOPLE_TAIL = new RegExp(
  `(?:(?:${PEOPLES.join("|")})族|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|俄罗斯|乌孜别克|塔塔尔)$`,
);

export interface PlaceName {
  /** Name without its kind: 焉耆. */
  readonly stem: string;
  /** 县, 市, 区, 旗, 州, 乡, 镇…; "" where the name says none. */
  readonly kind: string;
}

const KIND = /(自治县|自治旗|自治州|民族乡|街道办事处|县|市|区|旗|州|盟|乡|镇|街道|村|社区|苏木|嘎查)$/;
const OFFICE = /(?<=[县市区旗州])(?:乡村振兴局|扶贫开发办公室|扶贫办|财政局|农业农村局|人民政府|政府)$/;
const UPPER = /^(?:.{2,12}?(?:自治区|自治州|省|地区))+(?=.{2,}[县市区旗]$)|^.{1,2}州(?=.{2,}[县市]$)/;

const CIRCLED = /^\s*[\u2460-\u249b\u3220-\u3229]/u;
/** Footnote marks, an administrative code or what kind of county it is; not 库尔勒市（兵团）, which is another place. */
const REMARK = /(?:\((?:\d{6}|[^()]{0,6}(?:脱贫|贫困|帮扶|边境|民族)[^()]{0,4}县)\)|[*※†])+$/;
const NUMBERING =
  /^(?:\d{6}(?=[^\d.、])|\d{1,3}[.、]|\(\d{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|其中[:,]?)/;

/** Takes a name apart; "焉耆回族自治县" → 焉耆, 县. */
export function placeName(text: string): PlaceName {
  let name = fold(text.replace(CIRCLED, "")).replace(NUMBERING, "").replace(REMARK, "").replace(OFFICE, "");
  name = name.replace(UPPER, "");
  if (name === "自治州本级") name = "州本级";
  const kind = KIND.exec(name)?.[1] ?? "";
  let stem = name.slice(0, name.length - kind.length);
  if (stem === "") return { stem: name, kind: "" };
  if (!kind.startsWith("自治") && kind !== "民族乡") return { stem, kind };
  for (;;) {
    const people = PEOPLE_TAIL.exec(stem)?.[0];
    if (people === undefined) break;
    if (people.length === stem.length) {
      stem = stem.replace(/族$/, "");
      break;
    }
    stem = stem.slice(0, stem.length - people.length);
  }
  return { stem, kind: kind.slice(2) };
}

export type PlaceLevel = "county" | "below" | "unknown";

/** Whether a name is that of a county or of a township or village below one. */
export function placeLevel(text: string): PlaceLevel {
  const { kind } = placeName(text);
  if (kind === "") return "unknown";
  return /^(?:县|市|区|旗|州|盟)$/.test(kind) ? "county" : "below";
}

/**
 * Canonical names for a set of names that stand in one workbook: a name without kind (焉耆) is the only place of that
 * stem, where there is only one.
 */
export function placeIndex(names: Iterable<string>): (name: string) => string {
  const kinds = new Map<string, Set<string>>();
  for (const name of names) {
    const { stem, kind } = placeName(name);
    if (kind === "") continue;
    const known = kinds.get(stem);
    if (known === undefined) kinds.set(stem, new Set([kind]));
    else known.add(kind);
  }
  return (name) => {
    const { stem, kind } = placeName(name);
    if (kind !== "") return stem + kind;
    const known = kinds.get(stem);
    return known?.size === 1 ? stem + [...known].join("") : stem;
  };
}
