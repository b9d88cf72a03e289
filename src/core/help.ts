/** "它说这里不对，我该怎么办": what a rule means and what to do about it, from the pack's own texts. */
import { GENERAL_HELP } from "../texts/help";
import { REVISION_TEXTS } from "../texts/revision";
import type { CheckSpec, Language, Pack } from "./pack/pack";
import { partWords, type Revision } from "./revision/revision";
import { compileFormula, describe, tablesOf } from "./rules/language";

/** One rule for people: shown beside its findings and by `hengbiao explain`. */
export interface RuleSummary {
  readonly id: string;
  readonly name: string;
  /** What to do about a finding of this rule. */
  readonly help: string;
  readonly formulas: readonly string[];
  /** Each formula in words. */
  readonly meaning: readonly string[];
  readonly level: CheckSpec["level"];
  /** Its own tolerance; "" where the written decimals decide. */
  readonly tolerance: string;
  /** A default of ours (†). */
  readonly assumed: boolean;
  /** Labels of the tables that it looks at. */
  readonly tables: readonly string[];
}

/** @param revision where given, a changed rule's name says what was changed and by what */
export function ruleSummary(
  check: CheckSpec,
  revision: Pick<Revision, "changes"> | undefined,
  pack: Pack,
  language: Language,
): RuleSummary {
  const compiled = check.formulas.flatMap((text) => {
    const one = compileFormula(text, pack);
    return one.ok ? [one.value] : [];
  });
  const ids = new Set(compiled.flatMap((one) => tablesOf(one)));
  const changes = revision?.changes.filter(({ id }) => id === check.id) ?? [];
  const name = changes.reduce(
    (said, { by, parts }) => REVISION_TEXTS.changed(said, by, partWords(parts, language))[language],
    check.name[language],
  );
  return {
    id: check.id,
    name,
    help: check.help[language],
    formulas: check.formulas,
    meaning: compiled.map(({ formula }) => describe(formula, language, pack)),
    level: check.level,
    tolerance: check.tolerance ?? "",
    assumed: check.assumed ?? false,
    tables: pack.tables.filter(({ id }) => ids.has(id)).map(({ label }) => label[language]),
  };
}

export interface Help {
  readonly name: string;
  readonly help: string;
}

/** Help on findings that belong to no pack (data.*, table.*, column.*); undefined for an unknown id. */
export function generalHelp(id: string, language: Language): Help | undefined {
  const found = GENERAL_HELP[id];
  return found === undefined ? undefined : { name: found.name[language], help: found.help[language] };
}
