/** Rules on sets: no two rows alike, and the same keys in every table. */
import { WHY } from "../../texts/rules-why";
import { fold } from "../tables/fold";
import { isNothing } from "../figures/amount";
import type { TableColumn } from "../tables/table";
import type { Comparison, ComparedSide, Judging, RuleRun } from "./compare";
import { speller, cellAt, keysOf, type RuleContext, rowKeys, type TableData, textsOf } from "./context";
import { rowMask, untold } from "./groups";
import { type Stop, tableOf, traceAt, WHOLE } from "./trace";
import type { Body, CellNode } from "./typed";

function setComparison(
  kind: "duplicate" | "set",
  left: ComparedSide,
  right: ComparedSide,
  body: Body,
  place: { readonly data: TableData; readonly index: number } | undefined,
  judging: Judging,
): Comparison {
  return {
    kind,
    verdict: judging.level,
    level: judging.level,
    operator: undefined,
    left,
    right,
    difference: undefined,
    tolerance: undefined,
    unit: undefined,
    decimals: 0,
    body,
    point: { ...WHOLE, row: place },
  };
}

/** One comparison a row; each row after the first of its kind fails. */
export function runUnique(
  body: Extract<Body, { readonly kind: "unique" }>,
  context: RuleContext,
  judging: Judging,
): RuleRun {
  const trace = traceAt(context, WHOLE, false);
  const data = tableOf(body.table, trace);
  if (data === undefined) return notRun(trace.stop!);
  const columns: {
    readonly ids: Int32Array;
    readonly count: number;
    readonly nothing: Uint8Array;
    readonly key: boolean;
  }[] = [];
  for (const node of body.columns) {
    const place = data.table.columns.get(node.column.id);
    if (place === undefined) {
      return notRun({
        table: body.table.id,
        why: WHY.columnMissing(body.table.label, node.column.label),
        cell: undefined,
        nothing: false,
      });
    }
    columns.push({ ...spellings(context, data, place), key: node.column.type === "key" });
  }
  const mask = body.where === undefined ? undefined : rowMask(body.where, data, context);
  let groups = new Float64Array(data.dataRows);
  let most = 1;
  for (const column of columns) {
    if (most * column.count > Number.MAX_SAFE_INTEGER) {
      groups = dense(groups);
      most = data.dataRows;
    }
    for (let index = 0; index < groups.length; index += 1) {
      groups[index] = groups[index]! * column.count + column.ids[index]!;
    }
    most *= column.count;
  }
  const seen = new FirstRows(groups);
  // A row that holds nothing but its key says nothing that could stand twice.
  const others = columns.filter(({ key }) => !key);
  const telling = others.length === 0 ? columns : others;
  const isEmpty = (row: number): boolean => telling.every(({ ids, nothing }) => nothing[ids[row]!] === 1);
  const failed: Comparison[] = [];
  const stops: Stop[] = [];
  let passed = 0;
  for (let index = 0; index < data.dataRows; index += 1) {
    if (mask?.[index] === 0) continue;
    if (mask?.[index] === 2) {
      stops.push(untold(body.where!, data, index, context));
      continue;
    }
    const first = isEmpty(index) ? index : seen.firstOf(index);
    if (first === index) passed += 1;
    else
      failed.push(
        setComparison(
          "duplicate",
          side(data, body.columns, index),
          side(data, body.columns, first),
          body,
          { data, index },
          judging,
        ),
      );
  }
  return { failed, passed, notRun: stops };
}

function notRun(stop: Stop): RuleRun {
  return { failed: [], passed: 0, notRun: [stop] };
}

function side(data: TableData, columns: readonly CellNode[], index: number): ComparedSide {
  const texts: string[] = [];
  const cells = columns.map((node) => {
    const place = data.table.columns.get(node.column.id)!;
    const { ids, texts: all } = textsOf(data, place);
    texts.push(all[ids[index]!]!.trim());
    return cellAt(data, index, place);
  });
  return { value: texts.filter((text) => text !== "").join(" "), cells, node: undefined };
}

/** Ids of a column's texts in which equal spellings are one. */
function spellings(
  context: RuleContext,
  data: TableData,
  place: TableColumn,
): { readonly ids: Int32Array; readonly count: number; readonly nothing: Uint8Array } {
  const { ids, texts } = textsOf(data, place);
  const nothing = Uint8Array.from(texts, (text) => (isNothing(text) ? 1 : 0));
  const folded = texts.map(speller(context, place.spec));
  if (folded.every((text, index) => text === texts[index]))
    return { ids, count: Math.max(1, texts.length), nothing };
  const numbers = new Map<string, number>();
  const first = folded.map((text, index) => {
    const known = numbers.get(text);
    if (known === undefined) numbers.set(text, index);
    return known ?? index;
  });
  return { ids: ids.map((id) => first[id]!), count: Math.max(1, texts.length), nothing };
}

/** The first row of each group, in a table of its own: a Map of so many rows costs several times the memory. */
class FirstRows {
  private readonly rows: Int32Array;

  /** @param groups by row; integers */
  constructor(private readonly groups: Float64Array) {
    let size = 16;
    while (size < groups.length * 2) size *= 2;
    this.rows = new Int32Array(size).fill(-1);
  }

  /** Asked row by row; rows that were not asked before are none. */
  firstOf(row: number): number {
    const group = this.groups[row]!;
    const last = this.rows.length - 1;
    const mixed = Math.imul(group >>> 0, 0x9e3779b1) ^ Math.imul(group / 2 ** 32, 0x85ebca6b);
    for (let place = (mixed ^ (mixed >>> 15)) & last; ; place = (place + 1) & last) {
      const first = this.rows[place]!;
      if (first >= 0 && this.groups[first] !== group) continue;
      if (first >= 0) return first;
      this.rows[place] = row;
      return row;
    }
  }
}

/** Groups numbered by their first row, so that further columns fit in. */
function dense(groups: Float64Array): Float64Array<ArrayBuffer> {
  const seen = new FirstRows(groups);
  return groups.map((_group, index) => seen.firstOf(index));
}

/** One comparison for each table and each key that stands in any of them. */
export function runSame(
  body: Extract<Body, { readonly kind: "same" }>,
  context: RuleContext,
  judging: Judging,
): RuleRun {
  const dimension = context.pack.dimensions.find(({ name }) => name === body.columns[0]!.column.dimension)!;
  const stops: Stop[] = [];
  const found: {
    readonly node: CellNode;
    readonly data: TableData;
    readonly firstRow: Map<number, number>;
  }[] = [];
  for (const node of body.columns) {
    const trace = traceAt(context, WHOLE, false);
    const data = tableOf(node.table, trace);
    const keys: Int32Array | undefined = data === undefined ? undefined : rowKeys(context, data, dimension);
    if (data === undefined || keys === undefined) {
      stops.push(
        trace.stop ?? {
          table: node.table.id,
          why: WHY.columnMissing(node.table.label, node.column.label),
          cell: undefined,
          nothing: false,
        },
      );
      continue;
    }
    const firstRow = new Map<number, number>();
    const seen = new Uint8Array(keysOf(context, dimension).names.length);
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index]!;
      if (key < 0 || seen[key] === 1) continue;
      seen[key] = 1;
      firstRow.set(key, index);
    }
    found.push({ node, data, firstRow });
  }
  if (found.length < 2) return { failed: [], passed: 0, notRun: stops };
  const union = new Set(found.flatMap(({ firstRow }) => [...firstRow.keys()]));
  const failed: Comparison[] = [];
  let passed = 0;
  for (const { node, data, firstRow } of found) {
    for (const key of union) {
      if (firstRow.has(key)) {
        passed += 1;
        continue;
      }
      const other = found.find((one) => one.firstRow.has(key))!;
      const place = other.data.table.columns.get(other.node.column.id)!;
      const index = other.firstRow.get(key)!;
      const right = {
        value: keyTextAt(other.data, place, index),
        cells: [cellAt(other.data, index, place)],
        node: other.node,
      };
      const { headerCell } = data.table.columns.get(node.column.id)!;
      const left = { value: "", cells: [headerCell], node };
      failed.push(setComparison("set", left, right, body, undefined, judging));
    }
  }
  return { failed, passed, notRun: stops };
}

function keyTextAt(data: TableData, place: TableColumn, index: number): string {
  const { ids, texts } = textsOf(data, place);
  return fold(texts[ids[index]!]!);
}
