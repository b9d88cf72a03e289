/** What a right program says of a variant. */
import type { Severity } from "./bands";
import type { TableId, Unit } from "./table";

/** A table that must be recognised, with the least and the most that its range may cover. */
export type ExpectedTable = {
  readonly id: TableId;
  readonly sheet: string;
  readonly title: string;
  /** First header cell to last row and column, as a careful reader draws it. */
  readonly range: string;
  readonly headerRange: string;
  /** What every right range must cover: all pack columns of all data and total rows. */
  readonly atLeast: string;
  /** What no right range may leave: the table with title, unit line and footers. */
  readonly atMost: string;
  readonly unit: Unit | undefined;
  readonly transposed: boolean;
  /** Pack column to its column letter (in a transposed table, its row number). */
  readonly columns: { readonly [columnId: string]: string };
  /** Row numbers (transposed: column letters) of data rows and of total rows. */
  readonly dataRows: readonly string[];
  readonly totalRows: readonly string[];
};

/**
 * Findings that belong together: between `min` and `max` findings of the rule, on one of the cells (or anywhere on
 * the sheets), at one of the severities. `min` 0 says what may be found without being false.
 */
export type ExpectedFinding = {
  readonly rule: string;
  /** The tables that must have been read for it. */
  readonly tables: readonly TableId[];
  readonly sheets: readonly string[] | "any";
  readonly cells: readonly string[] | "any";
  readonly severities: readonly Severity[];
  readonly min: number;
  readonly max: number;
  readonly why: string;
};
