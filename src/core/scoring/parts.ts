/** The parts of a composite method, each scored and told. */
import type { Text } from "../pack/pack";
import { rounded } from "./fraction";
import type { Part } from "./parameters";
import type { Outcome, ScoringInput } from "./prepared";
import { type Term, valueOf } from "./term";

export interface ScoredPart {
  readonly term: Term;
  /** "开工：231 ÷ 275 × 3 → 2.52 分". */
  readonly sentence: Text;
}

/** Every part with its points, or why the first that has none has none. */
export function scoredParts(
  parts: readonly Part[],
  input: ScoringInput,
): { readonly ok: true; readonly parts: readonly ScoredPart[] } | Extract<Outcome, { ok: false }> {
  const scored: ScoredPart[] = [];
  for (const { label, method } of parts) {
    const outcome = method.score(input);
    if (!outcome.ok) return outcome;
    const { term, sentence } = outcome;
    // Methods ask their divisors before they divide. 4 decimals are shown, since only the sum is rounded for the score.
    const points = rounded(valueOf(term)!, 4);
    scored.push({
      term,
      sentence: {
        "zh-CN": `${label["zh-CN"]}：${sentence["zh-CN"]} → ${points} 分`,
        en: `${label.en}: ${sentence.en} → ${points}`,
      },
    });
  }
  return { ok: true, parts: scored };
}
