/** hengbiao check: one workbook through the whole job. */
import { packOfAnswers, parseAnswers } from "../core/answers/json";
import { type Answers, NO_ANSWERS } from "../core/answers/answers";
import { choosePack, type PackChoice } from "../core/choose";
import { type Evaluation, evaluate } from "../core/evaluate";
import { checkNarrative } from "../core/narrative/check";
import type { Pack } from "../core/pack/pack";
import { readAnswers } from "../core/answers/xml";
import { sheetOutput } from "../core/sheets/output";
import { openWorkbook, type OpenedWorkbook } from "../hosts/file/open";
import { copyWith, refusalToCopy } from "../hosts/file/write";
import { BUNDLED_PACKS, loadPacks } from "../packs/index";
import { CLI_TEXTS } from "../texts/cli";
import { SHEET_TEXTS } from "../texts/sheets";
import type { CheckCommand } from "./arguments";
import type { Io } from "./io";
import { evaluationJson, type Program } from "./json";
import { jsonPieces } from "./json-pieces";
import { checkOutput } from "./output";
import { findPack } from "./packs";
import { about, CliProblem } from "./problem";
import { startProgress } from "./progress";
import { hasSureError, readReport } from "./report";
import { withReport } from "./report-json";
import { reportLines } from "./report-screen";
import { screenLines } from "./screen";
import { paintFor } from "./terminal";

/** @returns exit code: 1 where an error-level finding stands */
export async function check(command: CheckCommand, io: Io, program: Program): Promise<number> {
  const { workbook: file, language } = command;
  await checkOutput(command, io);
  const progress = startProgress(io);
  try {
    const opened = await about(file, async () =>
      openWorkbook(await io.files.read(file), file, {
        onProgress: (done, of) => progress.step(CLI_TEXTS.reading[language], of === 0 ? 0 : done / of),
        convert: (bytes) => io.convert(bytes),
        ...(io.inflate === undefined ? {} : { inflate: io.inflate }),
      }),
    );
    const refusal = command.out === undefined ? undefined : refusalToCopy(opened);
    if (refusal !== undefined) throw new CliProblem(refusal, file);
    const { pack, answers, choice } = await packAndAnswers(command, opened, io);
    const narrative = command.report === undefined ? undefined : await readReport(command.report, io);
    const evaluation = evaluate(opened.snapshot, pack, answers, {
      language,
      withFacts: narrative !== undefined,
      ...(choice === undefined ? {} : { choice }),
      onStep: ({ done, of, name }) => progress.step(name, done / of),
    });
    const told =
      narrative === undefined
        ? undefined
        : checkNarrative(narrative, pack, { language, workbook: evaluation });
    if (evaluation.tables.length === 0 && evaluation.forms.length === 0 && !asksOfficer(evaluation)) {
      throw new CliProblem(CLI_TEXTS.noTables(pack.id), file);
    }
    const { out } = command;
    let changes = "";
    if (out !== undefined) {
      const bytes = await about(file, async () => {
        const output = sheetOutput(opened.snapshot, pack, evaluation);
        changes = output.changes;
        return copyWith(opened, output);
      });
      await about(out, () => io.files.save(out, bytes));
    }
    progress.end();
    const notes = [
      ...(out !== undefined && opened.kind === "old" ? [CLI_TEXTS.fromOld[language]] : []),
      ...(changes === "" ? [] : [`${SHEET_TEXTS.changesSince[language]}${changes}`]),
    ];
    if (command.json) {
      const json = evaluationJson(evaluation, program, { out, notes });
      for (const piece of jsonPieces(told === undefined ? json : withReport(json, told))) {
        io.out.write(piece);
        await io.out.drained();
      }
      io.out.write("\n");
    } else {
      const paint = paintFor(io.out.isTerminal, io.environment);
      const lines = [...screenLines(evaluation, file, paint)];
      if (told !== undefined) lines.push(...reportLines(told, command.report ?? "", language, paint));
      if (out !== undefined) lines.push("", CLI_TEXTS.written(out)[language], ...notes);
      io.out.write(`${lines.join("\n")}\n`);
    }
    const failed = evaluation.checks.findings.some(({ severity }) => severity === "error");
    return failed || (told !== undefined && hasSureError(told)) ? 1 : 0;
  } finally {
    progress.end();
  }
}

/** Two places that fit one table: there is something to answer, so the job has run. */
function asksOfficer({ checks }: Evaluation): boolean {
  return checks.findings.some(({ rule }) => rule === "table.ambiguous");
}

/** The pack that the workbook was last checked by, where it is one of ours. */
function packOfWorkbook({ snapshot }: OpenedWorkbook): string | undefined {
  const { answersXml } = snapshot;
  const id = answersXml === undefined ? undefined : readAnswers(answersXml)?.answers.pack;
  return BUNDLED_PACKS.some((pack) => pack.id === id) ? id : undefined;
}

export async function packAndAnswers(
  command: Pick<CheckCommand, "answers" | "pack" | "language">,
  opened: OpenedWorkbook,
  io: Io,
): Promise<{ readonly pack: Pack; readonly answers: Answers; readonly choice?: PackChoice }> {
  const { answers: file, language } = command;
  const text =
    file === undefined ? undefined : new TextDecoder().decode(await about(file, () => io.files.read(file)));
  const wanted =
    command.pack ?? (text === undefined ? undefined : packOfAnswers(text)) ?? packOfWorkbook(opened);
  const found = await about(wanted ?? "", () => packOrChoice(wanted, opened, io, language));
  const { pack } = found;
  if (text === undefined) return { ...found, answers: NO_ANSWERS };
  const reading = parseAnswers(text, pack);
  if (!reading.ok) throw new CliProblem(reading.problem, file);
  return { ...found, answers: reading.answers };
}

/** One of ours, wanted or chosen by the workbook; or the officer's own by its path. */
async function packOrChoice(
  wanted: string | undefined,
  { snapshot }: OpenedWorkbook,
  io: Io,
  language: CheckCommand["language"],
): Promise<{ readonly pack: Pack; readonly choice?: PackChoice }> {
  if (wanted !== undefined && BUNDLED_PACKS.every(({ id }) => id !== wanted))
    return { pack: await findPack(wanted, io, language) };
  const packs = await loadPacks();
  const choice = choosePack(snapshot, packs, wanted);
  return { pack: packs.find(({ id }) => id === choice.chosen.id) ?? packs[0], choice };
}
