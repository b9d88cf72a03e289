/** What can be unlike the plain workbook. Each feature can be switched alone; README.md says what each must lead to. */
import type { Random } from "./random";

/** With how likely it is when all are mixed. */
const LIKELIHOOD = {
  synonyms: 0.6,
  headerUnits: 0.25,
  headerLineBreaks: 0.35,
  headerSpaces: 0.25,
  headerDepth: 0.45,
  headerUnmerged: 0.1,
  columnNumbers: 0.2,
  columnOrder: 0.15,
  extraColumns: 0.25,
  centralSubtotal: 0.15,
  transposed: 0.2,
  sideBySide: 0.15,
  stacked: 0.2,
  subtotals: 0.2,
  totalTop: 0.2,
  totalBoth: 0.12,
  totalNone: 0.08,
  totalExclusion: 0.08,
  blankRows: 0.2,
  blankColumns: 0.12,
  countyNames: 0.4,
  countyOrder: 0.3,
  projectOrder: 0.15,
  otherUnits: 0.25,
  townships: 0.2,
  tableUnit: 0.2,
  columnUnit: 0.1,
  unitByFormat: 0.07,
  rateForms: 0.4,
  rateNothing: 0.12,
  nothingMarks: 0.4,
  dateForms: 0.5,
  textNumbers: 0.2,
  hiddenRows: 0.15,
  filteredRows: 0.1,
  groupedRows: 0.15,
  hiddenColumns: 0.1,
  formulas: 0.6,
  uncalculated: 0.08,
  floatResidue: 0.25,
  footers: 0.5,
  lastYear: 0.15,
  ambiguousCopy: 0.05,
  missingTable: 0.05,
  missingColumn: 0.06,
  pictureExtra: 0.08,
  pictureOnly: 0.04,
  mergedCounty: 0.25,
  mergedProject: 0.15,
  titleForms: 0.4,
  sheetNames: 0.35,
  sheetOrder: 0.25,
  hiddenSheet: 0.06,
  otherSheets: 0.3,
  inlineStrings: 0.15,
  date1904: 0.08,
  wrongDimension: 0.1,
} as const;

export type Feature = keyof typeof LIKELIHOOD;
export const FEATURES = Object.keys(LIKELIHOOD) as readonly Feature[];
export type Features = ReadonlySet<Feature>;

/** Pairs of which a careful reader could not be sure together; the second gives way. */
const EXCLUSIVE: readonly (readonly [Feature, Feature])[] = [
  ["totalBoth", "totalTop"],
  ["totalNone", "totalBoth"],
  ["totalNone", "totalTop"],
  ["totalNone", "totalExclusion"],
  ["ambiguousCopy", "lastYear"],
  ["pictureOnly", "missingTable"],
];

export function chooseFeatures(
  random: Random,
  only?: readonly Feature[],
  without?: readonly Feature[],
): Features {
  const chosen = new Set<Feature>(
    only ?? FEATURES.filter((feature) => random.fork(feature).chance(LIKELIHOOD[feature])),
  );
  for (const feature of without ?? []) chosen.delete(feature);
  for (const [kept, dropped] of EXCLUSIVE) if (chosen.has(kept)) chosen.delete(dropped);
  if (chosen.has("totalExclusion") && only === undefined && !chosen.has("otherUnits")) {
    chosen.delete("totalExclusion");
  }
  return chosen;
}
