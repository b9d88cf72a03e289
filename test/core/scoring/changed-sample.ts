/** The consistent sample with one sheet changed, scored by the pack of 2021. */
import { type Answers, NO_ANSWERS } from "../../../src/core/answers/answers";
import { runChecks } from "../../../src/core/checks/run";
import type { Pack } from "../../../src/core/pack/pack";
import { createContext } from "../../../src/core/rules/language";
import { computeScore } from "../../../src/core/scoring/compute";
import type { Score, ScoreItem } from "../../../src/core/scoring/score";
import { recognise } from "../../../src/core/tables/recognise";
import { cellName } from "../../../src/core/workbook/address";
import { SheetBuilder, type SheetSnapshot, workbookOf } from "../../../src/core/workbook/snapshot";
import { xjBridging2021 } from "../../../src/packs/xj-bridging-2021/index";
import { loadWithLibrary } from "../../support/load-with-library";

/** A number, a text, or an error by its name; undefined empties the cell. */
export type Entry = number | string | { readonly error: string } | undefined;

/**
 * @param changes cell → what it holds now, on the sheet of that name; undefined: the sheet is left out
 */
export function scoreChanged(
  sheet: string,
  changes: Readonly<Record<string, Entry>> | undefined,
  answers: Partial<Answers> = {},
  pack: Pack = xjBridging2021,
): Score {
  const sample = loadWithLibrary("assets/samples/bazhou-2021-consistent.xlsx");
  const sheets = sample.sheets.flatMap((each) =>
    each.name !== sheet ? [each] : changes === undefined ? [] : [withChanges(each, changes)],
  );
  const workbook = workbookOf(sheets);
  const recognition = recognise(workbook, pack.tables, { dimensions: pack.dimensions, year: 2021 });
  const context = createContext(pack, recognition, workbook);
  return computeScore(
    pack,
    context,
    runChecks(context, { language: "zh-CN" }),
    { ...NO_ANSWERS, ...answers },
    "zh-CN",
  );
}

export function itemOf(score: Score, no: string): ScoreItem {
  const found = score.items.find((item) => item.no === no);
  if (found === undefined) throw new Error(`no item ${no}`);
  return found;
}

function withChanges(sheet: SheetSnapshot, changes: Readonly<Record<string, Entry>>): SheetSnapshot {
  const copy = new SheetBuilder(sheet.name);
  for (const merge of sheet.merges) copy.addMerge(merge);
  for (let row = 0; row < sheet.rowCount; row += 1) {
    for (let column = 0; column < sheet.columnCount; column += 1) {
      const name = cellName({ row, column });
      const entry = Object.hasOwn(changes, name) ? changes[name] : heldBy(sheet, row, column);
      if (typeof entry === "number") copy.setNumber(row, column, entry);
      else if (typeof entry === "string") copy.setText(row, column, entry);
      else if (entry !== undefined) copy.setError(row, column, entry.error);
      copy.setFormat(row, column, sheet.format(row, column));
    }
  }
  return copy;
}

function heldBy(sheet: SheetSnapshot, row: number, column: number): Entry {
  switch (sheet.kind(row, column)) {
    case "number":
    case "boolean":
      return sheet.number(row, column);
    case "text":
      return sheet.text(row, column);
    case "error":
      return { error: sheet.text(row, column) };
    case "blank":
      return undefined;
  }
}
