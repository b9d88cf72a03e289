/**
 * Explanations and the findings they belong to. One is stored by rule, table, row key, column and both figures, so it
 * follows its row through moves, insertions and renames; when the figures change the finding is open again.
 */
import type { Finding, FindingKey } from "../checks/finding";
import type { Explanation } from "./answers";

/** Keys of rows, equal ones counted: "焉耆县", then "焉耆县#2". Parts are joined by "|"; \ escapes | # and itself. */
export function rowKeys(rows: Iterable<readonly string[]>): readonly string[] {
  const seen = new Map<string, number>();
  const keys: string[] = [];
  for (const parts of rows) {
    const key = joined(parts);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    keys.push(nth(key, count));
  }
  return keys;
}

/** The key of one row as `rowKeys` would give it, as the n-th (from 1) of the rows with equal parts. */
export function rowKey(parts: readonly string[], count: number): string {
  return nth(joined(parts), count);
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => part.trim().replace(/[\\|#]/gu, "\\$&")).join("|");
}

function nth(key: string, count: number): string {
  return count === 1 ? key : `${key}#${count}`;
}

export interface Explained {
  /** In their order, with `explanation` or, where the figures have changed since, `formerExplanation`. */
  readonly findings: readonly Finding[];
  /** All explanations that are to be kept, each by key, none twice: also those of the past and the unmatched. */
  readonly kept: readonly Explanation[];
  /** Match no finding, not even one of other figures in the same place. */
  readonly unmatched: readonly Explanation[];
  /** Given for a finding that an earlier one in the list explains otherwise. */
  readonly overruled: readonly Overruled[];
}

export interface Overruled {
  readonly key: FindingKey;
  readonly taken: Explanation;
  readonly left: Explanation;
}

/**
 * Matches explanations to findings. Of several for one finding the first in the list wins, so put an answers file's
 * first. One given by address becomes one by key; a blank one withdraws what was said before it.
 */
export function explain(findings: readonly Finding[], explanations: readonly Explanation[]): Explained {
  // The texts of all keys of a ledger's findings are not made for nothing.
  if (explanations.length === 0) return { findings, kept: [], unmatched: [], overruled: [] };
  const byKey = new Map<string, Explanation>();
  const byPlace = new Map<string, Explanation>();
  const byAddress = new Map<string, Explanation>();
  const findingKeys = new Set(findings.map(({ key }) => keyText(key)));
  for (const explanation of explanations) {
    const { finding } = explanation;
    if (finding.by === "address") addFirst(byAddress, addressText(finding), explanation);
    else {
      addFirst(byKey, keyText(finding), explanation);
      // One that explains a finding of today is no former one of another in the same place.
      if (!findingKeys.has(keyText(finding))) addFirst(byPlace, placeText(finding), explanation);
    }
  }
  const matched = new Set<Explanation>();
  const overruled: Overruled[] = [];
  const kept = new Map<string, Explanation>();
  const withdrawn = new Set<string>();
  const explained = findings.map((finding): Finding => {
    const candidates = [
      finding.cell === undefined
        ? undefined
        : byAddress.get(addressText({ rule: finding.rule, ...finding.cell })),
      byKey.get(keyText(finding.key)),
    ]
      .filter((one) => one !== undefined)
      .sort((a, b) => explanations.indexOf(a) - explanations.indexOf(b));
    for (const candidate of candidates) matched.add(candidate);
    const [taken, left] = candidates;
    const former = byPlace.get(placeText(finding.key));
    if (taken !== undefined) {
      if (left !== undefined && left.text !== taken.text) overruled.push({ key: finding.key, taken, left });
      if (isBlank(taken)) {
        withdrawn.add(keyText(finding.key));
        return finding;
      }
      kept.set(keyText(finding.key), { finding: { by: "key", ...finding.key }, text: taken.text });
      return { ...finding, explanation: taken.text };
    }
    return former === undefined || isBlank(former) ? finding : { ...finding, formerExplanation: former.text };
  });
  // Where all is explained anew, what was said of former figures is done with.
  const places = new Set(explained.map(({ key }) => placeText(key)));
  for (const finding of explained) {
    if (finding.explanation === undefined) places.delete(placeText(finding.key));
  }
  const open = explanations.filter((explanation) => !isBlank(explanation));
  for (const explanation of open) {
    const { finding } = explanation;
    if (finding.by === "address") {
      if (!matched.has(explanation)) addFirst(kept, addressText(finding), explanation);
    } else if (!places.has(placeText(finding)) && !withdrawn.has(keyText(finding))) {
      addFirst(kept, keyText(finding), explanation);
    }
  }
  const findingPlaces = new Set(findings.map(({ key }) => placeText(key)));
  const unmatched = open.filter((explanation) =>
    explanation.finding.by === "address"
      ? !matched.has(explanation)
      : !findingPlaces.has(placeText(explanation.finding)),
  );
  return { findings: explained, kept: [...kept.values()], unmatched, overruled };
}

function isBlank(explanation: Explanation): boolean {
  return explanation.text.trim() === "";
}

function addFirst(map: Map<string, Explanation>, key: string, explanation: Explanation): void {
  if (!map.has(key)) map.set(key, explanation);
}

function keyText({ rule, table, row, column, left, right }: FindingKey): string {
  return JSON.stringify([rule, table, row, column, left, right]);
}

function placeText({ rule, table, row, column }: FindingKey): string {
  return JSON.stringify([rule, table, row, column]);
}

/** Sheet names differ by more than case. */
function addressText(place: {
  readonly rule: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}): string {
  return JSON.stringify([place.rule, place.sheet.toLowerCase(), place.row, place.column]);
}
