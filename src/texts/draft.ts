/** The words of a drafted report. It goes to a Chinese authority, so it is in Chinese whatever language the program speaks. */

const CHINESE = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

export const DRAFT_TEXTS = {
  title: (notice: string): string => `${notice}自评报告`,
  addressee: "请填写：主送单位",
  according: "根据",
  notice: "请填写：通知名称和文号",
  opening: (notice: string): string => `要求，我单位组织开展了${notice}自评。现将自评情况报告如下：`,
  /** 一、…, 十一、…; a pack has few sections. */
  heading: (count: number, name: string): string =>
    `${count <= 10 ? (CHINESE[count] ?? "") : `十${CHINESE[count - 10] ?? ""}`}、${name}`,
  overview: "自评结果",
  overviewGap: "请填写：各项得分齐全后的自评结果",
  section: (label: string): string => `${label}情况`,
  scaled: (sum: string, left: string, base: string): string =>
    `各项指标自评得分合计${sum}分${left === "" ? "" : `，${left}不适用、不计入`}，折算后基本分为${base}分，`,
  base: (base: string): string => `基本分${base}分，`,
  totals: (bonus: string, deduction: string, total: string): string =>
    `加分${bonus}分，减分${deduction}分，总分${total}分。`,
  score: (part: "base" | "bonus" | "deduction"): string =>
    part === "base" ? "自评得分：" : part === "bonus" ? "自评得分：加" : "自评得分：减",
  scoreGap: "请填写：得分",
  notApplicable: "自评得分：不适用。",
  facts: "完成情况：",
  measures: "请补充：工作措施、成效和佐证材料",
  measuresWith: (evidence: string): string => `请补充：工作措施和成效；佐证材料：${evidence}`,
  rounding: "（个别数据因四舍五入存在尾差）。",
  unsettled: "请核实：工作簿中相关数据互相矛盾，校验通过后再填写",
  problems: "存在的问题和下一步工作",
  problemsGap: "请补充：存在的问题、原因和改进措施",
  office: "请填写：填报单位",
  date: "请填写：日期",
} as const;
