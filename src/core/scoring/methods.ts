/** The table of scoring methods. A new method is a file in `methods` and a line here. */
import { type Decimal } from "../figures/decimal";
import { PACK_TEXTS } from "../../texts/pack";
import { SCORING_TEXTS } from "../../texts/scoring";
import { packError } from "../pack/problem";
import type { Method, Preparation } from "./method";
import { bands } from "./methods/bands";
import { bestOf } from "./methods/best-of";
import { bonus } from "./methods/bonus";
import { checks } from "./methods/checks";
import { composite } from "./methods/composite";
import { deadline } from "./methods/deadline";
import { deduction } from "./methods/deduction";
import { linear } from "./methods/linear";
import { manual } from "./methods/manual";
import { perItem } from "./methods/per-item";
import { ratio } from "./methods/ratio";
import { weighted } from "./methods/weighted";
import { workingDayDeadline } from "./methods/working-day-deadline";
import type { PrepareNested } from "./parameters";

export const METHODS: readonly Method[] = [
  manual,
  ratio,
  linear,
  bands,
  deadline,
  workingDayDeadline,
  perItem,
  checks,
  composite,
  weighted,
  bestOf,
  bonus,
  deduction,
];

const BY_NAME: ReadonlyMap<string, Method> = new Map(METHODS.map((method) => [method.name, method]));

/** Parts inside parts; more is no notice's wish and would let a pack grow without bound. */
const MAX_NESTING = 4;

export function methodNamed(name: string): Method | undefined {
  return BY_NAME.get(name);
}

/**
 * Reads and checks a method of a pack once.
 * @param spec as the pack gives it, of any shape
 * @param max points for full marks
 * @param path of the method in the pack, for messages
 */
export function prepareMethod(spec: unknown, max: Decimal, path: string, depth = 0): Preparation {
  if (depth > MAX_NESTING) return { ok: false, problems: [packError(path, SCORING_TEXTS.nestedTooDeep())] };
  const name: unknown = typeof spec === "object" && spec !== null && "name" in spec ? spec.name : undefined;
  const method = typeof name === "string" ? BY_NAME.get(name) : undefined;
  if (method === undefined) {
    const known = METHODS.map((each) => each.name).join(", ");
    return {
      ok: false,
      problems: [packError(`${path}.name`, PACK_TEXTS.unknownMethod(String(name), known))],
    };
  }
  if (depth > 0 && method.kind === "entered") {
    return { ok: false, problems: [packError(path, SCORING_TEXTS.nestedEntry(method.name))] };
  }
  // Below the first level none is entered by hand, as told above.
  const nested: PrepareNested = (inner, innerMax, innerPath) =>
    prepareMethod(inner, innerMax, innerPath, depth + 1) as ReturnType<PrepareNested>;
  return method.prepare({ ...(spec as Readonly<Record<string, unknown>>) }, max, path, nested);
}
