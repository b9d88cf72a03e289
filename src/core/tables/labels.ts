/** Words that tell what a row is: a total, a subtotal, a note or signature line. */
import { fold, splitBrackets } from "./fold";

export type RowLabel =
  /** 合计, 总计: the whole table's. */
  | { readonly kind: "total"; readonly strong: boolean; readonly without: readonly string[] }
  /** 小计: a part's. */
  | { readonly kind: "subtotal" }
  /** 库尔勒市合计: that of what is named. */
  | { readonly kind: "total-of"; readonly name: string }
  | { readonly kind: "note" }
  /** 其中：…: splits the row above. */
  | { readonly kind: "part" }
  /** 占比, 上年数, 差额…: says something of the rows, is none of them. */
  | { readonly kind: "aside" };

/** Cheap test: only texts with one of these signs, long ones near their beginning, can be labels. */
const HINT = new Uint8Array(0x10000);
for (const sign of "总计全其注明填审责领联电手制经复负公盖签来累备占比重同增上去平校核检差例转过承接对")
  HINT[sign.charCodeAt(0)] = 1;
const HINT_LENGTH = 20;
const HINT_BEGINNING = 8;

function mayBeLabel(text: string): boolean {
  const length = text.length > HINT_LENGTH ? HINT_BEGINNING : text.length;
  for (let index = 0; index < length; index++) if (HINT[text.charCodeAt(index)] === 1) return true;
  return false;
}
const TOTAL =
  /^(?:合计|总计|共计|总合计|累计|总和|合计数|总计数|总数|全部合计|合计总计|项目合计|资金合计|金额合计)$/;
const STRONG = /^总|总计/;
/** 转下页 and 承前页: the sum so far, carried over a page. */
const SUBTOTAL = /小计数?$|^小计|^(?:转下页|转次页|过次页|承前页|承上页|接上页|接前页)$/;
const TOTAL_OF = /^(.{1,14}?)(?:合计|总计|共计|累计)(?:数)?$/;
const NOTE = /^(?:注|备注|说明|注释|注意|填[表报]说明|编制说明|备注说明)(?:[:\d、.]|$)/;
const SIGNATURE =
  /^(?:填[表报]人|制表人?|审核人?|复核人?|审批人?|负责人|(?:单位|部门|分管|财务|项目)?(?:负责人|领导)|主管领导|经办人?|联系人|联系(?:电话|方式)|电话|手机|填[表报](?:单位|日期|时间)|制表(?:单位|日期|时间)|(?:单位)?[(]?(?:公章|盖章|签章)[)]?|数据来源|资料来源)(?:[(].{0,8}[)])?(?::|$)/;
const ASIDE = new RegExp(
  `^(?:${[
    "占比|比例|比重|所占比例|占总额比例|同比|同比增减|增减|增减额|增减率|增长率?|增幅|平均|平均值",
    "(?:上年|去年)(?:同期)?(?:数|合计|总计)?",
    "(?:与.{1,14})?(?:校验|校核|核对|检查|差额|差异|差数|比对|对比)(?:数|额|行|结果|情况)?",
    "(?:填[写报])?(?:示例|样例|举例|例)",
  ].join("|")})$`,
);
const WITHOUT = /(?:^|[,;、])(?:不含|不包含|不包括|未含|除|剔除|扣除)(.+?)(?:以?外)?$/;
const PART = /^其中/;

/** Reads a text at the left of a row; undefined for an ordinary key or name. */
export function rowLabel(text: string): RowLabel | undefined {
  if (!mayBeLabel(text)) return undefined;
  const folded = fold(text);
  if (NOTE.test(folded) || SIGNATURE.test(folded)) return { kind: "note" };
  const { bare, inside } = splitBrackets(folded);
  const without = inside.flatMap((words) => {
    const named = WITHOUT.exec(words)?.[1];
    return named === undefined ? [] : named.split(/[、,及]/).filter((name) => name !== "");
  });
  const words = bare.replace(/[:,、.]+$/, "").replace(/^(?:\d+[.、]|[一二三四五六七八九十]+、)/, "");
  if (TOTAL.test(words) || /^(?:合计|总计|共计):?\d*[个户人项]/.test(words)) {
    return { kind: "total", strong: STRONG.test(words), without };
  }
  if (ASIDE.test(words)) return { kind: "aside" };
  if (SUBTOTAL.test(words)) return { kind: "subtotal" };
  const named = TOTAL_OF.exec(words)?.[1];
  if (named !== undefined) {
    return /^(?:全|本)/.test(named)
      ? { kind: "total", strong: /总计$/.test(words), without }
      : { kind: "total-of", name: named };
  }
  if (/^全(?:[州市县区省疆盟]|地区)$/.test(words)) return { kind: "total", strong: false, without };
  if (PART.test(folded)) return { kind: "part" };
  return undefined;
}

const MARKS = /^(?:-|—|–|―|－|_|\/|／|无|没有|\\|\*|\.|…|——|--|———)$/;

/** Marks for nothing where a figure belongs. */
export function isNothingMark(text: string): boolean {
  return MARKS.test(text.trim());
}

const FIGURE_TEXT = /^[-+−－＋¥￥(（]*[\d０-９][\d０-９,，.．\s]*(?:[)）]|%|％|万元|亿元|元|户|人|个|天)*$/;
/** Without signs a date is digits alone. */
const DATE_TEXT = /^[\d０-９]{4}[年.．\-－/／]/;

/** Text that holds a figure or a date. */
export function isFigureText(text: string): boolean {
  const trimmed = text.trim();
  return FIGURE_TEXT.test(trimmed) || DATE_TEXT.test(trimmed);
}
