import { describe, expect, test } from "@jest/globals";
import * as SheetJs from "@e965/xlsx";
import { makeVariant } from "./makeVariant";
import { addressOf, boxOf, rangeOf } from "./model";
import { toXlsx } from "./write";

type Seen = { readonly kind: string; readonly value: unknown };

function seen(cell: SheetJs.CellObject | undefined): Seen {
  if (cell === undefined || cell.t === "z") return { kind: "none", value: undefined };
  if (cell.t === "e") return { kind: "error", value: cell.w };
  return { kind: cell.t === "n" ? "number" : "text", value: cell.v };
}

describe("the files that the generator writes", () => {
  test("hold the model's cells, merges and states for another reader", () => {
    let cells = 0;
    for (let seed = 1; seed <= 50; seed += 1) {
      const { workbook } = makeVariant(seed);
      const read = SheetJs.read(toXlsx(workbook), { nodim: true, sheetStubs: true, cellHTML: false });
      expect(read.SheetNames).toEqual(workbook.sheets.map((sheet) => sheet.name));
      for (const [at, sheet] of workbook.sheets.entries()) {
        const page = read.Sheets[sheet.name] ?? {};
        expect(read.Workbook?.Sheets?.[at]?.Hidden ?? 0).toBe(sheet.hidden ? 1 : 0);
        const merges = (page["!merges"] ?? []).map((range) => SheetJs.utils.encode_range(range));
        expect(merges).toEqual(sheet.merges.map(rangeOf));
        for (const cell of sheet.cells) {
          cells += 1;
          const other: SheetJs.CellObject | undefined = page[addressOf(cell.row, cell.column)];
          const { value } = cell;
          const wanted =
            value.kind === "number"
              ? { kind: "number", value: Number(value.digits) }
              : value.kind === "text"
                ? { kind: "text", value: value.text }
                : value.kind === "error"
                  ? { kind: "error", value: value.code }
                  : { kind: "none", value: undefined };
          expect({ at: addressOf(cell.row, cell.column), ...seen(other) }).toEqual({
            at: addressOf(cell.row, cell.column),
            ...wanted,
          });
        }
      }
    }
    expect(cells).toBeGreaterThan(30_000);
  });

  test("have no overlapping merges, and values only in their first cells", () => {
    for (let seed = 1; seed <= 80; seed += 1) {
      for (const sheet of makeVariant(seed).workbook.sheets) {
        const covered = new Map<string, string>();
        for (const box of sheet.merges) {
          for (let row = box.top; row <= box.bottom; row += 1) {
            for (let column = box.left; column <= box.right; column += 1) {
              const address = addressOf(row, column);
              expect(covered.get(address)).toBeUndefined();
              covered.set(address, addressOf(box.top, box.left));
            }
          }
        }
        const filled = sheet.cells.filter((cell) => cell.value.kind !== "none");
        for (const cell of filled) {
          const address = addressOf(cell.row, cell.column);
          expect(covered.get(address) ?? address).toBe(address);
        }
        expect(new Set(filled.map((cell) => addressOf(cell.row, cell.column))).size).toBe(filled.length);
      }
    }
  });
});

describe("the answer beside a workbook", () => {
  test("points at filled header cells and figures where the file has them", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { workbook, tables } = makeVariant(seed, { plants: 0 });
      for (const table of tables) {
        const sheet = workbook.sheets.find((one) => one.name === table.sheet);
        const at = new Map(sheet?.cells.map((cell) => [addressOf(cell.row, cell.column), cell.value]));
        const header = boxOf(table.headerRange);
        expect(at.get(addressOf(header?.top ?? 0, header?.left ?? 0))?.kind).toBe("text");
        for (const line of table.dataRows) {
          for (const [id, place] of Object.entries(table.columns)) {
            if (!["total", "budget", "original", "surveyed-households", "found"].includes(id)) continue;
            const address = table.transposed ? line + place : place + line;
            const value = at.get(address);
            const digits =
              value?.kind === "number"
                ? value.digits
                : value?.kind === "text"
                  ? value.text.normalize("NFKC")
                  : "0";
            expect({ seed, table: table.id, address, digits }).toMatchObject({
              digits: expect.stringMatching(/\d/),
            });
          }
        }
      }
    }
  });
});
