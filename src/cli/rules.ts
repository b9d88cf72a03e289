/** hengbiao rules: the rules in force for a workbook; with --out, a copy with the rules as a sheet to be edited. */
import { readAnswers } from "../core/answers/xml";
import { ruleSummary } from "../core/help";
import { revise } from "../core/revision/revise";
import { rulesOutput } from "../core/sheets/output";
import { openWorkbook } from "../hosts/file/open";
import { copyWith, refusalToCopy } from "../hosts/file/write";
import { CLI_TEXTS } from "../texts/cli";
import { EVALUATION_TEXTS } from "../texts/evaluation";
import type { RulesCommand } from "./arguments";
import { packAndAnswers } from "./check";
import type { Io } from "./io";
import type { Program } from "./json";
import { checkOutput } from "./output";
import { about, CliProblem } from "./problem";
import { paintFor } from "./terminal";

/** @returns exit code: 1 where rows of the workbook's rules sheet were left out */
export async function rules(command: RulesCommand, io: Io, program: Program): Promise<number> {
  const { workbook: file, out, language, pack: wanted } = command;
  await checkOutput({ ...command, answers: undefined, report: undefined }, io);
  const opened = await about(file, async () =>
    openWorkbook(await io.files.read(file), file, { convert: (bytes) => io.convert(bytes) }),
  );
  const refusal = out === undefined ? undefined : refusalToCopy(opened);
  if (refusal !== undefined) throw new CliProblem(refusal, file);
  const { pack } = await packAndAnswers({ answers: undefined, pack: wanted, language }, opened, io);
  const revision = revise(opened.snapshot, pack, {});
  const summaries = revision.pack.checks.map((check) =>
    ruleSummary(check, revision, revision.pack, language),
  );
  if (out !== undefined) {
    const bytes = await about(file, async () =>
      copyWith(opened, rulesOutput(opened.snapshot, pack, {}, language)),
    );
    await about(out, () => io.files.save(out, bytes));
  }
  const { answersXml } = opened.snapshot;
  const unreadable = answersXml !== undefined && readAnswers(answersXml) === undefined;
  const problems = [...(unreadable ? [EVALUATION_TEXTS.answersUnreadable] : []), ...revision.problems].map(
    (problem) => problem[language],
  );
  if (command.json) {
    const json = {
      program,
      pack: { id: pack.id, version: pack.version },
      rules: summaries,
      off: revision.off.map(({ id }) => id),
      changes: revision.changes,
      problems,
      ...(out === undefined ? {} : { out }),
    };
    io.out.write(`${JSON.stringify(json, undefined, 2)}\n`);
  } else {
    const paint = paintFor(io.out.isTerminal, io.environment);
    const lines = [
      paint.bold(`${pack.title[language]}  ${pack.id} ${pack.version}`),
      CLI_TEXTS.rulesInForce(summaries.length, revision.off.length)[language],
      ...summaries.map(({ id, name, assumed }) => `  ${id}  ${name}${assumed ? " †" : ""}`),
      ...(problems.length === 0 ? [] : ["", paint.bold(CLI_TEXTS.rowsLeftOut[language])]),
      ...problems.map((problem) => `  ${problem}`),
      ...(out === undefined ? [] : ["", CLI_TEXTS.written(out)[language]]),
    ];
    io.out.write(`${lines.join("\n")}\n`);
  }
  return problems.length > 0 ? 1 : 0;
}
