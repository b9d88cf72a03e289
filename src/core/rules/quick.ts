/**
 * Which comparisons surely pass, told in integers without cells or tolerances. What is not sure is looked at again,
 * exactly, one by one; so this may only ever err by doubting.
 */
import { Decimal, tenTo } from "../figures/decimal";
import { FIGURE, type FigureColumn, NOTHING } from "../figures/figure";
import type { TableColumn } from "../tables/table";
import { figuresOf, type RuleContext, type TableData } from "./context";
import { groupNumber, groupSums } from "./groups";
import { type Leaf, type Linear, linearDifference } from "./linear";
import { textMask } from "./mask";
import { ordered, valueOf } from "./point";
import type { ComparisonOperator } from "./syntax";
import { type Point, placeOf, traceAt } from "./trace";
import type { Test } from "./typed";

const SAFE = Number.MAX_SAFE_INTEGER;

/** 0 for each row of the table (合计 rows too) whose comparison surely passes, 1 for the others. */
export function doubtfulRows(test: Test, data: TableData, context: RuleContext): Uint8Array {
  const doubtful = new Uint8Array(data.rows.length).fill(1);
  if (test.kind !== "compare" || test.quantity === "text") {
    const mask = textMask(test, data, context);
    if (mask !== undefined)
      for (let index = 0; index < data.dataRows; index += 1) doubtful[index] = 1 - mask[index]!;
    return doubtful;
  }
  const linear = linearDifference(test.left, test.right);
  const difference = linear === undefined ? undefined : rowDifference(linear, data, context);
  if (difference === undefined) return doubtful;
  const { values, unsure } = difference;
  for (let index = 0; index < data.dataRows; index += 1) {
    if (unsure[index] === 0 && ordered(test.operator, values[index]!)) doubtful[index] = 0;
  }
  return doubtful;
}

function rowDifference(
  linear: Linear,
  data: TableData,
  context: RuleContext,
): { readonly values: Float64Array; readonly unsure: Uint8Array } | undefined {
  const trace = traceAt(context, { row: undefined, keys: [], total: 0 }, false);
  const columns: { readonly sign: 1 | -1; readonly place: TableColumn; readonly figures: FigureColumn }[] =
    [];
  let scale = Math.max(0, ...linear.constants.map((constant) => constant.decimalPlaces()));
  for (const { sign, leaf } of linear.terms) {
    const found = leaf.kind === "cell" && leaf.table === data.table.spec ? placeOf(leaf, trace) : undefined;
    if (found === undefined) return undefined;
    const figures = figuresOf(context, data, found.place);
    if (figures.big !== undefined) return undefined;
    columns.push({ sign, place: found.place, figures });
    scale = Math.max(scale, figures.scale - figures.unit.power);
  }
  const start = linear.constants
    .reduce((sum, constant) => sum.plus(constant), new Decimal(0))
    .times(tenTo(scale))
    .toNumber();
  if (!Number.isSafeInteger(start)) return undefined;
  const values = new Float64Array(data.dataRows).fill(start);
  const unsure = new Uint8Array(data.dataRows);
  for (const { sign, figures, place } of columns) {
    const { states, units } = figures;
    const shift = scale - figures.scale + figures.unit.power;
    if (shift > 15) return undefined;
    const factor = sign * 10 ** shift;
    const { dimension } = figures.unit;
    const mayBeNothing = dimension === "money" || dimension === "count" ? 1 : 0;
    for (let index = 0; index < values.length; index += 1) {
      const state = states[index];
      if (state === FIGURE) {
        const term = units[index]! * factor;
        const next = values[index]! + term;
        values[index] = next;
        if (term > SAFE || term < -SAFE || next > SAFE || next < -SAFE) unsure[index] = 1;
      } else if (state !== NOTHING || mayBeNothing === 0) unsure[index] = 1;
    }
    doubtMerged(data, place.column, unsure);
  }
  return { values, unsure };
}

/** A figure merged over several rows belongs to none of them alone. */
function doubtMerged(data: TableData, column: number, unsure: Uint8Array): void {
  for (const area of data.table.sheet.merges) {
    if (area.top === area.bottom || column < area.left || column > area.right) continue;
    for (let index = 0; index < data.dataRows; index += 1) {
      const row = data.rows[index]!;
      if (row >= area.top && row <= area.bottom) unsure[index] = 1;
    }
  }
}

/** A test of whether the comparison surely passes at a point; undefined where every point is to be looked at. */
export function quickTest(test: Test, context: RuleContext): ((point: Point) => boolean) | undefined {
  if (test.kind !== "compare" || !["money", "count"].includes(test.quantity)) return undefined;
  const linear = linearDifference(test.left, test.right);
  if (linear === undefined) return undefined;
  return (point) => surelyPasses(test.operator, linear, point, context);
}

function surelyPasses(
  operator: ComparisonOperator,
  linear: Linear,
  point: Point,
  context: RuleContext,
): boolean {
  let scale = Math.max(0, ...linear.constants.map((constant) => constant.decimalPlaces()));
  const parts: Integer[] = [];
  for (const { sign, leaf } of linear.terms) {
    const part = integerOf(leaf, point, context);
    if (part === undefined) return false;
    parts.push({ units: sign === 1 ? part.units : -part.units, scale: part.scale });
    scale = Math.max(scale, part.scale);
  }
  let sum = 0n;
  for (const constant of linear.constants) sum += BigInt(constant.times(tenTo(scale)).toFixed());
  for (const part of parts) sum += part.units * 10n ** BigInt(scale - part.scale);
  return ordered(operator, sum === 0n ? 0 : sum < 0n ? -1 : 1);
}

/** units × 10^-scale in base units. */
interface Integer {
  readonly units: bigint;
  readonly scale: number;
}

function integerOf(leaf: Leaf, point: Point, context: RuleContext): Integer | undefined {
  if (leaf.kind === "sum") {
    if (leaf.operand.kind !== "cell" && leaf.operand.kind !== "member") return undefined;
    return groupInteger(leaf.operand, leaf.where, point, context);
  }
  if ((leaf.kind === "cell" || leaf.kind === "member") && point.row === undefined) {
    const sum = groupInteger(leaf, undefined, point, context);
    // 0 may be the sum of no rows: a combination of keys that the table does not hold.
    return sum?.units === 0n && point.keys.length > 1 ? undefined : sum;
  }
  const value = valueOf(leaf, traceAt(context, point, false));
  if (value === undefined) return undefined;
  const scale = value.decimalPlaces();
  return { units: BigInt(value.times(tenTo(scale)).toFixed()), scale };
}

function groupInteger(
  node: Extract<Leaf, { readonly kind: "cell" | "member" }>,
  where: Test | undefined,
  point: Point,
  context: RuleContext,
): Integer | undefined {
  const found = placeOf(node, traceAt(context, point, false));
  if (found === undefined) return undefined;
  const { data, place } = found;
  const grouped = groupSums(
    context,
    data,
    place,
    point.keys.map(({ dimension }) => dimension),
    where,
  );
  if (grouped === undefined) return undefined;
  const group = groupNumber(
    context,
    grouped.dimensions,
    (dimension) => point.keys.find((key) => key.dimension === dimension)!.number,
  );
  const { sums, big, unreadable } = grouped.sums;
  if (unreadable[group] !== 0) return undefined;
  const figures = figuresOf(context, data, place);
  const units = BigInt(sums[group]!) + (big.get(group) ?? 0n);
  const scale = figures.scale - figures.unit.power;
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}
