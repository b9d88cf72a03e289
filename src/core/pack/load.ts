/**
 * Text of a pack → Pack: one JSON file, or the files of a folder.
 *
 * A folder holds pack.json and beside it the parts that are long: each of PARTS may stand in a file of its own, named
 * for it, whose whole content is that property of the pack (tables.json is the array of tables). A property stands in
 * one place only. Files that are not JSON (a README) are left alone.
 */
import { PACK_TEXTS } from "../../texts/pack";
import { parseWithinLimits } from "./limits";
import type { Pack } from "./pack";
import { type PackProblem, packError } from "./problem";
import { validatePack } from "./validate";

/** Text of the one file, or name → text of the files of the folder (subfolders left out). */
export type PackSource = string | Readonly<Record<string, string>>;

export type PackResult =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** Newest version of the pack format that we know. */
export const PACK_FORMAT = 1;

/** Properties of a pack that may stand in a file of their own. */
export const PARTS = [
  "sources",
  "judgement",
  "dimensions",
  "tables",
  "checks",
  "sections",
  "indicators",
  "scale",
  "forms",
  "facts",
] as const;

/**
 * Reads, bounds and validates a pack that is not one of ours.
 * Nothing in it is run: what its formulas and methods say is for `lintPack`.
 */
export function readPack(source: PackSource): PackResult {
  const merged = mergeSource(source);
  if (!merged.ok) return merged;
  const problems = validatePack(merged.json);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, pack: fillTexts(merged.json) as Pack };
}

export type MergeResult =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** One JSON value from one file or from the parts of a folder, within the bounds of `limits`. */
export function mergeSource(source: PackSource): MergeResult {
  if (typeof source === "string") {
    const parsed = parseWithinLimits(source, "");
    return parsed.ok ? withFormat(parsed.json) : { ok: false, problems: [parsed.problem] };
  }
  const problems: PackProblem[] = [];
  const parts: Record<string, unknown> = {};
  const known = new Map(["pack", ...PARTS].map((name) => [`${name}.json`, name]));
  for (const [file, text] of Object.entries(source)) {
    if (!file.toLowerCase().endsWith(".json")) continue;
    const name = known.get(file);
    if (name === undefined) {
      problems.push(packError(file, PACK_TEXTS.unknownPart(file, [...known.keys()].join(", "))));
      continue;
    }
    const parsed = parseWithinLimits(text, file);
    if (parsed.ok) parts[name] = parsed.json;
    else problems.push(parsed.problem);
  }
  const head = parts["pack"];
  if (head === undefined && problems.length === 0) problems.push(packError("", PACK_TEXTS.noPackFile()));
  if (problems.length > 0) return { ok: false, problems };
  if (!isObject(head)) return { ok: false, problems: [packError("pack.json", PACK_TEXTS.notAnObject())] };
  const merged: Record<string, unknown> = { ...head };
  for (const name of PARTS) {
    const part = parts[name];
    if (part === undefined) continue;
    if (Object.hasOwn(head, name))
      problems.push(packError(name, PACK_TEXTS.givenTwice(name, `${name}.json`)));
    else merged[name] = part;
  }
  return problems.length > 0 ? { ok: false, problems } : withFormat(merged);
}

/** Refuses a newer format by name, before the schema refuses it by its details. */
function withFormat(json: unknown): MergeResult {
  if (!isObject(json)) return { ok: false, problems: [packError("", PACK_TEXTS.notAnObject())] };
  const format = json["format"];
  if (typeof format === "number" && format > PACK_FORMAT) {
    return { ok: false, problems: [packError("format", PACK_TEXTS.newer(String(format), PACK_FORMAT))] };
  }
  return { ok: true, json };
}

/** Puts the Chinese text where the English one is missing, so that every Text has both. */
export function fillTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fillTexts);
  if (!isObject(value)) return value;
  if (isTextObject(value)) return { "zh-CN": value["zh-CN"], en: value["en"] ?? value["zh-CN"] };
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, fillTexts(child)]));
}

/** True for an object that can only be a Text: it has "zh-CN" and nothing else but "en". */
export function isTextObject(value: Readonly<Record<string, unknown>>): boolean {
  return (
    Object.hasOwn(value, "zh-CN") && Object.keys(value).every((name) => name === "zh-CN" || name === "en")
  );
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
