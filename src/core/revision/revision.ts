/** A pack's checks as an officer changed them: in the workbook's rules sheet, in the settings, or both. */
import { compileFormula } from "../rules/language";
import { moneyUnit } from "../figures/unit";
import type { CheckSpec, Language, Pack, Text } from "../pack/pack";
import { REVISION_TEXTS } from "../../texts/revision";

export type ChangedPart = "formula" | "tolerance" | "level" | "name" | "help" | "off" | "on" | "new";

export interface RuleChange {
  readonly id: string;
  /** "sheet": the workbook's rules sheet; "settings": the officer's own settings. */
  readonly by: "sheet" | "settings";
  readonly parts: readonly ChangedPart[];
}

/** What the settings say of one rule. */
export interface RuleSetting {
  /** false puts back in force what the sheet switches off. */
  readonly off?: boolean;
  /** "" leaves it to the digits of the figures. */
  readonly tolerance?: string;
}

/** By rule id. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Pack id → what the settings say of its rules. */
export type PackRules = Readonly<Record<string, RuleSettings>>;

export interface Revision {
  readonly pack: Pack;
  readonly changes: readonly RuleChange[];
  /** Rules that are switched off: they are told as not run. */
  readonly off: readonly CheckSpec[];
  /** Rows of the sheet that were left out, and why. */
  readonly problems: readonly Text[];
}

/** One row of a rules sheet as it stands; undefined where the sheet lacks the column. */
export interface RuleRow {
  /** Where it stands, for messages. */
  readonly row: number;
  readonly id: string;
  readonly name: string | undefined;
  /** Several formulas stand on lines of their own. */
  readonly formula: string | undefined;
  readonly tolerance: string | undefined;
  readonly level: string | undefined;
  readonly help: string | undefined;
}

const ID = /^[a-z][a-z0-9.-]{0,79}$/u;
const TOLERANCE = /^\d{1,12}(?:\.\d{1,8})?[^0-9.]{0,10}$/u;
const LEVELS: ReadonlyMap<string, "error" | "warning" | "off"> = new Map([
  ["错误", "error"],
  ["error", "error"],
  ["警告", "warning"],
  ["warning", "warning"],
  ["停用", "off"],
  ["off", "off"],
]);

/**
 * Puts the rows of a rules sheet over the pack's checks. A row that is wrong is left out, so that the built-in rule of
 * its id stays; a rule that no row names stays too.
 */
export function reviseBySheet(pack: Pack, rows: readonly RuleRow[]): Revision {
  const problems: Text[] = [];
  const changes: RuleChange[] = [];
  const off: CheckSpec[] = [];
  const revised = new Map(pack.checks.map((check) => [check.id, check]));
  const seen = new Set<string>();
  for (const row of rows) {
    const built = pack.checks.find(({ id }) => id === row.id);
    const fault = seen.has(row.id) ? REVISION_TEXTS.doubled(row.id) : faultOf(row, built, pack);
    seen.add(row.id);
    if (fault !== undefined) {
      problems.push(REVISION_TEXTS.row(row.row + 1, row.id, fault));
      continue;
    }
    const level = levelOf(row);
    const check = checkOf(row, built, level);
    const parts = built === undefined ? (["new"] as const) : partsOf(built, check);
    if (level === "off") {
      off.push(built ?? check);
      revised.delete(row.id);
      changes.push({ id: row.id, by: "sheet", parts: ["off"] });
    } else if (parts.length > 0) {
      revised.set(row.id, check);
      changes.push({ id: row.id, by: "sheet", parts });
    }
  }
  return { pack: { ...pack, checks: [...revised.values()] }, changes, off, problems };
}

/** Puts the officer's settings over a pack; they win over the sheet, and a setting for a rule that is not there is none. */
export function reviseBySettings(revision: Revision, settings: RuleSettings): Revision {
  const changes = [...revision.changes];
  const byId = new Map(Object.entries(settings));
  const back = revision.off.filter(({ id }) => byId.get(id)?.off === false);
  const off = revision.off.filter((check) => !back.includes(check));
  changes.push(...back.map(({ id }): RuleChange => ({ id, by: "settings", parts: ["on"] })));
  const checks = [...revision.pack.checks, ...back].flatMap((check): readonly CheckSpec[] => {
    const setting = byId.get(check.id);
    if (setting === undefined) return [check];
    if (setting.off === true) {
      off.push(check);
      changes.push({ id: check.id, by: "settings", parts: ["off"] });
      return [];
    }
    const { tolerance } = setting;
    if (tolerance === undefined || tolerance === (check.tolerance ?? "") || !isTolerance(tolerance))
      return [check];
    changes.push({ id: check.id, by: "settings", parts: ["tolerance"] });
    return [withTolerance(check, tolerance)];
  });
  return { ...revision, pack: { ...revision.pack, checks }, changes, off };
}

export function isTolerance(text: string): boolean {
  if (text === "") return true;
  const unit = text.replace(/^.*[0-9.]/su, "").trim();
  return TOLERANCE.test(text) && (unit === "" || moneyUnit(unit) !== undefined);
}

function faultOf(row: RuleRow, built: CheckSpec | undefined, pack: Pack): Text | undefined {
  if (!ID.test(row.id)) return REVISION_TEXTS.badId();
  if (row.level !== undefined && row.level !== "" && levelOf(row) === undefined)
    return REVISION_TEXTS.badLevel(row.level);
  if (row.tolerance !== undefined && !isTolerance(row.tolerance))
    return REVISION_TEXTS.badTolerance(row.tolerance);
  const formulas = formulasOf(row.formula);
  if (formulas.length === 0) {
    if (built === undefined) return REVISION_TEXTS.noFormula();
    return row.formula === undefined ? undefined : REVISION_TEXTS.noFormula();
  }
  for (const [index, text] of formulas.entries()) {
    const compiled = compileFormula(text, pack);
    const error = compiled.ok ? undefined : compiled.errors[0];
    if (error === undefined) continue;
    const near = text.slice(error.position, error.position + Math.min(error.length, 20));
    return REVISION_TEXTS.formula(
      formulas.length > 1 ? index + 1 : 0,
      error.position + 1,
      near,
      error.message,
    );
  }
  return undefined;
}

function levelOf({ level }: RuleRow): "error" | "warning" | "off" | undefined {
  return LEVELS.get((level ?? "").trim().toLowerCase());
}

function formulasOf(formula: string | undefined): readonly string[] {
  return (formula ?? "")
    .split(/\r?\n|\r/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function checkOf(
  row: RuleRow,
  built: CheckSpec | undefined,
  level: "error" | "warning" | "off" | undefined,
): CheckSpec {
  const formulas = formulasOf(row.formula);
  const check: CheckSpec = {
    id: row.id,
    name: textOf(row.name, built?.name, row.id),
    formulas: formulas.length > 0 || built === undefined ? formulas : built.formulas,
    level: level === "error" || level === "warning" ? level : (built?.level ?? "error"),
    help: textOf(row.help, built?.help, ""),
    ...(built?.assumed === undefined ? {} : { assumed: built.assumed }),
  };
  const tolerance = row.tolerance ?? built?.tolerance ?? "";
  return withTolerance(check, tolerance);
}

function withTolerance(check: CheckSpec, tolerance: string): CheckSpec {
  const { tolerance: _before, ...rest } = check;
  return tolerance === "" ? rest : { ...rest, tolerance };
}

/** The pack's text where the cell says the same in either language, else the cell's for both. */
function textOf(cell: string | undefined, built: Text | undefined, otherwise: string): Text {
  const said = cell?.trim() ?? "";
  if (said === "") return built ?? { "zh-CN": otherwise, en: otherwise };
  if (built !== undefined && (same(built["zh-CN"], said) || same(built.en, said))) return built;
  return { "zh-CN": said, en: said };
}

function same(a: string, b: string): boolean {
  return a.replace(/\s+/gu, "") === b.replace(/\s+/gu, "");
}

function partsOf(built: CheckSpec, check: CheckSpec): readonly ChangedPart[] {
  const parts: ChangedPart[] = [];
  const formulas = built.formulas.map((formula) => formula.trim());
  if (formulas.join("\n") !== check.formulas.join("\n")) parts.push("formula");
  if ((built.tolerance ?? "") !== (check.tolerance ?? "")) parts.push("tolerance");
  if (built.level !== check.level) parts.push("level");
  if (built.name !== check.name) parts.push("name");
  if (built.help !== check.help) parts.push("help");
  return parts;
}

/** "停用、容差", in words. */
export function partWords(parts: readonly ChangedPart[], language: Language): string {
  return parts.map((part) => REVISION_TEXTS.parts[part][language]).join(language === "zh-CN" ? "、" : ", ");
}
