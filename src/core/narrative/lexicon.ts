/** Words of the language itself, of no notice: what stands around a figure and tells how it is meant. */

/** "约1400万元", "不少于30个": the figure is a bound or an estimate and agrees with nothing exactly. */
export const ABOUT_BEFORE =
  /(?:约|约为|大约|近|接近|将近|超|超过|逾|不足|不到|不低于|不少于|不高于|不超过|不得低于|至少|最多|最高|高于|低于|大于|小于|少于|多于|达不到|[≥≤＞＜><～~])$/u;
export const ABOUT_AFTER = /^(?:左右|以上|以下|以内|之内|上下|多|余|及以上|及以下|封顶)/u;

/** What may stand before the words that name a fact without changing what they name. */
export const FILLERS_BEFORE: readonly string[] = [
  "截至目前",
  "截止目前",
  "截至当前",
  "目前",
  "今年以来",
  "今年",
  "当年",
  "本年度",
  "本年",
  "年度",
  "年末",
  "年底",
  "全年",
  "期间",
  "其中",
  "全州",
  "全县",
  "全市",
  "全区",
  "全省",
  "全地区",
  "我州",
  "我县",
  "我市",
  "我区",
  "本州",
  "本县",
  "本市",
  "我单位",
  "总共",
  "共计",
  "合计",
  "累计",
  "总计",
  "共",
  "总",
  "已经",
  "已",
  "均",
  "各",
  "实际",
  "主要",
  "完成",
  "实现",
  "涉及",
  "到位",
  "收到",
  "落实",
  "筹措",
  "争取",
  "投入",
  "安排",
  "下达",
  "拨付",
  "的",
  "为",
  "有",
  "了",
  "和",
  "及",
  "与",
  "、",
];

/** What may stand between the words that name a fact and its figure. */
export const FILLERS_AFTER: readonly string[] = [
  "合计",
  "共计",
  "总计",
  "累计",
  "共有",
  "共",
  "总额",
  "总数",
  "金额",
  "资金",
  "数额",
  "分别",
  "已达到",
  "已达",
  "达到",
  "达",
  "约",
  "只有",
  "仅",
  "为",
  "是",
  "有",
  "至",
  "：",
  "的",
  "了",
];

/** A total that is said behind its parts: "…，合计300万元". */
export const TOTAL_WORDS =
  /(?:合计|共计|总计|总共|小计|总额|总数|共)(?:投入|安排|到位|资金|金额)?(?:为|达|是|：)?$/u;
/** Words of a total before its parts. */
export const TOTAL_MARK = /共|总|合计|累计/u;

/** Clauses that begin another matter behind a list of parts. */
export const OTHER_MATTER =
  /支出|支付|拨付|报账|确权|余额|结余|结转|剩余|节余|未支|实施|涉及|带动|受益|惠及|覆盖|完工|开工|竣工|人均|户均|增收|增长|下降|提高|减少|同比|上年|比例|占/gu;

/** A comparison with another time: no rate or part of what stands beside it. */
export const OTHER_TIME = /同比|环比|上年|去年|往年|增长|增幅|增速|下降|降低|降幅|提高|提升|减少|上升|翻番/u;

/** Rates that are no quotient of amounts beside them. */
export const NO_QUOTIENT =
  /同比|环比|上年|去年|往年|增长|增幅|增速|下降|降低|降幅|提高|提升|减少|上升|权重|满意|因素|目标|标准|要求|指标|应达|力争|利率|折扣|税率|覆盖|知晓|合格|入库/u;

export const BALANCE = /余额|结余|节余|剩余|结转|尚余|未支出|未支付|未拨付/u;
export const SPENT = /支出|支付|使用|拨付|报账|兑付|列支/u;

/** A clause about one place among several: 和静县结转…; not 各县市, 县市级, 自治区, 地区, 市级. */
export const PLACE_NAME =
  /^(?:其中|截至目前|同时|另外|此外)?(?!各|全|我|本|该|按|对|由|从|在|向|将|为|和各|是)\p{Script=Han}{1,7}?(?:(?<!自治|地|行政|社|园|示范|试验|郊|城|灾|库|片|景|牧|山|林|校|小|市|全|各|我|辖|责任|服务)区|(?<!各|全|我|县|城|本|该|级|到)市(?!场|级|民|直|政|县)|(?<!各|全|我|本|该|到|由|涉|跨)县(?!市|级|乡|区|委|直|域|\(|（|处|管|配)|(?<!乡|各|全|我|本|城|到)镇(?!级|村|街)|(?<!城|各|全|我|本|县|到|老|返|回|家)乡(?!镇|村|级|土)|(?<!行政|自然|农|乡|各|全|我|本|驻|重点|示范|脱贫|贫困|到|进|入|个|镇)村(?!级|民|集|干|组|容|庄|党|两|社|企|（))/u;
/** A clause about the whole again. */
export const WHOLE_AREA =
  /(?:^|[^\p{Script=Han}])(?:其中)?(?:截[至止到]\p{Script=Han}{0,6})?(?:全州|全县|全市|全区|全省|全地区|全自治州|我州|我县|我市|我区|我局|本州|本县|本市|各县市|各县（市|各地)/u;
