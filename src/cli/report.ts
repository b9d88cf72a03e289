/** hengbiao report: the figures of one narrative against each other. */
import { checkNarrative, type NarrativeResult } from "../core/narrative/check";
import type { Narrative } from "../core/narrative/document";
import { openReport } from "../hosts/file/report/open-report";
import type { ReportCommand } from "./arguments";
import type { Io } from "./io";
import type { Program } from "./json";
import { findPack } from "./packs";
import { about } from "./problem";
import { reportJson } from "./report-json";
import { reportLines } from "./report-screen";
import { paintFor } from "./terminal";

/** @returns exit code: 1 where a sure error stands */
export async function report(command: ReportCommand, io: Io, program: Program): Promise<number> {
  const { language } = command;
  const pack = await about(command.pack ?? "", () => findPack(command.pack, io, language));
  const result = checkNarrative(await readReport(command.report, io), pack, { language });
  if (command.json) io.out.write(`${JSON.stringify(reportJson(result, pack, program), undefined, 2)}\n`);
  else {
    const paint = paintFor(io.out.isTerminal, io.environment);
    io.out.write(`${reportLines(result, command.report, language, paint).join("\n")}\n`);
  }
  return hasSureError(result) ? 1 : 0;
}

/** @throws CliProblem with the file's name */
export function readReport(file: string, io: Io): Promise<Narrative> {
  return about(file, async () => openReport(await io.files.read(file)));
}

export function hasSureError({ findings }: NarrativeResult): boolean {
  return findings.some(({ severity, confidence }) => severity === "error" && confidence === "sure");
}
