/** 绩效自评汇总表: all forms of the workbook with total, grade and counts of findings; stands where a score sheet would. */
import { FORM_HEADINGS, FORM_SHEET_TEXTS } from "../../texts/forms";
import { SHEET_TEXTS } from "../../texts/sheets";
import type { Evaluation } from "../evaluate";
import { areaAddress } from "../workbook/address";
import { linkText } from "./layout";
import type { SheetModel } from "./model";
import { addBanner, addRow, sheetWriter, textCell, valueCell } from "./sheet-writer";

/** Characters of 序号, 项目名称, 位置, 总分, 等次, 错误, 警告, 提示. */
const PLACE_WIDTH = 30;
const WIDTHS = [6, 40, PLACE_WIDTH, 10, 9, 8, 8, 8];

export function formsSheet(evaluation: Evaluation): SheetModel {
  const { forms, language, pack, revision } = evaluation;
  const writer = sheetWriter(WIDTHS);
  addBanner(writer, FORM_SHEET_TEXTS.title[language], "title", 2.4);
  addBanner(writer, SHEET_TEXTS.notice(pack.title)[language], "note");
  if (revision !== undefined && revision.summary !== "") addBanner(writer, revision.summary, "note");
  const header = addRow(
    writer,
    FORM_HEADINGS.map((heading) => textCell(heading[language], "header")),
  );
  forms.forEach((form, index) => {
    const grade = form.grade === undefined ? "" : `${form.grade}${form.assumed ? "†" : ""}`;
    const address = areaAddress(form.place);
    addRow(writer, [
      valueCell(String(index + 1), "centered"),
      textCell(form.key, "wrapped"),
      textCell(linkText(form.place, PLACE_WIDTH), "link", { link: address }),
      valueCell(form.total ?? "", "score"),
      textCell(grade, "centered"),
      valueCell(String(form.errors), "centered"),
      valueCell(String(form.warnings), "centered"),
      valueCell(String(form.notices), "centered"),
    ]);
  });
  const bottom = writer.rows.length - 1;
  if (forms.some(({ assumed, grade }) => assumed && grade !== undefined))
    addBanner(writer, SHEET_TEXTS.assumed[language], "note");
  return {
    kind: "score",
    name: FORM_SHEET_TEXTS.name,
    columns: writer.columns,
    rows: writer.rows,
    merges: writer.merges,
    validations: [],
    chart: undefined,
    filter: forms.length === 0 ? undefined : { top: header, left: 0, bottom, right: WIDTHS.length - 1 },
    freeze: { rows: header + 1, columns: 0 },
    print: {
      orientation: "landscape",
      area: { top: 0, left: 0, bottom: writer.rows.length - 1, right: WIDTHS.length - 1 },
      titleRows: { first: header, last: header },
      footer: SHEET_TEXTS.page[language],
    },
  };
}
