/** Which of several packs a workbook belongs to, by its own headers and year, with the reason. */
import { CHOICE_TEXTS } from "../texts/choice";
import { formTables, readForms } from "./forms/read";
import { cellText } from "./tables/cell-text";
import { fold } from "./tables/fold";
import { recognise } from "./tables/recognise";
import { yearsIn } from "./tables/surroundings";
import type { Area } from "./workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "./workbook/snapshot";
import { SheetView } from "./workbook/view";
import type { Pack, Text } from "./pack/pack";

export interface PackFit {
  readonly id: string;
  readonly title: Text;
  /** True where the workbook holds something that the pack knows. */
  readonly fits: boolean;
  readonly reason: Text;
}

export interface PackChoice {
  readonly by: "workbook" | "officer" | "default";
  readonly chosen: PackFit;
  /** Other packs that apply to the workbook, best first. */
  readonly others: readonly PackFit[];
}

/** Headers and titles stand at the top; rows below say nothing about the kind of workbook. */
const ROWS = 400;
/** A pack fits by this share of its required tables, or by one form. */
const SHARE = 0.25;

interface Weighed extends PackFit {
  readonly weight: number;
  readonly otherYear: boolean;
}

/** What the year adds to or takes from the tables that were found. */
const YEAR = { same: 1.3, unsaid: 1, other: 0.6 } as const;
/** Forms weigh as two tables, however many there are. */
const FORMS = 2;

/**
 * @param packs in order of preference; the first is taken where none fits
 * @param wanted id that the officer chose; it wins, the others are still told
 */
export function choosePack(
  workbook: WorkbookSnapshot,
  packs: readonly [Pack, ...Pack[]],
  wanted?: string,
): PackChoice {
  const own = new Set(workbook.ownSheets.map(({ sheet }) => sheet));
  const sheets = workbook.sheets.filter(({ name }) => !own.has(name)).map(topOf);
  const top: WorkbookSnapshot = { ...workbook, sheets, ownSheets: [] };
  const years = yearsIn(sheets.flatMap(titlesOf)).single;
  const weighed = packs.map((pack) => weigh(pack, top, years));
  const order = [...weighed].sort((a, b) => b.weight - a.weight);
  const asked = weighed.find(({ id }) => id === wanted);
  const best = order[0]!;
  const chosen = asked ?? (best.fits ? best : weighed[0]!);
  return {
    by: asked !== undefined ? "officer" : best.fits ? "workbook" : "default",
    chosen: plainFit(chosen),
    others: order.filter((one) => one.fits && !one.otherYear && one.id !== chosen.id).map(plainFit),
  };
}

function plainFit({ id, title, fits, reason }: Weighed): PackFit {
  return { id, title, fits, reason };
}

function weigh(pack: Pack, workbook: WorkbookSnapshot, years: readonly number[]): Weighed {
  const ids = formTables(pack);
  const specs = pack.tables.filter(({ id }) => !ids.has(id));
  const recognition = recognise(workbook, specs, {
    dimensions: pack.dimensions,
    ...(pack.year === undefined ? {} : { year: pack.year }),
  });
  const places = new Set([
    ...recognition.tables.map(({ spec }) => spec.id),
    ...recognition.ambiguous.map(({ table }) => table.id),
  ]);
  const required = specs.filter((spec) => spec.required);
  const found = required.filter(({ id }) => places.has(id)).length;
  const share = required.length === 0 ? 0 : found / required.length;
  const forms = readForms(workbook, pack).length;
  const yearFits =
    pack.year === undefined || years.length === 0 ? "unsaid" : years.includes(pack.year) ? "same" : "other";
  const fits = share >= SHARE || forms > 0;
  return {
    id: pack.id,
    title: pack.title,
    fits,
    otherYear: yearFits === "other",
    weight: fits ? (found + (forms > 0 ? FORMS : 0)) * YEAR[yearFits] : -1,
    reason: CHOICE_TEXTS.reason({
      found,
      of: required.length,
      forms,
      year: pack.year,
      yearFits,
      years: [...new Set(years)].sort((a, b) => a - b),
    }),
  };
}

/** The first rows of a sheet; forms further down are more of the same. */
function topOf(sheet: SheetSnapshot): SheetSnapshot {
  return sheet.rowCount <= ROWS ? sheet : new SheetTop(sheet);
}

class SheetTop extends SheetView {
  private readonly within = this.sheet.merges.filter(({ top }) => top < ROWS);

  override get rowCount(): number {
    return ROWS;
  }

  override get merges(): readonly Area[] {
    return this.within;
  }
}

/** Sheet name and the words of the first rows, where titles name the year. */
function titlesOf(sheet: SheetSnapshot): readonly string[] {
  const texts = [sheet.name];
  for (let row = 0; row < Math.min(sheet.rowCount, 6); row += 1) {
    for (let column = 0; column < Math.min(sheet.columnCount, 12); column += 1) {
      const text = cellText(sheet, row, column);
      if (/20\d\d/u.test(text)) texts.push(fold(text));
    }
  }
  return texts;
}
