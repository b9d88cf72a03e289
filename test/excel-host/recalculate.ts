// Which formulas follow a change, and in what order they get their new values.
import { type Area, sharedArea } from "./address";
import { type Calculator, type Place, type Reads, readsOf } from "./calculate";
import { type Cell, placeOf, type Sheet, type Workbook } from "./model";

export interface ChangedArea {
  readonly sheet: Sheet;
  readonly area: Area;
}

const volatileFunctions = /\b(NOW|TODAY|RAND|RANDBETWEEN|INDIRECT|OFFSET)\(/i;

/** Formula cells that read a changed cell, directly or through others. */
export function dependents(workbook: Workbook, changed: readonly ChangedArea[]): readonly Place[] {
  const waiting: { readonly place: Place; readonly reads: Reads; readonly formula: string }[] = [];
  for (const sheet of workbook.sheets) {
    for (const [key, cell] of sheet.cells) {
      if (cell.formula === undefined) continue;
      waiting.push({
        place: { sheet, key },
        reads: readsOf(workbook, sheet, cell.formula),
        formula: cell.formula,
      });
    }
  }
  const found: Place[] = [];
  let fresh: readonly ChangedArea[] = changed;
  let rest = waiting;
  while (fresh.length > 0 && rest.length > 0) {
    const hit = (entry: (typeof waiting)[number]): boolean =>
      volatileFunctions.test(`${entry.formula}`) ||
      entry.reads.areas.some(({ sheet, area }) =>
        fresh.some((change) => change.sheet.id === sheet.id && sharedArea(change.area, area) !== undefined),
      );
    const next = rest.filter(hit);
    const taken = new Set(next);
    rest = rest.filter((entry) => !taken.has(entry));
    found.push(...next.map((entry) => entry.place));
    fresh = next.map(({ place }) => {
      const { row, column } = placeOf(place.key);
      return { sheet: place.sheet, area: { row, column, rows: 1, columns: 1 } };
    });
  }
  return found;
}

/** Calculates cells and stores their values; returns those whose value is another than before. */
export function calculatePlaces(
  workbook: Workbook,
  calculator: Calculator,
  places: readonly Place[],
): readonly Place[] {
  const seen = new Set<string>();
  const living = places.filter((place) => {
    const id = `${place.sheet.id}!${place.key}`;
    if (seen.has(id) || !workbook.sheets.includes(place.sheet)) return false;
    seen.add(id);
    return true;
  });
  if (living.length === 0) return [];
  const values = calculator.evaluate(workbook, living);
  return living.filter((place, index) => {
    const cell = place.sheet.cells.get(place.key);
    workbook.stale.delete(`${place.sheet.id}!${place.key}`);
    const value = values[index];
    if (cell?.formula === undefined || value === undefined) return false;
    const next: Cell = { ...cell, value };
    place.sheet.cells.set(place.key, next);
    return JSON.stringify(cell.value) !== JSON.stringify(value);
  });
}

/** All formula cells of the workbook. */
export function allFormulas(workbook: Workbook): readonly Place[] {
  return workbook.sheets.flatMap((sheet) =>
    [...sheet.cells].flatMap(([key, cell]) => (cell.formula === undefined ? [] : [{ sheet, key }])),
  );
}
