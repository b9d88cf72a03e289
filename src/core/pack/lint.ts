/**
 * What is wrong or doubtful about a pack beyond its form. Stands above the rules and the methods of scoring, as it
 * asks both; nothing of a workbook is needed. Bounded, since the pack's text is (see `limits`).
 */
import { Decimal } from "../figures/decimal";
import { PACK_TEXTS } from "../../texts/pack";
import { SCORING_TEXTS } from "../../texts/scoring";
import { compileExpression } from "../rules/language";
import { PLACE } from "../scoring/facts";
import { METHODS, prepareMethod } from "../scoring/methods";
import type { Uses } from "../scoring/prepared";
import { lintForms } from "./lint-forms";
import { lintChecks, lintExpression } from "./lint-formulas";
import { lintTables } from "./lint-tables";
import { lintTexts } from "./lint-texts";
import { fillTexts, mergeSource, type PackSource } from "./load";
import type { IndicatorSpec, Pack, SectionSpec, Text } from "./pack";
import { type PackProblem, packError } from "./problem";
import { validatePack } from "./validate";

/**
 * Reads a pack and tells everything about it: errors first make it unusable, warnings ask for a look, notices list the
 * assumed defaults (†). Empty where there is nothing to say. Never throws.
 */
export function lintPack(source: PackSource): readonly PackProblem[] {
  const merged = mergeSource(source);
  if (!merged.ok) return merged.problems;
  const invalid = validatePack(merged.json);
  if (invalid.length > 0) return invalid;
  const pack = fillTexts(merged.json) as Pack;
  return [
    ...lintTables(pack),
    ...lintChecks(pack),
    ...lintIndicators(pack),
    ...lintMaxima(pack),
    ...lintForms(pack),
    ...(pack.facts ?? []).flatMap((fact, index) => lintExpression(fact.value, pack, `facts[${index}].value`)),
    ...openParts(pack),
    ...lintTexts(merged.json),
    ...assumedDefaults(pack),
  ];
}

function lintIndicators(pack: Pack): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const sections = new Map(pack.sections.map((section) => [section.id, section]));
  const seen = new Set<string>();
  pack.indicators.forEach((indicator, index) => {
    const path = `indicators[${index}]`;
    if (seen.has(indicator.no)) problems.push(packError(`${path}.no`, PACK_TEXTS.doubled(indicator.no)));
    seen.add(indicator.no);
    const section = sections.get(indicator.section);
    if (section === undefined) {
      problems.push(packError(`${path}.section`, PACK_TEXTS.unknownSection(indicator.section)));
    }
    problems.push(...lintMethod(indicator, section, pack, path), ...lintSentence(indicator, pack, path));
  });
  return problems;
}

function lintMethod(
  indicator: IndicatorSpec,
  section: SectionSpec | undefined,
  pack: Pack,
  path: string,
): readonly PackProblem[] {
  const place = `${path}.method`;
  const prepared = prepareMethod(indicator.method, new Decimal(indicator.max), place);
  if (!prepared.ok) return prepared.problems;
  const { uses, name } = prepared.method;
  const problems: PackProblem[] = [];
  for (const { path: where, text, made } of uses.expressions) {
    // What a method makes of faulty parameters would only say their faults again.
    if (!made || problems.length === 0) problems.push(...lintExpression(text, pack, where));
  }
  problems.push(...undividedMoney(uses, pack));
  const ids = new Set(pack.checks.map(({ id }) => id));
  for (const { path: where, id } of uses.checks) {
    if (!ids.has(id)) problems.push(packError(where, PACK_TEXTS.unknownCheck(id)));
  }
  const method = METHODS.find((each) => each.name === name);
  if (section !== undefined && method?.parts.includes(section.part) === false) {
    problems.push(packError(`${place}.name`, PACK_TEXTS.wrongPart(name, section.part)));
  }
  return problems;
}

/** An amount is no value that bands or a line could judge: it needs a denominator. */
function undividedMoney({ expressions }: Uses, pack: Pack): readonly PackProblem[] {
  const places = new Set(expressions.map(({ path }) => path));
  return expressions.flatMap(({ path, text }) => {
    if (!path.endsWith(".numerator") || places.has(path.replace(/numerator$/, "denominator"))) return [];
    const compiled = compileExpression(text, pack);
    return compiled.ok && compiled.value.node.quantity === "money"
      ? [packError(path, SCORING_TEXTS.moneyNeedsDivisor())]
      : [];
  });
}

function lintSentence({ facts }: IndicatorSpec, pack: Pack, path: string): readonly PackProblem[] {
  if (facts === undefined) return [];
  const problems = Object.entries(facts.values).flatMap(([name, expression]) => [
    ...lintExpression(expression, pack, `${path}.facts.values.${name}`),
  ]);
  for (const language of ["zh-CN", "en"] as const) {
    const places = new Set([...facts.sentence[language].matchAll(PLACE)].map((match) => match[1]!));
    const where = `${path}.facts.sentence.${language}`;
    for (const name of places) {
      if (!Object.hasOwn(facts.values, name)) problems.push(packError(where, PACK_TEXTS.unusedPlace(name)));
    }
    for (const name of Object.keys(facts.values)) {
      if (!places.has(name))
        problems.push({ level: "warning", path: where, message: PACK_TEXTS.unusedValue(name) });
    }
  }
  return problems;
}

/** The maxima of the base must sum to what it is scaled to, else every score would be scaled unseen. */
function lintMaxima(pack: Pack): readonly PackProblem[] {
  const parts = new Map(pack.sections.map(({ id, part }) => [id, part]));
  const sum = (part: SectionSpec["part"]): Decimal =>
    pack.indicators
      .filter(({ section }) => parts.get(section) === part)
      .reduce((total, { max }) => total.plus(max), new Decimal(0));
  const problems: PackProblem[] = [];
  const base = sum("base");
  if (!base.equals(pack.scale.base)) {
    problems.push(packError("scale.base", PACK_TEXTS.maxima(base.toFixed(), pack.scale.base)));
  }
  for (const [part, name] of [
    ["bonus", "maxBonus"],
    ["deduction", "maxDeduction"],
  ] as const) {
    const total = sum(part);
    if (total.lessThan(pack.scale[name])) {
      const message = PACK_TEXTS.maximaBelow(total.toFixed(), pack.scale[name]);
      problems.push({ level: "warning", path: `scale.${name}`, message });
    }
  }
  return problems;
}

function assumedDefaults(pack: Pack): readonly PackProblem[] {
  const listed = (
    part: string,
    specs: readonly { readonly assumed?: boolean; readonly called: Text }[],
  ): readonly PackProblem[] =>
    specs.flatMap(({ assumed, called }, index) =>
      assumed === true
        ? [{ level: "notice" as const, path: `${part}[${index}]`, message: PACK_TEXTS.assumed(called) }]
        : [],
    );
  return [
    ...listed(
      "checks",
      pack.checks.map((check) => ({ ...check, called: check.name })),
    ),
    ...listed(
      "forms",
      (pack.forms ?? []).map((form) => ({ ...form, called: form.label })),
    ),
    ...listed(
      "indicators",
      pack.indicators.map((indicator) => ({ ...indicator, called: indicator.label })),
    ),
  ];
}

/** What is still to be filled in: the pack works, but a score by it is not the notice's. */
function openParts(pack: Pack): readonly PackProblem[] {
  const warning = (path: string, open: Text): PackProblem => ({
    level: "warning",
    path,
    message: PACK_TEXTS.open(open),
  });
  return [
    ...(pack.open ?? []).map((open, index) => warning(`open[${index}]`, open)),
    ...pack.indicators.flatMap(({ open }, index) =>
      open === undefined ? [] : [warning(`indicators[${index}].open`, open)],
    ),
  ];
}
