/** What a made form says, and the mistakes that may be planted in it with everything that must be found for each. */
import type { Random } from "../variants/random";

/** Hundredths: of 万元, of points. */
export type Hundredths = number;

export interface Indicator {
  level2: string;
  level3: string;
  target: string;
  actual: string;
  weight: Hundredths;
  points: Hundredths | undefined;
  reason: string;
}

export interface Group {
  readonly level1: string;
  /** What the heading says; undefined where it bears no points. */
  heading: Hundredths | undefined;
  readonly indicators: Indicator[];
}

export interface Money {
  initial: Hundredths;
  budget: Hundredths;
  spent: Hundredths;
}

export interface FormFacts {
  readonly project: string;
  readonly department: string;
  readonly unit: string;
  readonly whole: Money;
  readonly parts: (Money & { readonly label: string })[];
  /** False: the form has no columns for weight and points of the execution rate. */
  readonly showsExecution: boolean;
  executionWeight: Hundredths;
  /** Ten-thousandths as printed, or as many as the rate decimals say. */
  rate: { value: number; decimals: 0 | 1 | 2 };
  executionPoints: Hundredths;
  readonly groups: Group[];
  totalWeight: Hundredths;
  total: Hundredths;
}

/** A cell by what it holds, resolved when the form is drawn: "funds.rate", "indicator.3.points", "group.0". */
export type CellId = string;

export interface Expected {
  readonly rule: string;
  readonly cell: CellId;
}

const PROJECTS = [
  "农村饮水安全巩固提升",
  "村级道路养护",
  "公益性岗位补助",
  "乡村旅游示范点建设",
  "特色林果业提质增效",
  "脱贫劳动力技能培训",
  "中小学校舍维修",
  "基层卫生院设备购置",
  "高标准农田建设",
  "信息系统运行维护",
];
const UNITS = ["农业农村局", "水利局", "交通运输局", "教育局", "卫生健康委员会", "人力资源和社会保障局"];
const GROUPS = [
  { level1: "产出指标", points: 5000, level2: ["数量指标", "质量指标", "时效指标", "成本指标"] },
  { level1: "效益指标", points: 3000, level2: ["经济效益指标", "社会效益指标", "可持续影响指标"] },
  { level1: "满意度指标", points: 1000, level2: ["服务对象满意度指标"] },
] as const;

/** Targets with an actual value that reaches them and one that does not; less is better for costs. */
const MEASURES: readonly (readonly [string, string, string])[] = [
  ["≥50个", "52个", "45个"],
  ["≥95%", "96.5%", "90%"],
  ["=100%", "100%", "92%"],
  ["≥100百分比", "100百分比", "88百分比"],
  ["≤90万元", "89.5万元", "93.2万元"],
  [">=3次", "4", "2"],
  ["不少于120人", "128人", "97人"],
  ["≥1.5万人", "15600人", "14000人"],
  ["95%以上", "97%", "93%"],
  ["12项", "12项", "9项"],
  ["≤30天", "28天", "41天"],
  ["≥2,000亩", "2,100亩", "1,850亩"],
  ["50", "50", "38"],
];
const WORDED: readonly (readonly [string, string])[] = [
  ["效果明显", "达成预期指标"],
  ["有所改善", "有所改善"],
  ["持续发挥作用", "达成年度指标"],
  ["逐步提升", "效果较好"],
];

/** Rounded half up to hundredths, or to tenths. */
export function executionPoints(weight: Hundredths, money: Money, decimals: 1 | 2): Hundredths {
  const exact = (BigInt(weight) * 2n * BigInt(money.spent) * 10n) / BigInt(money.budget);
  // In twentieths of a hundredth: halves are told exactly.
  const step = decimals === 2 ? 20n : 200n;
  const rounded = Number((exact + step / 2n) / step) * (decimals === 2 ? 1 : 10);
  return Math.min(weight, rounded);
}

export function rateOf(money: Money, decimals: 0 | 1 | 2): number {
  const factor = 2n * 10n ** BigInt(decimals + 2);
  const twice = (BigInt(money.spent) * factor) / BigInt(money.budget);
  return Number((twice + 1n) / 2n);
}

export function allIndicators(facts: FormFacts): readonly Indicator[] {
  return facts.groups.flatMap(({ indicators }) => indicators);
}

export function sumUp(facts: FormFacts): void {
  const points = allIndicators(facts).reduce((sum, { points: own }) => sum + (own ?? 0), 0);
  facts.total = points + facts.executionPoints;
}

/** A form without a mistake. */
export function rightForm(random: Random, index: number): FormFacts {
  const budget = random.int(500, 900_000);
  const spent = random.chance(0.3) ? budget : Math.round((budget * random.int(60, 100)) / 100);
  const initial = random.chance(0.5) ? budget : random.int(400, 900_000);
  const whole = { initial, budget, spent };
  const showsExecution = random.chance(0.8);
  const decimals = random.pick([1, 2] as const);
  // A total that hides the points of the rate is right to the cent only where they end at the cent.
  const plainSpent = showsExecution ? spent : budget;
  whole.spent = plainSpent;
  const headed = random.chance(0.6);
  const groups = GROUPS.map(
    ({ level1, points, level2 }): Group => ({
      level1,
      heading: headed ? points : undefined,
      indicators: split(points, random.int(1, level1 === "满意度指标" ? 2 : 4), random).map((weight, at) =>
        indicator(random, weight, level2[at % level2.length] ?? level2[0], at),
      ),
    }),
  );
  const rateDecimals = random.pick([0, 1, 2] as const);
  const facts: FormFacts = {
    project: `${random.pick(PROJECTS)}项目${index}`,
    department: random.pick(UNITS),
    unit: random.pick(UNITS),
    whole,
    parts: partsOf(whole, random),
    showsExecution,
    executionWeight: 1000,
    rate: { value: rateOf(whole, rateDecimals), decimals: rateDecimals },
    executionPoints: executionPoints(1000, whole, decimals),
    groups,
    totalWeight: 10_000,
    total: 0,
  };
  sumUp(facts);
  return facts;
}

function split(points: Hundredths, count: number, random: Random): readonly Hundredths[] {
  const halves = random.chance(0.2);
  const weights: Hundredths[] = [];
  let left = points;
  for (let at = count; at > 1; at -= 1) {
    const even = Math.floor(left / at / (halves ? 50 : 100)) * (halves ? 50 : 100);
    weights.push(even);
    left -= even;
  }
  return [...weights, left];
}

function indicator(random: Random, weight: Hundredths, level2: string, at: number): Indicator {
  const level3 = `${random.pick(["完成", "覆盖", "建成", "受益", "验收"])}${random.pick(["任务量", "合格程度", "工程数", "人口", "面积"])}${at + 1}`;
  if (random.chance(0.25)) {
    const [target, actual] = random.pick(WORDED);
    return { level2, level3, target, actual, weight, points: weight, reason: "" };
  }
  // Of a cost or a date without a sign less is better, which no such target here means.
  const unsigned = level2 === "成本指标" || level2 === "时效指标";
  const [target, met, missed] = random.pick(
    unsigned ? MEASURES.filter(([one]) => !/^\d+(?:项)?$/u.test(one)) : MEASURES,
  );
  if (random.chance(0.15)) {
    const points = Math.floor(weight * 0.8);
    return { level2, level3, target, actual: missed, weight, points, reason: "受汛期影响，下年度加快进度" };
  }
  return { level2, level3, target, actual: met, weight, points: weight, reason: "" };
}

function partsOf(whole: Money, random: Random): FormFacts["parts"] {
  if (random.chance(0.15)) return [];
  const labels = ["当年财政拨款", "上年结转资金", "其他资金"];
  if (random.chance(0.5)) {
    const none = { initial: 0, budget: 0, spent: 0 };
    return [{ label: labels[0] ?? "", ...whole }, ...labels.slice(1).map((label) => ({ label, ...none }))];
  }
  const share = (amount: Hundredths): readonly [number, number, number] => {
    const [a, b] = [Math.floor(amount * 0.7), Math.floor(amount * 0.2)];
    return [a, b, amount - a - b];
  };
  const [initial, budget, spent] = [share(whole.initial), share(whole.budget), share(whole.spent)];
  return labels.map((label, at) => ({
    label,
    initial: initial[at] ?? 0,
    budget: budget[at] ?? 0,
    spent: spent[at] ?? 0,
  }));
}

export type Mistake = (facts: FormFacts, random: Random) => readonly Expected[] | undefined;

/** Each plants one mistake and tells all that follows from it; undefined where the form has no place for it. */
export const MISTAKES: Readonly<Record<string, Mistake>> = {
  parts(facts, random) {
    const [part] = facts.parts;
    if (part === undefined) return undefined;
    const column = random.pick(["initial", "budget", "spent"] as const);
    part[column] += random.int(100, 5000);
    // The part's own rate is not printed, so that nothing else follows.
    return [{ rule: "form.funds-parts", cell: `funds.${column}` }];
  },
  rate(facts, random) {
    const away = random.int(2, 9) * 10 ** facts.rate.decimals;
    facts.rate.value += facts.rate.value > 50 * 10 ** facts.rate.decimals ? -away : away;
    return [{ rule: "form.execution-rate", cell: "funds.rate" }];
  },
  executionPoints(facts, random) {
    if (!facts.showsExecution) return undefined;
    const right = executionPoints(1000, facts.whole, 2);
    const wrong = right > 500 ? right - random.int(20, 300) : right + random.int(20, 300);
    // A whole number that the exact points round to is told apart by the product; keep away from it.
    facts.executionPoints = wrong % 100 === 0 ? wrong + 5 : wrong;
    sumUp(facts);
    return [{ rule: "form.execution-points", cell: "funds.points" }];
  },
  wholePoints(facts) {
    if (!facts.showsExecution) return undefined;
    const right = executionPoints(1000, facts.whole, 2);
    const whole = Math.round(right / 100) * 100;
    if (whole === right || right % 100 === 50 || Math.abs(whole - right) < 5) return undefined;
    facts.executionPoints = whole;
    sumUp(facts);
    return [{ rule: "form.execution-points", cell: "funds.points" }];
  },
  weight(facts, random) {
    const indicators = allIndicators(facts);
    const at = random.int(0, indicators.length - 1);
    const one = indicators[at];
    if (one === undefined || one.points !== one.weight) return undefined;
    const group = facts.groups.findIndex(({ indicators: own }) => own.includes(one));
    one.weight += 200;
    one.points = one.weight;
    sumUp(facts);
    const sums: Expected = {
      rule: "form.weights",
      cell: facts.showsExecution ? "funds.weight" : "indicator.0.weight",
    };
    const headed = facts.groups[group]?.heading !== undefined;
    // Without the points of the rate on the form nothing says what the total consists of.
    return headed ? [sums, { rule: "form.heading-weights", cell: `group.${group}` }] : [sums];
  },
  totalWeight(facts) {
    facts.totalWeight = 9_900;
    return [{ rule: "form.total-weight", cell: "total.weight" }];
  },
  aboveWeight(facts, random) {
    const indicators = allIndicators(facts);
    const at = random.int(0, indicators.length - 1);
    const one = indicators[at];
    if (one === undefined || one.points !== one.weight) return undefined;
    one.points = one.weight + 50;
    sumUp(facts);
    return [{ rule: "form.points-within-weight", cell: `indicator.${at}.points` }];
  },
  pointsMissing(facts, random) {
    const indicators = allIndicators(facts);
    const at = random.int(0, indicators.length - 1);
    const one = indicators[at];
    if (one === undefined || MEASURES.every(([target]) => target !== one.target)) return undefined;
    one.points = undefined;
    sumUp(facts);
    return [{ rule: "form.points-missing", cell: `indicator.${at}.points` }];
  },
  total(facts, random) {
    facts.total += random.pick([-300, -100, 50, 200]);
    return [{ rule: "form.total", cell: "total.points" }];
  },
  fullPoints(facts, random) {
    const found = measured(facts, random);
    if (found === undefined) return undefined;
    const { one, at } = found;
    one.actual = MEASURES.find(([target]) => target === one.target)?.[2] ?? "";
    one.points = one.weight;
    one.reason = "受物价上涨影响，已调整下年度计划";
    sumUp(facts);
    return [{ rule: "form.full-points-missed", cell: `indicator.${at}.points` }];
  },
  reason(facts, random) {
    const found = measured(facts, random);
    if (found === undefined || /^\d/u.test(found.one.target)) return undefined;
    const { one, at } = found;
    one.actual = MEASURES.find(([target]) => target === one.target)?.[2] ?? "";
    one.points = Math.floor(one.weight * 0.7);
    one.reason = "";
    sumUp(facts);
    return [{ rule: "form.reason-missing", cell: `indicator.${at}.reason` }];
  },
  worded(facts, random) {
    const indicators = allIndicators(facts);
    const at = indicators.findIndex(({ target }) => WORDED.some(([word]) => word === target));
    const one = indicators[at];
    if (one === undefined) return undefined;
    const [words, share] = random.pick([
      ["部分达成预期指标并具有一定效果", 0.9],
      ["未达成预期指标且效果较差", 0.7],
      ["达成预期指标", 0.5],
    ] as const);
    one.actual = words;
    one.points = Math.floor(one.weight * share);
    one.reason = "群众参与不足，下年加强宣传";
    sumUp(facts);
    return [{ rule: "form.worded-points", cell: `indicator.${at}.points` }];
  },
  executionWeight(facts) {
    if (!facts.showsExecution) return undefined;
    facts.executionWeight = 2000;
    facts.executionPoints = executionPoints(2000, facts.whole, 2);
    sumUp(facts);
    return [
      { rule: "form.execution-weight", cell: "funds.weight" },
      { rule: "form.weights", cell: "funds.weight" },
    ];
  },
};

function measured(
  facts: FormFacts,
  random: Random,
): { readonly one: Indicator; readonly at: number } | undefined {
  const indicators = allIndicators(facts);
  const fit = [...indicators.keys()].filter((at) => {
    const one = indicators[at];
    return (
      one !== undefined && one.points === one.weight && MEASURES.some(([target]) => target === one.target)
    );
  });
  if (fit.length === 0) return undefined;
  const at = random.pick(fit);
  const one = indicators[at];
  return one === undefined ? undefined : { one, at };
}
