/** The generator's own judge: the rules within a table as printed, slowly and without the product. */
import { judgeAtMost, atMostWarning, judgeRate, judgeSum, type Severity } from "./bands";
import type { ExpectedFinding } from "./expected";
import { type Placed, read, side } from "./reads";
import { type Column, columnOf, figureOf, type Row, rowsOf, type Table, type TableId } from "./table";
import { SOURCES } from "./world";

type Verdict = {
  readonly rule: string;
  readonly tables: readonly TableId[];
  readonly placed: Placed;
  readonly cells: readonly string[] | "any";
  readonly severity: Severity | undefined;
  readonly optional: boolean;
};

function findingOf(verdict: Verdict): readonly ExpectedFinding[] {
  if (verdict.severity === undefined) return [];
  return [
    {
      rule: verdict.rule,
      tables: verdict.tables,
      sheets: [verdict.placed.sheet],
      cells: verdict.cells,
      severities: [verdict.severity],
      min: verdict.optional ? 0 : 1,
      max: 1,
      why: verdict.optional ? "may be judged" : "figures disagree",
    },
  ];
}

const judgedRows = (table: Table): Row[] => table.rows.filter((row) => row.role !== "continuation");
/** Subtotals and townships are nobody's rule; what a program says of them is neither asked nor forbidden. */
const optionalRow = (row: Row): boolean => row.role === "subtotal" || row.role === "township";

/** left = plus - minus in every row; not run where the left cell holds nothing. */
function rowSum(
  placed: Placed,
  rule: string,
  left: string,
  plus: readonly string[],
  minus: readonly string[] = [],
): ExpectedFinding[] {
  if ([left, ...plus, ...minus].some((id) => columnOf(placed.table, id) === undefined)) return [];
  return judgedRows(placed.table).flatMap((row) => {
    const head = read(placed, row, left);
    const added = side(plus.map((id) => read(placed, row, id)));
    const taken = side(minus.map((id) => read(placed, row, id)));
    if (head.kind !== "figure" || added === undefined || taken === undefined) return [];
    const severity = judgeSum(head.reading, added.readings, taken.readings, false);
    const optional = head.soft || added.soft || taken.soft || optionalRow(row);
    const cells = [placed.at(row, left)];
    return findingOf({ rule, tables: [placed.table.id], placed, cells, severity, optional });
  });
}

function rowAtMost(
  placed: Placed,
  rule: string,
  left: string,
  right: string,
  warn: boolean,
  counts: boolean,
): ExpectedFinding[] {
  return judgedRows(placed.table).flatMap((row) => {
    const small = read(placed, row, left);
    const large = read(placed, row, right);
    if (small.kind !== "figure" || large.kind !== "figure") return [];
    const found = judgeAtMost(small.reading, large.reading, counts);
    const severity = warn ? atMostWarning(found) : found;
    const optional = small.soft || large.soft || optionalRow(row);
    const cells = [placed.at(row, left), placed.at(row, right)];
    return findingOf({ rule, tables: [placed.table.id], placed, cells, severity, optional });
  });
}

function rowRate(placed: Placed, rule: string, rate: string, part: string, all: string): ExpectedFinding[] {
  const column = columnOf(placed.table, rate);
  if (column === undefined) return [];
  return judgedRows(placed.table).flatMap((row) => {
    const figure = figureOf(row, rate);
    const top = read(placed, row, part);
    const bottom = read(placed, row, all);
    if (figure === undefined || top.kind !== "figure" || bottom.kind !== "figure") return [];
    if (bottom.reading.value.n === 0n) return [];
    const severity = judgeRate(column, figure, top.reading, bottom.reading);
    const optional = figure.uncalculated === true || top.soft || bottom.soft || optionalRow(row);
    const cells = [placed.at(row, rate)];
    return findingOf({ rule, tables: [placed.table.id], placed, cells, severity, optional });
  });
}

const countedRows = (table: Table): Row[] =>
  rowsOf(table, "data").filter(
    (row) => table.totalExcludes === undefined || row.county !== table.totalExcludes,
  );

/** Every total row = sum of the data rows, in every column that can be summed. */
function columnTotals(placed: Placed, rule: string): ExpectedFinding[] {
  const { table } = placed;
  const columns = table.columns.filter(
    (column) => (column.kind === "money" || column.kind === "count") && !column.id.startsWith("extra"),
  );
  return rowsOf(table, "total").flatMap((row) =>
    columns.flatMap((column) => {
      const head = read(placed, row, column.id);
      const rows = side(countedRows(table).map((one) => read(placed, one, column.id)));
      if (head.kind !== "figure" || rows === undefined) return [];
      const severity = judgeSum(head.reading, rows.readings, [], column.kind === "count");
      const optional = head.soft || rows.soft;
      const cells = [placed.at(row, column.id)];
      return findingOf({ rule, tables: [table.id], placed, cells, severity, optional });
    }),
  );
}

function dayOf(row: Row, columnId: string): number | undefined {
  const figure = figureOf(row, columnId);
  return figure === undefined ? undefined : Number(figure.value.n);
}

function dateOrder(placed: Placed, rule: string, first: string, second: string): ExpectedFinding[] {
  return rowsOf(placed.table, "data").flatMap((row) => {
    const from = dayOf(row, first);
    const to = dayOf(row, second);
    const severity: Severity | undefined =
      from !== undefined && to !== undefined && to < from ? "error" : undefined;
    const cells = [placed.at(row, first), placed.at(row, second)];
    return findingOf({ rule, tables: [placed.table.id], placed, cells, severity, optional: false });
  });
}

function releaseDays(placed: Placed): ExpectedFinding[] {
  return rowsOf(placed.table, "data").flatMap((row) => {
    const from = dayOf(row, "received");
    const to = dayOf(row, "released");
    if (from === undefined || to === undefined) return [];
    const common = { tables: ["release" as const], placed, optional: false };
    const days = read(placed, row, "days");
    const wrong = days.kind === "figure" && Number(days.reading.value.n) !== to - from;
    const soft = days.kind === "figure" && days.soft;
    const cells = ["received", "released", "days"]
      .filter((id) => columnOf(placed.table, id) !== undefined)
      .map((id) => placed.at(row, id));
    const late: Severity | undefined = to - from > 5 ? "warning" : undefined;
    return [
      ...(wrong
        ? findingOf({
            ...common,
            rule: "release.days",
            cells: [placed.at(row, "days")],
            severity: "error",
            optional: soft,
          })
        : []),
      ...findingOf({ ...common, rule: "release.deadline", cells, severity: late }),
    ];
  });
}

const textOf = (row: Row, id: string): string => {
  const cell = row.cells[id];
  return cell?.kind === "label" ? cell.text.replace(/\s/gu, "") : "";
};

function projectLabels(placed: Placed): ExpectedFinding[] {
  const seen = new Set<string>();
  return rowsOf(placed.table, "data").flatMap((row) => {
    const ids = ["township", "village", "name"];
    const key = [String(row.county), ...ids.map((id) => textOf(row, id))].join("|");
    const again: Severity | undefined = seen.has(key) ? "warning" : undefined;
    seen.add(key);
    const untold: Severity | undefined = textOf(row, "target") === "否" ? "warning" : undefined;
    const common = { tables: ["projects" as const], placed, optional: false };
    const named = ["countyName", ...ids].map((id) => placed.at(row, id));
    const target = columnOf(placed.table, "target") === undefined ? [] : [placed.at(row, "target")];
    return [
      ...findingOf({ ...common, rule: "projects.duplicate", cells: named, severity: again }),
      ...findingOf({ ...common, rule: "projects.target", cells: target, severity: untold }),
    ];
  });
}

function dataCell(placed: Placed, row: Row, column: Column): ExpectedFinding[] {
  const cell = row.cells[column.id];
  const one = (rule: string, severity: Severity, min: number, why: string): ExpectedFinding => ({
    rule,
    tables: [placed.table.id],
    sheets: [placed.sheet],
    cells: [placed.at(row, column.id)],
    severities: [severity],
    min,
    max: 1,
    why,
  });
  if (cell === undefined) return [];
  const least = optionalRow(row) ? 0 : 1;
  if (cell.kind === "bad") return [one("data.not-a-number", "error", least, "words where a figure belongs")];
  if (cell.kind === "error") return [one("data.error-value", "error", least, "an error value")];
  if (cell.kind !== "figure") return [];
  if (cell.text !== undefined && column.kind !== "date") {
    return [one("data.text-number", "notice", least, "a figure held as text")];
  }
  return cell.uncalculated === true
    ? [one("data.not-calculated", "error", 0, "a formula without a stored value")]
    : [];
}

function dataFindings(placed: Placed): ExpectedFinding[] {
  const figures = placed.table.columns.filter(
    (column) =>
      ["money", "count", "rate", "days", "date"].includes(column.kind) && !column.id.startsWith("extra"),
  );
  return judgedRows(placed.table).flatMap((row) =>
    figures.flatMap((column) => dataCell(placed, row, column)),
  );
}

const WITHIN: { readonly [table in TableId]: (placed: Placed) => ExpectedFinding[] } = {
  funds: (placed) => [
    ...rowSum(placed, "funds.row-total", "total", SOURCES),
    ...columnTotals(placed, "funds.column-total"),
  ],
  release: (placed) => [
    ...releaseDays(placed),
    ...dateOrder(placed, "release.date-order", "received", "released"),
    ...columnTotals(placed, "release.column-total"),
  ],
  projects: (placed) => [
    ...rowSum(placed, "projects.row-total", "total", SOURCES),
    ...columnTotals(placed, "projects.column-total"),
    ...rowAtMost(placed, "projects.overspent", "spent", "total", false, false),
    ...dateOrder(placed, "projects.date-order", "started", "completed"),
    ...projectLabels(placed),
  ],
  execution: (placed) => [
    ...rowSum(placed, "execution.carryover", "carryover", ["budget"], ["spent"]),
    ...rowRate(placed, "execution.rate", "rate", "spent", "budget"),
    ...columnTotals(placed, "execution.column-total"),
  ],
  assets: (placed) => [
    ...rowSum(placed, "assets.original-value", "original", ["household", "township", "village", "county"]),
    ...rowAtMost(placed, "assets.present-value", "present", "original", true, false),
    ...columnTotals(placed, "assets.column-total"),
  ],
  industry: (placed) => [
    ...rowRate(placed, "industry.share", "share", "industry", "funds"),
    ...columnTotals(placed, "industry.column-total"),
    ...rowAtMost(placed, "industry.not-above", "industry", "funds", false, false),
  ],
  monitoring: (placed) => [
    ...rowAtMost(placed, "monitoring.people", "households", "people", false, true),
    ...rowAtMost(placed, "monitoring.people", "clearedHouseholds", "clearedPeople", false, true),
    ...columnTotals(placed, "monitoring.column-total"),
  ],
  rectification: (placed) => [
    ...rowAtMost(placed, "rectification.not-above", "mended", "found", false, true),
    ...rowRate(placed, "rectification.rate", "rate", "mended", "found"),
    ...columnTotals(placed, "rectification.column-total"),
  ],
};

/** Everything that the rules within each table and about its data lead to. */
export function judgeTable(placed: Placed): ExpectedFinding[] {
  return [...WITHIN[placed.table.id](placed), ...dataFindings(placed)];
}
