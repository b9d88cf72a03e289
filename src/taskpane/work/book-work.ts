/** Work on the workbook that is open in Excel: its cells are taken in, judged, and made into our sheets here. */
import { keepAnswers } from "../../core/answers/keep";
import type { Step } from "../../core/evaluate";
import { asPlainData, rulesOutput, sheetOutput } from "../../core/sheets/output";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { type TakerHere, takeHere } from "../../hosts/excel/taker";
import { HostProblem } from "../../hosts/host";
import { loadPacks } from "../../packs";
import { EXCEL_TEXTS } from "../../texts/excel";
import { type Judged, type Judging, startJudging } from "./judging";
import type { BookRequest, Result } from "./protocol";

export type BookWork = (request: BookRequest, onStep: (step: Step) => void) => Promise<Result>;

export function bookWork(): BookWork {
  let taker: TakerHere = takeHere();
  let judging: Judging | undefined;
  let tell: (step: Step) => void = () => {};

  /** The reading that is judged, as it stands. */
  function standing(): Judged & { readonly workbook: WorkbookSnapshot } {
    const judged = judging?.judged();
    return { workbook: workbook(), ...(judged ?? unread()) };
  }

  function workbook(): WorkbookSnapshot {
    return taker.workbook() ?? unread();
  }

  return async (request, onStep) => {
    tell = onStep;
    switch (request.kind) {
      case "begin": {
        const { ask, sheets } = request;
        judging = ask && startJudging(await loadPacks(), ask, (step) => tell(step));
        taker = takeHere(judging);
        await taker.begin(sheets);
        return undefined;
      }
      case "put":
        await taker.put(request.grids);
        return undefined;
      case "complete":
        return taker.complete(request.book);
      case "further":
        return taker.further();
      case "again":
        return taker.again(request.grids);
      case "judged":
        return standing().evaluation;
      case "score-sheets": {
        const { workbook: read, pack, evaluation } = standing();
        return asPlainData(sheetOutput(read, pack, evaluation));
      }
      case "rules-sheet": {
        const { workbook: read, pack, ruleSettings, evaluation } = standing();
        return rulesOutput(read, pack, ruleSettings, evaluation.language);
      }
      case "entries":
        return keepAnswers(workbook(), request.answers, request.before, request.language);
    }
  };
}

function unread(): never {
  throw new HostProblem("changed-meanwhile", EXCEL_TEXTS.changedMeanwhile);
}
