/** Runs one compiled formula over a workbook: what failed, what passed, what could not be run and why. */
import { WHY } from "../../texts/rules-why";
import type { KeyDimension, TableSpec } from "../pack/pack";
import { type CompiledFormula, keyColumn } from "./compile";
import { type Comparison, type Compared, compareAt, type Judging, type RuleRun } from "./compare";
import { keysOf, type RuleContext, rowKeys, type TableData } from "./context";
import { rowMask, untold } from "./groups";
import { FIRST, FURTHER, mergedAlike } from "./merged";
import { valueOf } from "./point";
import { doubtfulRows, quickTest } from "./quick";
import { runSame, runUnique } from "./sets";
import { type KeyAt, type Point, type Stop, tableOf, type Trace, traceAt, WHOLE } from "./trace";
import type { Body, ColumnNode, Test, TotalNode } from "./typed";
import { columnsOf, nodesOf } from "./walk";

interface Tally {
  readonly failed: Failures;
  passed: number;
  readonly notRun: Stop[];
}

/** Takes the comparisons that did not pass one by one, so that a ledger's need not stand in memory together. */
export interface Failures {
  push(comparison: Comparison): unknown;
}

/** What each series of comparisons of a formula gave, kept so that only what changed is run again. */
export type BodyRuns = Map<Body, RuleRun>;

/**
 * @param known runs that still hold; those that are missing are added
 * @param taker takes what did not pass, which then is not in the result
 */
export function runFormula(
  compiled: CompiledFormula,
  context: RuleContext,
  judging: Judging,
  known?: BodyRuns,
  taker?: Failures,
): RuleRun {
  const failed: Comparison[] = [];
  const tally: Tally = { failed: taker ?? failed, passed: 0, notRun: [] };
  for (const body of compiled.bodies) {
    if (known === undefined) {
      runBody(body, context, judging, tally);
      continue;
    }
    let run = known.get(body);
    if (run === undefined) {
      const own: Comparison[] = [];
      const tallied: Tally = { failed: own, passed: 0, notRun: [] };
      runBody(body, context, judging, tallied);
      known.set(body, (run = { ...tallied, failed: own }));
    }
    add(run, tally);
  }
  return { ...tally, failed };
}

function runBody(body: Body, context: RuleContext, judging: Judging, tally: Tally): void {
  switch (body.kind) {
    case "same":
      return add(runSame(body, context, judging), tally);
    case "unique":
      return add(runUnique(body, context, judging), tally);
    case "test":
      break;
  }
  // A column of 表.* that need not be there asks nothing where it is not.
  if (body.optional && starMissing(body, context)) return;
  switch (body.scope.kind) {
    case "rows":
      return runRows(body, body.scope.table, body.scope.totals, context, judging, tally);
    case "keys":
      return runKeys(body, body.scope.dimensions, context, judging, tally);
    case "whole":
      return runPoints(body, [WHOLE], context, judging, tally);
  }
}

function add(run: RuleRun, tally: Tally): void {
  // One by one: a ledger's failures are more than a call takes arguments.
  for (const comparison of run.failed) tally.failed.push(comparison);
  for (const stop of run.notRun) tally.notRun.push(stop);
  tally.passed += run.passed;
}

function count(compared: Compared, tally: Tally, index?: number): void {
  if (compared.kind === "passed") tally.passed += 1;
  else if (compared.kind === "failed") tally.failed.push(compared.comparison);
  else tally.notRun.push(index === undefined ? compared.stop : { ...compared.stop, index });
}

export type TestBody = Extract<Body, { readonly kind: "test" }>;

function starMissing(body: TestBody, context: RuleContext): boolean {
  return columnsIn(body.test).some((node) => {
    const data = context.tables.get(node.table.id);
    return (
      node.kind === "cell" &&
      !node.column.required &&
      data !== undefined &&
      !data.table.columns.has(node.column.id)
    );
  });
}

function columnsIn(test: Test): readonly ColumnNode[] {
  return nodesOf(test).flatMap((node) => (node.kind === "cell" || node.kind === "member" ? [node] : []));
}

function runRows(
  body: TestBody,
  table: TableSpec,
  totals: boolean,
  context: RuleContext,
  judging: Judging,
  tally: Tally,
): void {
  const trace = traceAt(context, WHOLE, false);
  const data = tableOf(table, trace);
  const missing = data === undefined ? trace.stop! : missingColumn(body, data);
  if (data === undefined || missing !== undefined) {
    tally.notRun.push(missing!);
    return;
  }
  const columns = columnsIn(body.test).flatMap((node) =>
    node.kind === "cell" && node.table === table ? [node.column.id] : [],
  );
  const alike = mergedAlike(data, columns);
  const doubtful = doubtfulRows(body.test, data, context);
  const mask = body.where === undefined ? undefined : rowMask(body.where, data, context);
  // WHERE asks for data rows: a 合计 row has no text and no kind of its own.
  const length = totals && mask === undefined ? data.rows.length : data.dataRows;
  for (let index = 0; index < length; index += 1) {
    if (mask?.[index] === 0 || alike?.[index] === FURTHER) continue;
    if (doubtful[index] === 0 && mask?.[index] !== 2) tally.passed += 1;
    else count(rowAt(body, data, index, alike, mask, context, judging), tally, index);
  }
}

function rowAt(
  body: TestBody,
  data: TableData,
  index: number,
  alike: Uint8Array | undefined,
  mask: Uint8Array | undefined,
  context: RuleContext,
  judging: Judging,
): Compared {
  const point: Point = { row: { data, index }, keys: [], total: 0, merged: alike?.[index] === FIRST };
  if (mask?.[index] === 2) return { kind: "not-run", stop: untold(body.where!, data, index, context) };
  return compareAt(body, point, context, judging);
}

/**
 * A run over rows with one row judged anew, after a cell of it that stands bare in the rule has changed.
 * @param run of the same body before the change
 */
export function runRowAnew(
  body: TestBody,
  run: RuleRun,
  data: TableData,
  index: number,
  context: RuleContext,
  judging: Judging,
): RuleRun {
  if ((body.optional && starMissing(body, context)) || missingColumn(body, data) !== undefined) return run;
  const failed = run.failed.filter(({ point }) => point.row?.index !== index);
  const notRun = run.notRun.filter((stop) => stop.index !== index);
  const stood = run.failed.length - failed.length + run.notRun.length - notRun.length;
  const totals = body.scope.kind === "rows" && body.scope.totals && body.where === undefined;
  const mask = body.where === undefined ? undefined : rowMask(body.where, data, context);
  if ((index >= data.dataRows && !totals) || mask?.[index] === 0) return run;
  const compared = rowAt(body, data, index, undefined, mask, context, judging);
  const passed = run.passed - (stood === 0 ? 1 : 0) + (compared.kind === "passed" ? 1 : 0);
  if (compared.kind === "failed") {
    const at = failed.findIndex(({ point }) => point.row!.index > index);
    failed.splice(at < 0 ? failed.length : at, 0, compared.comparison);
  } else if (compared.kind === "not-run") {
    const at = notRun.findIndex((stop) => stop.index! > index);
    notRun.splice(at < 0 ? notRun.length : at, 0, { ...compared.stop, index });
  }
  return { failed, passed, notRun };
}

function missingColumn(body: TestBody, data: TableData): Stop | undefined {
  const { spec, columns } = data.table;
  const missing = columnsIn(body.test).find(
    (node) => node.kind === "cell" && node.table === spec && !columns.has(node.column.id),
  );
  if (missing === undefined || missing.kind !== "cell") return undefined;
  const why = WHY.columnMissing(spec.label, missing.column.label);
  return { table: spec.id, why, cell: undefined, nothing: false };
}

/** Combinations of keys beyond this are no rule of an officer's, but a pack that would fill the memory. */
const MOST_POINTS = 1_000_000;

function runKeys(
  body: TestBody,
  dimensions: readonly KeyDimension[],
  context: RuleContext,
  judging: Judging,
  tally: Tally,
): void {
  const trace = traceAt(context, WHOLE, false);
  let points: readonly Point[] = [WHOLE];
  for (const dimension of dimensions) {
    const keys = keysFor(body.test, dimension, trace);
    if (keys === undefined) {
      tally.notRun.push(trace.stop!);
      return;
    }
    if (keys.length === 0) {
      tally.notRun.push({
        table: body.tables[0]?.id ?? "",
        why: WHY.noKeys(dimension.label),
        cell: undefined,
        nothing: true,
      });
      return;
    }
    if (points.length * keys.length > MOST_POINTS) {
      const table = body.tables[0]!.id;
      tally.notRun.push({ table, why: WHY.tooManyKeys(MOST_POINTS), cell: undefined, nothing: false });
      return;
    }
    points = points.flatMap((point) =>
      keys.map(
        (number): Point => ({ ...point, keys: [...point.keys, { dimension, number } satisfies KeyAt] }),
      ),
    );
  }
  runPoints(body, points, context, judging, tally);
}

/** Keys that a rule runs over, in the order of the first table's rows: those of all tables whose columns stand bare. */
function keysFor(test: Test, dimension: KeyDimension, trace: Trace): readonly number[] | undefined {
  const bare = columnsOf(test);
  const sets: (readonly number[])[] = [];
  const tables = new Set<TableSpec>();
  for (const node of bare) {
    if (keyColumn(node.table, dimension) !== undefined) {
      if (tables.has(node.table)) continue;
      tables.add(node.table);
      const keys = keysInTable(node.table, dimension, trace);
      if (keys === undefined) return undefined;
      sets.push(keys);
    } else if (node.kind === "member") {
      const { numbers } = keysOf(trace.context, dimension);
      sets.push([...node.columns.keys()].flatMap((name) => numbers.get(name) ?? []));
    }
  }
  const [first, ...others] = sets;
  if (first === undefined) return keysOfSums(test, dimension, trace);
  const rest = others.map((keys) => new Set(keys));
  return first.filter((key) => rest.every((keys) => keys.has(key)));
}

function keysOfSums(test: Test, dimension: KeyDimension, trace: Trace): readonly number[] | undefined {
  const found = new Set<number>();
  for (const node of nodesOf(test)) {
    if (node.kind === "member" && keyColumn(node.table, dimension) === undefined) {
      const { numbers } = keysOf(trace.context, dimension);
      for (const name of node.columns.keys()) found.add(numbers.get(name) ?? -1);
    }
    if ((node.kind !== "sum" && node.kind !== "count") || keyColumn(node.table, dimension) === undefined)
      continue;
    const keys = keysInTable(node.table, dimension, trace);
    if (keys === undefined) return undefined;
    for (const key of keys) found.add(key);
  }
  found.delete(-1);
  return [...found];
}

function keysInTable(table: TableSpec, dimension: KeyDimension, trace: Trace): readonly number[] | undefined {
  const data = tableOf(table, trace);
  if (data === undefined) return undefined;
  const numbers = rowKeys(trace.context, data, dimension);
  if (numbers === undefined) {
    const { label } = keyColumn(table, dimension)!;
    trace.stop = {
      table: table.id,
      why: WHY.columnMissing(table.label, label),
      cell: undefined,
      nothing: false,
    };
    return undefined;
  }
  const seen = new Uint8Array(keysOf(trace.context, dimension).names.length);
  const keys: number[] = [];
  for (const number of numbers) {
    if (number < 0 || seen[number] === 1) continue;
    seen[number] = 1;
    keys.push(number);
  }
  return keys;
}

function runPoints(
  body: TestBody,
  points: readonly Point[],
  context: RuleContext,
  judging: Judging,
  tally: Tally,
): void {
  const nodes = nodesOf(body.test).flatMap((node) => (node.kind === "total" ? [node] : []));
  const overTotals = leavesOut(nodes, context);
  const quick = overTotals ? undefined : quickTest(body.test, context);
  for (const key of points) {
    for (const total of totalsOf(nodes, key, context)) {
      const point: Point = total === 0 && !overTotals ? key : { ...key, total, overTotals };
      if (quick?.(point) === true) {
        tally.passed += 1;
        continue;
      }
      const compared = compareAt(body, point, context, judging);
      // A combination of keys that a table does not hold is none of the rule's keys.
      const strange =
        point.keys.length > 1 && compared.kind === "not-run" && compared.stop.cell === undefined;
      if (strange && compared.stop.nothing) continue;
      count(compared, tally);
    }
  }
}

/** Whether a rule over printed 合计 rows meets one that says it leaves rows out. */
function leavesOut(nodes: readonly TotalNode[], context: RuleContext): boolean {
  return nodes.some(
    (node) => node.printed && (context.tables.get(node.operand.table.id)?.table.leftOut.size ?? 0) > 0,
  );
}

/**
 * The printed 合计 rows that a rule is run for. TOTALROW asks for each of them; TOTAL asks for the table's total, so
 * that rows on top and below that say the same are one.
 */
function totalsOf(nodes: readonly TotalNode[], key: Point, context: RuleContext): readonly number[] {
  const printed = nodes.map((node) => context.tables.get(node.operand.table.id)?.table.totalRows.length ?? 0);
  const most = Math.max(1, ...printed);
  const each = nodes.some((node) => node.printed);
  const totals: number[] = [];
  const seen = new Set<string>();
  for (let total = 0; total < most; total += 1) {
    if (!each && most > 1) {
      const at = { ...key, total };
      const said = nodes
        .map((node) => valueOf(node, traceAt(context, at, false))?.toFixed() ?? "?")
        .join(" ");
      if (seen.has(said)) continue;
      seen.add(said);
    }
    totals.push(total);
  }
  return totals;
}
