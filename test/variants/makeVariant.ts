/** The generator: a workbook like those that officers send, with the right answer beside it. */
import { askedFindings, expectedTable, type Fate } from "./answer";
import { dress } from "./dress";
import { cover, otherSheets } from "./otherSheets";
import type { ExpectedFinding, ExpectedTable } from "./expected";
import { chooseFeatures, type Feature, type Features } from "./features";
import { type Block, layOut } from "./grid";
import type { Placed } from "./reads";
import { judgeTables } from "./judgeAcross";
import { DROPPABLE, makeTable, type TableChoices } from "./makeTables";
import type { WorkbookModel } from "./model";
import { plant, PLANT_KINDS, type PlantKind } from "./plants";
import { type Random, seededRandom } from "./random";
import { drawSheet, pictureSheet, placedOf, seatBlocks, type SheetPlan } from "./sheets";
import { type Cell, TABLE_IDS, type Table, type TableId } from "./table";
import { SHEET_NAMES } from "./wordings";
import { makeWorld } from "./world";

export type VariantOptions = {
  /** Exactly these features instead of a mixture. */
  readonly only?: readonly Feature[];
  /** Never these. */
  readonly without?: readonly Feature[];
  /** How many errors, or which kinds; from 0 to 4 of any kind if left out. */
  readonly plants?: number | readonly PlantKind[];
};

export type Variant = {
  readonly seed: number;
  readonly features: readonly Feature[];
  readonly plants: readonly PlantKind[];
  readonly workbook: WorkbookModel;
  /** Tables that a right program recognises, with where they are. */
  readonly tables: readonly ExpectedTable[];
  /** Tables for which asking is the right answer. */
  readonly asks: readonly { readonly id: TableId; readonly rule: "table.missing" | "table.ambiguous" }[];
  /** All findings of a right program; nothing else may be found. */
  readonly findings: readonly ExpectedFinding[];
};

const SMALL: readonly TableId[] = ["industry", "rectification", "monitoring", "execution", "release"];
const DATED: readonly TableId[] = [
  "funds",
  "execution",
  "industry",
  "monitoring",
  "rectification",
  "release",
];

function fateOf(random: Random, features: Features): Fate {
  const lastYear = features.has("lastYear") ? random.shuffled(DATED).slice(0, random.int(1, 3)) : [];
  const twice = features.has("ambiguousCopy") ? random.pick(TABLE_IDS) : undefined;
  const other = TABLE_IDS.filter((id) => id !== twice && !lastYear.includes(id));
  const gone = features.has("missingTable") ? random.pick(other) : undefined;
  const pictured = features.has("pictureOnly") ? random.pick(other.filter((id) => id !== gone)) : undefined;
  const dropped = features.has("missingColumn")
    ? random.pick(DROPPABLE.filter(([id]) => ![twice, gone, pictured].includes(id)))
    : undefined;
  return { lastYear, twice, gone, pictured, dropped };
}

function sow(
  random: Random,
  tables: ReadonlyMap<TableId, Table>,
  wanted: VariantOptions["plants"],
): { plants: PlantKind[]; touched: Set<Cell> } {
  const touched = new Set<Cell>();
  const count = typeof wanted === "number" ? wanted : random.int(0, 4);
  const kinds = Array.isArray(wanted)
    ? [...(wanted as readonly PlantKind[])]
    : random.shuffled(PLANT_KINDS).slice(0, count);
  const plants = kinds.filter((kind) => plant(kind, { tables, touched }, random.fork(kind)));
  return { plants, touched };
}

function sheetNameFor(random: Random, features: Features, id: TableId, at: number): string {
  if (!features.has("sheetNames")) return SHEET_NAMES[id];
  const bare = SHEET_NAMES[id].slice(2);
  return random.pick([
    SHEET_NAMES[id],
    `Sheet${at + 1}`,
    `附表${at + 1}`,
    `${at + 1}.${bare}`,
    bare,
    `${bare} `.trim(),
  ]);
}

/** The counted tables on their sheets: alone, stacked or side by side. */
function planSheets(random: Random, features: Features, blocks: readonly Block[]): SheetPlan[] {
  const start = (): readonly [number, number] =>
    features.has("blankRows") || features.has("blankColumns") ? [random.int(0, 2), random.int(0, 1)] : [0, 0];
  let left = [...blocks];
  const groups: { readonly blocks: readonly Block[]; readonly how: "stacked" | "beside" }[] = [];
  for (const [feature, how] of [
    ["sideBySide", "beside"],
    ["stacked", "stacked"],
  ] as const) {
    const fitting = random.shuffled(left.filter((block) => SMALL.includes(block.table.id)));
    const members = fitting.slice(0, random.int(2, 3));
    if (!features.has(feature) || members.length < 2) continue;
    left = left.filter((block) => !members.includes(block));
    groups.push({ blocks: members, how });
  }
  const all = [...left.map((block) => ({ blocks: [block], how: "stacked" as const })), ...groups];
  const ordered = features.has("sheetOrder") ? random.shuffled(all) : all;
  const used = new Set<string>();
  return ordered.map((group, at) => {
    const first = group.blocks[0]?.table.id ?? "funds";
    const wanted = group.blocks.length > 1 ? `其他附表${at + 1}` : sheetNameFor(random, features, first, at);
    const name = used.has(wanted) ? SHEET_NAMES[first] : wanted;
    used.add(name);
    const hidden = features.has("hiddenSheet") && random.chance(0.2);
    return { name, seats: seatBlocks(random, group.blocks, group.how, start()), hidden };
  });
}

/** Makes the variant of a seed: the same seed and options always give the same workbook and answer. */
export function makeVariant(seed: number, options: VariantOptions = {}): Variant {
  const random = seededRandom(seed);
  const features = chooseFeatures(random.fork("features"), options.only, options.without);
  const fate = fateOf(random.fork("fate"), features);
  const world = makeWorld(random.fork("world"), features);
  const earlier = makeWorld(random.fork("earlier"), features, world.counties);
  const leftOut = world.counties.findIndex((county) => county.full === "州本级");
  const choicesFor = (id: TableId, year: TableChoices["year"]): TableChoices => ({
    year,
    yearShown: fate.lastYear.includes(id) ? true : fate.twice === id ? false : undefined,
    dropped: fate.dropped?.[0] === id ? fate.dropped[1] : undefined,
    excludable: leftOut >= 0 ? leftOut : undefined,
  });
  const tables = new Map(
    TABLE_IDS.filter((id) => id !== fate.gone && id !== fate.pictured).map((id) => [
      id,
      makeTable(random.fork(id), features, world, id, choicesFor(id, "2021")),
    ]),
  );
  const sown = sow(
    random.fork("plants"),
    new Map([...tables].filter(([id]) => id !== fate.twice)),
    options.plants,
  );
  const date1904 = features.has("date1904");
  const blockOf = (table: Table, name: string): Block => {
    dress(random.fork(`dress ${name}`), features, table, sown.touched);
    return layOut(random.fork(`layout ${name}`), features, table, date1904);
  };
  const plans = planSheets(
    random.fork("sheets"),
    features,
    [...tables.values()].map((table) => blockOf(table, table.id)),
  );
  const taken = new Set(plans.map((plan) => plan.name));
  const copyOf = (id: TableId, standing: Table["standing"]): SheetPlan => {
    const table = makeTable(random.fork(`${id} ${standing}`), features, earlier, id, choicesFor(id, "2020"));
    table.standing = standing;
    const wanted = standing === "last-year" ? `2020年${SHEET_NAMES[id]}` : `${SHEET_NAMES[id]} (2)`;
    const name = taken.has(wanted) ? `${wanted}_` : wanted;
    taken.add(name);
    const seat = { block: blockOf(table, `${id} ${standing}`), down: 0, across: 0 };
    return { name, seats: [seat], hidden: standing === "last-year" && random.fork("hidden").chance(0.3) };
  };
  const copies = [
    ...fate.lastYear.map((id) => copyOf(id, "last-year")),
    ...(fate.twice === undefined ? [] : [copyOf(fate.twice, "ambiguous")]),
  ];
  const drawn = [...plans, ...copies].map((plan) =>
    drawSheet(random.fork(`draw ${plan.name}`), features, plan),
  );
  const withCover = fate.lastYear.length > 0 || random.fork("cover").chance(0.7);
  const sheets = [
    ...(withCover ? [cover()] : []),
    ...otherSheets(random.fork("others"), features),
    ...drawn,
    ...(fate.pictured === undefined ? [] : [pictureSheet("截图", SHEET_NAMES[fate.pictured])]),
    ...(features.has("pictureExtra") ? [pictureSheet("现场照片", "项目现场照片")] : []),
  ];
  const seated = plans.flatMap((plan) => plan.seats.map((seat) => ({ plan, seat })));
  const read = seated.filter(({ seat }) => seat.block.table.id !== fate.twice);
  const placed = new Map<TableId, Placed>(
    read.map(({ plan, seat }) => [seat.block.table.id, placedOf(plan, seat)]),
  );
  const twiceOn = [...plans, ...copies]
    .filter((plan) => plan.seats.some((seat) => seat.block.table.id === fate.twice))
    .map((plan) => plan.name);
  return {
    seed,
    features: [...features],
    plants: sown.plants,
    workbook: {
      sheets,
      date1904,
      inlineStrings: features.has("inlineStrings"),
      wrongDimension: features.has("wrongDimension"),
    },
    tables: read.map(({ plan, seat }) => expectedTable(plan, seat)),
    asks: [
      ...[fate.gone, fate.pictured].flatMap((id) =>
        id === undefined ? [] : [{ id, rule: "table.missing" as const }],
      ),
      ...(fate.twice === undefined ? [] : [{ id: fate.twice, rule: "table.ambiguous" as const }]),
    ],
    findings: [...judgeTables(placed), ...askedFindings(fate, sheets, twiceOn, plans)],
  };
}
