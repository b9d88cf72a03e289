/** Types of the parameters that scoring methods take, and how each is read from a pack. */
import { Decimal } from "../figures/decimal";
import { PACK_TEXTS } from "../../texts/pack";
import { SCORING_TEXTS } from "../../texts/scoring";
import type { Text } from "../pack/pack";
import { type PackProblem, packError } from "../pack/problem";
import type { ComputedMethod } from "./prepared";

/** One of the parts that a composite method is made of. */
export interface Part {
  readonly label: Text;
  readonly max: Decimal | undefined;
  /** As a fraction: 40% is 0.4. */
  readonly weight: Decimal | undefined;
  readonly method: ComputedMethod;
}

/** A step: so many points for a value of at least its limit (`from`) or at most it (`upTo`). */
export interface Band {
  readonly relation: ">=" | "<=";
  readonly limit: Decimal;
  readonly points: Decimal;
}

export interface ParameterValues {
  readonly expression: string;
  readonly column: string;
  readonly number: Decimal;
  readonly points: Decimal;
  readonly days: number;
  readonly checks: readonly string[];
  readonly parts: readonly Part[];
  readonly bands: readonly Band[];
  readonly flag: boolean;
}

export type ParameterType = keyof ParameterValues;

export interface Parameter {
  readonly type: ParameterType;
  readonly required: boolean;
  readonly about: Text;
}

/** What each type looks like in a pack, for the manual and for messages. */
export const TYPE_NAMES: Readonly<Record<ParameterType, Text>> = {
  expression: { "zh-CN": "规则语言的算式（文本）", en: "an expression of the rule language, as text" },
  column: { "zh-CN": "列名，写作「表.列」", en: "a column, written table.column" },
  number: {
    "zh-CN": '十进制数文本，可带 %，如 "92%"、"0.5"、"15"',
    en: 'a decimal as text, % allowed: "92%", "0.5", "15"',
  },
  points: { "zh-CN": '分数文本，不小于 0，如 "4"、"0.5"', en: 'points as text, not below 0: "4", "0.5"' },
  days: { "zh-CN": "天数文本，0 至 400 的整数", en: "days as text, a whole number from 0 to 400" },
  checks: { "zh-CN": "规则编号的列表", en: "a list of check ids" },
  parts: {
    "zh-CN": "组成部分的列表，每部分有 label、method，按方法另有 max 或 weight",
    en: "a list of parts with label and method, and max or weight as the method asks",
  },
  bands: {
    "zh-CN": "分档的列表，每档有 points 和 from（不低于）或 upTo（不超过）",
    en: "a list of bands with points and from (at least) or upTo (at most)",
  },
  flag: { "zh-CN": "true 或 false", en: "true or false" },
};

/** Prepares the method of a part whose maximum is known. */
export type PrepareNested = (
  spec: unknown,
  max: Decimal,
  path: string,
) =>
  | { readonly ok: true; readonly method: ComputedMethod }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

const NUMBER = /^-?\d{1,12}(?:\.\d{1,8})?%?$/;
const POINTS = /^\d{1,5}(?:\.\d{1,2})?$/;
const DAYS = /^\d{1,3}$/;
const MAX_DAYS = 400;
const MAX_ITEMS = 100;

/** One raw value of a pack as a value of that type; `max` is what a part without a maximum of its own is scored by. */
export function readParameter(
  type: ParameterType,
  raw: unknown,
  path: string,
  max: Decimal,
  prepare: PrepareNested,
): Read<ParameterValues[ParameterType]> {
  switch (type) {
    case "expression":
    case "column":
      return typeof raw === "string" && raw.trim() !== "" && raw.length <= 2000
        ? read(raw)
        : wrong(type, path);
    case "number":
      return typeof raw === "string" && NUMBER.test(raw) ? read(decimalOf(raw)) : wrong(type, path);
    case "points":
      return typeof raw === "string" && POINTS.test(raw) ? read(new Decimal(raw)) : wrong(type, path);
    case "days":
      return typeof raw === "string" && DAYS.test(raw) && Number(raw) <= MAX_DAYS
        ? read(Number(raw))
        : wrong(type, path);
    case "checks":
      return isList(raw) && raw.every((id): id is string => typeof id === "string")
        ? read(raw)
        : wrong(type, path);
    case "flag":
      return typeof raw === "boolean" ? read(raw) : wrong(type, path);
    case "bands":
      return isList(raw) ? readBands(raw, path) : wrong(type, path);
    case "parts":
      return isList(raw) ? readParts(raw, path, max, prepare) : wrong(type, path);
  }
}

/** "92%" → 0.92. */
function decimalOf(text: string): Decimal {
  return text.endsWith("%") ? new Decimal(text.slice(0, -1)).div(100) : new Decimal(text);
}

function readBands(raw: readonly unknown[], path: string): Read<readonly Band[]> {
  const bands: Band[] = [];
  for (const [index, item] of raw.entries()) {
    const place = `${path}[${index}]`;
    if (!isRecord(item)) return wrong("bands", place);
    const unknown = Object.keys(item).find((name) => !["from", "upTo", "points"].includes(name));
    if (unknown !== undefined)
      return failed(`${place}.${unknown}`, PACK_TEXTS.unknownParameter(unknown, "from, upTo, points"));
    const { from, upTo, points } = item;
    if (typeof points !== "string" || !POINTS.test(points)) return wrong("points", `${place}.points`);
    const limit = from ?? upTo;
    if ((from === undefined) === (upTo === undefined)) return wrong("bands", place);
    if (typeof limit !== "string" || !NUMBER.test(limit)) {
      return wrong("number", `${place}.${from === undefined ? "upTo" : "from"}`);
    }
    bands.push({
      relation: from === undefined ? "<=" : ">=",
      limit: decimalOf(limit),
      points: new Decimal(points),
    });
  }
  return read(bands);
}

function readParts(
  raw: readonly unknown[],
  path: string,
  outer: Decimal,
  prepare: PrepareNested,
): Read<readonly Part[]> {
  const parts: Part[] = [];
  const problems: PackProblem[] = [];
  for (const [index, item] of raw.entries()) {
    const place = `${path}[${index}]`;
    if (!isRecord(item)) return wrong("parts", place);
    const unknown = Object.keys(item).find((name) => !["label", "max", "weight", "method"].includes(name));
    if (unknown !== undefined) {
      return failed(
        `${place}.${unknown}`,
        PACK_TEXTS.unknownParameter(unknown, "label, max, weight, method"),
      );
    }
    const { label, max, weight, method } = item;
    const text = textOf(label);
    if (text === undefined) return failed(`${place}.label`, PACK_TEXTS.required("zh-CN"));
    if (max !== undefined && (typeof max !== "string" || !POINTS.test(max)))
      return wrong("points", `${place}.max`);
    if (weight !== undefined && (typeof weight !== "string" || !NUMBER.test(weight))) {
      return wrong("number", `${place}.weight`);
    }
    const own = max === undefined ? undefined : new Decimal(max);
    const nested = prepare(method, own ?? outer, `${place}.method`);
    if (!nested.ok) problems.push(...nested.problems);
    else {
      parts.push({
        label: text,
        max: own,
        weight: weight === undefined ? undefined : decimalOf(weight),
        method: nested.method,
      });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : read(parts);
}

function textOf(value: unknown): Text | undefined {
  if (!isRecord(value)) return undefined;
  const { "zh-CN": zh, en } = value;
  if (typeof zh !== "string" || (en !== undefined && typeof en !== "string")) return undefined;
  return { "zh-CN": zh, en: en ?? zh };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= MAX_ITEMS;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function read<T>(value: T): Read<T> {
  return { ok: true, value };
}

function wrong(type: ParameterType, path: string): Read<never> {
  return failed(path, SCORING_TEXTS.parameterType(TYPE_NAMES[type]));
}

function failed(path: string, message: Text): Read<never> {
  return { ok: false, problems: [packError(path, message)] };
}
