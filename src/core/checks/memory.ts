/** What checking found, kept beside its context, so that after a change only what depends on it is done again. */
import type { BodyRuns, Comparison } from "../rules/language";
import type { TableColumn } from "../tables/table";
import type { Finding } from "./finding";

export interface CheckMemory {
  /** By check id: a formula may stand in two checks that judge it differently. */
  readonly runs: Map<string, BodyRuns>;
  readonly findings: WeakMap<Comparison, Finding>;
  /** Findings about the cells of a column. */
  readonly data: Map<TableColumn, readonly Finding[]>;
}

export function newMemory(): CheckMemory {
  return { runs: new Map(), findings: new WeakMap(), data: new Map() };
}

export function runsOf(memory: CheckMemory, check: string): BodyRuns {
  let runs = memory.runs.get(check);
  if (runs === undefined) memory.runs.set(check, (runs = new Map()));
  return runs;
}
