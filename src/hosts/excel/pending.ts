/** What changed since the workbook was last read, as far as Excel told it: cells that were edited, sheets that were calculated. */
import type { Area } from "../../core/workbook/address";

export interface HeardChanges {
  /** Edited areas by the sheet's id. */
  readonly edited: ReadonlyMap<string, readonly Area[]>;
  /** Ids of sheets on which formulas were calculated. */
  readonly calculated: ReadonlySet<string>;
}

export interface Pending {
  edit(id: string, areas: readonly Area[]): void;
  calculate(id: string): void;
  /** Something changed of which it is not known what it changed, or cells moved. */
  lose(): void;
  /** From now on changes count from here: a reading begins. */
  begin(): void;
  /** What came since the last beginning, which this is one too; undefined where only a full reading can tell. */
  take(): HeardChanges | undefined;
}

/** @param isListening whether changes are heard at all */
export function newPending(isListening: () => boolean): Pending {
  let known = false;
  let edited = new Map<string, Area[]>();
  let calculated = new Set<string>();
  const clear = (): void => {
    edited = new Map();
    calculated = new Set();
  };
  return {
    edit(id, areas) {
      const before = edited.get(id);
      if (before === undefined) edited.set(id, [...areas]);
      else before.push(...areas);
    },
    calculate: (id) => {
      calculated.add(id);
    },
    lose: () => {
      known = false;
    },
    begin() {
      known = isListening();
      clear();
    },
    take() {
      const taken = known && isListening() ? { edited, calculated } : undefined;
      clear();
      return taken;
    },
  };
}
