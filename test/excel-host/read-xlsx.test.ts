import { readFileSync } from "node:fs";
import * as XLSX from "@e965/xlsx";
import { describe, expect, test } from "@jest/globals";
import { makeXlsx } from "../support/make-xlsx";
import { areaText, cellArea, parseArea } from "./address";
import { readXlsx } from "./file/read-xlsx";
import { type Cell, cellKey, placeOf, type Sheet } from "./model";

function cellAt(sheet: Sheet | undefined, address: string): Cell | undefined {
  const area = parseArea(address);
  return area === undefined ? undefined : sheet?.cells.get(cellKey(area.row, area.column));
}

describe("reading an .xlsx into the simulated workbook", () => {
  test.each(["as-reported", "consistent"])(
    "every value and format of the sample %s as another library reads them",
    async (name) => {
      const bytes = readFileSync(`assets/samples/bazhou-2021-${name}.xlsx`);
      const workbook = await readXlsx(bytes);
      const book = XLSX.read(bytes, { cellNF: true });
      expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(book.SheetNames);
      let compared = 0;
      for (const sheet of workbook.sheets) {
        const other = book.Sheets[sheet.name] ?? {};
        const own = new Map<string, unknown>();
        for (const [key, cell] of sheet.cells) {
          const { row, column } = placeOf(key);
          if (cell.value !== undefined)
            own.set(areaText(cellArea(row, column)), [cell.value, cell.style.numberFormat]);
        }
        const theirs = new Map(
          Object.entries(other).flatMap(([address, cell]: [string, XLSX.CellObject]) =>
            address.startsWith("!") || cell.v === undefined
              ? []
              : [[address, [cell.v, cell.z ?? "General"]] as const],
          ),
        );
        compared += theirs.size;
        expect(own).toEqual(theirs);
        expect(sheet.merges.map(areaText).sort()).toEqual(
          (other["!merges"] ?? []).map((merge) => XLSX.utils.encode_range(merge)).sort(),
        );
      }
      expect(compared).toBeGreaterThan(1000);
    },
  );

  const bytes = makeXlsx({
    sheets: [
      {
        name: "表1",
        before:
          '<sheetPr><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane xSplit="1" ySplit="2" state="frozen"/></sheetView></sheetViews><cols><col min="2" max="3" width="10.7109375" customWidth="1" hidden="1"/></cols>',
        data: `<row r="1" ht="30" customHeight="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>1.5</v></c><c r="C1" t="inlineStr"><is><t>行内</t></is></c></row>
<row r="2" hidden="1"><c r="A2"><f t="shared" ref="A2:A3" si="0">B1*$B$1+'隐'!A1</f><v>2.25</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="b"><v>1</v></c></row>
<row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c><c r="B3" t="str"><f>_xlfn.CONCAT(A1,"x")</f><v>甲乙x</v></c><c r="C3" t="d"><v>2021-12-10</v></c></row>`,
        after: `<sheetProtection sheet="1" objects="1"/><mergeCells count="1"><mergeCell ref="D1:E2"/></mergeCells><conditionalFormatting sqref="A1:A3"><cfRule type="expression" priority="2"><formula>$A1&gt;1</formula></cfRule><cfRule type="cellIs" operator="greaterThan" priority="1"><formula>5</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B1:B2" allowBlank="1" showErrorMessage="1"><formula1>"是,否"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="'隐'!A1" tooltip="去"/></hyperlinks><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L左&amp;C第 &amp;P 页</oddFooter></headerFooter>`,
      },
      { name: "隐", state: "hidden", data: '<row r="1"><c r="A1"><v>0</v></c></row>' },
      { name: "深隐", state: "veryHidden" },
    ],
    texts: ['<r><t>甲</t></r><r><t>乙_x000D_</t></r><rPh sb="0" eb="1"><t>jia</t></rPh>'],
    styles: [0, 57],
    workbookBefore: '<workbookPr date1904="1"/><workbookProtection lockStructure="1"/>',
    workbookAfter:
      '<definedNames><definedName name="合计">表1!$A$1</definedName><definedName name="_hengbiao" localSheetId="1" hidden="1">"score:1"</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">表1!$1:$2</definedName></definedNames><calcPr calcMode="manual"/>',
    relations: [["customXml", "../customXml/item1.xml"]],
    parts: { "customXml/item1.xml": '<a xmlns="urn:example"><b/></a>' },
  });

  test("cells: runs joined, shared formulas moved, errors, days, Chinese built-in formats", async () => {
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(cellAt(sheet, "A1")?.value).toBe("甲乙\r");
    expect(cellAt(sheet, "B1")).toMatchObject({ value: 1.5, style: { numberFormat: 'yyyy"年"m"月"' } });
    expect(cellAt(sheet, "C1")?.value).toBe("行内");
    expect(cellAt(sheet, "A2")).toMatchObject({ value: 2.25, formula: "B1*$B$1+'隐'!A1" });
    expect(cellAt(sheet, "A3")).toMatchObject({ value: 0, formula: "B2*$B$1+隐!A2" });
    expect(cellAt(sheet, "B2")?.value).toEqual({ error: "#N/A" });
    expect(cellAt(sheet, "B3")).toMatchObject({ value: "甲乙x", formula: 'CONCAT(A1,"x")' });
    expect(cellAt(sheet, "C3")?.value).toBe(44540 - 1462);
  });

  test("workbook: 1904, protection, manual calculation, names by scope, custom XML, hidden sheets", async () => {
    const workbook = await readXlsx(bytes);
    expect(workbook).toMatchObject({ date1904: true, structureProtected: true, calculationMode: "Manual" });
    expect(workbook.sheets.map((sheet) => sheet.visibility)).toEqual(["Visible", "Hidden", "VeryHidden"]);
    expect(workbook.names).toEqual([{ name: "合计", formula: "表1!$A$1", visible: true, comment: "" }]);
    expect(workbook.sheets[1]?.names).toEqual([
      { name: "_hengbiao", formula: '"score:1"', visible: false, comment: "" },
    ]);
    expect(workbook.sheets[0]?.names[0]).toMatchObject({ name: "Print_Titles", formula: "表1!$1:$2" });
    expect(workbook.customXmlParts.map((part) => part.xml)).toEqual(['<a xmlns="urn:example"><b/></a>']);
  });

  test("sheet: sizes, panes, merges, protection, formats by priority, validation, links, page", async () => {
    const [sheet] = (await readXlsx(bytes)).sheets;
    expect(sheet?.columns.get(1)).toEqual({ size: 56.25, hidden: true });
    expect(sheet?.rows.get(0)).toEqual({ size: 30, hidden: false });
    expect(sheet?.rows.get(1)).toEqual({ size: undefined, hidden: true });
    expect(sheet).toMatchObject({
      tabColor: "#FF0000",
      showGridlines: false,
      freeze: { rows: 2, columns: 1 },
    });
    expect(sheet?.merges.map(areaText)).toEqual(["D1:E2"]);
    expect(sheet?.protection).toBeDefined();
    expect(sheet?.conditionalFormats.map((format) => [format.type, format.rule])).toEqual([
      ["CellValue", { kind: "cellIs", operator: "GreaterThan", formula1: "=5" }],
      ["Custom", { formula: "=$A1>1" }],
    ]);
    expect(sheet?.validations[0]).toMatchObject({
      type: "List",
      rule: { list: { source: "是,否", inCellDropDown: true } },
    });
    expect(sheet?.hyperlinks.get(cellKey(0, 0))).toEqual({ documentReference: "'隐'!A1", screenTip: "去" });
    expect(sheet?.pageLayout).toMatchObject({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1, verticalFitToPages: 0 },
      leftMargin: 36,
      "headersFooters/defaultForAllPages/centerFooter": "第 &P 页",
    });
  });

  test("a strict file is read like a transitional one", async () => {
    const strict = makeXlsx({
      strict: true,
      sheets: [{ name: "表", data: '<row r="1"><c r="A1"><v>7</v></c></row>' }],
    });
    expect(cellAt((await readXlsx(strict)).sheets[0], "A1")?.value).toBe(7);
  });

  test("what is no package is refused", async () => {
    await expect(readXlsx(new TextEncoder().encode("no zip"))).rejects.toThrow(/zip/i);
  });
});
