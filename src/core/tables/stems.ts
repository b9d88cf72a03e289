/** Names of a dimension's members without the words that add nothing: 省级财政衔接资金 and 省级资金 are both 省. */
import type { KeyDimension } from "../pack/pack";
import { fold } from "./fold";

/** Folded words without a dimension's fillers, wherever they stand. */
export function stemOf(words: string, fillers: readonly string[]): string {
  return [...fillers]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, filler) => rest.replaceAll(filler, ""), fold(words).replace(/[()（）]/g, ""));
}

/** Stem → member, for stems that one member alone has; empty where the dimension names no fillers. */
export function memberStems(dimension: KeyDimension): ReadonlyMap<string, string> {
  const { fillers = [], members = [] } = dimension;
  if (fillers.length === 0) return new Map();
  const owners = new Map<string, Set<string>>();
  for (const { name, synonyms } of members) {
    for (const word of [name, ...synonyms]) {
      const stem = stemOf(word, fillers);
      if (stem !== "") owners.set(stem, (owners.get(stem) ?? new Set()).add(name));
    }
  }
  return new Map(
    [...owners].flatMap(([stem, [name, ...more]]) => (name && more.length === 0 ? [[stem, name]] : [])),
  );
}
