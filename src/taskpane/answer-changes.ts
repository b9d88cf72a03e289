/** How what the officer says changes the answers. */
import type { Explanation } from "../core/answers/answers";
import type { Finding } from "../core/checks/finding";

/** An empty text withdraws the entry. */
export function withEntry(
  entries: Readonly<Record<string, string>>,
  key: string,
  text: string,
): Record<string, string> {
  const rest = withoutKey(entries, key);
  return text.trim() === "" ? rest : { ...rest, [key]: text };
}

/** One without the entry of that key. */
export function withoutKey(entries: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).filter(([other]) => other !== key));
}

/** The explanations with this finding's as given; an empty text withdraws it. */
export function explained(
  all: readonly Explanation[],
  finding: Finding,
  text: string,
): readonly Explanation[] {
  const others = all.filter(({ finding: named }) => !names(named, finding));
  return text.trim() === "" ? others : [...others, { finding: { by: "key", ...finding.key }, text }];
}

function names(named: Explanation["finding"], finding: Finding): boolean {
  if (named.by === "address") {
    const { cell } = finding;
    return (
      named.rule === finding.rule &&
      cell !== undefined &&
      named.sheet === cell.sheet &&
      named.row === cell.row &&
      named.column === cell.column
    );
  }
  const { key } = finding;
  return (
    named.rule === key.rule &&
    named.table === key.table &&
    named.row === key.row &&
    named.column === key.column
  );
}
