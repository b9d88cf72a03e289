/** The answers file: JSON text → Answers, or one sentence that names what is wrong and what to do. */
import { ANSWER_TEXTS } from "../../texts/answers";
import type { IndicatorSpec, Pack, Text } from "../pack/pack";
import { areaAddress, parseAddress } from "../workbook/address";
import type { Answers, Explanation } from "./answers";
import { scoreProblemText, scoreText } from "./scores";

export type AnswersReading =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly problem: Text };

/** What a cell holds at most. */
const MAX_TEXT = 32_767;
const FIELDS = ["scores", "evidence", "notApplicable", "explanations", "tables", "pack"] as const;

/** Thrown and caught in this file only: the first thing wrong ends the reading. */
class Refused extends Error {
  constructor(readonly problem: Text) {
    super(problem.en);
  }
}

/** Which pack an answers file names, before that pack is there to validate the rest; undefined for none. */
export function packOfAnswers(text: string): string | undefined {
  const value = parseJson(text);
  return isRecord(value) && typeof value.pack === "string" ? value.pack : undefined;
}

/**
 * Reads and validates an answers file against the pack. Refused: unknown fields, items and tables, scores of computed
 * items, out of range or with more than one decimal, malformed addresses, texts longer than a cell holds.
 */
export function parseAnswers(text: string, pack: Pack): AnswersReading {
  const value = parseJson(text);
  if (value === undefined) return { ok: false, problem: ANSWER_TEXTS.notJson };
  try {
    return { ok: true, answers: validated(value, pack) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/u, ""));
    return value;
  } catch {
    return undefined;
  }
}

function validated(value: unknown, pack: Pack): Answers {
  const fields = record(value, "");
  for (const name of fields.keys()) {
    if (!FIELDS.some((field) => field === name)) {
      throw new Refused(ANSWER_TEXTS.unknownField(name, FIELDS.join(", ")));
    }
  }
  const scores = scoresOf(fields.get("scores"), pack);
  const notApplicable = notApplicableOf(fields.get("notApplicable"), pack);
  for (const no of notApplicable) {
    if (scores.has(no))
      throw new Refused(named(item(pack, no, "scores"), ANSWER_TEXTS.scoredAndNotApplicable));
  }
  const packId = fields.get("pack");
  return {
    scores: Object.fromEntries(scores),
    evidence: Object.fromEntries(evidenceOf(fields.get("evidence"), pack)),
    notApplicable,
    explanations: explanationsOf(fields.get("explanations")),
    tables: Object.fromEntries(tablesOf(fields.get("tables"), pack)),
    pack: packId === undefined ? undefined : textOf(packId, "pack"),
  };
}

function scoresOf(value: unknown, pack: Pack): ReadonlyMap<string, string> {
  const scores = new Map<string, string>();
  for (const [no, given] of record(value ?? {}, "scores")) {
    const spec = item(pack, no, "scores");
    const typed = typeof given === "number" ? String(given) : textOf(given, `scores.${no}`);
    const problem = scoreProblemText(spec, typed);
    if (problem !== undefined) throw new Refused(problem);
    scores.set(no, scoreText(typed));
  }
  return scores;
}

function evidenceOf(value: unknown, pack: Pack): ReadonlyMap<string, string> {
  const evidence = new Map<string, string>();
  for (const [no, given] of record(value ?? {}, "evidence")) {
    item(pack, no, "evidence");
    evidence.set(no, textOf(given, `evidence.${no}`));
  }
  return evidence;
}

function notApplicableOf(value: unknown, pack: Pack): readonly string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Refused(ANSWER_TEXTS.notList("notApplicable"));
  const items: string[] = [];
  for (const given of value as readonly unknown[]) {
    const no = typeof given === "number" ? String(given) : textOf(given, "notApplicable");
    const spec = item(pack, no, "notApplicable");
    if (spec.mayNotApply !== true) throw new Refused(named(spec, ANSWER_TEXTS.alwaysApplies));
    if (!items.includes(no)) items.push(no);
  }
  return items;
}

function explanationsOf(value: unknown): readonly Explanation[] {
  return [...record(value ?? {}, "explanations")].map(([key, given]) => {
    const finding = addressOf(key);
    if (finding === undefined) throw new Refused(ANSWER_TEXTS.badExplanation(key));
    return { finding, text: textOf(given, `explanations.${key}`) };
  });
}

/** `RULE@'SHEET'!CELL` */
function addressOf(key: string): Explanation["finding"] | undefined {
  const at = key.indexOf("@");
  const place = at < 1 ? undefined : parseAddress(key.slice(at + 1));
  if (place === undefined || place.sheet === "") return undefined;
  if (place.top !== place.bottom || place.left !== place.right) return undefined;
  return {
    by: "address",
    rule: key.slice(0, at).trim(),
    sheet: place.sheet,
    row: place.top,
    column: place.left,
  };
}

function tablesOf(value: unknown, pack: Pack): ReadonlyMap<string, string> {
  const tables = new Map<string, string>();
  for (const [id, given] of record(value ?? {}, "tables")) {
    if (!pack.tables.some((table) => table.id === id)) {
      throw new Refused(ANSWER_TEXTS.unknownTable(id, pack.tables.map((table) => table.id).join(", ")));
    }
    const address = textOf(given, `tables.${id}`);
    const place = parseAddress(address);
    if (place === undefined || place.sheet === "") throw new Refused(ANSWER_TEXTS.badTablePlace(id, address));
    tables.set(id, areaAddress({ ...place, bottom: place.top, right: place.left }));
  }
  return tables;
}

function item(pack: Pack, no: string, where: string): IndicatorSpec {
  const spec = pack.indicators.find((one) => one.no === no);
  if (spec !== undefined) return spec;
  throw new Refused(ANSWER_TEXTS.unknownItem(where, no, pack.indicators.map((one) => one.no).join(", ")));
}

/** A sentence about an item, each language with the item's name in it. */
function named(spec: IndicatorSpec, sentence: (no: string, name: string) => Text): Text {
  return {
    "zh-CN": sentence(spec.no, spec.label["zh-CN"])["zh-CN"],
    en: sentence(spec.no, spec.label.en).en,
  };
}

function textOf(value: unknown, where: string): string {
  if (typeof value !== "string") throw new Refused(ANSWER_TEXTS.notText(where));
  if (value.length > MAX_TEXT) throw new Refused(ANSWER_TEXTS.tooLong(where, MAX_TEXT));
  return value;
}

function record(value: unknown, where: string): ReadonlyMap<string, unknown> {
  if (!isRecord(value)) throw new Refused(ANSWER_TEXTS.notObject(where));
  return new Map(Object.entries(value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
