/** The header wordings of all wanted tables, ready to be looked up by the lowest header. */
import type { ColumnSpec, KeyDimension, TableSpec } from "../pack/pack";
import { headerText, looseWords } from "./header-text";
import { memberStems } from "./stems";

/** One wording of one column: words from the top header down. */
export interface Wording {
  readonly spec: number;
  readonly column: number;
  readonly segments: readonly string[];
  /** The column's own name or first wording: it wins over a synonym. */
  readonly canonical: boolean;
}

export interface Lexicon {
  readonly specs: readonly TableSpec[];
  readonly byLeaf: ReadonlyMap<string, readonly Wording[]>;
  /** Wordings of amounts and counts without their empty tails. */
  readonly loose: ReadonlyMap<string, readonly Wording[]>;
  /** Per filled dimension: its fillers, and the columns of each member by the member's stems. */
  readonly stems: readonly {
    readonly fillers: readonly string[];
    readonly columns: ReadonlyMap<string, readonly Wording[]>;
  }[];
  /** Every word of every wording: tells header cells from other text. */
  readonly words: ReadonlySet<string>;
  /** Per table: wordings of one word → columns that bear it. */
  readonly single: readonly ReadonlyMap<string, ReadonlySet<number>>[];
  /** Per table: its key column of places, -1 where it has none. */
  readonly placeKeys: readonly number[];
}

/** Builds the lexicon; a column that is a member of a dimension has the member's synonyms too. */
export function lexiconOf(specs: readonly TableSpec[], dimensions: readonly KeyDimension[]): Lexicon {
  const byLeaf = new Map<string, Wording[]>();
  const loose = new Map<string, Wording[]>();
  const words = new Set<string>();
  const single = specs.map(() => new Map<string, Set<number>>());
  specs.forEach((spec, specIndex) => {
    const told = spec.columns.map((column) => wordingsOf(column, dimensions));
    spec.columns.forEach((column, columnIndex) => {
      for (const { segments, unit, canonical } of told[columnIndex]!) {
        const leaf = segments.at(-1)!;
        const wording: Wording = { spec: specIndex, column: columnIndex, segments, canonical };
        for (const segment of segments) words.add(segment);
        if (unit !== undefined) {
          push(byLeaf, withUnit(leaf, unit), wording);
          // 集中排查（户） and 集中排查（人） differ in nothing but their unit.
          const shared = told.some(
            (other, index) =>
              index !== columnIndex &&
              other.some((one) => one.unit !== undefined && one.segments.at(-1) === leaf),
          );
          if (shared) continue;
        }
        push(byLeaf, leaf, wording);
        if (segments.length > 1) continue;
        const columns = single[specIndex]!;
        const known = columns.get(leaf);
        if (known === undefined) columns.set(leaf, new Set([columnIndex]));
        else known.add(columnIndex);
        if (column.type === "money" || column.type === "count") {
          push(loose, leaf, wording);
          const stem = looseWords(leaf);
          if (stem !== "" && stem !== leaf) push(loose, stem, wording);
        }
      }
    });
  });
  const places = new Set(dimensions.filter(({ kind }) => kind === "place").map(({ name }) => name));
  const placeKeys = specs.map((spec) =>
    spec.columns.findIndex(
      ({ type, dimension }) => type === "key" && dimension !== undefined && places.has(dimension),
    ),
  );
  const stems = dimensions.flatMap((dimension) => {
    const { name, fillers } = dimension;
    return fillers === undefined
      ? []
      : [{ fillers, columns: columnsByStem(specs, name, memberStems(dimension)) }];
  });
  return { specs, byLeaf, loose, stems, words, single, placeKeys };
}

function columnsByStem(
  specs: readonly TableSpec[],
  dimension: string,
  members: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Wording[]> {
  const found = new Map<string, Wording[]>();
  for (const [stem, member] of members) {
    specs.forEach((spec, specIndex) =>
      spec.columns.forEach((column, columnIndex) => {
        if (column.dimension !== dimension || column.member !== member) return;
        push(found, stem, { spec: specIndex, column: columnIndex, segments: [stem], canonical: false });
      }),
    );
  }
  return found;
}

/** A header's words with the unit that counts in it: 集中排查#户. */
export function withUnit(words: string, unit: string): string {
  return `${words}#${unit}`;
}

interface Told {
  readonly segments: readonly string[];
  /** Unit of a count that the lowest header names. */
  readonly unit: string | undefined;
  readonly canonical: boolean;
}

/** Told once for a pack's column: a check looks tables up many times over. */
const toldBefore = new WeakMap<
  ColumnSpec,
  { readonly dimensions: readonly KeyDimension[]; readonly told: readonly Told[] }
>();

function wordingsOf(column: ColumnSpec, dimensions: readonly KeyDimension[]): readonly Told[] {
  const before = toldBefore.get(column);
  if (before?.dimensions === dimensions) return before.told;
  const told = wordingsAnew(column, dimensions);
  toldBefore.set(column, { dimensions, told });
  return told;
}

function wordingsAnew(column: ColumnSpec, dimensions: readonly KeyDimension[]): readonly Told[] {
  const found = new Map<string, Told>();
  const add = (text: string, canonical: boolean): void => {
    const parts = text.split("/").map(headerText);
    const segments = parts.map((part) => part.full).filter((part) => part !== "");
    const unit = column.type === "count" ? parts.at(-1)?.units[0] : undefined;
    const id = `${segments.join("/")}#${unit ?? ""}`;
    if (segments.length > 0 && !found.has(id)) found.set(id, { segments, unit, canonical });
  };
  column.headers.forEach((text, index) => add(text, index === 0));
  add(column.name, true);
  const dimension = dimensions.find((one) => one.name === column.dimension);
  const member = dimension?.members?.find((one) => one.name === column.member);
  for (const synonym of member?.synonyms ?? []) add(synonym, false);
  return [...found.values()];
}

function push(map: Map<string, Wording[]>, word: string, wording: Wording): void {
  const list = map.get(word);
  if (list === undefined) map.set(word, [wording]);
  else list.push(wording);
}
