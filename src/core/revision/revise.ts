/** The pack in force for a workbook: built in, then its rules sheet, then the officer's settings. */
import type { Pack } from "../pack/pack";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { type Revision, reviseBySettings, reviseBySheet, type RuleSettings } from "./revision";
import { readRulesSheet } from "./rules-sheet";

export function revise(workbook: WorkbookSnapshot, pack: Pack, settings: RuleSettings): Revision {
  const read = readRulesSheet(workbook);
  const bySheet =
    read === undefined ? { pack, changes: [], off: [], problems: [] } : reviseBySheet(pack, read.rows);
  const problems = [...(read?.problems ?? []), ...bySheet.problems];
  return reviseBySettings({ ...bySheet, problems }, settings);
}
