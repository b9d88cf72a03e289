import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { type BootedExcel, bootExcel } from "./boot";
import { defaultSwitches } from "./host";
import { cellKey, newWorkbook } from "./model";
import { differences, snapshot } from "./snapshot";

const limit = 30_000;
const nextTurn = (): Promise<void> => new Promise((done) => setImmediate(done));

describe("switches of the simulated Excel", () => {
  let excel: BootedExcel;
  beforeAll(async () => {
    excel = await bootExcel();
  }, 60_000);
  beforeEach(async () => {
    await excel.host.settled();
    Object.assign(excel.host.switches, defaultSwitches);
    excel.host.neverFail();
    excel.host.open(newWorkbook(["Sheet1", "Sheet2"]));
    excel.host.clearLog();
  });
  afterAll(() => excel.close());

  const run = <T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T> =>
    excel.Excel.run((context) => batch(context, context.workbook.worksheets.getItem("Sheet1")));
  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => "done",
      (error: { readonly code?: string }) => error.code,
    );
  const write = (): Promise<void> =>
    run(async (context, sheet) => {
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2").values = [[2]];
      sheet.getRange("A3").values = [[3]];
      await context.sync();
    });
  const column = (): readonly unknown[] =>
    [0, 1, 2].map((row) => excel.host.workbook.sheets[0]?.cells.get(cellKey(row, 0))?.value);

  test(
    "cell editing refuses a request, or holds it back when it asks for that",
    async () => {
      excel.host.switches.cellEdit = true;
      expect(await codeOf(write())).toBe("InvalidOperationInCellEditMode");
      expect(column()).toEqual([undefined, undefined, undefined]);
      const waiting = excel.Excel.run({ delayForCellEdit: true }, async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[7]];
        await context.sync();
      });
      while (excel.host.underWay() === 0) await nextTurn();
      expect(column()[0]).toBeUndefined();
      excel.host.switches.cellEdit = false;
      await waiting;
      expect(column()[0]).toBe(7);
    },
    limit,
  );

  test.each([1, 2, 3])(
    "the n-th write fails and what was written before it stays: %d",
    async (n) => {
      excel.host.failAtAction(n, { only: "writes" });
      expect(await codeOf(write())).toBe("GeneralException");
      expect(column()).toEqual([1, 2, 3].map((value) => (value < n ? value : undefined)));
      expect(await codeOf(write())).toBe("done");
      expect(column()).toEqual([1, 2, 3]);
    },
    limit,
  );

  test(
    "actions are counted, reads apart from writes",
    async () => {
      await write();
      expect(excel.host.actionCount("writes")).toBe(3);
      expect(excel.host.actionCount()).toBeGreaterThan(3);
    },
    limit,
  );

  test(
    "a request that is too large is not carried out, an answer that is too large is",
    async () => {
      excel.host.switches.requestLimit = 2000;
      const text = "资".repeat(700);
      const long = run(async (context, sheet) => {
        sheet.getRange("A1").values = [[text]];
        await context.sync();
      });
      expect(text.length).toBeLessThan(2000);
      expect(await codeOf(long)).toBe("RequestPayloadSizeLimitExceeded");
      expect(column()[0]).toBeUndefined();
      excel.host.switches.requestLimit = defaultSwitches.requestLimit;
      excel.host.switches.responseLimit = 2000;
      const read = run(async (context, sheet) => {
        sheet.getRange("A2").values = [[5]];
        sheet.getRange("A1:Z50").load("values");
        await context.sync();
      });
      expect(await codeOf(read)).toBe("ResponsePayloadSizeLimitExceeded");
      expect(column()[1]).toBe(5);
    },
    limit,
  );

  test(
    "a lost connection refuses, or never answers, with the work done or not",
    async () => {
      excel.host.switches.connection = "refused";
      expect(await codeOf(write())).toBe("InvalidOrTimedOutSession");
      expect(column()).toEqual([undefined, undefined, undefined]);
      excel.host.switches.connection = "answerLost";
      let answered = false;
      void codeOf(write()).then(() => {
        answered = true;
      });
      while (excel.host.underWay() === 0) await nextTurn();
      await excel.host.settled();
      expect(answered).toBe(false);
      expect(column()).toEqual([1, 2, 3]);
    },
    limit,
  );

  test(
    "an older Excel does not know newer members",
    async () => {
      excel.host.switches.requirementSet = "1.8";
      const merged = run(async (context, sheet) => {
        sheet.getRange("A1:B1").getMergedAreasOrNullObject().load("address");
        await context.sync();
      });
      expect(await codeOf(merged)).toBe("ApiNotFound");
      expect(await codeOf(write())).toBe("done");
    },
    limit,
  );

  test(
    "unknown members fail and name themselves",
    async () => {
      const work = run(async (context, sheet) => {
        sheet.shapes.addGeometricShape("Rectangle");
        await context.sync();
      });
      await expect(work).rejects.toMatchObject({ code: "ApiNotFound", message: /Worksheet\.Shapes/ });
    },
    limit,
  );

  test(
    "grids of five million cells, whole columns and rows are null",
    async () => {
      const read = await run(async (context, sheet) => {
        const ranges = ["A1:E1000000", "A:A", "1:1", "A1:B1"].map((address) =>
          sheet.getRange(address).load("values,rowCount"),
        );
        await context.sync();
        return ranges.map((range) => range.values);
      });
      expect(read).toEqual([null, null, null, [["", ""]]]);
    },
    limit,
  );

  test(
    "a protected sheet takes no writes but to unlocked cells; a protected structure keeps its sheets",
    async () => {
      await run(async (context, sheet) => {
        sheet.getRange("A1").format.protection.locked = false;
        sheet.protection.protect();
        await context.sync();
      });
      expect(await codeOf(write())).toBe("AccessDenied");
      expect(column()).toEqual([1, undefined, undefined]);
      const fill = run(async (context, sheet) => {
        sheet.getRange("A1").format.fill.color = "#FF0000";
        await context.sync();
      });
      expect(await codeOf(fill)).toBe("AccessDenied");
      excel.host.user.protectStructure();
      const before = snapshot(excel.host.workbook);
      for (const act of [
        (sheets: Excel.WorksheetCollection) => void sheets.add("x"),
        (sheets: Excel.WorksheetCollection) => sheets.getItem("Sheet2").delete(),
        (sheets: Excel.WorksheetCollection) => {
          sheets.getItem("Sheet2").name = "y";
        },
      ]) {
        const work = run(async (context) => {
          act(context.workbook.worksheets);
          await context.sync();
        });
        expect(await codeOf(work)).toBe("AccessDenied");
      }
      expect(differences(before, snapshot(excel.host.workbook))).toEqual([]);
    },
    limit,
  );

  test(
    "requests are answered one after the other, each logged with its size",
    async () => {
      excel.host.switches.latency = 5;
      await Promise.all([write(), write(), write()]);
      await excel.host.settled();
      const writes = excel.host.log.filter((request) => request.actions.includes("set GetRange.Values"));
      expect(writes).toHaveLength(3);
      expect(writes[0]?.requestBytes).toBe(new TextEncoder().encode(writes[0]?.request).length);
      expect(excel.host.keptReferences()).toBe(0);
    },
    limit,
  );

  test(
    "a range that the add-in tracks and never lets go is counted",
    async () => {
      await run(async (context, sheet) => {
        const range = sheet.getRange("A1");
        context.trackedObjects.add(range);
        await context.sync();
      });
      await excel.host.settled();
      expect(excel.host.keptReferences()).toBe(1);
    },
    limit,
  );
});
