/** @jest-environment jsdom */
import { expect, test } from "@jest/globals";
import { bootExcel } from "./boot";

test("Office.js starts in the window of a screen's test", async () => {
  const excel = await bootExcel(undefined, { window });
  const error: unknown = await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("nowhere").load("name");
    await context.sync();
  }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ code: "ItemNotFound" });
  excel.close();
}, 60_000);
