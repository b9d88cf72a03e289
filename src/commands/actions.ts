/** The ribbon's commands: ids as the manifest names them, and what each does. */
import { associateActions, showPane } from "../hosts/excel/ribbon";
import type { Job } from "../taskpane/job";

export const ACTION_IDS = {
  openPane: "openPane",
  check: "check",
  insertScoreSheet: "insertScoreSheet",
  clearMarks: "clearMarks",
} as const;

/**
 * Every command shows the pane too: there the officer reads what came of it.
 * @param opened once the workbook is open in the job: a command may come before, as the pane was closed
 */
export function startCommands(job: Job, opened: Promise<void>): void {
  associateActions({
    [ACTION_IDS.openPane]: showPane,
    [ACTION_IDS.check]: async () => {
      await showPane();
      await opened;
      await job.check();
    },
    [ACTION_IDS.insertScoreSheet]: async () => {
      await showPane();
      await opened;
      await job.insert();
    },
    [ACTION_IDS.clearMarks]: async () => {
      await showPane();
      await opened;
      await job.clearMarks();
    },
  });
}
