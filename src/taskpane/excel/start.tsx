/** The pane inside Excel: waits for Office.js, then works on the open workbook. */
import type { Root } from "react-dom/client";
import { startCommands } from "../../commands/actions";
import { type OfficeState, startOffice } from "../../hosts/excel/office";
import { WANTED_API } from "../../hosts/excel/problems";
import { HostProblem } from "../../hosts/host";
import { EXCEL_TEXTS } from "../../texts/excel";
import { App } from "../app";
import { whenIdle } from "../idle";
import type { Job } from "../job";
import { settingsInBrowser } from "../settings-store";
import { lookOfBackground, systemLook } from "../theme";
import type { Workbench } from "../workbench";
import { lateBench } from "./late-bench";

/** Resolves once the workbook is open in the job, or what stands in the way is shown. */
export async function start(job: Job, root: Root, page: Window & typeof globalThis = window): Promise<void> {
  root.render(<App job={job} look={systemLook()} />);
  const office = await startOffice(page);
  if (office.kind !== "excel") {
    job.fail(problemOfStart(office));
    return;
  }
  // Excel's own language, until the officer chooses one.
  if (settingsInBrowser(page.localStorage).load().language === undefined)
    await job.configure({ language: /^zh\b/i.test(office.language) ? "zh-CN" : "en" });
  const look = office.background === undefined ? systemLook() : lookOfBackground(office.background);
  root.render(<App job={job} look={look} />);
  const opened = job.open(lateBench(office.address, openExcel));
  startCommands(job, opened);
  await opened;
}

/** The host, and what it needs to read and write, come after the pane's first picture. */
async function openExcel(): Promise<Workbench> {
  await whenIdle();
  const { createExcelHost, openExcelBench } = await import("./excel-bench");
  return openExcelBench(createExcelHost());
}

function problemOfStart(office: Exclude<OfficeState, { readonly kind: "excel" }>): HostProblem {
  switch (office.kind) {
    case "too-old":
      return new HostProblem("too-old", EXCEL_TEXTS.tooOld(WANTED_API));
    case "no-host":
      return new HostProblem("not-ready", EXCEL_TEXTS.noHost);
    case "blocked":
      return new HostProblem("not-ready", EXCEL_TEXTS.scriptBlocked);
    case "silent":
      return new HostProblem("not-ready", EXCEL_TEXTS.silent);
  }
}
