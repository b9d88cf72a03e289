/** Runs all checks of a pack over the tables. One check's failure never hides another's. */
import { CHECK_TEXTS } from "../../texts/checks";
import { Decimal, tenTo } from "../figures/decimal";
import { moneyUnit } from "../figures/unit";
import type { CheckSpec, Language, Pack, Text } from "../pack/pack";
import {
  type Comparison,
  compileFormula,
  describe,
  type Judging,
  type RuleContext,
  runFormula,
  type Stop,
} from "../rules/language";
import { areasOf, type CellRef, cellName } from "../workbook/address";
import { dataFindings } from "./data";
import { type CheckMemory, runsOf } from "./memory";
import type { CheckCounts, CheckResult, Finding, NotRun, Side } from "./finding";
import { sideLabel, tablesOfSide } from "./labels";
import { keyOfRow, placeOfCell } from "./places";
import { sentence } from "./sentence";

export interface CheckOptions {
  readonly language: Language;
  /** Called before each rule with the label of the table it is about; throws to cancel. */
  readonly onRule?: (done: number, of: number, table: string) => void;
  /** What an earlier run over the same context found and still holds; what is missing is found anew and added. */
  readonly memory?: CheckMemory;
}

/** Findings about the data first, then rule by rule in the pack's order. */
export function runChecks(context: RuleContext, options: CheckOptions): CheckResult {
  const { language, memory } = options;
  const { checks } = context.pack;
  const findings: Finding[] = [];
  const notRun: NotRun[] = [];
  const counts = { run: 0, passed: 0, errors: 0, warnings: 0, notices: 0 };
  checks.forEach((check, index) => {
    options.onRule?.(index, checks.length, tableLabel(check, context.pack, language));
    runCheck(check, context, options, findings, notRun, counts);
  });
  return { findings: [...dataFindings(context, language, memory?.data), ...findings], notRun, counts };
}

/** The table that a rule names first, on its left; a rule that names none, or cannot be read, goes by its own name. */
function tableLabel({ formulas, name }: CheckSpec, pack: Pack, language: Language): string {
  for (const text of formulas) {
    const compiled = compileFormula(text, pack);
    const table = compiled.ok ? compiled.value.bodies[0]?.tables[0] : undefined;
    if (table !== undefined) return table.label[language];
  }
  return name[language];
}

type Counting = { -readonly [Name in keyof CheckCounts]: CheckCounts[Name] };

function runCheck(
  check: CheckSpec,
  context: RuleContext,
  { language, memory }: CheckOptions,
  findings: Finding[],
  notRun: NotRun[],
  counts: Counting,
): void {
  const judging = judgingOf(check);
  const stops: Stop[] = [];
  for (const text of check.formulas) {
    const compiled = compileFormula(text, context.pack);
    if (!compiled.ok) {
      const error = compiled.errors[0]!;
      const why = CHECK_TEXTS.badRule(text, error.position + 1, error.message);
      notRun.push({ rule: check.id, table: "", why: why[language] });
      continue;
    }
    const { formula } = compiled.value;
    const rule: Text = {
      "zh-CN": describe(formula, "zh-CN", context.pack),
      en: describe(formula, "en", context.pack),
    };
    const found = (comparison: Comparison): void => {
      counts.run += 1;
      counts[COUNTED[comparison.verdict]] += 1;
      let finding = memory?.findings.get(comparison);
      if (finding === undefined) {
        finding = findingOf(check, comparison, rule, context, language);
        memory?.findings.set(comparison, finding);
      }
      findings.push(finding);
    };
    const known = memory === undefined ? undefined : runsOf(memory, check.id);
    const run = runFormula(compiled.value, context, judging, known, { push: found });
    counts.passed += run.passed;
    counts.run += run.passed;
    for (const stop of run.notRun) {
      const table = stop.table === "" ? (compiled.value.bodies[0]?.tables[0]?.id ?? "") : stop.table;
      stops.push({ ...stop, table });
    }
  }
  for (const reason of reasons(check.id, stops, language)) notRun.push(reason);
}

/** How a check of the pack wants to be judged. */
export function judgingOf(check: CheckSpec): Judging {
  return { level: check.level, tolerance: toleranceOf(check.tolerance) };
}

const COUNTED = { error: "errors", warning: "warnings", notice: "notices" } as const;

/** "0.05万元" in 元; a bare number counts in the unit of what is compared. */
export function toleranceOf(text: string | undefined): Decimal | undefined {
  if (text === undefined) return undefined;
  // The pack's schema lets nothing else in, its linter no unit but those of money.
  const [, number, unit] = /^([\d.]+)(.*)$/u.exec(text)!;
  return new Decimal(number!).times(tenTo(moneyUnit(unit!)?.power ?? 0));
}

function findingOf(
  check: CheckSpec,
  comparison: Comparison,
  rule: Text,
  context: RuleContext,
  language: Language,
): Finding {
  const { left, right } = comparison;
  const tables = tablesOfSide(left.node);
  const all = [...tables, ...comparison.body.tables.map(({ id }) => id)];
  const first = left.cells[0] ?? right?.cells[0];
  const cell: CellRef | undefined =
    first === undefined ? undefined : { sheet: first.sheet, row: first.row, column: first.column };
  const place = cell === undefined ? undefined : placeOfCell(context, all, cell);
  const table = place?.data.table.spec.id ?? all[0]!;
  const row = rowKey(comparison, place, context);
  const column = place?.column ?? "";
  const key = { rule: check.id, table, row, column, left: left.value, right: right?.value ?? "" };
  const side = (one: typeof left): Side => ({
    value: one.value,
    cells: areasOf(one.cells),
    label: sideLabel(one.node, comparison, context, language),
  });
  // Field by field rather than by spreading, which gives each finding a hidden class of its own: 400 bytes.
  const finding: { -readonly [Name in keyof Finding]: Finding[Name] } = {
    rule: check.id,
    severity: comparison.verdict,
    table,
    cell,
    message: sentence(comparison, rule, context, language),
    key,
    left: side(left),
  };
  if (right !== undefined) finding.right = side(right);
  if (comparison.difference !== undefined) finding.difference = comparison.difference;
  if (comparison.tolerance !== undefined) finding.tolerance = comparison.tolerance;
  if (comparison.unit !== undefined) finding.unit = comparison.unit.name;
  return finding;
}

function rowKey(comparison: Comparison, place: ReturnType<typeof placeOfCell>, context: RuleContext): string {
  if (comparison.kind === "set") return comparison.right!.value;
  return place?.index === undefined ? "" : keyOfRow(context, place.data, place.index);
}

/** Cells named in a reason; the others are counted. */
const NAMED_CELLS = 5;

/** One entry for each table, its reasons with the cells that stand in the way. */
function reasons(rule: string, stops: readonly Stop[], language: Language): readonly NotRun[] {
  const byTable = new Map<string, Map<string, { readonly why: Text; readonly cells: Set<string> }>>();
  for (const { table, why, cell } of stops) {
    let byWhy = byTable.get(table);
    if (byWhy === undefined) byTable.set(table, (byWhy = new Map()));
    let reason = byWhy.get(why.en);
    if (reason === undefined) byWhy.set(why.en, (reason = { why, cells: new Set() }));
    if (cell !== undefined) reason.cells.add(cellName(cell));
  }
  return [...byTable].map(([table, byWhy]): NotRun => {
    const texts = [...byWhy.values()].map(({ why, cells }) => {
      const named = [...cells].slice(0, NAMED_CELLS);
      return named.length === 0 ? why : CHECK_TEXTS.at(CHECK_TEXTS.someCells(named, cells.size), why);
    });
    return { rule, table, why: CHECK_TEXTS.reasons(texts)[language] };
  });
}
