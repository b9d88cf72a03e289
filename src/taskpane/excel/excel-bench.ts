/** The workbook that is open in Excel as the pane's workbench. */
import { type Answers, NO_ANSWERS } from "../../core/answers/answers";
import { keepAnswers } from "../../core/answers/keep";
import { rulesOutput, sheetOutput } from "../../core/sheets/output";
import type { SheetArea } from "../../core/workbook/address";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { ExcelHost } from "../../hosts/excel/host";
import { HostProblem } from "../../hosts/host";
import { loadPacks } from "../../packs";
import { EVALUATION_TEXTS } from "../../texts/evaluation";
import { SHEET_NAMES } from "../../texts/sheets";
import { EXCEL_TEXTS } from "../../texts/excel";
import type { EvaluateRequest, Inserted, Workbench } from "../workbench";
import { type Judged, type Judging, startJudging } from "./judging";

export { createExcelHost } from "../../hosts/excel/host";

interface Checked extends Judged {
  readonly workbook: WorkbookSnapshot;
  readonly judging: Judging;
}

/**
 * Sweeps what an interrupted run left, and gives the bench. The answers are always those of the workbook: the pane
 * stores its own there at once, and what the officer types on our sheets counts beside them.
 */
export async function openExcelBench(host: ExcelHost): Promise<Workbench> {
  await host.sweep();
  let checked: Checked | undefined;
  /** The answers that the pane shows. */
  let pane: Answers | undefined;

  async function check(request: EvaluateRequest): Promise<Checked> {
    const { language, signal, onStep } = request;
    const judging = startJudging(await loadPacks(), request);
    const workbook = await host.read({
      signal,
      onProgress: ({ done, of }) => onStep({ done, of, name: EVALUATION_TEXTS.reading[language] }),
      further: judging.whole,
    });
    return took(workbook, judging);
  }

  function took(workbook: WorkbookSnapshot, judging: Judging): Checked {
    const judged = judging.judged();
    if (judged === undefined) throw new HostProblem("changed-meanwhile", EXCEL_TEXTS.changedMeanwhile);
    checked = { workbook, judging, ...judged };
    pane = judged.evaluation.answers;
    return checked;
  }

  /** By the last check, where what changed since is known and it was asked for likewise. */
  async function recheck(request: EvaluateRequest): Promise<Checked | undefined> {
    if (request.changedOnly !== true || checked === undefined) return undefined;
    const { workbook, judging } = checked;
    if (!judging.follow(request)) return undefined;
    const isRead = await host.reread(workbook, { signal: request.signal, further: judging.changed });
    return isRead ? took(workbook, judging) : undefined;
  }

  async function checkAndWrite(request: EvaluateRequest): Promise<Inserted> {
    const { workbook, pack, evaluation } = await check(request);
    const { sheets } = await host.write(sheetOutput(workbook, pack, evaluation));
    return { evaluation, sheets: sheets.map(({ name }) => name) };
  }

  return {
    kind: "excel",
    evaluate: async (request) => ((await recheck(request)) ?? (await check(request))).evaluation,
    keep: async (answers) => {
      const workbook = await host.read({});
      const before = pane ?? NO_ANSWERS;
      const language = checked?.evaluation.language ?? "zh-CN";
      const { xml, xmlAlone, cells } = keepAnswers(workbook, answers, before, language);
      try {
        await host.keepAnswers(xml, cells);
      } catch (error) {
        if (!(error instanceof HostProblem && error.code === "protected-sheet")) throw error;
        await host.keepAnswers(xmlAlone, []);
      }
      pane = answers;
    },
    async insert(request): Promise<Inserted> {
      try {
        return await checkAndWrite(request);
      } catch (error) {
        if (!(error instanceof HostProblem && error.code === "changed-meanwhile")) throw error;
        // The officer typed between check and writing: once more with what stands there now.
        return checkAndWrite(request);
      }
    },
    async writeRules(request) {
      const { workbook, pack } = await check(request);
      const output = rulesOutput(workbook, pack, request.rules?.[pack.id] ?? {}, request.language);
      const { sheets } = await host.write(output);
      return { sheets: sheets.map(({ name }) => name) };
    },
    live: {
      select: (area) => host.select(area),
      reveal: (area) => host.reveal(area),
      selection: () => host.selection(),
      mark: (findings) => host.mark(findings),
      clearMarks: () => host.clearMarks(),
      calculate: () => host.calculate(),
      onChange: (listener) =>
        host.onChange((areas) => {
          if (checked === undefined || areas.some((area) => concerns(area, checked))) listener();
        }),
    },
  };
}

/** Rows around a table whose change may make it longer or tell its unit or year. */
const AROUND = 10;

/** Whether the check may come out otherwise: cells in or near a table, on our sheets, or anywhere while one is missing. */
function concerns(area: SheetArea, checked: Checked | undefined): boolean {
  if (checked === undefined) return true;
  const { workbook, evaluation } = checked;
  if (!workbook.sheets.some(({ name }) => name === area.sheet)) return true;
  if (workbook.ownSheets.some(({ sheet }) => sheet === area.sheet)) return true;
  if (evaluation.checks.findings.some(({ rule }) => rule.startsWith("table."))) return true;
  if (area.sheet === SHEET_NAMES.rules) return true;
  return [...evaluation.tables, ...evaluation.forms].some(
    ({ place }) =>
      place.sheet === area.sheet &&
      area.top <= place.bottom + AROUND &&
      area.bottom >= place.top - AROUND &&
      area.left <= place.right + AROUND &&
      area.right >= place.left - AROUND,
  );
}
