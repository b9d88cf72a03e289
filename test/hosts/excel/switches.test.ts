import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createExcelHost, type ExcelHost } from "../../../src/hosts/excel/host";
import type { BootedExcel } from "../../excel-host/boot";
import { sheetNamed } from "../../excel-host/model";
import { differences, snapshot } from "../../excel-host/snapshot";
import { makeVariant } from "../../variants/makeVariant";
import { toXlsx } from "../../variants/write";
import { checkForOutput, LIMIT, open, problemOfCall, startExcel, read } from "./excel";

describe("an Excel that refuses, waits or breaks off: each its own problem with a way on", () => {
  let excel: BootedExcel;
  let host: ExcelHost;
  const small = toXlsx(makeVariant(3, { only: [], plants: 0 }).workbook);
  beforeAll(async () => {
    excel = await startExcel();
  }, LIMIT);
  beforeEach(async () => {
    await open(excel, small);
    host = createExcelHost({ answerLimit: 300 });
  });
  afterAll(() => excel.close());

  /** The workbook is the same before and after. */
  const unchanged = async (act: () => Promise<void>): Promise<void> => {
    const before = snapshot(excel.host.workbook);
    await act();
    expect(differences(before, snapshot(excel.host.workbook))).toEqual([]);
  };

  test(
    "a cell is being edited, while reading and while writing; afterwards it goes",
    async () => {
      excel.host.switches.cellEdit = true;
      const reading = await problemOfCall(read(host));
      expect([reading.code, reading.text["zh-CN"]]).toEqual(["cell-edit", expect.stringContaining("Esc")]);
      excel.host.switches.cellEdit = false;
      const { output } = await checkForOutput(host);
      await unchanged(async () => {
        excel.host.switches.cellEdit = true;
        expect((await problemOfCall(host.write(output))).code).toBe("cell-edit");
        excel.host.switches.cellEdit = false;
      });
      await read(host);
      expect((await host.write(output)).sheets).toHaveLength(2);
    },
    LIMIT,
  );

  test(
    "a connection that is refused",
    async () => {
      excel.host.switches.connection = "refused";
      const problem = await problemOfCall(read(host));
      expect([problem.code, problem.text["zh-CN"]]).toEqual([
        "lost-connection",
        expect.stringContaining("重试"),
      ]);
    },
    LIMIT,
  );

  test(
    "a connection that never answers ends in a known state, and the next operation is not held up",
    async () => {
      excel.host.switches.connection = "silent";
      expect((await problemOfCall(read(host))).code).toBe("lost-connection");
      excel.host.switches.connection = "up";
      expect((await read(host)).sheets.length).toBeGreaterThan(1);
    },
    LIMIT,
  );

  test(
    "an answer that is lost while writing: what was carried out is taken back when Excel answers again",
    async () => {
      const { output } = await checkForOutput(host);
      await unchanged(async () => {
        const writing = host.write(output);
        while (excel.host.workbook.sheets.every(({ name }) => !name.startsWith("~hengbiao"))) {
          await new Promise((done) => setImmediate(done));
        }
        excel.host.switches.connection = "answerLost";
        expect((await problemOfCall(writing)).code).toBe("lost-connection");
        excel.host.switches.connection = "up";
        await excel.host.settled();
        expect(excel.host.workbook.customXmlParts).toHaveLength(1);
        // The next operation of any kind puts back first what could not be put back then.
        await host.selection();
      });
    },
    LIMIT,
  );

  test(
    "a protected structure takes no new sheet, but sheets that stand are written",
    async () => {
      const { output } = await checkForOutput(host);
      excel.host.user.protectStructure();
      await unchanged(async () => {
        const problem = await problemOfCall(host.write(output));
        expect([problem.code, problem.text["zh-CN"]]).toEqual([
          "protected-structure",
          expect.stringContaining("保护工作簿"),
        ]);
      });
      excel.host.user.protectStructure(false);
      await read(host);
      await host.write(output);
      excel.host.user.protectStructure();
      expect((await host.write((await checkForOutput(host)).output)).sheets).toHaveLength(2);
    },
    LIMIT,
  );

  test(
    "a protected sheet of ours is named",
    async () => {
      await host.write((await checkForOutput(host)).output);
      excel.host.user.protectSheet("校验结果");
      const { output } = await checkForOutput(host);
      await unchanged(async () => {
        const problem = await problemOfCall(host.write(output));
        expect([problem.code, problem.text["zh-CN"]]).toEqual([
          "protected-sheet",
          expect.stringContaining("“校验结果”"),
        ]);
      });
    },
    LIMIT,
  );

  test(
    "a workbook that is open read-only",
    async () => {
      const { output } = await checkForOutput(host);
      excel.host.workbook.readOnly = true;
      await unchanged(async () => {
        const problem = await problemOfCall(host.write(output));
        expect([problem.code, problem.text["zh-CN"]]).toEqual(["read-only", expect.stringContaining("副本")]);
      });
    },
    LIMIT,
  );

  test(
    "manual calculation with formulas out of date: told, calculated, read",
    async () => {
      excel.host.user.addSheet("算");
      excel.host.user.write("算", "A1:B1", [[1, "=A1*2"]]);
      excel.host.workbook.calculationMode = "Manual";
      excel.host.user.write("算", "A1", [[21]]);
      const problem = await problemOfCall(read(host));
      expect([problem.code, problem.text["zh-CN"]]).toEqual([
        "manual-calculation",
        expect.stringContaining("F9"),
      ]);
      await host.calculate();
      const found = (await read(host)).sheets.find(({ name }) => name === "算");
      expect(found?.number(0, 1)).toBe(42);
      expect(sheetNamed(excel.host.workbook, "算")?.cells.get(1)?.value).toBe(42);
    },
    LIMIT,
  );

  test(
    "under manual calculation our own sheets are calculated when they are written",
    async () => {
      excel.host.workbook.calculationMode = "Manual";
      await host.write((await checkForOutput(host)).output);
      excel.host.user.write("表4预算执行", "C4", [[7]]);
      await host.calculate();
      const { output, evaluation } = await checkForOutput(host);
      await host.write(output);
      const cells = [...(sheetNamed(excel.host.workbook, "绩效自评得分表")?.cells.values() ?? [])];
      expect(
        cells.some(({ value, formula }) => formula !== undefined && value === Number(evaluation.score.total)),
      ).toBe(true);
    },
    LIMIT,
  );

  test(
    "an older Excel that lacks what is used",
    async () => {
      excel.host.switches.requirementSet = "1.12";
      const problem = await problemOfCall(read(host));
      expect([problem.code, problem.text["zh-CN"]]).toEqual(["too-old", expect.stringContaining("1.13")]);
    },
    LIMIT,
  );

  test(
    "an Excel that takes only small requests: refused, the workbook as before",
    async () => {
      const { output } = await checkForOutput(host);
      await unchanged(async () => {
        excel.host.switches.requestLimit = 60_000;
        expect((await problemOfCall(host.write(output))).code).toBe("too-large");
      });
    },
    LIMIT,
  );

  test(
    "operations asked at once are carried out one after the other",
    async () => {
      excel.host.switches.latency = 2;
      const ended: string[] = [];
      await Promise.all([
        read(host).then(() => ended.push("read")),
        host.selection().then(() => ended.push("selection")),
        host.sweep().then(() => ended.push("sweep")),
      ]);
      expect(ended).toEqual(["read", "selection", "sweep"]);
      const selections = excel.host.log.findIndex(({ actions }) =>
        actions.some((one) => one.includes("GetSelectedRange")),
      );
      expect(selections).toBe(3);
    },
    LIMIT,
  );
});
