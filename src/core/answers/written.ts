/** What the answers part remembers of our sheets, so that the officer's entries are told from what we wrote. */
import type { FindingKey } from "../checks/finding";
import type { CellModel, SheetKind, SheetModel } from "../sheets/model";
import { cellName } from "../workbook/address";
import type { Answers } from "./answers";

/** The whole content of the answers part. */
export interface StoredAnswers {
  readonly answers: Answers;
  readonly sheets: readonly WrittenSheet[];
}

export interface WrittenSheet {
  readonly kind: SheetKind;
  readonly id: string;
  /** Its name when written: of several sheets with one mark, the one of this name is ours. */
  readonly name: string;
  readonly headers: readonly WrittenHeader[];
  readonly cells: readonly WrittenCell[];
}

/** Which column a header stands over: the row's number, or entries of a kind. */
export type HeaderRole = "key" | "score" | "evidence" | "explanation";

export interface WrittenHeader {
  readonly role: HeaderRole;
  /** A1 on the sheet when written. */
  readonly at: string;
  readonly text: string;
}

export interface WrittenCell {
  readonly at: string;
  /** What stood in the key column of its row (序号). */
  readonly key: string;
  readonly entry: WrittenEntry;
  /** The value last written; "" for blank. */
  readonly value: string;
}

export type WrittenEntry =
  | { readonly kind: "score"; readonly no: string }
  | { readonly kind: "evidence"; readonly no: string }
  | { readonly kind: "explanation"; readonly finding: FindingKey }
  /** A score of ours. */
  | { readonly kind: "computed"; readonly no: string; readonly formula: boolean };

/**
 * The record of a sheet as it is written: headers and entries from the model, with their values.
 * The first column holds the rows' numbers.
 * @param findings of the findings sheet, by the index that its entries name
 */
export function writtenSheet(
  model: SheetModel,
  id: string,
  name: string,
  findings: readonly { readonly key: FindingKey }[],
): WrittenSheet {
  const headers: WrittenHeader[] = [];
  const cells: WrittenCell[] = [];
  const header = new Map<number, { readonly row: number; readonly text: string }>();
  const note = (role: HeaderRole, column: number): void => {
    const found = header.get(column);
    if (found === undefined || headers.some((one) => one.role === role)) return;
    headers.push({ role, at: cellName({ row: found.row, column }), text: found.text });
  };
  model.rows.forEach((line, row) => {
    const key = textOf(line.cells[0]);
    line.cells.forEach((cell, column) => {
      if (cell === undefined) return;
      if (cell.style === "header" && textOf(cell) !== "") header.set(column, { row, text: textOf(cell) });
      const entry = entryOf(cell, key, findings);
      if (entry === undefined) return;
      note("key", 0);
      note(entry.kind === "computed" ? "score" : entry.kind, column);
      cells.push({ at: cellName({ row, column }), key, entry, value: textOf(cell) });
    });
  });
  return { kind: model.kind, id, name, headers, cells };
}

function entryOf(
  cell: CellModel,
  key: string,
  findings: readonly { readonly key: FindingKey }[],
): WrittenEntry | undefined {
  const { entry } = cell;
  if (entry === undefined) {
    if (cell.style !== "score" || key === "" || textOf(cell) === "") return undefined;
    return { kind: "computed", no: key, formula: cell.value.kind === "formula" };
  }
  if (entry.kind !== "explanation") return entry;
  const finding = findings[entry.index]?.key;
  return finding === undefined ? undefined : { kind: "explanation", finding };
}

function textOf(cell: CellModel | undefined): string {
  if (cell === undefined || cell.value.kind === "empty") return "";
  return cell.value.kind === "text" ? cell.value.text : cell.value.value;
}
