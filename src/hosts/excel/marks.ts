/**
 * Marks of findings: conditional formats of ours. Excel's id of one is only its priority, so ours carry a constant
 * in their formula and are known by it, also when the officer's own formats come and go.
 */
import type { Finding, Severity } from "../../core/checks/finding";
import { areaName, areasOf, type CellRef, type SheetArea } from "../../core/workbook/address";
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";
import { newBatch } from "./batch";
import type { Session } from "./session";

/** True in every language of Excel: the number of a text is 0. */
const FORMULA = '=N("hengbiao:mark:1")=0';
const CONSTANT = "hengbiao:mark:";

const FILLS: Readonly<Record<Severity, string>> = {
  error: "#F8CBAD",
  warning: "#FFE699",
  notice: "#DDEBF7",
};
const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };
/** More marks make a workbook slow; the gravest come first. */
const MOST_MARKS = 2000;

/**
 * Replaces earlier marks. Where a sheet is protected the others are marked all the same.
 * @throws HostProblem that names the protected sheets
 */
export async function markFindings(session: Session, findings: readonly Finding[]): Promise<void> {
  const sheets = session.context.workbook.worksheets.load("items/name,items/protection/protected");
  await session.sync();
  const open = new Map(
    sheets.items.filter(({ protection }) => !protection.protected).map((sheet) => [sheet.name, sheet]),
  );
  await clearOn(session, [...open.values()]);
  const areas = markedAreas(findings);
  const batch = newBatch(session);
  for (const { severity, area } of areas) {
    const sheet = open.get(area.sheet);
    if (sheet === undefined) continue;
    await batch.add(700, () => {
      const format = sheet.getRange(areaName(area)).conditionalFormats.add("Custom");
      format.custom.rule.formula = FORMULA;
      format.custom.format.fill.color = FILLS[severity];
    });
  }
  await batch.send();
  const locked = sheets.items
    .filter(({ name, protection }) => protection.protected && areas.some(({ area }) => area.sheet === name))
    .map(({ name }) => name);
  if (locked.length > 0) throw new HostProblem("protected-sheet", EXCEL_TEXTS.protectedSheet(locked));
}

/** Each cell once, by its gravest open finding; explained ones are not marked. */
function markedAreas(
  findings: readonly Finding[],
): readonly { readonly severity: Severity; readonly area: SheetArea }[] {
  const cells = new Map<string, { readonly severity: Severity; readonly cell: CellRef }>();
  for (const { severity, cell, explanation } of findings) {
    if (cell === undefined || explanation !== undefined) continue;
    const key = `${cell.row},${cell.column}!${cell.sheet}`;
    const known = cells.get(key);
    if (known === undefined || RANK[severity] < RANK[known.severity]) cells.set(key, { severity, cell });
  }
  const severities: readonly Severity[] = ["error", "warning", "notice"];
  return severities
    .flatMap((severity) => {
      const own = [...cells.values()].filter((one) => one.severity === severity).map(({ cell }) => cell);
      return areasOf(own).map((area) => ({ severity, area }));
    })
    .slice(0, MOST_MARKS);
}

/**
 * Removes exactly our marks.
 * @returns how many conditional formats were removed
 * @throws HostProblem where marks of ours stand on protected sheets; those on the others are gone then
 */
export async function clearMarks(session: Session): Promise<number> {
  const sheets = session.context.workbook.worksheets.load("items/name,items/protection/protected");
  await session.sync();
  const open = sheets.items.filter(({ protection }) => !protection.protected);
  const removed = await clearOn(session, open);
  const locked = sheets.items.filter(({ protection }) => protection.protected);
  const left = await ownFormats(session, locked);
  if (left.length > 0) {
    const names = [...new Set(left.map(({ sheet }) => sheet.name))];
    throw new HostProblem("protected-sheet", EXCEL_TEXTS.protectedSheet(names));
  }
  return removed;
}

async function clearOn(session: Session, sheets: readonly Excel.Worksheet[]): Promise<number> {
  const own = await ownFormats(session, sheets);
  // From the last priority to the first: an id is a priority, and the ones before keep theirs.
  for (const { sheet, id } of [...own].reverse()) {
    sheet.getRange().conditionalFormats.getItem(id).delete();
  }
  if (own.length > 0) await session.sync();
  return own.length;
}

interface OwnFormat {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
}

/** Our formats by sheet in the order of their priority. */
async function ownFormats(
  session: Session,
  sheets: readonly Excel.Worksheet[],
): Promise<readonly OwnFormat[]> {
  if (sheets.length === 0) return [];
  const all = sheets.map((sheet) => ({
    sheet,
    formats: sheet.getRange().conditionalFormats.load("items/id,items/type,items/priority"),
  }));
  await session.sync();
  const custom = all.flatMap(({ sheet, formats }) => {
    const again = sheet.getRange().conditionalFormats;
    return [...formats.items]
      .sort((a, b) => a.priority - b.priority)
      .filter(({ type }) => type === "Custom")
      .map(({ id }) => ({ sheet, id, rule: again.getItem(id).custom.rule.load("formula") }));
  });
  if (custom.length > 0) await session.sync();
  return custom.filter(({ rule }) => rule.formula.includes(CONSTANT));
}
