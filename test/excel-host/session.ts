// The running Excel behind the members: the workbook, what changed in this batch, kept references, used members.
import { type Area, areaText } from "./address";
import { type Calculator, cellsWithin, type Place } from "./calculate";
import { apiNotFound, type ExcelFailure } from "./failure";
import type { HostObject } from "./members/member";
import { placeOf, type Sheet, type Workbook } from "./model";
import { allFormulas, type ChangedArea, calculatePlaces, dependents } from "./recalculate";

export interface HostEvent {
  /** The number of the event in Office.js: 10 changed, 13 added, 16 calculated … */
  readonly type: number;
  /** The sheet's id. */
  readonly sheetId: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** An event on its way: `targets` heard it when it happened, sheet id or `Workbook`. */
export interface RaisedEvent extends HostEvent {
  readonly targets: readonly string[];
}

export interface UsedMember {
  readonly member: string;
  readonly since: string;
}

export interface Session {
  readonly workbook: Workbook;
  readonly calculator: Calculator;
  /** The requirement set that this Excel has, such as `1.17`. */
  readonly level: () => string;
  readonly unknownMember: (className: string, member: string) => ExcelFailure;
  /** Records the use of a member, refuses those that are newer than this Excel. */
  readonly use: (className: string, member: string, since: string) => void;
  readonly used: ReadonlyMap<string, UsedMember>;
  /** Cells got other contents: announces it; what depends on them is calculated by `settle`. */
  readonly changed: (sheet: Sheet, area: Area) => void;
  /** Formula cells got another text: calculates them and what depends on them. */
  readonly reworded: (places: readonly Place[]) => void;
  /** Calculates what waits for it; to be called before anything is read. */
  readonly settle: () => void;
  readonly announce: (event: HostEvent) => void;
  /** Registered events as `type|target`. */
  readonly listeners: Set<string>;
  /** Recalculates everything now. */
  readonly calculate: (all: boolean) => void;
  readonly keep: (object: HostObject) => string;
  readonly kept: Map<string, HostObject>;
  /** Id by kept object. */
  readonly referenceOf: (object: HostObject) => string | undefined;
  /** Events that wait to be sent. */
  readonly takeEvents: () => readonly RaisedEvent[];
  /** Protection cannot be lifted without a password. */
  passwordProtected: boolean;
  /** `true` while the user, not the add-in, acts. */
  source: "user" | "addin";
}

/** Compares requirement sets such as `1.9` and `1.13`. */
export function reaches(level: string, since: string): boolean {
  const [major = 0, minor = 0] = level.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = since.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function formulasWithin(sheet: Sheet, area: Area): readonly Place[] {
  return cellsWithin(sheet, area).flatMap(([key, cell]) =>
    cell.formula === undefined ? [] : [{ sheet, key }],
  );
}

/** A session over one workbook. */
export function openSession(workbook: Workbook, calculator: Calculator, level: () => string): Session {
  const used = new Map<string, UsedMember>();
  const kept = new Map<string, HostObject>();
  const ids = new Map<HostObject, string>();
  const listeners = new Set<string>();
  let events: RaisedEvent[] = [];
  let references = 0;
  const announce = (event: HostEvent): void => {
    const targets = [event.sheetId, "Workbook"].filter((target) => listeners.has(`${event.type}|${target}`));
    events.push({ ...event, targets });
  };
  const announceCalculated = (places: readonly Place[]): void => {
    const addresses = new Map<string, string[]>();
    for (const { sheet, key } of places) {
      const { row, column } = placeOf(key);
      const list = addresses.get(sheet.id) ?? [];
      list.push(areaText({ row, column, rows: 1, columns: 1 }));
      addresses.set(sheet.id, list);
    }
    for (const [sheetId, list] of addresses) {
      announce({ type: 16, sheetId, args: { worksheetId: sheetId, address: list.join(",") } });
    }
  };
  let waiting: readonly ChangedArea[] = [];
  const settle = (): void => {
    const changed = waiting.filter(({ sheet }) => workbook.sheets.includes(sheet));
    waiting = [];
    if (changed.length === 0) return;
    const entered = changed.flatMap(({ sheet, area }) => formulasWithin(sheet, area));
    const followers = dependents(workbook, changed);
    if (workbook.calculationMode !== "Manual") {
      announceCalculated(calculatePlaces(workbook, calculator, [...entered, ...followers]));
      return;
    }
    calculatePlaces(workbook, calculator, entered);
    const fresh = new Set(entered.map((place) => `${place.sheet.id}!${place.key}`));
    for (const place of followers) {
      const id = `${place.sheet.id}!${place.key}`;
      if (!fresh.has(id)) workbook.stale.add(id);
    }
  };
  const session: Session = {
    workbook,
    calculator,
    level,
    source: "addin",
    passwordProtected: false,
    used,
    kept,
    announce,
    listeners,
    unknownMember: (className, member) =>
      apiNotFound(`${className}.${member}`, "the simulated Excel has no such member; add it to its table."),
    use: (className, member, since) => {
      if (!member.startsWith("_"))
        used.set(`${className}.${member}`, { member: `${className}.${member}`, since });
      if (!reaches(level(), since)) {
        throw apiNotFound(`${className}.${member}`, `needs ExcelApi ${since}, this Excel has ${level()}.`);
      }
    },
    changed: (sheet, area) => {
      announce({
        type: 10,
        sheetId: sheet.id,
        args: {
          worksheetId: sheet.id,
          address: areaText(area),
          changeType: "RangeEdited",
          source: "Local",
          triggerSource: session.source === "addin" ? "ThisLocalAddin" : "Unknown",
        },
      });
      waiting = [...waiting, { sheet, area }];
      if (workbook.calculationMode === "Manual") settle();
    },
    reworded: (places) => {
      settle();
      const followers = dependents(
        workbook,
        places.map(({ sheet, key }) => ({ sheet, area: { ...placeOf(key), rows: 1, columns: 1 } })),
      );
      announceCalculated(calculatePlaces(workbook, calculator, [...places, ...followers]));
    },
    settle,
    calculate: (all) => {
      settle();
      const places = allFormulas(workbook).filter(
        (place) => all || workbook.stale.has(`${place.sheet.id}!${place.key}`),
      );
      announceCalculated(calculatePlaces(workbook, calculator, places));
    },
    keep: (object) => {
      const known = ids.get(object);
      if (known !== undefined) return known;
      references += 1;
      const id = `r${references}`;
      ids.set(object, id);
      kept.set(id, object);
      return id;
    },
    referenceOf: (object) => ids.get(object),
    takeEvents: () => {
      const taken = events;
      events = [];
      return taken;
    },
  };
  return session;
}
