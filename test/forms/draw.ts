/** Puts a made form on a sheet in one of the layouts that offices use. */
import type { Random } from "../variants/random";
import type { CellId, FormFacts, Hundredths } from "./facts";

export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
  readonly format?: string;
}

export interface DrawnSheet {
  readonly name: string;
  readonly cells: DrawnCell[];
  readonly merges: { top: number; left: number; bottom: number; right: number }[];
}

/** How one form looks. */
export interface Look {
  readonly title: string;
  readonly records: "left" | "above" | "inline";
  readonly category: boolean;
  readonly merged: boolean;
  /** Header columns that are wider than one cell. */
  readonly wide: boolean;
  readonly weights: "number" | "text" | "bracketed";
  readonly rates: "fraction" | "points" | "text";
  readonly pointsFirst: boolean;
  readonly yuan: boolean;
  readonly zero: "number" | "blank" | "dash" | "slash";
  readonly words: number;
  readonly total: string;
  readonly note: boolean;
  readonly goals: "pair" | "one" | "none";
  readonly repeated: boolean;
  readonly gap: number;
}

export function lookOf(random: Random): Look {
  return {
    title: random.pick([
      "项目支出绩效自评表",
      "2023年度项目支出绩效自评表",
      "（2022年度）\n部门项目支出绩效自评表",
      "2024年度预算项目绩效自评表（一）",
    ]),
    records: random.pick(["left", "left", "above", "inline"] as const),
    category: random.chance(0.6),
    merged: random.chance(0.7),
    wide: random.chance(0.3),
    weights: random.pick(["number", "number", "text", "bracketed"] as const),
    rates: random.pick(["fraction", "points", "text"] as const),
    pointsFirst: random.chance(0.15),
    yuan: random.chance(0.15),
    zero: random.pick(["number", "blank", "dash", "slash"] as const),
    words: random.int(0, 2),
    total: random.pick(["总分", "合计", "总 计", "总得分"]),
    note: random.chance(0.4),
    goals: random.pick(["pair", "one", "none"] as const),
    repeated: random.chance(0.1),
    gap: random.int(0, 2),
  };
}

const HEADERS: Readonly<Record<string, readonly [string, string, string]>> = {
  level1: ["一级指标", "一级\n指标", "一级指标"],
  level2: ["二级指标", "二级\n指标", "二级指标"],
  level3: ["三级指标", "三级\n指标", "三级指标"],
  target: ["年度指标值", "年度\n指标值", "年度指标值（A）"],
  actual: ["实际完成值", "实际\n完成值", "全年完成值"],
  weight: ["分值", "分 值", "权重"],
  points: ["得分", "得 分", "自评得分"],
  reason: ["偏差原因分析及改进措施", "偏差原因分析\n及改进措施", "未完成原因和改进措施"],
};
const FUNDS: Readonly<Record<string, readonly [string, string, string]>> = {
  initial: ["年初预算数", "年初\n预算数", "年初预算数"],
  budget: ["全年预算数", "全年\n预算数", "全年预算数（A）"],
  spent: ["全年执行数", "全年\n执行数", "全年执行数（B）"],
  weight: ["分值", "分 值", "分值"],
  rate: ["执行率", "执行率", "执行率（B/A）"],
  points: ["得分", "得 分", "得分"],
};

export interface Drawn {
  /** Row after the form. */
  readonly next: number;
  readonly width: number;
  readonly places: ReadonlyMap<CellId, { readonly row: number; readonly column: number }>;
}

/** @param top first row @param left first column */
export function drawForm(sheet: DrawnSheet, facts: FormFacts, look: Look, top: number, left: number): Drawn {
  const places = new Map<CellId, { readonly row: number; readonly column: number }>();
  const put = (row: number, column: number, value: string | number, id?: CellId, format?: string): void => {
    sheet.cells.push({ row, column: left + column, value, ...(format === undefined ? {} : { format }) });
    if (id !== undefined) places.set(id, { row, column: left + column });
  };
  const merge = (t: number, l: number, b: number, r: number): void => {
    if (t !== b || l !== r) sheet.merges.push({ top: t, left: left + l, bottom: b, right: left + r });
  };
  const mark = (row: number, column: number, id: CellId): void => {
    places.set(id, { row, column: left + column });
  };

  const listColumns = ["level1", "level2", "level3", "target", "actual"];
  listColumns.push(...(look.pointsFirst ? ["points", "weight"] : ["weight", "points"]), "reason");
  const at = new Map<string, number>();
  const end = new Map<string, number>();
  let column = look.category ? 1 : 0;
  for (const id of listColumns) {
    at.set(id, column);
    column += look.wide && (id === "target" || id === "reason") ? 2 : 1;
    end.set(id, column - 1);
  }
  const width = Math.max(column, 9);
  const col = (id: string): number => at.get(id) ?? 0;

  let row = top;
  put(row, 0, look.title);
  merge(row, 0, row, width - 1);
  row += 1;
  row = drawRecord(facts, look, row, width, put, merge);
  row = drawFunds(facts, look, row, width, put, merge, mark);
  row = drawGoals(look, row, width, put, merge);

  const header = (): void => {
    if (look.category && row === first) put(row, 0, "绩效指标");
    for (const id of listColumns) {
      put(row, col(id), HEADERS[id]?.[look.words] ?? id);
      merge(row, col(id), row, end.get(id) ?? 0);
    }
    row += 1;
  };
  const first = row;
  header();
  let number = 0;
  facts.groups.forEach((group, groupAt) => {
    const start = row;
    const heading =
      group.heading === undefined ? group.level1 : `${group.level1}\n（${points(group.heading)}分）`;
    put(row, col("level1"), heading, `group.${groupAt}`);
    let before = "";
    for (const one of group.indicators) {
      if (one.level2 !== before || !look.merged) put(row, col("level2"), one.level2);
      before = one.level2;
      put(row, col("level3"), one.level3);
      put(row, col("target"), one.target);
      merge(row, col("target"), row, end.get("target") ?? 0);
      put(row, col("actual"), one.actual);
      drawScore(one.weight, look, (value) => put(row, col("weight"), value, `indicator.${number}.weight`));
      if (one.points === undefined) mark(row, col("points"), `indicator.${number}.points`);
      else put(row, col("points"), one.points / 100, `indicator.${number}.points`);
      mark(row, col("reason"), `indicator.${number}.reason`);
      if (one.reason !== "") put(row, col("reason"), one.reason);
      merge(row, col("reason"), row, end.get("reason") ?? 0);
      number += 1;
      row += 1;
    }
    if (look.merged) merge(start, col("level1"), row - 1, col("level1"));
    if (look.repeated && groupAt === 1) header();
  });
  put(row, look.category && !look.merged ? 0 : col("level1"), look.total);
  const scoreAt = Math.min(col("weight"), col("points"));
  if (look.merged) merge(row, col("level1"), row, scoreAt - 1);
  drawScore(facts.totalWeight, { ...look, weights: "number" }, (value) =>
    put(row, col("weight"), value, "total.weight"),
  );
  put(row, col("points"), facts.total / 100, "total.points");
  if (look.category && look.merged && !look.repeated) merge(first, 0, row, 0);
  row += 1;
  if (look.note) {
    put(row, 0, "注：其他资金包括和财政资金共同投入到同一项目的自有资金、社会资金等。");
    merge(row, 0, row, width - 1);
    row += 1;
    put(row, 0, "填表人：");
    put(row, 4, "联系电话：");
    row += 1;
  }
  return { next: row + look.gap, width, places };
}

function points(value: Hundredths): string {
  return String(value / 100);
}

function drawScore(value: Hundredths, look: Look, put: (value: string | number) => void): void {
  if (look.weights === "number") put(value / 100);
  else put(look.weights === "text" ? `${points(value)}分` : `（${points(value)}）`);
}

type Put = (row: number, column: number, value: string | number, id?: CellId, format?: string) => void;
type Merge = (top: number, left: number, bottom: number, right: number) => void;

function drawRecord(
  facts: FormFacts,
  look: Look,
  start: number,
  width: number,
  put: Put,
  merge: Merge,
): number {
  let row = start;
  switch (look.records) {
    case "left":
      put(row, 0, "项目名称");
      put(row, 2, facts.project);
      merge(row, 0, row, 1);
      merge(row, 2, row, width - 1);
      row += 1;
      put(row, 0, "主管部门");
      merge(row, 0, row, 1);
      put(row, 2, facts.department);
      merge(row, 2, row, 4);
      put(row, 5, "实施单位");
      put(row, 6, facts.unit);
      merge(row, 6, row, width - 1);
      return row + 1;
    case "above":
      put(row, 0, "项目名称");
      merge(row, 0, row, 2);
      put(row, 3, "主管部门");
      merge(row, 3, row, 5);
      put(row, 6, "实施单位");
      merge(row, 6, row, width - 1);
      row += 1;
      put(row, 0, facts.project);
      merge(row, 0, row, 2);
      put(row, 3, facts.department);
      merge(row, 3, row, 5);
      put(row, 6, facts.unit);
      merge(row, 6, row, width - 1);
      return row + 1;
    case "inline":
      put(row, 0, `项目名称：${facts.project}`);
      merge(row, 0, row, width - 1);
      row += 1;
      put(row, 0, `主管部门：${facts.department}`);
      put(row, 4, `实施单位：${facts.unit}`);
      return row + 1;
  }
}

function drawFunds(
  facts: FormFacts,
  look: Look,
  start: number,
  width: number,
  put: Put,
  merge: Merge,
  mark: (row: number, column: number, id: CellId) => void,
): number {
  const columns = ["initial", "budget", "spent"];
  columns.push(...(facts.showsExecution ? ["weight", "rate", "points"] : ["rate"]));
  let row = start;
  put(row, 0, look.yuan ? "项目资金（元）" : "项目资金\n（万元）");
  columns.forEach((id, index) => put(row, 3 + index, FUNDS[id]?.[look.words] ?? id));
  row += 1;
  const money = (value: Hundredths): number => (look.yuan ? value * 100 : value / 100);
  const amount = (value: Hundredths, column: number, id?: CellId): void => {
    if (value === 0 && look.zero !== "number" && id === undefined) {
      if (look.zero !== "blank") put(row, column, look.zero === "dash" ? "-" : "/");
      return;
    }
    put(row, column, money(value), id, "0.00");
  };
  const label = (text: string): void => {
    put(row, 1, text);
    merge(row, 1, row, 2);
  };
  label("年度资金总额");
  amount(facts.whole.initial, 3, "funds.initial");
  amount(facts.whole.budget, 4, "funds.budget");
  amount(facts.whole.spent, 5, "funds.spent");
  if (facts.showsExecution) {
    drawScore(facts.executionWeight, look, (value) => put(row, 6, value, "funds.weight"));
    put(row, 8, facts.executionPoints / 100, "funds.points");
  }
  const rateAt = facts.showsExecution ? 7 : 6;
  const { value, decimals } = facts.rate;
  const share = value / 10 ** decimals;
  if (look.rates === "text") put(row, rateAt, `${share.toFixed(decimals)}%`, "funds.rate");
  else if (look.rates === "points") put(row, rateAt, share, "funds.rate");
  else
    put(
      row,
      rateAt,
      value / 10 ** (decimals + 2),
      "funds.rate",
      decimals === 0 ? "0%" : `0.${"0".repeat(decimals)}%`,
    );
  mark(row, rateAt, "funds.rate");
  row += 1;
  facts.parts.forEach((part, index) => {
    label(index === 0 ? `其中：${part.label}` : look.merged ? `      ${part.label}` : part.label);
    amount(part.initial, 3);
    amount(part.budget, 4);
    amount(part.spent, 5);
    if (facts.showsExecution) {
      put(row, 6, "—");
      put(row, 8, "—");
    }
    row += 1;
  });
  if (look.merged) merge(start, 0, row - 1, 0);
  if (width > 9) merge(start, 3 + columns.length, start, width - 1);
  return row;
}

function drawGoals(look: Look, start: number, width: number, put: Put, merge: Merge): number {
  const goal = "完成全年建设任务50项，资金支出90万元，受益群众满意度达到95%以上。";
  switch (look.goals) {
    case "none":
      return start;
    case "one":
      put(start, 0, "年度总体目标");
      put(start, 1, goal);
      merge(start, 1, start, width - 1);
      return start + 1;
    case "pair":
      put(start, 0, "年度总体目标");
      put(start, 1, "预期目标");
      merge(start, 1, start, 4);
      put(start, 5, "实际完成情况");
      merge(start, 5, start, width - 1);
      put(start + 1, 1, goal);
      merge(start + 1, 1, start + 1, 4);
      put(start + 1, 5, goal);
      merge(start + 1, 5, start + 1, width - 1);
      merge(start, 0, start + 1, 0);
      return start + 2;
  }
}
