/** The columns of a table: their order, headers, units and number formats. */
import type { Features } from "./features";
import type { Random } from "./random";
import type { Column, ColumnKind, RateForm, TableId, Unit } from "./table";
import { ALONE, COUNTY_WORDS, GROUPINGS } from "./wordings";

const KINDS: { readonly [table in TableId]: { readonly [column: string]: ColumnKind } } = {
  funds: {
    total: "money",
    centralAdvance: "money",
    centralNew: "money",
    region: "money",
    prefecture: "money",
    bonds: "money",
    countyFunds: "money",
  },
  release: {
    level: "label",
    name: "label",
    document: "label",
    received: "date",
    released: "date",
    days: "days",
    amount: "money",
  },
  projects: {
    township: "label",
    village: "label",
    name: "label",
    category: "label",
    centralAdvance: "money",
    centralNew: "money",
    region: "money",
    prefecture: "money",
    bonds: "money",
    countyFunds: "money",
    total: "money",
    spent: "money",
    started: "date",
    completed: "date",
    done: "flag",
    target: "flag",
  },
  execution: { budget: "money", spent: "money", carryover: "money", rate: "rate", reason: "label" },
  assets: {
    invested: "money",
    original: "money",
    present: "money",
    household: "money",
    township: "money",
    village: "money",
    county: "money",
  },
  industry: { batch: "label", funds: "money", industry: "money", share: "rate" },
  monitoring: {
    households: "count",
    people: "count",
    clearedHouseholds: "count",
    clearedPeople: "count",
  },
  rectification: { source: "label", found: "count", mended: "count", rate: "rate", note: "label" },
};

/** The tables that have a row for each county. */
export const COUNTY_TABLES: readonly TableId[] = ["funds", "projects", "execution", "assets", "monitoring"];

/** The money that the pack's default for the unit does not decide has a format with fixed decimals. */
function moneyFormat(
  random: Random,
  unit: Unit,
  decimals: number,
): Pick<Column, "format" | "formatDecimals"> {
  if (unit === "元") return { format: "#,##0.00", formatDecimals: 2 };
  const zeros = "0".repeat(unit === "亿元" ? decimals + 4 : decimals);
  const fixed = random.pick([`#,##0.${zeros}_ `, `0.${zeros}`, `#,##0.${zeros}`]);
  if (unit === "亿元") return { format: fixed, formatDecimals: decimals + 4 };
  return random.chance(0.2)
    ? { format: undefined, formatDecimals: undefined }
    : { format: fixed, formatDecimals: decimals };
}

const RATE_FORMATS: { readonly [form in RateForm]: string | undefined } = {
  fraction: undefined,
  "percent-format": "0.00%",
  points: "0.00",
  "percent-text": undefined,
  live: "0.00%",
};

function headerPaths(
  random: Random,
  features: Features,
  table: TableId,
  flat: boolean,
): { readonly [id: string]: readonly string[] } {
  const words = random.fork("words");
  const paths: { [id: string]: readonly string[] } = {};
  for (const [id, choices] of Object.entries(ALONE[table])) {
    paths[id] = [features.has("synonyms") ? words.pick(choices) : (choices[0] ?? id)];
  }
  const schemes = GROUPINGS[table];
  const plain = table === "funds" || table === "projects" || table === "assets" || table === "monitoring";
  const grouped = features.has("headerDepth") ? random.chance(0.8) : plain;
  if (grouped && !flat) {
    const scheme = features.has("headerDepth") ? random.pick(schemes) : (schemes[0] ?? []);
    for (const { above, below } of scheme) {
      for (const [id, choices] of Object.entries(below)) paths[id] = [...above, words.pick(choices)];
    }
  }
  return paths;
}

/** Writes a header as officers do: broken over lines, spread with spaces. */
function decorate(random: Random, features: Features, text: string): string {
  let out = text;
  if (features.has("headerSpaces") && random.chance(0.4)) {
    if (Array.from(out).length === 2) out = Array.from(out).join(random.pick([" ", "  ", "　"]));
    else out = random.pick([`${out} `, ` ${out}`, `${out}　`]);
  }
  if (features.has("headerLineBreaks") && random.chance(0.5)) {
    const bracket = out.indexOf("（");
    if (bracket > 0) out = `${out.slice(0, bracket)}\n${out.slice(bracket)}`;
    else if (out.trim() === out && out.length >= 4) {
      const middle = Math.floor(out.length / 2);
      out = `${out.slice(0, middle)}\n${out.slice(middle)}`;
    }
  }
  return out;
}

function unitSuffix(column: Column, table: TableId): string {
  if (column.kind === "money") return `（${column.unit ?? "万元"}）`;
  if (column.kind === "rate") return column.rateForm === "fraction" ? "" : "（%）";
  if (table === "rectification" && column.kind === "count") return "（个）";
  return "";
}

export type ColumnChoices = {
  readonly unit: Unit;
  readonly decimals: number;
  readonly rateForm: RateForm;
  /** A money column told in yuan though the table is in another unit. */
  readonly yuanColumn?: string;
  readonly dropped?: string;
  readonly withUnits: boolean;
  /** One header row, as a transposed table needs. */
  readonly flat: boolean;
  readonly dateFormat: string | undefined;
};

function shuffleBlocks(random: Random, columns: readonly Column[]): Column[] {
  const blocks: Column[][] = [];
  for (const column of columns) {
    const last = blocks.at(-1);
    const above = last?.[0];
    if (
      last !== undefined &&
      above !== undefined &&
      above.path[0] === column.path[0] &&
      column.path.length > 1
    ) {
      last.push(column);
    } else blocks.push([column]);
  }
  return random.shuffled(blocks).flat();
}

/** All columns of a table in the order in which they are printed. */
export function makeColumns(
  random: Random,
  features: Features,
  table: TableId,
  choices: ColumnChoices,
): Column[] {
  const paths = headerPaths(random.fork("paths"), features, table, choices.flat);
  const look = random.fork("look");
  let columns: Column[] = Object.entries(KINDS[table])
    .filter(([id]) => id !== choices.dropped)
    .map(([id, kind]) => {
      const path = paths[id] ?? [id];
      if (kind === "money") {
        const unit = id === choices.yuanColumn ? "元" : choices.unit;
        return { id, kind, path, unit, ...moneyFormat(look, unit, choices.decimals) };
      }
      if (kind === "rate") {
        return { id, kind, path, rateForm: choices.rateForm, format: RATE_FORMATS[choices.rateForm] };
      }
      if (kind === "date") return { id, kind, path, format: choices.dateFormat };
      return { id, kind, path };
    });
  if (table === "funds" && features.has("centralSubtotal")) {
    const at = columns.findIndex((column) => column.id === "centralAdvance");
    const sibling = columns[at];
    if (sibling !== undefined) {
      const grouped = sibling.path.length > 1;
      columns.splice(at, 0, {
        ...sibling,
        id: "extra-central",
        path: grouped ? [...sibling.path.slice(0, -1), "小计"] : ["中央资金小计"],
      });
    }
  }
  if (features.has("columnOrder") && table !== "release" && table !== "projects") {
    const fixed = columns.filter(
      (column) => column.kind === "label" && column.id !== "reason" && column.id !== "note",
    );
    columns = [
      ...fixed,
      ...shuffleBlocks(
        random.fork("order"),
        columns.filter((column) => !fixed.includes(column)),
      ),
    ];
  }
  if (COUNTY_TABLES.includes(table)) {
    const words = features.has("synonyms") ? COUNTY_WORDS : COUNTY_WORDS.slice(0, 1);
    columns.unshift({ id: "countyName", kind: "label", path: [random.fork("county").pick(words)] });
  }
  if (!features.has("extraColumns") || random.fork("sequence").chance(0.8)) {
    columns.unshift({ id: "sequence", kind: "sequence", path: ["序号"] });
  }
  if (features.has("extraColumns")) {
    const extra = random.fork("extra");
    if (extra.chance(0.7) && table !== "rectification") {
      columns.push({ id: "extra-note", kind: "extra", path: ["备注"] });
    }
    if (extra.chance(0.4)) columns.push({ id: "extra-phone", kind: "extra", path: ["联系电话"] });
    if (extra.chance(0.3))
      columns.splice(extra.int(2, columns.length), 0, {
        id: "extra-person",
        kind: "extra",
        path: ["责任单位"],
      });
  }
  if (features.has("blankColumns") && random.fork("blank").chance(0.6)) {
    const gaps = columns.flatMap((column, at) => {
      const before = columns[at - 1];
      return before !== undefined && at > 1 && before.path[0] !== column.path[0] ? [at] : [];
    });
    if (gaps.length > 0) {
      columns.splice(random.fork("gap").pick(gaps), 0, { id: "blank-1", kind: "blank", path: [""] });
    }
  }
  const writing = random.fork("decorate");
  const written = new Map<string, string>();
  for (const column of columns) {
    const suffix = choices.withUnits || column.id === choices.yuanColumn ? unitSuffix(column, table) : "";
    const last = column.path.length - 1;
    column.path = column.path.map((text, level) => {
      const whole = level === last && suffix !== "" && !text.includes(suffix) ? text + suffix : text;
      if (level === last) return decorate(writing, features, whole);
      const key = column.path.slice(0, level + 1).join("/");
      const known = written.get(key) ?? decorate(writing, features, whole);
      written.set(key, known);
      return known;
    });
  }
  return columns;
}
