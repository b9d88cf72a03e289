/** hengbiao draft: a report with the workbook's figures, as .docx. */
import { evaluate } from "../core/evaluate";
import { draftReport } from "../core/narrative/draft";
import { openWorkbook } from "../hosts/file/open";
import { NARRATIVE_TEXTS } from "../texts/narrative";
import { CLI_TEXTS } from "../texts/cli";
import type { DraftCommand } from "./arguments";
import { packAndAnswers } from "./check";
import type { Io } from "./io";
import type { Program } from "./json";
import { checkOutput } from "./output";
import { about, CliProblem } from "./problem";

/** @returns exit code 0; what could not be drafted is thrown as a CliProblem */
export async function draft(command: DraftCommand, io: Io, program: Program): Promise<number> {
  const { workbook: file, out, language } = command;
  await checkOutput({ ...command, report: undefined }, io, ".docx");
  const opened = await about(file, async () =>
    openWorkbook(await io.files.read(file), file, { convert: (bytes) => io.convert(bytes) }),
  );
  const { pack, answers } = await packAndAnswers(command, opened, io);
  const evaluation = evaluate(opened.snapshot, pack, answers, { language: "zh-CN", withFacts: true });
  if (evaluation.tables.length === 0) throw new CliProblem(CLI_TEXTS.noTables(pack.id), file);
  const report = draftReport(pack, evaluation);
  // The writer of .docx is large and wanted by this command alone.
  const { writeDocx } = await import("../hosts/file/report/write-docx");
  const bytes = await writeDocx(report);
  await about(out, () => io.files.save(out, bytes));
  const { gaps, unsettled } = report;
  if (command.json) {
    const json = { program, pack: { id: pack.id, version: pack.version }, out, gaps, unsettled };
    io.out.write(`${JSON.stringify(json, undefined, 2)}\n`);
    return 0;
  }
  io.out.write(`${NARRATIVE_TEXTS.drafted(out, gaps)[language]}\n`);
  if (unsettled.length > 0) {
    io.out.write(`${NARRATIVE_TEXTS.unsettled(unsettled.join("、"))[language]}\n`);
  }
  return 0;
}
