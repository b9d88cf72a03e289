/**
 * The file host's door for writing: a workbook that was opened → the bytes of a copy with our sheets.
 * Command line and browser pane both come through here.
 */
import type { SheetOutput } from "../../core/sheets/output";
import type { Text } from "../../core/pack/pack";
import type { OpenedWorkbook } from "./open";
import { openPackage } from "./package";
import { writeSheets } from "./splice";
import { refusalToWrite } from "./workbook-part";

/** Why no copy can be written, told before any work; undefined where one can. */
export function refusalToCopy(opened: OpenedWorkbook): Text | undefined {
  return refusalToWrite(openPackage(opened.bytes));
}

/** @throws FileProblem where the copy would not be sound */
export function copyWith(opened: OpenedWorkbook, output: SheetOutput): Uint8Array {
  return writeSheets(opened.bytes, output);
}
