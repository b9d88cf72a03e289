/** Work on a workbook file: open, evaluate, write. */
import { readAnswers } from "../../core/answers/xml";
import type { RuleSettings } from "../../core/revision/revision";
import { choosePack, type PackChoice } from "../../core/choose";
import { evaluate, type EvaluateOptions, type Evaluation, type Step } from "../../core/evaluate";
import type { Language, Pack } from "../../core/pack/pack";
import { type Checking, editable, startChecking } from "../../core/recheck";
import { NO_ANSWERS } from "../../core/answers/answers";
import { rulesOutput, sheetOutput } from "../../core/sheets/output";
import { openWorkbook, type OpenedWorkbook } from "../../hosts/file/open";
import { FileProblem } from "../../hosts/file/problem";
import { copyWith } from "../../hosts/file/write";
import { HostProblem } from "../../hosts/host";
import { loadPacks } from "../../packs";
import { PANE_TEXTS } from "../../texts/pane";
import { previewOf } from "../file/preview";
import type { FileRequest, Result } from "./protocol";

interface Open {
  readonly name: string;
  readonly workbook: OpenedWorkbook;
  /** The last check: other answers are judged on it without reading the figures again. */
  last?: {
    readonly packId: string;
    readonly language: Language;
    readonly choice: string;
    readonly checking: Checking;
  };
}

export type FileWork = (request: FileRequest, onStep: (step: Step) => void) => Promise<Result>;

export function fileWork(): FileWork {
  let open: Open | undefined;
  let tell: (step: Step) => void = () => {};
  return async (request, onStep) => {
    // A check that is kept alive tells its steps to whoever asks now.
    tell = onStep;
    try {
      if (request.kind === "open") {
        open = { name: request.name, workbook: await openWorkbook(request.bytes, request.name) };
        return undefined;
      }
      if (open === undefined) throw new HostProblem("other", PANE_TEXTS.workerDied);
      return await work(open, request, (step) => tell(step));
    } catch (error) {
      throw error instanceof FileProblem ? new HostProblem("unreadable", error.text) : error;
    }
  };
}

async function work(
  open: Open,
  request: Exclude<FileRequest, { readonly kind: "open" }>,
  onStep: (step: Step) => void,
): Promise<Result> {
  switch (request.kind) {
    case "evaluate":
    case "insert":
    case "rules": {
      const { name, workbook } = open;
      const packs = await loadPacks();
      const { answersXml } = workbook.snapshot;
      const stored = answersXml === undefined ? undefined : readAnswers(answersXml)?.answers.pack;
      const choice = choosePack(workbook.snapshot, packs, request.packId ?? stored);
      const pack = packs.find(({ id: known }) => known === choice.chosen.id) ?? packs[0];
      const ruleSettings = request.rules[pack.id] ?? {};
      if (request.kind === "rules") {
        const output = rulesOutput(workbook.snapshot, pack, ruleSettings, request.language);
        return {
          sheets: output.sheets.map((sheet) => sheet.name),
          file: { name: copyName(name, workbook.kind), bytes: copyWith(workbook, output) },
        };
      }
      const evaluation = evaluated(open, pack, choice, request, ruleSettings, onStep);
      if (request.kind === "evaluate") return evaluation;
      const output = sheetOutput(workbook.snapshot, pack, evaluation);
      return {
        evaluation,
        sheets: output.sheets.map((sheet) => sheet.name),
        file: { name: copyName(name, workbook.kind), bytes: copyWith(workbook, output) },
      };
    }
    case "peek": {
      const preview = previewOf(open.workbook.snapshot, request.area);
      if (preview === undefined)
        throw new HostProblem("sheet-gone", PANE_TEXTS.sheetGone(request.area.sheet));
      return preview;
    }
  }
}

function evaluated(
  on: Open,
  pack: Pack,
  choice: PackChoice,
  { language, answers }: Extract<FileRequest, { readonly answers: unknown }>,
  ruleSettings: RuleSettings,
  onStep: (step: Step) => void,
): Evaluation {
  const { last, workbook } = on;
  const told = JSON.stringify([choice, ruleSettings]);
  if (last?.packId === pack.id && last.language === language && last.choice === told) {
    const again = last.checking.answer(answers ?? NO_ANSWERS, answers !== undefined);
    if (again !== undefined) return again;
  }
  const options: EvaluateOptions = {
    language,
    choice,
    ruleSettings,
    answersAreAll: answers !== undefined,
    withFacts: true,
    onStep,
  };
  const sheets = editable(workbook.snapshot);
  if (sheets === undefined) return evaluate(workbook.snapshot, pack, answers ?? NO_ANSWERS, options);
  const checking = startChecking(sheets, pack, answers ?? NO_ANSWERS, options);
  on.last = { packId: pack.id, language, choice: told, checking };
  return checking.evaluation();
}

/** "表.xlsx" → "表-自评.xlsx"; an old format becomes .xlsx. */
function copyName(name: string, kind: OpenedWorkbook["kind"]): string {
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const macro = kind === "package" && name.toLowerCase().endsWith(".xlsm");
  return `${stem}-自评${macro ? ".xlsm" : ".xlsx"}`;
}
