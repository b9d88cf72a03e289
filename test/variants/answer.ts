/** The right answer beside a workbook: where its tables stand, and of which the officer must be asked. */
import type { ExpectedFinding, ExpectedTable } from "./expected";
import { type Box, columnName, rangeOf, type SheetModel } from "./model";
import { type Seat, type SheetPlan, shiftBox } from "./sheets";
import type { TableId } from "./table";

/** The pack's ids of columns that have other names here. */
const PACK_IDS: { readonly [table in TableId]: { readonly [column: string]: string } } = {
  funds: { centralAdvance: "central-early", centralNew: "central-new", countyFunds: "county-funds" },
  release: { days: "interval" },
  projects: {
    centralAdvance: "central-early",
    centralNew: "central-new",
    countyFunds: "county-funds",
    total: "planned",
    done: "finished",
  },
  execution: {},
  assets: { county: "county-level" },
  industry: {},
  monitoring: {
    households: "surveyed-households",
    people: "surveyed-people",
    clearedHouseholds: "cleared-households",
    clearedPeople: "cleared-people",
  },
  rectification: {},
};

/** The id by which the pack knows a column. */
export function packColumn(table: TableId, column: string): string {
  if (column === "sequence") return "no";
  if (column === "countyName") return "county";
  return PACK_IDS[table][column] ?? column;
}

/** What befalls the tables of a variant. */
export type Fate = {
  readonly lastYear: readonly TableId[];
  readonly twice: TableId | undefined;
  readonly gone: TableId | undefined;
  readonly pictured: TableId | undefined;
  readonly dropped: readonly [TableId, string] | undefined;
};

/** Where a table stands, as a careful reader draws it. */
export function expectedTable(plan: SheetPlan, seat: Seat): ExpectedTable {
  const { block } = seat;
  const { table } = block;
  const judged = table.columns.filter(
    (column) =>
      ["money", "count", "rate", "date", "days"].includes(column.kind) && !column.id.startsWith("extra"),
  );
  const label = table.columns.find((column) => column.kind === "label");
  const rows = table.rows.filter((row) => row.role === "data" || row.role === "total");
  const spots = rows.flatMap((row) =>
    [...judged, ...(label === undefined ? [] : [label])].map((column) => block.spot(row, column.id)),
  );
  const atLeast: Box = {
    top: Math.min(...spots.map(([row]) => row)),
    left: Math.min(...spots.map(([, column]) => column)),
    bottom: Math.max(...spots.map(([row]) => row)),
    right: Math.max(...spots.map(([, column]) => column)),
  };
  const named = (row: number, column: number): string =>
    table.transposed ? String(row + 1) : columnName(column);
  const lined = (row: number, column: number): string =>
    table.transposed ? columnName(column) : String(row + 1);
  const first = table.rows[0];
  const columns: { [id: string]: string } = {};
  for (const column of table.columns) {
    if (
      column.kind === "extra" ||
      column.kind === "blank" ||
      column.id.startsWith("extra") ||
      first === undefined
    )
      continue;
    const [row, at] = block.spot(first, column.id);
    columns[packColumn(table.id, column.id)] = named(row + seat.down, at + seat.across);
  }
  const lines = (role: "data" | "total"): string[] =>
    rows
      .filter((row) => row.role === role)
      .map((row) => {
        const [r, c] = block.spot(row, judged[0]?.id ?? "");
        return lined(r + seat.down, c + seat.across);
      });
  return {
    id: table.id,
    sheet: plan.name,
    title: table.title,
    range: rangeOf(shiftBox(block.whole, seat)),
    headerRange: rangeOf(shiftBox(block.header, seat)),
    atLeast: rangeOf(shiftBox(atLeast, seat)),
    atMost: rangeOf(shiftBox(block.outer, seat)),
    unit: table.openPrecision ? undefined : table.unit,
    transposed: table.transposed,
    columns,
    dataRows: lines("data"),
    totalRows: lines("total"),
  };
}

/** Tables that are missing or stand twice, columns that are missing. */
export function askedFindings(
  fate: Fate,
  sheets: readonly SheetModel[],
  twice: readonly string[],
  plans: readonly SheetPlan[],
): ExpectedFinding[] {
  const missing = [fate.gone, fate.pictured].flatMap((id) => id ?? []);
  const named = plans.find((plan) => plan.seats.some((seat) => seat.block.table.id === fate.dropped?.[0]));
  return [
    ...missing.map((id) => ({
      rule: "table.missing",
      tables: [id],
      sheets: "any" as const,
      cells: "any" as const,
      severities: ["error" as const],
      min: 1,
      max: 1,
      why: `${id} is not in the workbook`,
    })),
    ...(fate.twice === undefined
      ? []
      : [
          {
            rule: "table.ambiguous",
            tables: [fate.twice],
            sheets: sheets.map((sheet) => sheet.name).filter((name) => twice.includes(name)),
            cells: "any" as const,
            severities: ["error" as const],
            min: 1,
            max: 2,
            why: `${fate.twice} stands in the workbook twice`,
          },
        ]),
    ...(fate.dropped === undefined || named === undefined
      ? []
      : [
          {
            rule: "column.missing",
            tables: [fate.dropped[0]],
            sheets: [named.name],
            cells: "any" as const,
            severities: ["error" as const, "warning" as const, "notice" as const],
            min: 1,
            max: 1,
            why: `${fate.dropped.join(".")} is not in the table`,
          },
        ]),
  ];
}
