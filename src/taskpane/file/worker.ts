/** File work beside the pane's own thread: open, evaluate, write. Answers each request once. */
import { readAnswers } from "../../core/answers/xml";
import type { RuleSettings } from "../../core/revision/revision";
import { choosePack, type PackChoice } from "../../core/choose";
import { evaluate, type EvaluateOptions, type Evaluation } from "../../core/evaluate";
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
import { previewOf } from "./preview";
import type { Answer, Asked, Request, Results } from "./protocol";

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

let open: Open | undefined;
/** The request that is being answered; steps are told to whoever waits for it. */
let current = 0;

function post(answer: Answer): void {
  self.postMessage(answer);
}

function opened(): Open {
  if (open === undefined) throw new HostProblem("other", PANE_TEXTS.workerDied);
  return open;
}

async function work(id: number, request: Request): Promise<Results[keyof Results]> {
  switch (request.kind) {
    case "open":
      open = { name: request.name, workbook: await openWorkbook(request.bytes, request.name) };
      return undefined;
    case "evaluate":
    case "insert":
    case "rules": {
      const { name, workbook } = opened();
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
      current = id;
      const evaluation = evaluated(opened(), pack, choice, request, ruleSettings);
      if (request.kind === "evaluate") return evaluation;
      const output = sheetOutput(workbook.snapshot, pack, evaluation);
      return {
        evaluation,
        sheets: output.sheets.map((sheet) => sheet.name),
        file: { name: copyName(name, workbook.kind), bytes: copyWith(workbook, output) },
      };
    }
    case "peek": {
      const preview = previewOf(opened().workbook.snapshot, request.area);
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
  { language, answers }: Extract<Request, { readonly answers: unknown }>,
  ruleSettings: RuleSettings,
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
    onStep: (step) => post({ id: current, kind: "step", step }),
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

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  work(data.id, data.request).then(
    (result) => post({ id: data.id, kind: "done", result }),
    (error: unknown) => {
      if (error instanceof FileProblem)
        post({ id: data.id, kind: "failed", code: "unreadable", text: error.text });
      else if (error instanceof HostProblem)
        post({ id: data.id, kind: "failed", code: error.code, text: error.text });
      else {
        const detail = error instanceof Error ? error.message : String(error);
        post({ id: data.id, kind: "failed", code: "other", text: PANE_TEXTS.unexpected(detail) });
      }
    },
  );
});
