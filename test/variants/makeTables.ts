/** Chooses units, layouts and wordings for each table and builds it from a world. */
import { COUNTY_TABLES, type ColumnChoices, makeColumns } from "./columns";
import { DATE_FORMATS } from "./dress";
import type { Features } from "./features";
import type { Random } from "./random";
import { makeRows, type RowChoices } from "./rows";
import { TABLE_IDS, type Table, type TableId, type Unit } from "./table";
import { TITLES } from "./wordings";
import type { World } from "./world";

/** Columns without which a table is still known for what it is, and a rule cannot run. */
export const DROPPABLE: readonly (readonly [TableId, string])[] = [
  ["execution", "carryover"],
  ["execution", "rate"],
  ["assets", "present"],
  ["projects", "target"],
  ["release", "days"],
  ["rectification", "rate"],
  ["industry", "share"],
];

const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八"];
const MAY_TURN: readonly TableId[] = ["industry", "rectification", "execution", "monitoring"];

export type TableChoices = {
  readonly year: "2021" | "2020";
  /** Both years must stand in the titles, or none may. */
  readonly yearShown: boolean | undefined;
  readonly dropped: string | undefined;
  /** The place of the county that totals may leave out, if one is labelled so. */
  readonly excludable: number | undefined;
};

function titleOf(random: Random, features: Features, table: TableId, choices: TableChoices): string {
  const form = features.has("titleForms") ? random.pick(["年度", "年", ""]) : "年度";
  const shown = choices.yearShown ?? form !== "";
  const year = shown ? choices.year + (form === "" ? "年度" : form) : "";
  const words = features.has("synonyms") ? TITLES[table] : TITLES[table].slice(0, 1);
  const title = random.pick(words).replace("YEAR", year);
  const at = TABLE_IDS.indexOf(table);
  const prefix = features.has("titleForms")
    ? random.pick([`表${at + 1} `, `附表${at + 1}：`, "", `表${NUMERALS[at] ?? ""}　`])
    : `表${at + 1} `;
  return prefix + title;
}

function unitOf(random: Random, features: Features, table: TableId): Unit {
  if (features.has("unitByFormat") && table === "assets") return "元";
  if (!features.has("tableUnit") || !random.chance(0.3)) return "万元";
  return random.pick<Unit>(["元", "元", "亿元"]);
}

function unitWords(random: Random, features: Features, table: TableId, unit: Unit): string {
  const what = table === "monitoring" ? "户、人" : table === "rectification" ? "个" : unit;
  const before =
    features.has("titleForms") && what === unit ? random.pick(["单位：", "金额单位：", "单位:"]) : "单位：";
  return before + what;
}

/** Longer names in some tables, short ones in others. */
function namesFor(random: Random, features: Features, world: World): readonly string[] {
  if (!features.has("countyNames")) return world.counties.map((county) => county.full);
  const how = random.int(0, 3);
  return world.counties.map((county) => {
    const name =
      how === 0 ? county.full : how === 1 ? county.short : random.pick([county.full, county.short]);
    return how === 3 && Array.from(name).length === 3 ? Array.from(name).join("　") : name;
  });
}

function footerOf(random: Random, features: Features): readonly (readonly string[])[] {
  if (!features.has("footers")) return [];
  const phone = `1399996${random.int(1000, 9999)}`;
  return random.pick<readonly (readonly string[])[]>([
    [["填表人：（签字）", "审核人：（签字）", "联系电话：0996-2022222"]],
    [["填表人：（签字）", "联系电话：", phone]],
    [["备注：数据截至2021年11月30日。"], ["负责人：", "填表人：（签字）", `联系电话：${phone}`]],
    [["注：合计数为各县市之和。"], ["单位负责人：", "经办人：", "填报日期：2021年12月10日"]],
  ]);
}

function totalsOf(random: Random, features: Features): RowChoices["totals"] {
  if (features.has("totalNone") && random.chance(0.3)) return "none";
  if (features.has("totalBoth") && random.chance(0.5)) return "both";
  return features.has("totalTop") && random.chance(0.6) ? "top" : "bottom";
}

/** One table with consistent figures; errors and ways of writing come later. */
export function makeTable(
  random: Random,
  features: Features,
  world: World,
  id: TableId,
  choices: TableChoices,
): Table {
  const units = random.fork("unit");
  const unit = unitOf(units, features, id);
  const shape = random.fork("shape");
  const countyTable = COUNTY_TABLES.includes(id);
  const small = !countyTable || world.counties.length <= 7;
  const transposed = features.has("transposed") && MAY_TURN.includes(id) && small && shape.chance(0.6);
  const money = id !== "monitoring" && id !== "rectification";
  const openPrecision = features.has("unitByFormat") && id === "assets";
  const labelled = features.has("headerUnits") && units.chance(0.7) && !openPrecision;
  const yuan: readonly (readonly [TableId, string])[] = [
    ["assets", "original"],
    ["assets", "present"],
    ["execution", "carryover"],
  ];
  const yuanColumn = yuan.find(([table]) => table === id && units.chance(0.6))?.[1];
  const rates = features.has("rateForms")
    ? shape.pick(["fraction", "percent-format", "points", "percent-text", "live"] as const)
    : "percent-format";
  const columnChoices: ColumnChoices = {
    unit,
    decimals: world.grain === 1000n && id !== "assets" ? 3 : 2,
    rateForm: rates,
    ...(features.has("columnUnit") && unit === "万元" && !openPrecision && yuanColumn !== undefined
      ? { yuanColumn }
      : {}),
    ...(choices.dropped === undefined ? {} : { dropped: choices.dropped }),
    withUnits: labelled,
    flat: transposed,
    dateFormat: features.has("dateForms") ? shape.pick(DATE_FORMATS) : DATE_FORMATS[0],
  };
  const columns = makeColumns(random.fork("columns"), features, id, columnChoices);
  const plainRows = !transposed;
  const subtotals = features.has("subtotals") && plainRows && countyTable && shape.chance(0.6);
  const excluding =
    features.has("totalExclusion") && (id === "assets" || id === "monitoring") && shape.chance(0.7);
  const order = world.counties.map((_, at) => at);
  const rowChoices: RowChoices = {
    order: features.has("countyOrder") ? shape.shuffled(order) : order,
    names: namesFor(random.fork("names"), features, world),
    totals: totalsOf(random.fork("totals"), features),
    ...(excluding && choices.excludable !== undefined ? { excluded: choices.excludable } : {}),
    subtotals,
    townships: features.has("townships") && plainRows && id !== "execution" && shape.chance(0.6),
    mergedCounty: features.has("mergedCounty") && !subtotals && shape.chance(0.7),
    mergedProject: features.has("mergedProject"),
    mixed: features.has("projectOrder"),
  };
  const rows = makeRows(random.fork("rows"), features, world, id, columns, rowChoices);
  if (openPrecision) {
    for (const column of columns) {
      if (column.kind === "money") Object.assign(column, { format: "0!.0,", formatDecimals: undefined });
    }
  }
  const shownUnit = openPrecision && units.chance(0.5) ? "万元" : unit;
  const place = features.has("titleForms") && units.chance(0.3) && money ? "title" : "line";
  return {
    id,
    title: titleOf(random.fork("title"), features, id, choices),
    ...(money ? { unit: shownUnit } : {}),
    unitPlace: labelled && money && yuanColumn === undefined && units.chance(0.5) ? "headers" : place,
    unitText: unitWords(random.fork("words"), features, id, shownUnit),
    columns,
    rows,
    ...(rowChoices.excluded === undefined ? {} : { totalExcludes: rowChoices.excluded }),
    transposed,
    columnNumbers: features.has("columnNumbers") && !transposed && shape.chance(0.5),
    mergedHeaders: !(features.has("headerUnmerged") && shape.chance(0.5)),
    footer: footerOf(random.fork("footer"), features),
    openPrecision,
    standing: "counted",
  };
}
