/**
 * What a scoring method is: an entry of the table in `methods.ts` with its parameters, its arithmetic, its sentence
 * and, through the arithmetic's tree, its live formula.
 */
import { type Decimal } from "../figures/decimal";
import { PACK_TEXTS } from "../../texts/pack";
import { SCORING_TEXTS } from "../../texts/scoring";
import type { Text } from "../pack/pack";
import { type PackProblem, packError } from "../pack/problem";
import { type Parameter, type ParameterValues, type PrepareNested, readParameter } from "./parameters";
import type { Outcome, Prepared, ScoringInput, Uses } from "./prepared";

export type Parameters = Readonly<Record<string, Parameter>>;

export type ArgumentsOf<P extends Parameters> = {
  readonly [Name in keyof P]: P[Name]["required"] extends true
    ? ParameterValues[P[Name]["type"]]
    : ParameterValues[P[Name]["type"]] | undefined;
};

/** A fault of the arguments that their types do not show, on a parameter. */
export interface Fault {
  readonly parameter: string;
  readonly message: Text;
}

interface Described<P extends Parameters> {
  readonly name: string;
  readonly title: Text;
  /** What it does, one sentence, for the manual. */
  readonly about: Text;
  /** How it stands on the sheet: the live formula in words, or why there is none. */
  readonly live: Text;
  readonly parameters: P;
}

interface Computed<P extends Parameters> extends Described<P> {
  readonly kind: "computed";
  /** Faults between the arguments. */
  readonly faults?: (args: ArgumentsOf<P>, max: Decimal) => readonly Fault[];
  /** Expressions that it makes of its arguments, beside those that are parameters. */
  readonly makes?: (args: ArgumentsOf<P>) => readonly string[];
  readonly score: (args: ArgumentsOf<P>, max: Decimal, input: ScoringInput) => Outcome;
}

/** Points that the officer enters. */
interface Entered<P extends Parameters> extends Described<P> {
  readonly kind: "entered";
  /** Parts of the pack that it may stand in. */
  readonly parts: readonly ("base" | "bonus" | "deduction")[];
  /** Adds the number of unexplained errors to the basis. */
  readonly tellsErrors?: (args: ArgumentsOf<P>) => boolean;
}

export type Preparation =
  | { readonly ok: true; readonly method: Prepared }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** A method as the table holds it. */
export interface Method extends Described<Parameters> {
  readonly kind: "computed" | "entered";
  readonly parts: readonly ("base" | "bonus" | "deduction")[];
  /** @param max points for full marks; @param path of the method in the pack */
  readonly prepare: (
    spec: Readonly<Record<string, unknown>>,
    max: Decimal,
    path: string,
    nested: PrepareNested,
  ) => Preparation;
}

const ALL_PARTS = ["base", "bonus", "deduction"] as const;

/** Makes a table entry of a definition, so that every method's parameters are read in one place. */
export function defineMethod<const P extends Parameters>(definition: Computed<P> | Entered<P>): Method {
  return {
    name: definition.name,
    title: definition.title,
    about: definition.about,
    live: definition.live,
    parameters: definition.parameters,
    kind: definition.kind,
    parts: definition.kind === "entered" ? definition.parts : ALL_PARTS,
    prepare: (spec, max, path, nested) => {
      const got = readArguments(definition.parameters, spec, max, path, nested);
      if (!got.ok) return got;
      // The table's types say what readArguments has read, one by one.
      const args = got.values as ArgumentsOf<P>;
      if (definition.kind === "entered") {
        const tellsErrors = definition.tellsErrors?.(args) ?? false;
        return { ok: true, method: { kind: "entered", name: definition.name, tellsErrors, uses: got.uses } };
      }
      const faults = definition.faults?.(args, max) ?? [];
      if (faults.length > 0) {
        return {
          ok: false,
          problems: faults.map(({ parameter, message }) => packError(`${path}.${parameter}`, message)),
        };
      }
      const made = (definition.makes?.(args) ?? []).map((text) => ({ path, text, made: true }));
      return {
        ok: true,
        method: {
          kind: "computed",
          name: definition.name,
          uses: { ...got.uses, expressions: [...got.uses.expressions, ...made] },
          score: (input) => definition.score(args, max, input),
        },
      };
    },
  };
}

type ReadArguments =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>>; readonly uses: Uses }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

function readArguments(
  parameters: Parameters,
  spec: Readonly<Record<string, unknown>>,
  max: Decimal,
  path: string,
  nested: PrepareNested,
): ReadArguments {
  const problems: PackProblem[] = [];
  const values: Record<string, unknown> = {};
  const expressions: { path: string; text: string; made: boolean }[] = [];
  const checks: { path: string; id: string }[] = [];
  const keep = (uses: Uses): void => {
    expressions.push(...uses.expressions);
    checks.push(...uses.checks);
  };
  for (const name of Object.keys(spec)) {
    if (name !== "name" && !Object.hasOwn(parameters, name)) {
      problems.push(
        packError(`${path}.${name}`, PACK_TEXTS.unknownParameter(name, Object.keys(parameters).join(", "))),
      );
    }
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    const raw = Object.hasOwn(spec, name) ? spec[name] : undefined;
    const place = `${path}.${name}`;
    if (raw === undefined) {
      if (parameter.required) problems.push(packError(path, SCORING_TEXTS.parameterMissing(name)));
      continue;
    }
    const collect: PrepareNested = (inner, innerMax, innerPath) => {
      const made = nested(inner, innerMax, innerPath);
      if (made.ok) keep(made.method.uses);
      return made;
    };
    const got = readParameter(parameter.type, raw, place, max, collect);
    if (!got.ok) {
      problems.push(...got.problems);
      continue;
    }
    values[name] = got.value;
    if (parameter.type === "expression" && typeof got.value === "string") {
      expressions.push({ path: place, text: got.value, made: false });
    }
    if (parameter.type === "checks" && Array.isArray(raw)) {
      raw.forEach((id: unknown, index) => checks.push({ path: `${place}[${index}]`, id: String(id) }));
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values, uses: { expressions, checks } };
}
