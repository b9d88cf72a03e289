/** Where forms stand on a sheet: each has one header row of indicators; titles and labels above it begin the form. */
import type { ColumnSpec, FormSpec, Pack } from "../pack/pack";
import { cellText } from "../tables/cell-text";
import { fold } from "../tables/fold";
import type { Area } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import { extent, isAnchor, labelOf, labelsOf } from "./labels";
import { formSpecs } from "./specs";

/** Header cells of an indicator list, by column id. */
export type Headers = ReadonlyMap<string, Area>;

export interface FormPlace {
  readonly spec: FormSpec;
  readonly range: Area;
  readonly headers: Headers;
  /** Header rows of lists that go on after a page break. */
  readonly repeated: readonly number[];
}

interface Found {
  readonly row: number;
  readonly headers: Headers;
  /** Columns of the form, both included. */
  readonly left: number;
  readonly right: number;
}

/** All forms of a sheet by one specification, from top to bottom, then left to right. */
export function formPlaces(sheet: SheetSnapshot, spec: FormSpec, pack: Pack): readonly FormPlace[] {
  const { list: table, record } = formSpecs(spec, pack);
  const columns = columnsByLabel(table.columns);
  const required = table.columns.filter((column) => column.required).map(({ id }) => id);
  const names = new Set(columnsByLabel(record.columns).keys());
  const ends = labelsOf(spec.list.ends);
  const narrow: Found[] = [];
  for (let row = 0; row < sheet.rowCount; row += 1) {
    for (const headers of headerSets(sheet, row, columns, required)) {
      const areas = [...headers.values()];
      const left = Math.min(...areas.map((area) => area.left));
      narrow.push({ row, headers, left, right: Math.max(...areas.map((area) => area.right)) });
    }
  }
  const found = widened(sheet, narrow, (text) => beginning(text, spec, names) !== undefined);
  const places: FormPlace[] = [];
  const open: { found: Found; top: number; repeated: number[] }[] = [];
  for (const one of found) {
    const above = open
      .filter(({ found: other }) => other.left <= one.right && one.left <= other.right)
      .at(-1);
    const from = above === undefined ? 0 : above.found.row + 1;
    const begin = beginOf(sheet, one, from, spec, names);
    const ended = above !== undefined && hasLabel(sheet, from, one.row - 1, one.left, one.right, ends);
    if (above !== undefined && begin === undefined && !ended) above.repeated.push(one.row);
    else {
      // A list without a title goes with all above it, or begins with its own header behind another form.
      const bare = above === undefined ? 0 : one.row;
      open.push({ found: one, top: begin ?? bare, repeated: [] });
    }
  }
  for (const { found: one, top, repeated } of open) {
    const next = open.find(
      ({ found: other, top: below }) => below > one.row && other.left <= one.right && one.left <= other.right,
    );
    const bottom = next === undefined ? sheet.rowCount - 1 : next.top - 1;
    places.push({
      spec,
      range: { top, left: one.left, bottom, right: one.right },
      headers: one.headers,
      repeated,
    });
  }
  return places.sort((a, b) => a.range.top - b.range.top || a.range.left - b.range.left);
}

export function columnsByLabel(columns: readonly ColumnSpec[]): ReadonlyMap<string, string> {
  const byLabel = new Map<string, string>();
  for (const { id, name, headers } of columns) {
    // A column without wordings is worked out, never read.
    for (const wording of headers.length === 0 ? [] : [...headers, name]) {
      const label = labelOf(wording);
      if (!byLabel.has(label)) byLabel.set(label, id);
    }
  }
  return byLabel;
}

/** The sets of headers in one row: several where forms stand side by side. */
function headerSets(
  sheet: SheetSnapshot,
  row: number,
  columns: ReadonlyMap<string, string>,
  required: readonly string[],
): readonly Headers[] {
  const sets: Map<string, Area>[] = [];
  let current: Map<string, Area> | undefined;
  for (let column = 0; column < sheet.columnCount; column += 1) {
    if (!isAnchor(sheet, row, column)) continue;
    const text = cellText(sheet, row, column);
    if (text === "") continue;
    const id = columns.get(labelOf(text));
    if (id === undefined) continue;
    if (current === undefined || current.has(id)) sets.push((current = new Map()));
    current.set(id, extent(sheet, row, column));
  }
  return sets.filter((set) => required.every((id) => set.has(id)));
}

/**
 * Gives each form its columns: all of them, but where forms stand side by side those up to the first title or label of
 * the next.
 */
function widened(
  sheet: SheetSnapshot,
  found: readonly Found[],
  beginsForm: (text: string) => boolean,
): readonly Found[] {
  const startOf = ({ row: last, left }: Found): number => {
    const before = found.filter((other) => other.right < left).map(({ right }) => right);
    if (before.length === 0) return 0;
    for (let column = Math.max(...before) + 1; column < left; column += 1) {
      for (let row = 0; row < last; row += 1) {
        if (isAnchor(sheet, row, column) && beginsForm(cellText(sheet, row, column))) return column;
      }
    }
    return left;
  };
  const starts = found.map((one) => ({ one, start: startOf(one) }));
  return starts.map(({ one, start }) => {
    const after = starts.filter(({ one: other }) => other.left > one.right).map((other) => other.start);
    const right = after.length === 0 ? Math.max(one.right, sheet.columnCount - 1) : Math.min(...after) - 1;
    return { ...one, left: start, right };
  });
}

type Beginning = "title" | "label" | undefined;

/** What begins a form: its title, or one of its labels, with or without its value behind a colon. */
function beginning(text: string, spec: FormSpec, names: ReadonlySet<string>): Beginning {
  const folded = fold(text);
  if (folded === "") return undefined;
  // A note that speaks of the form (填表说明：本自评表…) is long; a title is not.
  const titled =
    folded.length <= LONGEST_TITLE &&
    spec.titles.map(fold).some((title) => folded.endsWith(title) || folded.includes(`${title}(`));
  if (titled) return "title";
  return names.has(labelOf(text)) || names.has(labelOf(folded.replace(/[:：].*$/su, "")))
    ? "label"
    : undefined;
}

const LONGEST_TITLE = 60;

/** First row of a form: its title, else the first of its labels; undefined where neither stands above its list. */
function beginOf(
  sheet: SheetSnapshot,
  { row: last, left, right }: Found,
  from: number,
  spec: FormSpec,
  names: ReadonlySet<string>,
): number | undefined {
  let labelled: number | undefined;
  let titled: number | undefined;
  for (let row = from; row < last; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (!isAnchor(sheet, row, column)) continue;
      const found = beginning(cellText(sheet, row, column), spec, names);
      if (found === "title") titled = row;
      else if (found === "label") labelled ??= row;
    }
  }
  return titled ?? labelled;
}

/** Whether one of the labels stands in the rows. */
function hasLabel(
  sheet: SheetSnapshot,
  top: number,
  bottom: number,
  left: number,
  right: number,
  labels: ReadonlySet<string>,
): boolean {
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (isAnchor(sheet, row, column) && labels.has(labelOf(cellText(sheet, row, column)))) return true;
    }
  }
  return false;
}
