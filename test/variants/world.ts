/** Consistent figures of a made-up prefecture: everything that the eight tables say, before any is printed. */
import {
  AUTONOMOUS_COUNTIES,
  type County,
  OTHER_UNITS,
  PLAIN_COUNTIES,
  PROJECT_NAMES,
  TOWNSHIPS,
} from "./places";
import type { Random } from "./random";
import type { Features } from "./features";

export const SOURCES = [
  "centralAdvance",
  "centralNew",
  "region",
  "prefecture",
  "bonds",
  "countyFunds",
] as const;
export type Source = (typeof SOURCES)[number];
export type BySource = { readonly [source in Source]: bigint };

/** Money in fen (0.01 yuan); dates in days since 1899-12-30. */
export type Project = {
  readonly county: number;
  readonly township: string;
  readonly village: string;
  readonly name: string;
  readonly category: string;
  readonly amounts: BySource;
  readonly spent: bigint;
  readonly started: number;
  readonly completed: number;
  readonly done: boolean;
};

export type Release = {
  readonly level: "central" | "region" | "bonds" | "prefecture" | "county";
  readonly name: string;
  readonly document: string;
  readonly received: number;
  readonly released: number;
  readonly amount: bigint;
};

export type Assets = {
  readonly household: bigint;
  readonly township: bigint;
  readonly village: bigint;
  readonly county: bigint;
  readonly present: bigint;
};

export type World = {
  readonly prefecture: string;
  readonly counties: readonly County[];
  /** Fen in one unit of the last printed digit of the 万元 tables: 1000 is 0.001 万元, 10000 is 0.01. */
  readonly grain: bigint;
  readonly projects: readonly Project[];
  readonly funds: readonly BySource[];
  readonly spent: readonly bigint[];
  readonly releases: readonly Release[];
  readonly industry: BySource;
  readonly assets: readonly Assets[];
  readonly monitoring: readonly (readonly [number, number, number, number])[];
  readonly rectification: readonly {
    readonly source: string;
    readonly found: number;
    readonly mended: number;
  }[];
};

/** 2021-01-01 as days since 1899-12-30. */
const NEW_YEAR_2021 = 44197;

const none: BySource = {
  centralAdvance: 0n,
  centralNew: 0n,
  region: 0n,
  prefecture: 0n,
  bonds: 0n,
  countyFunds: 0n,
};

export function sumBySource(items: readonly BySource[]): BySource {
  const sum = (source: Source): bigint => items.reduce((all, item) => all + item[source], 0n);
  return Object.fromEntries(SOURCES.map((source) => [source, sum(source)])) as unknown as BySource;
}

export const sumOf = (amounts: BySource): bigint =>
  SOURCES.reduce((all, source) => all + amounts[source], 0n);

function makeProjects(random: Random, count: number, grain: bigint): Project[] {
  const projects: Project[] = [];
  const amount = (high: number): bigint => BigInt(random.int(1, high)) * grain;
  for (let county = 0; county < count; county += 1) {
    const wanted = random.int(2, 4);
    for (let n = 0; n < wanted; n += 1) {
      // The first project of a county is industrial and draws on every source, so that no total is nothing.
      const category = n === 0 ? "产业发展" : random.pick(Object.keys(PROJECT_NAMES));
      const given = (source: Source, high: number): bigint =>
        source === "bonds" || n === 0 || random.chance(0.7) ? amount(high) : 0n;
      const amounts: BySource = {
        centralAdvance: given("centralAdvance", 90000),
        centralNew: given("centralNew", 120000),
        region: given("region", 3000),
        prefecture: given("prefecture", 20000),
        bonds: given("bonds", 500000),
        countyFunds: given("countyFunds", 6000),
      };
      const planned = sumOf(amounts);
      const kept = random.chance(0.3) ? (planned * BigInt(random.int(1, 9))) / 100n : 0n;
      const started = NEW_YEAR_2021 + random.int(60, 150);
      projects.push({
        county,
        township: random.pick(TOWNSHIPS),
        village: `第${n * 4 + random.int(1, 4)}村`,
        name: random.pick(PROJECT_NAMES[category] ?? []),
        category,
        amounts,
        spent: planned - (kept / grain) * grain,
        started,
        completed: started + random.int(30, 160),
        done: random.chance(0.9),
      });
    }
  }
  return projects;
}

function makeReleases(random: Random, funds: BySource): Release[] {
  const line = (level: Release["level"], name: string, amount: bigint, month: number, n: number): Release => {
    const received = NEW_YEAR_2021 + month * 30 + random.int(0, 20);
    return {
      level,
      name,
      document: `云财农〔2021〕${n}号`,
      received,
      released: received + random.int(1, 5),
      amount,
    };
  };
  return [
    line("central", "中央提前下达财政专项扶贫资金", funds.centralAdvance, 0, 3),
    line("region", "自治区提前告知财政专项扶贫资金", funds.region, 1, 7),
    line("bonds", "2021年地方政府债券资金", funds.bonds, 3, 24),
    line("prefecture", "自治州配套财政专项扶贫资金", funds.prefecture, 3, 31),
    line("central", "中央新增财政衔接推进乡村振兴补助资金", funds.centralNew, 4, 38),
    line("county", "各县市配套资金", funds.countyFunds, 4, 45),
  ];
}

function makeAssets(random: Random, grain: bigint): Assets {
  const part = (): bigint => BigInt(random.int(10000, 1500000)) * grain;
  const parts = { household: part(), township: part(), village: part(), county: part() };
  const original = parts.household + parts.township + parts.village + parts.county;
  const worn = random.chance(0.5) ? (original / grain / 10n) * grain : 0n;
  return { ...parts, present: original - worn };
}

/** All figures of one made-up prefecture of 5 to 14 units. */
export function makeWorld(random: Random, features: Features, known?: readonly County[]): World {
  const wanted = random.int(5, 12);
  const autonomous = random.shuffled(AUTONOMOUS_COUNTIES).slice(0, random.int(1, 3));
  const plain = random.shuffled(PLAIN_COUNTIES).slice(0, wanted - autonomous.length);
  const others = features.has("otherUnits")
    ? OTHER_UNITS.filter((unit, n) => n === 0 || random.chance(0.4)).slice(0, 2)
    : [];
  const counties = known ?? [...random.shuffled([...plain, ...autonomous]), ...others];
  const grain = random.chance(0.5) ? 1000n : 10000n;
  const projects = makeProjects(random, counties.length, grain);
  const funds = counties.map((_, county) =>
    sumBySource(projects.filter((project) => project.county === county).map((project) => project.amounts)),
  );
  const all = sumBySource(funds);
  const inspections = ["财政监管局抽审", "第三方实地指导", "12317平台举报线索", "审计发现", "考核反馈"];
  return {
    prefecture: "云泽蒙古自治州",
    counties,
    grain,
    projects,
    funds,
    spent: counties.map((_, county) =>
      projects
        .filter((project) => project.county === county)
        .reduce((sum, project) => sum + project.spent, 0n),
    ),
    releases: makeReleases(random, all),
    industry: sumBySource([
      none,
      ...projects.filter((project) => project.category === "产业发展").map((project) => project.amounts),
    ]),
    assets: counties.map(() => makeAssets(random, 10000n)),
    monitoring: counties.map(() => {
      const households = random.int(100, 900);
      const cleared = random.int(10, 90);
      return [
        households,
        households * 3 + random.int(-99, 99),
        cleared,
        cleared * 3 + random.int(-9, 9),
      ] as const;
    }),
    rectification: inspections.slice(0, random.int(3, 5)).map((source) => {
      const found = random.int(3, 19);
      return { source, found, mended: random.chance(0.6) ? found : found - random.int(1, 2) };
    }),
  };
}
