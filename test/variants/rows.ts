/** The rows of the eight tables: consistent figures of the world in the units of the columns. */
import { cellsOf, type Facts } from "./facts";
import type { Features } from "./features";
import { TOWNSHIPS } from "./places";
import { projectRows } from "./projectRows";
import type { Random } from "./random";
import type { Column, Row, TableId } from "./table";
import { BATCHES, LEVELS, SUBTOTAL_WORDS, TOTAL_WORDS } from "./wordings";
import { type BySource, type Source, SOURCES, sumBySource, sumOf, type World } from "./world";

export type RowChoices = {
  readonly order: readonly number[];
  readonly names: readonly string[];
  readonly totals: "bottom" | "top" | "both" | "none";
  readonly excluded?: number;
  readonly subtotals: boolean;
  readonly townships: boolean;
  readonly mergedCounty: boolean;
  /** Projects of all counties mixed. */
  readonly mixed: boolean;
  readonly mergedProject: boolean;
};

function fundsFacts(amounts: BySource): Facts {
  return { ...amounts, "extra-central": amounts.centralAdvance + amounts.centralNew, total: sumOf(amounts) };
}

function assetFacts(items: readonly World["assets"][number][]): Facts {
  const sum = (id: "household" | "township" | "village" | "county" | "present"): bigint =>
    items.reduce((all, item) => all + item[id], 0n);
  const parts = {
    household: sum("household"),
    township: sum("township"),
    village: sum("village"),
    county: sum("county"),
  };
  const original = parts.household + parts.township + parts.village + parts.county;
  return { ...parts, original, invested: original, present: sum("present") };
}

function countFacts(items: readonly (readonly [number, number, number, number])[]): Facts {
  const sum = (at: 0 | 1 | 2 | 3): number => items.reduce((all, item) => all + item[at], 0);
  return { households: sum(0), people: sum(1), clearedHouseholds: sum(2), clearedPeople: sum(3) };
}

/** What a table that lists counties says of a set of them. */
function countyFacts(world: World, table: TableId, counties: readonly number[]): Facts {
  const of = <T>(items: readonly T[]): T[] => counties.flatMap((at) => items.slice(at, at + 1));
  if (table === "funds") return fundsFacts(sumBySource(of(world.funds)));
  if (table === "assets") return assetFacts(of(world.assets));
  if (table === "monitoring") return countFacts(of(world.monitoring));
  const budget = of(world.funds).reduce((sum, amounts) => sum + sumOf(amounts), 0n);
  const spent = of(world.spent).reduce((sum, amount) => sum + amount, 0n);
  return { budget, spent, carryover: budget - spent };
}

/** Two townships that share a county's figures; their sum is the county's, column by column. */
function townshipFacts(random: Random, facts: Facts, table: TableId, grain: bigint): readonly Facts[] {
  const share = random.int(30, 60);
  const first: { [id: string]: bigint | number } = {};
  const second: { [id: string]: bigint | number } = {};
  for (const [id, fact] of Object.entries(facts)) {
    if (typeof fact === "bigint") {
      const part = ((fact * BigInt(share)) / 100n / grain) * grain;
      first[id] = part;
      second[id] = fact - part;
    } else if (typeof fact === "number") {
      first[id] = Math.floor((fact * share) / 100);
      second[id] = fact - Math.floor((fact * share) / 100);
    }
  }
  const wholes: readonly (readonly [string, readonly string[]])[] =
    table === "funds"
      ? [
          ["extra-central", ["centralAdvance", "centralNew"]],
          ["total", [...SOURCES]],
        ]
      : table === "assets"
        ? [
            ["original", ["household", "township", "village", "county"]],
            ["invested", ["household", "township", "village", "county"]],
          ]
        : [];
  for (const [id, parts] of wholes) {
    for (const one of [first, second])
      one[id] = parts.reduce((sum, part) => sum + BigInt(one[part] ?? 0), 0n);
  }
  return [first, second];
}

function totalRow(
  random: Random,
  features: Features,
  table: TableId,
  columns: readonly Column[],
  facts: Facts,
  label: string,
): Row {
  const cells = cellsOf(table, columns, facts);
  const first = columns.find((column) => column.kind === "label");
  const sequence = columns.findIndex((column) => column.id === "sequence");
  const reach =
    sequence === 0 && columns[1]?.id === first?.id && features.has("synonyms") && random.chance(0.4);
  if (reach) {
    cells.sequence = { kind: "label", text: label };
    if (first !== undefined) cells[first.id] = { kind: "covered" };
    return { role: "total", cells, mergeLabel: true };
  }
  if (first !== undefined) cells[first.id] = { kind: "label", text: label };
  return { role: "total", cells };
}

function withTotals(rows: Row[], choice: RowChoices["totals"], make: () => Row): Row[] {
  const top = choice === "top" || choice === "both" ? [make()] : [];
  const bottom = choice === "bottom" || choice === "both" ? [make()] : [];
  return [...top, ...rows, ...bottom];
}

function countyRows(
  random: Random,
  world: World,
  table: TableId,
  columns: readonly Column[],
  choices: RowChoices,
): Row[] {
  const rows: Row[] = [];
  const cut = Math.ceil(choices.order.length / 2);
  let group: Row[] = [];
  let members: number[] = [];
  const townshipAt = random.int(0, 2);
  for (const [at, county] of choices.order.entries()) {
    const facts = {
      ...countyFacts(world, table, [county]),
      sequence: at + 1,
      countyName: choices.names[county] ?? "",
    };
    const row: Row = { role: "data", county, parts: [], cells: cellsOf(table, columns, facts) };
    rows.push(row);
    group.push(row);
    members.push(county);
    if (choices.townships && at % 3 === townshipAt) {
      const grain = table === "funds" ? world.grain : 10000n;
      const split = townshipFacts(random, countyFacts(world, table, [county]), table, grain);
      const names = random.shuffled(TOWNSHIPS);
      for (const [n, part] of split.entries()) {
        const label = `${n === 0 && random.chance(0.3) ? "其中：" : "　　"}${names[n] ?? ""}`;
        const below: Row = {
          role: "township",
          county,
          cells: cellsOf(table, columns, { ...part, countyName: label }),
        };
        row.parts?.push(below);
        rows.push(below);
      }
    }
    if (choices.subtotals && (at === cut - 1 || at === choices.order.length - 1)) {
      const word = random.pick(SUBTOTAL_WORDS);
      const sum = { ...countyFacts(world, table, members), countyName: word };
      rows.push({ role: "subtotal", parts: group, cells: cellsOf(table, columns, sum) });
      group = [];
      members = [];
    }
  }
  return rows;
}

function releaseRows(random: Random, features: Features, world: World, columns: readonly Column[]): Row[] {
  const word = (key: string): string =>
    features.has("synonyms") ? random.pick(LEVELS[key] ?? [key]) : (LEVELS[key]?.[0] ?? key);
  const words = new Map(Object.keys(LEVELS).map((key) => [key, word(key)]));
  return world.releases.map((item, at) => ({
    role: "data",
    key: item.level,
    cells: cellsOf("release", columns, {
      ...item,
      level: words.get(item.level) ?? "",
      days: item.released - item.received,
      sequence: at + 1,
    }),
  }));
}

const BATCH_ORDER: readonly Source[] = ["centralAdvance", "region", "centralNew", "prefecture"];

function industryRows(random: Random, features: Features, world: World, columns: readonly Column[]): Row[] {
  const all = sumBySource(world.funds);
  return BATCH_ORDER.map((key, at) => ({
    role: "data",
    key,
    cells: cellsOf("industry", columns, {
      sequence: at + 1,
      batch: features.has("synonyms") ? random.pick(BATCHES[key] ?? [key]) : (BATCHES[key]?.[0] ?? key),
      funds: all[key],
      industry: world.industry[key],
    }),
  }));
}

function grandFacts(world: World, table: TableId, counties: readonly number[]): Facts {
  if (table === "release") return { amount: world.releases.reduce((sum, item) => sum + item.amount, 0n) };
  if (table === "projects") {
    const amounts = sumBySource(world.projects.map((item) => item.amounts));
    return {
      ...amounts,
      total: sumOf(amounts),
      spent: world.projects.reduce((sum, item) => sum + item.spent, 0n),
    };
  }
  if (table === "industry") {
    const all = sumBySource(world.funds);
    const sum = (amounts: BySource): bigint => BATCH_ORDER.reduce((so, key) => so + amounts[key], 0n);
    return { funds: sum(all), industry: sum(world.industry) };
  }
  if (table === "rectification") {
    return {
      found: world.rectification.reduce((sum, item) => sum + item.found, 0),
      mended: world.rectification.reduce((sum, item) => sum + item.mended, 0),
    };
  }
  return countyFacts(world, table, counties);
}

/** All rows of a table, consistent with the world and with every other table. */
export function makeRows(
  random: Random,
  features: Features,
  world: World,
  table: TableId,
  columns: readonly Column[],
  choices: RowChoices,
): Row[] {
  const body = random.fork("body");
  const rows =
    table === "release"
      ? releaseRows(body, features, world, columns)
      : table === "projects"
        ? projectRows(body, world, columns, choices)
        : table === "industry"
          ? industryRows(body, features, world, columns)
          : table === "rectification"
            ? world.rectification.map<Row>((item, at) => ({
                role: "data",
                cells: cellsOf(table, columns, { ...item, sequence: at + 1 }),
              }))
            : countyRows(body, world, table, columns, choices);
  const word = features.has("synonyms") ? random.fork("total").pick(TOTAL_WORDS) : "合计";
  const excluded = choices.excluded === undefined ? undefined : (choices.names[choices.excluded] ?? "");
  const label = excluded === undefined ? word : `合计（不含${excluded}）`;
  const counted = choices.order.filter((county) => county !== choices.excluded);
  const ends = random.fork("ends");
  return withTotals(rows, choices.totals, () =>
    totalRow(ends, features, table, columns, grandFacts(world, table, counted), label),
  );
}
