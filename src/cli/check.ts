/** hengbiao check: one workbook through the whole job. */
import { packOfAnswers, parseAnswers } from "../core/answers/json";
import { type Answers, NO_ANSWERS } from "../core/answers/answers";
import { type Evaluation, evaluate } from "../core/evaluate";
import type { Pack } from "../core/pack/pack";
import { openWorkbook } from "../hosts/file/open";
import { CLI_TEXTS } from "../texts/cli";
import type { CheckCommand } from "./arguments";
import type { Io } from "./io";
import { evaluationJson, type Program } from "./json";
import { checkOutput } from "./output";
import { findPack } from "./packs";
import { about, CliProblem } from "./problem";
import { startProgress } from "./progress";
import { screenLines } from "./screen";
import { paintFor } from "./terminal";

/** @returns exit code: 1 where an error-level finding stands */
export async function check(command: CheckCommand, io: Io, program: Program): Promise<number> {
  const { workbook: file, language } = command;
  await checkOutput(command, io);
  const progress = startProgress(io);
  try {
    const opened = await about(file, async () =>
      openWorkbook(await io.files.read(file), file, (done, of) => {
        progress.step(CLI_TEXTS.reading[language], of === 0 ? 0 : done / of);
      }),
    );
    const { pack, answers } = await packAndAnswers(command, io);
    const evaluation = evaluate(opened.snapshot, pack, answers, {
      language,
      onStep: ({ done, of, name }) => progress.step(name, done / of),
    });
    progress.end();
    if (evaluation.tables.length === 0 && !asksOfficer(evaluation)) {
      throw new CliProblem(CLI_TEXTS.noTables(pack.id), file);
    }
    if (command.json) io.out.write(`${JSON.stringify(evaluationJson(evaluation, program), undefined, 2)}\n`);
    else {
      const lines = screenLines(evaluation, file, paintFor(io.out.isTerminal, io.environment));
      io.out.write(`${lines.join("\n")}\n`);
    }
    return evaluation.checks.findings.some(({ severity }) => severity === "error") ? 1 : 0;
  } finally {
    progress.end();
  }
}

/** Two places that fit one table: there is something to answer, so the job has run. */
function asksOfficer({ checks }: Evaluation): boolean {
  return checks.findings.some(({ rule }) => rule === "table.ambiguous");
}

async function packAndAnswers(
  command: CheckCommand,
  io: Io,
): Promise<{ readonly pack: Pack; readonly answers: Answers }> {
  const { answers: file, language } = command;
  const text =
    file === undefined ? undefined : new TextDecoder().decode(await about(file, () => io.files.read(file)));
  const wanted = command.pack ?? (text === undefined ? undefined : packOfAnswers(text));
  const pack = await about(wanted ?? "", () => findPack(wanted, io, language));
  if (text === undefined) return { pack, answers: NO_ANSWERS };
  const reading = parseAnswers(text, pack);
  if (!reading.ok) throw new CliProblem(reading.problem, file);
  return { pack, answers: reading.answers };
}
