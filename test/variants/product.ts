/** Puts the product behind the measure. The only file here that knows the product; the generator never does. */
import type { Evaluation } from "../../src/core/evaluate";
import { recognise } from "../../src/core/tables/recognise";
import type { Table } from "../../src/core/tables/table";
import { areaName } from "../../src/core/workbook/address";
import { readXlsx } from "../../src/hosts/file/read-xlsx";
import { DIMENSIONS, SPECS } from "../core/tables/pack-tables";
import type { Answer, AnsweredFinding, AnsweredTable } from "./answered";
import { addressOf, columnName } from "./model";

const hasMoney = (id: string): boolean => id !== "monitoring" && id !== "rectification";

function answeredTable(table: Table): AnsweredTable {
  const turned = table.orientation === "columns";
  const line = (at: number): string => (turned ? columnName(at) : String(at + 1));
  const across = (at: number): string => (turned ? String(at + 1) : columnName(at));
  return {
    id: table.spec.id,
    sheet: table.sheet.name,
    range: areaName(table.range),
    unit: hasMoney(table.spec.id) ? table.unit.name : undefined,
    columns: Object.fromEntries([...table.columns].map(([id, column]) => [id, across(column.column)])),
    dataRows: [...table.rows].map(line),
    totalRows: table.totalRows.map(line),
  };
}

/** Recognition alone: tables with columns and rows, and what it asks. */
export function recognised(xlsx: Uint8Array): Answer {
  const found = recognise(readXlsx(xlsx), SPECS, { dimensions: DIMENSIONS, year: 2021 });
  const asking = (rule: string, message: string, sheet?: string): AnsweredFinding => ({
    rule,
    severity: "error",
    sheet,
    message,
  });
  return {
    tables: found.tables.map(answeredTable),
    findings: [
      ...found.missing.map((spec) => asking("table.missing", spec.id)),
      ...found.ambiguous.map(({ table, candidates }) =>
        asking(
          "table.ambiguous",
          `${table.id}: ${candidates.map(({ why }) => why).join(" | ")}`,
          candidates[0]?.sheet,
        ),
      ),
      ...found.missingColumns.map(({ table, column }) =>
        asking("column.missing", column.id, table.sheet.name),
      ),
    ],
  };
}

/** The whole job's answer in the shape of the command line's JSON. */
export function answerOf(evaluation: Evaluation): Answer {
  return {
    tables: evaluation.tables.map((table) => ({
      id: table.id,
      sheet: table.place.sheet,
      range: areaName(table.place),
      unit: hasMoney(table.id) ? table.unit : undefined,
    })),
    findings: evaluation.checks.findings.map(({ rule, severity, cell, message }) => ({
      rule,
      severity,
      sheet: cell?.sheet,
      cell: cell === undefined ? undefined : addressOf(cell.row, cell.column),
      message,
    })),
  };
}
