/** The rules across tables, and what the workbook as a whole leads to. */
import type { ExpectedFinding } from "./expected";
import { crossSide, type CrossSide, judgeCross, totalSides } from "./judgeCross";
import { judgeTable } from "./judgeWithin";
import type { Placed } from "./reads";
import { COUNTY_TABLES } from "./columns";
import { rowsOf, type TableId } from "./table";
import { SOURCES } from "./world";

export type PlacedTables = ReadonlyMap<TableId, Placed>;

const LEVEL_COLUMNS: { readonly [level: string]: readonly string[] } = {
  central: ["centralAdvance", "centralNew"],
  region: ["region"],
  bonds: ["bonds"],
  prefecture: ["prefecture"],
  county: ["countyFunds"],
};

function countiesOf(placed: Placed): number[] {
  return [...new Set(rowsOf(placed.table, "data").flatMap((row) => row.county ?? []))];
}

function countySide(placed: Placed, county: number, column: string): CrossSide | undefined {
  const rows = rowsOf(placed.table, "data").filter((row) => row.county === county);
  return rows.length === 0
    ? undefined
    : crossSide(
        placed,
        rows.map((row) => [row, column] as const),
        true,
      );
}

function perCounty(
  rule: string,
  left: Placed,
  right: Placed,
  columns: readonly (readonly [string, string])[],
): ExpectedFinding[] {
  return countiesOf(left).flatMap((county) =>
    columns.flatMap(([mine, theirs]) => {
      const one = countySide(left, county, mine);
      const other = countySide(right, county, theirs);
      return one === undefined || other === undefined ? [] : judgeCross(rule, left, right, [one], [other]);
    }),
  );
}

function fundsAgainstRelease(funds: Placed, release: Placed): ExpectedFinding[] {
  return Object.entries(LEVEL_COLUMNS).flatMap(([level, columns]) => {
    const rows = rowsOf(release.table, "data").filter((row) => row.key === level);
    const right = crossSide(
      release,
      rows.map((row) => [row, "amount"] as const),
      true,
    );
    return judgeCross("cross.funds-release", funds, release, totalSides(funds, columns), [right]);
  });
}

function industryAgainst(
  rule: string,
  industry: Placed,
  other: Placed,
  column: "funds" | "industry",
): ExpectedFinding[] {
  return rowsOf(industry.table, "data").flatMap((row) => {
    const key = row.key ?? "";
    const left = crossSide(industry, [[row, column]], true);
    const projects = rowsOf(other.table, "data").filter((one) => {
      const cell = one.cells.category;
      return cell?.kind === "label" && cell.text === "产业发展";
    });
    const right =
      column === "funds"
        ? totalSides(other, [key])
        : [
            crossSide(
              other,
              projects.map((one) => [one, key] as const),
              true,
            ),
          ];
    return judgeCross(rule, industry, other, [left], right);
  });
}

/** A county that some tables list and others do not. */
function countySets(tables: PlacedTables): ExpectedFinding[] {
  const listing = COUNTY_TABLES.flatMap((id) => {
    const placed = tables.get(id);
    return placed === undefined ? [] : [{ id, counties: new Set(countiesOf(placed)) }];
  });
  const all = [...new Set(listing.flatMap(({ counties }) => [...counties]))];
  return all.flatMap((county) => {
    const without = listing.filter(({ counties }) => !counties.has(county));
    if (without.length === 0) return [];
    return [
      {
        rule: "cross.county-set",
        tables: without.map(({ id }) => id),
        sheets: "any",
        cells: "any",
        severities: ["error"],
        min: 1,
        max: listing.length - 1,
        why: "a county is not in every table",
      },
    ];
  });
}

/** Units that differ between tables that are compared are converted, with a notice. */
function unitFindings(tables: PlacedTables): ExpectedFinding[] {
  const units = [...tables.values()].flatMap(({ table }) =>
    table.columns.flatMap((column) => (column.kind === "money" ? [column.unit ?? "万元"] : [])),
  );
  const compared = (["funds", "release", "projects", "execution", "industry"] as const).flatMap(
    (id) => tables.get(id)?.table.unit ?? [],
  );
  const differ = new Set(units).size > 1;
  const open = [...tables.values()].filter(({ table }) => table.openPrecision);
  return [
    ...(differ || open.length > 0
      ? [
          {
            rule: "data.unit",
            tables: [],
            sheets: "any" as const,
            cells: "any" as const,
            severities: ["notice" as const],
            min: new Set(compared).size > 1 ? 1 : 0,
            max: 1000,
            why: "units differ and are converted",
          },
        ]
      : []),
    ...open.map(({ table, sheet }) => ({
      rule: "data.unit",
      tables: [table.id],
      sheets: [sheet],
      cells: "any" as const,
      severities: ["warning" as const],
      min: table.unit === "元" ? 1 : 0,
      max: 1000,
      why: "the number format shows another unit than the label",
    })),
  ];
}

/** All findings over the tables that a right program has read. */
export function judgeTables(tables: PlacedTables): ExpectedFinding[] {
  const both = (
    left: TableId,
    right: TableId,
    judge: (left: Placed, right: Placed) => ExpectedFinding[],
  ): ExpectedFinding[] => {
    const one = tables.get(left);
    const other = tables.get(right);
    return one === undefined || other === undefined ? [] : judge(one, other);
  };
  return [
    ...[...tables.values()].flatMap(judgeTable),
    ...both("funds", "execution", (funds, execution) => [
      ...perCounty("cross.funds-execution", funds, execution, [["total", "budget"]]),
      ...judgeCross(
        "cross.funds-execution",
        funds,
        execution,
        totalSides(funds, ["total"]),
        totalSides(execution, ["budget"]),
      ),
    ]),
    ...both("funds", "release", fundsAgainstRelease),
    ...both("funds", "projects", (funds, projects) =>
      perCounty(
        "cross.funds-projects",
        funds,
        projects,
        SOURCES.map((source) => [source, source] as const),
      ),
    ),
    ...both("execution", "projects", (execution, projects) =>
      perCounty("cross.execution-projects", execution, projects, [["spent", "spent"]]),
    ),
    ...both("industry", "funds", (industry, funds) =>
      industryAgainst("cross.industry-funds", industry, funds, "funds"),
    ),
    ...both("industry", "projects", (industry, projects) =>
      industryAgainst("cross.industry-projects", industry, projects, "industry"),
    ),
    ...countySets(tables),
    ...unitFindings(tables),
  ];
}
