/** Where a copy may be written, decided before any work. */
import { CLI_TEXTS } from "../texts/cli";
import type { CheckCommand } from "./arguments";
import type { Io } from "./io";
import { CliProblem } from "./problem";

/** @throws CliProblem where OUT is an input, exists without --force, has another extension or no folder */
export async function checkOutput(
  command: Pick<CheckCommand, "out" | "workbook" | "force" | "answers" | "pack" | "report">,
  io: Io,
  wanted: string = outputExtension(command.workbook),
): Promise<void> {
  const { out, workbook, force } = command;
  if (out === undefined) return;
  if (!out.toLowerCase().endsWith(wanted)) throw new CliProblem(CLI_TEXTS.outExtension(wanted), out);
  for (const input of [workbook, command.answers, command.pack, command.report]) {
    if (input !== undefined && (await io.files.same(input, out)))
      throw new CliProblem(CLI_TEXTS.outIsInput, out);
  }
  if (!(await io.files.exists(folderOf(out)))) throw new CliProblem(CLI_TEXTS.noFolder, out);
  if (!(await io.files.exists(out))) return;
  if ((await io.files.readFolder(out)) !== undefined) throw new CliProblem(CLI_TEXTS.folder, out);
  if (!force) throw new CliProblem(CLI_TEXTS.outExists, out);
}

/** A macro workbook stays one; everything else becomes a plain workbook. */
export function outputExtension(workbook: string): ".xlsx" | ".xlsm" {
  return /\.(?:xlsm|xltm)$/i.test(workbook) ? ".xlsm" : ".xlsx";
}

function folderOf(file: string): string {
  const cut = Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\"));
  return cut < 0 ? "." : cut === 0 ? "/" : file.slice(0, cut);
}
