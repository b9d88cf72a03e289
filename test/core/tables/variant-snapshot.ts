/** A generated workbook as a snapshot, without a file in between. */
import {
  newStore,
  SheetBuilder,
  workbookOf,
  type WorkbookSnapshot,
} from "../../../src/core/workbook/snapshot";
import type { WorkbookModel } from "../../variants/model";

export function snapshotOf(model: WorkbookModel): WorkbookSnapshot {
  const store = newStore();
  const sheets = model.sheets.map((sheet) => {
    const builder = new SheetBuilder(sheet.name, sheet.hidden ? "hidden" : "visible", store);
    for (const { row, column, value, formula, format } of sheet.cells) {
      if (value.kind === "number") builder.setNumber(row, column, Number(value.digits));
      if (value.kind === "text") builder.setText(row, column, value.text);
      if (value.kind === "error") builder.setError(row, column, value.code);
      if (formula !== undefined) builder.setFormula(row, column, formula, value.kind !== "none");
      if (format !== undefined) builder.setFormat(row, column, format);
    }
    for (const merge of sheet.merges) builder.addMerge(merge);
    for (const row of sheet.rows) if (row.hidden === true) builder.hideRow(row.index);
    for (const column of sheet.hiddenColumns) builder.hideColumn(column);
    return builder;
  });
  return workbookOf(sheets, { date1904: model.date1904 });
}
