/** Sums by key in one pass over a column: the passing case, which needs neither cells nor tolerances. */
import { FIGURE, NOTHING } from "../figures/figure";
import type { KeyDimension } from "../pack/pack";
import type { TableColumn } from "../tables/table";
import { keyColumn } from "./compile";
import { figuresOf, type GroupSums, keysOf, type RuleContext, rowKeys, type TableData } from "./context";
import { textMask } from "./mask";
import { holds } from "./point";
import { type Stop, traceAt, WHOLE } from "./trace";
import type { Test } from "./typed";

/** The dimensions whose keys the table holds, with the keys of its rows. */
export interface Grouping {
  readonly dimensions: readonly KeyDimension[];
  readonly rows: readonly Int32Array[];
}

/** @param dimensions of the rule; those that the table holds in a column group its rows; undefined where it lacks one of them */
export function groupingOf(
  context: RuleContext,
  data: TableData,
  dimensions: readonly KeyDimension[],
): Grouping | undefined {
  const held: KeyDimension[] = [];
  const rows: Int32Array[] = [];
  for (const dimension of dimensions) {
    if (keyColumn(data.table.spec, dimension) === undefined) continue;
    const keys = rowKeys(context, data, dimension);
    if (keys === undefined) return undefined;
    held.push(dimension);
    rows.push(keys);
  }
  return { dimensions: held, rows };
}

/** Place of a combination of keys in the sums. */
export function groupNumber(
  context: RuleContext,
  dimensions: readonly KeyDimension[],
  keyOf: (dimension: KeyDimension) => number,
): number {
  let number = 0;
  for (const dimension of dimensions)
    number = number * keysOf(context, dimension).names.length + keyOf(dimension);
  return number;
}

/** More combinations of keys than this are not laid out as an array; such rules go point by point. */
const MAX_GROUPS = 4_000_000;

/** Sums of a column by key; undefined where they cannot be had in one pass. */
export function groupSums(
  context: RuleContext,
  data: TableData,
  place: TableColumn,
  dimensions: readonly KeyDimension[],
  where: Test | undefined,
): { readonly sums: GroupSums; readonly dimensions: readonly KeyDimension[] } | undefined {
  const grouping = groupingOf(context, data, dimensions);
  if (grouping === undefined) return undefined;
  const names = grouping.dimensions.map(({ name }) => name);
  const condition = where === undefined ? "" : conditionText(where);
  const id = [data.table.spec.id, place.spec.id, ...names, condition].join("\n");
  const known = context.sums.get(id);
  if (known !== undefined) return { sums: known, dimensions: grouping.dimensions };
  const count = grouping.dimensions.reduce(
    (product, dimension) => product * keysOf(context, dimension).names.length,
    1,
  );
  const figures = figuresOf(context, data, place);
  if (count > MAX_GROUPS || figures.big !== undefined) return undefined;
  const mask = where === undefined ? undefined : rowMask(where, data, context);
  const groups = combined(context, grouping, data.dataRows);
  const sums: GroupSums = {
    ...sumUp(figures, data.dataRows, groups, count, mask),
    // Keys of several dimensions are not kept for the sake of changes that may come.
    rows: grouping.dimensions.length > 1 ? undefined : { groups, mask },
  };
  context.sums.set(id, sums);
  return { sums, dimensions: grouping.dimensions };
}

const conditions = new WeakMap<Test, string>();

function conditionText(where: Test): string {
  let text = conditions.get(where);
  if (text === undefined) {
    text = String(where.at.start) + JSON.stringify(where, shallow);
    conditions.set(where, text);
  }
  return text;
}

/**
 * The sums with one figure changed.
 * @param by what it grew by, in the column's units
 * @returns false where they are to be summed up anew
 */
export function sumsChanged({ sums, big, rows }: GroupSums, index: number, by: number): boolean {
  if (rows === undefined) return false;
  const group = rows.groups === undefined ? 0 : (rows.groups[index] ?? -1);
  if (group < 0 || (rows.mask !== undefined && rows.mask[index] !== 1)) return true;
  const next = (sums[group] ?? 0) + by;
  if (big.has(group) || !Number.isSafeInteger(next)) return false;
  sums[group] = next;
  return true;
}

/** A table or column spec by its id, so that a condition is known by what it says. */
function shallow(_key: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && "id" in value ? value.id : value;
}

/** 1 for each data row that a condition picks, 0 for the others, 2 where a cell cannot be read. */
export function rowMask(where: Test, data: TableData, context: RuleContext): Uint8Array {
  const known = textMask(where, data, context);
  if (known !== undefined) return known;
  const mask = new Uint8Array(data.dataRows);
  for (let index = 0; index < mask.length; index += 1) {
    const outer = traceAt(context, WHOLE, false);
    const picked = holds(where, traceAt(context, { ...WHOLE, row: { data, index } }, false), outer);
    mask[index] = outer.stop === undefined ? Number(picked) : 2;
  }
  context.masks.set(where, mask);
  return mask;
}

/** Why a condition cannot be told of a row whose mark in `rowMask` is 2. */
export function untold(where: Test, data: TableData, index: number, context: RuleContext): Stop {
  const outer = traceAt(context, WHOLE, false);
  holds(where, traceAt(context, { ...WHOLE, row: { data, index } }, false), outer);
  return { ...outer.stop!, index };
}

/** Group of each row; undefined where all rows are one group. */
function combined(context: RuleContext, grouping: Grouping, length: number): Int32Array | undefined {
  const [first, ...others] = grouping.rows;
  if (first === undefined) return undefined;
  if (others.length === 0) return first;
  const numbers = Int32Array.from(first);
  others.forEach((rows, place) => {
    const size = keysOf(context, grouping.dimensions[place + 1]!).names.length;
    for (let index = 0; index < length; index += 1) {
      const [outer, inner] = [numbers[index]!, rows[index]!];
      numbers[index] = outer < 0 || inner < 0 ? -1 : outer * size + inner;
    }
  });
  return numbers;
}

function sumUp(
  figures: { readonly states: Uint8Array; readonly units: Float64Array },
  length: number,
  groups: Int32Array | undefined,
  count: number,
  mask: Uint8Array | undefined,
): Omit<GroupSums, "rows"> {
  const sums = new Float64Array(count);
  const unreadable = new Uint8Array(count);
  const big = new Map<number, bigint>();
  const { states, units } = figures;
  for (let index = 0; index < length; index += 1) {
    const group = groups === undefined ? 0 : groups[index]!;
    if (group < 0) continue;
    if (mask !== undefined && mask[index] !== 1) {
      if (mask[index] === 2) unreadable[group] = 1;
      continue;
    }
    const state = states[index];
    if (state === FIGURE) {
      const next = sums[group]! + units[index]!;
      if (next <= Number.MAX_SAFE_INTEGER && next >= -Number.MAX_SAFE_INTEGER) {
        sums[group] = next;
      } else {
        big.set(group, (big.get(group) ?? 0n) + BigInt(sums[group]!) + BigInt(units[index]!));
        sums[group] = 0;
      }
    } else if (state !== NOTHING) unreadable[group] = 1;
  }
  return { sums, big, unreadable };
}
