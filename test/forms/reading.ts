/** Drawn sheets as a host hands them over, through the product's one door. */
import { NO_ANSWERS } from "../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../src/core/evaluate";
import { SheetBuilder, workbookOf, type WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { projectSelfEvaluation } from "../../src/packs/project-self-evaluation/index";
import type { DrawnSheet } from "./draw";

export function snapshotOf(sheets: readonly DrawnSheet[]): WorkbookSnapshot {
  return workbookOf(
    sheets.map(({ name, cells, merges }) => {
      const sheet = new SheetBuilder(name);
      for (const { row, column, value, format } of cells) {
        if (typeof value === "number") sheet.setNumber(row, column, value);
        else sheet.setText(row, column, value);
        if (format !== undefined) sheet.setFormat(row, column, format);
      }
      for (const area of merges) sheet.addMerge(area);
      return sheet;
    }),
  );
}

export function judged(sheets: readonly DrawnSheet[], language: "zh-CN" | "en" = "zh-CN"): Evaluation {
  return evaluate(snapshotOf(sheets), projectSelfEvaluation, NO_ANSWERS, { language });
}
