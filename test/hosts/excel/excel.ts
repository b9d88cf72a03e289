// The simulated Excel with our host on it, as the tests of this folder use it.
import { readFileSync } from "node:fs";
import { NO_ANSWERS } from "../../../src/core/answers/answers";
import { type Evaluation, evaluate } from "../../../src/core/evaluate";
import { readGradually, type Wanted } from "../../../src/core/gradual";
import { type SheetOutput, sheetOutput } from "../../../src/core/sheets/output";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import type { ExcelHost } from "../../../src/hosts/excel/host";
import type { ReadOptions } from "../../../src/hosts/excel/read";
import { takeHere } from "../../../src/hosts/excel/taker";
import { HostProblem } from "../../../src/hosts/host";
import { xjBridging2021 as pack } from "../../../src/packs/xj-bridging-2021/index";
import type { EvaluateRequest } from "../../../src/taskpane/workbench";
import { type BootedExcel, bootExcel, workbookFrom } from "../../excel-host/boot";
import { newWorkbook, type Workbook } from "../../excel-host/model";

export const LIMIT = 60_000;
export const CONSISTENT = readFileSync("assets/samples/bazhou-2021-consistent.xlsx");
export const REPORTED = readFileSync("assets/samples/bazhou-2021-as-reported.xlsx");
export { pack };

/** One Excel for a test file, with the globals that an add-in has. */
export function startExcel(requirementSet = "1.17"): Promise<BootedExcel> {
  return bootExcel(newWorkbook(), { globals: true, switches: { requirementSet } });
}

/** A workbook in place of the open one, the log empty, all switches as at start. */
export async function open(excel: BootedExcel, source: Uint8Array | Workbook): Promise<void> {
  await excel.host.settled();
  excel.host.open(await workbookFrom(source));
  await fresh(excel);
}

export async function fresh({ host }: BootedExcel): Promise<void> {
  host.neverFail();
  Object.assign(host.switches, {
    latency: 0,
    requirementSet: "1.17",
    cellEdit: false,
    requestLimit: 5 * 1024 * 1024,
    responseLimit: 5 * 1024 * 1024,
    connection: "up",
  });
  await host.settled();
  host.clearLog();
}

export interface CheckedWorkbook {
  readonly workbook: WorkbookSnapshot;
  readonly evaluation: Evaluation;
}

/** The values of the open workbook, unjudged. */
export async function read(
  host: ExcelHost,
  options: Omit<ReadOptions, "taker"> = {},
): Promise<WorkbookSnapshot> {
  const taker = takeHere();
  await host.read({ ...options, taker });
  return complete(taker.workbook());
}

function complete(workbook: WorkbookSnapshot | undefined): WorkbookSnapshot {
  if (workbook === undefined) throw new Error("nothing was read");
  return workbook;
}

/** The whole check through Office.js. */
export async function check(host: ExcelHost): Promise<CheckedWorkbook> {
  const gradual = readGradually();
  let evaluation: Evaluation | undefined;
  const judge = (workbook: WorkbookSnapshot): Wanted => {
    evaluation = evaluate(gradual.view(workbook), pack, NO_ANSWERS, { language: "zh-CN" });
    return gradual.next(evaluation);
  };
  const taker = takeHere({
    whole(workbook, told) {
      gradual.told(told);
      return judge(workbook);
    },
    further: (workbook) =>
      evaluation !== undefined && gradual.stands() ? gradual.next(evaluation) : judge(workbook),
    changed: () => undefined,
  });
  await host.read({ taker });
  if (evaluation === undefined) throw new Error("nothing was evaluated");
  return { workbook: complete(taker.workbook()), evaluation };
}

/** Check and what there is to write after it. */
export async function checkForOutput(
  host: ExcelHost,
): Promise<CheckedWorkbook & { readonly output: SheetOutput }> {
  const checked = await check(host);
  return { ...checked, output: sheetOutput(checked.workbook, pack, checked.evaluation) };
}

/** The same job on the file host. */
export function checkFile(bytes: Uint8Array): Evaluation {
  return evaluate(readXlsx(bytes), pack, NO_ANSWERS, { language: "zh-CN" });
}

/** The officer looks at the errors alone. */
export async function filterErrors(excel: BootedExcel, sheetName = "校验结果"): Promise<void> {
  await excel.Excel.run(async (context) => {
    const { autoFilter } = context.workbook.worksheets.getItem(sheetName);
    const area = autoFilter.getRangeOrNullObject().load("address");
    await context.sync();
    autoFilter.apply(area.address, 1, { filterOn: "Values", values: ["错误"] });
    await context.sync();
  });
}

/** The problem that an operation ends in; fails the test where it ends well or otherwise. */
export async function problemOfCall(call: Promise<unknown>): Promise<HostProblem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof HostProblem) return error;
    throw error;
  }
  throw new Error("The operation ended without a problem.");
}

export function request(more: Partial<EvaluateRequest> = {}): EvaluateRequest {
  return {
    packId: undefined,
    answers: undefined,
    language: "zh-CN",
    signal: new AbortController().signal,
    onStep: () => {},
    ...more,
  };
}
