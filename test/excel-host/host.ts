// The simulated Excel as tests hold it: switches that make it refuse, delay or fail, a log of what it was asked, and
// the user who sits before it.
import { setImmediate } from "node:timers";
import { type Area, areaText, parseArea } from "./address";
import { writeCells } from "./cells";
import type { Calculator } from "./calculate";
import { ExcelFailure } from "./failure";
import type { Json } from "./members/member";
import { cellKey, type Sheet, sheetNamed, type Workbook } from "./model";
import { describeBatch, runBatch } from "./protocol";
import { openSession, type RaisedEvent, type Session, type UsedMember } from "./session";
import { shiftRows } from "./rows";
import { addSheet, copySheet, deleteSheet, renameSheet } from "./sheets";

export interface Switches {
  /** Milliseconds before each answer; requests are answered one after the other. */
  latency: number;
  /** The highest ExcelApi requirement set. The library asks once at start, the host at each use. */
  requirementSet: string;
  /** A cell is being edited: requests fail, or wait when they were sent with `delayForCellEdit`. */
  cellEdit: boolean;
  /** Bytes of UTF-8; larger requests are refused before, larger answers after they were carried out. */
  requestLimit: number;
  responseLimit: number;
  /** `refused`: an error at once; `silent`: no answer ever; `answerLost`: carried out, but no answer. */
  connection: "up" | "refused" | "silent" | "answerLost";
}

export interface LoggedRequest {
  readonly requestCharacters: number;
  readonly requestBytes: number;
  readonly responseCharacters: number;
  readonly responseBytes: number;
  /** Native status: 0 is fine, 5004 cell edit, 5103 and 5104 too large. */
  readonly status: number;
  /** Code of the action that failed. */
  readonly error: string | undefined;
  /** `load GetRange values`, `set Range.Values` … */
  readonly actions: readonly string[];
  readonly request: string;
  readonly response: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface FailOptions {
  /** Count only actions that change something. */
  readonly only?: "writes";
  readonly code?: string;
  readonly message?: string;
}

/** What the officer does in Excel while the pane is open; each raises the events that Excel raises. */
export interface ExcelUser {
  readonly write: (sheet: string, address: string, values: Json) => void;
  readonly select: (sheet: string, address: string) => void;
  readonly addSheet: (name: string) => void;
  readonly renameSheet: (name: string, to: string) => void;
  readonly deleteSheet: (name: string) => void;
  readonly copySheet: (name: string, to: string) => void;
  /** Rows count from 1, as the officer sees them. */
  readonly insertRows: (sheet: string, before: number, count?: number) => void;
  readonly deleteRows: (sheet: string, first: number, count?: number) => void;
  /** Turns the order of an area's rows round, as a sort downwards does; only the sort is told, not the cells. */
  readonly sortRows: (sheet: string, address: string) => void;
  readonly protectSheet: (name: string, protect?: boolean) => void;
  readonly protectStructure: (protect?: boolean) => void;
  readonly recalculate: () => void;
}

export interface ExcelHost {
  readonly workbook: Workbook;
  readonly switches: Switches;
  readonly user: ExcelUser;
  readonly log: readonly LoggedRequest[];
  readonly clearLog: () => void;
  /** Puts another workbook in place of the open one; references and event handlers are gone. */
  readonly open: (workbook: Workbook) => void;
  /** The wire: a batch as text in, the answer as text out. */
  readonly exchange: (bodyText: string, flags?: number) => Promise<Answer>;
  /**
   * Resolves when no request is under way and none follows, clean-up of references included. A request whose answer was
   * lost is over.
   */
  readonly settled: () => Promise<void>;
  /** Requests that wait for their turn, for the end of cell editing or for the latency to pass. */
  readonly underWay: () => number;
  /** References that the add-in keeps; 0 after each finished `Excel.run`. */
  readonly keptReferences: () => number;
  /** The n-th action from now (from 1) fails; what was done before it stays done. */
  readonly failAtAction: (n: number, options?: FailOptions) => void;
  readonly neverFail: () => void;
  /** Actions carried out since the last `clearLog`. */
  readonly actionCount: (only?: "writes") => number;
  /** Public members that the add-in used since start, with the requirement set of each. */
  readonly usedMembers: () => readonly UsedMember[];
  /** Where events go. */
  readonly onEvent: (deliver: (nativeId: number, payload: readonly unknown[]) => void) => void;
}

export const defaultSwitches: Switches = {
  latency: 0,
  requirementSet: "1.17",
  cellEdit: false,
  requestLimit: 5 * 1024 * 1024,
  responseLimit: 5 * 1024 * 1024,
  connection: "up",
};

const writing = /^(set|call) (?!.*\b_)/;
/** After what is on its way; a timer of no time takes a millisecond all the same. */
const nextTurn = (): Promise<void> => new Promise((done) => setImmediate(done));
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/** A running Excel with one open workbook. */
export function startHost(
  workbook: Workbook,
  calculator: Calculator,
  given: Partial<Switches> = {},
): ExcelHost {
  const switches: Switches = { ...defaultSwitches, ...given };
  let session = openSession(workbook, calculator, () => switches.requirementSet);
  let log: LoggedRequest[] = [];
  let deliver: (nativeId: number, payload: readonly unknown[]) => void = () => {};
  let failure: { left: number; readonly options: FailOptions } | undefined;
  let line: Promise<unknown> = Promise.resolve();
  let underWay = 0;
  let counts = { all: 0, writes: 0 };
  const used = new Map<string, UsedMember>();

  const beforeAction = (_index: number, action: string): void => {
    const writes = writing.test(action);
    counts = { all: counts.all + 1, writes: counts.writes + (writes ? 1 : 0) };
    if (failure === undefined || (failure.options.only === "writes" && !writes)) return;
    failure.left -= 1;
    if (failure.left > 0) return;
    const { code = "GeneralException", message = "An internal error has occurred." } = failure.options;
    failure = undefined;
    throw new ExcelFailure(code, message, 500);
  };

  const sendEvents = (): void => {
    const events = session.takeEvents();
    if (events.length > 0) setImmediate(() => events.forEach(sendEvent));
  };
  const sendEvent = (event: RaisedEvent): void => {
    for (const target of event.targets) {
      deliver(33, [65_536, event.type, target, JSON.stringify(event.args), 1, false]);
    }
    if (event.type === 14) deliver(2, []);
  };

  const carryOut = (bodyText: string): Answer => {
    const requestBytes = bytes(bodyText);
    const record = (status: number, body: string, error: string | undefined): Answer => {
      log.push({
        requestCharacters: bodyText.length,
        requestBytes,
        responseCharacters: body.length,
        responseBytes: bytes(body),
        status,
        error,
        // Told when somebody asks: most requests of a test are only counted.
        get actions() {
          return describeBatch(bodyText);
        },
        request: bodyText,
        response: body,
      });
      return { status, body: status === 0 ? body : "" };
    };
    if (switches.connection === "refused") return record(5012, "", "InvalidOrTimedOutSession");
    if (switches.cellEdit) return record(5004, "", "InvalidOperationInCellEditMode");
    if (requestBytes > switches.requestLimit) return record(5103, "", "RequestPayloadSizeLimitExceeded");
    const body = runBatch(session, bodyText, beforeAction);
    for (const [name, member] of session.used) used.set(name, member);
    sendEvents();
    if (bytes(body) > switches.responseLimit) return record(5104, body, "ResponsePayloadSizeLimitExceeded");
    const code = /"Error":\{"Code":"(\w+)"/.exec(body)?.[1];
    return record(0, body, code);
  };

  const exchange = async (bodyText: string, flags = 0): Promise<Answer> => {
    underWay += 1;
    const turn = line.then(async () => {
      await (switches.latency > 0 ? pause(switches.latency) : nextTurn());
      if ((flags & 64) !== 0) while (switches.cellEdit) await pause(5);
      if (switches.connection === "silent") return undefined;
      const answer = carryOut(bodyText);
      return switches.connection === "answerLost" ? undefined : answer;
    });
    line = turn.catch(() => undefined);
    const answer = await turn.finally(() => {
      underWay -= 1;
    });
    return answer ?? new Promise<Answer>(() => {});
  };

  const byUser = (act: (session: Session) => void): void => {
    session.source = "user";
    try {
      act(session);
      session.settle();
    } finally {
      session.source = "addin";
    }
    sendEvents();
  };
  const sheetOf = (name: string): Sheet => {
    const sheet = sheetNamed(session.workbook, name);
    if (sheet === undefined) throw new Error(`The simulated workbook has no sheet ${name}.`);
    return sheet;
  };
  const areaOf = (address: string): Area => {
    const area = parseArea(address);
    if (area === undefined) throw new Error(`${address} is no address.`);
    return area;
  };

  const moveRows = (excel: Session, name: string, row: number, count: number): void => {
    const sheet = sheetOf(name);
    const touched = shiftRows(excel.workbook, sheet, { row: row - 1, count });
    excel.reworded(touched);
    const args = {
      worksheetId: sheet.id,
      address: `${row}:${row + Math.abs(count) - 1}`,
      changeType: count > 0 ? "RowInserted" : "RowDeleted",
      source: "Local",
      triggerSource: "Unknown",
    };
    excel.announce({ type: 10, sheetId: sheet.id, args });
  };

  return {
    get workbook() {
      return session.workbook;
    },
    switches,
    get log() {
      return log;
    },
    clearLog: () => {
      log = [];
      counts = { all: 0, writes: 0 };
    },
    open: (next) => {
      session = openSession(next, calculator, () => switches.requirementSet);
    },
    exchange,
    settled: async () => {
      for (let quiet = 0; quiet < 3; quiet += underWay === 0 ? 1 : 0) await pause(1);
    },
    underWay: () => underWay,
    keptReferences: () => session.kept.size,
    failAtAction: (n, options = {}) => {
      failure = { left: n, options };
    },
    neverFail: () => {
      failure = undefined;
    },
    actionCount: (only) => (only === "writes" ? counts.writes : counts.all),
    usedMembers: () => [...used.values()],
    onEvent: (next) => {
      deliver = next;
    },
    user: {
      write: (name, address, values) =>
        byUser((excel) => {
          const sheet = sheetOf(name);
          const area = areaOf(address);
          writeCells(excel.workbook, sheet, area, values);
          excel.changed(sheet, area);
        }),
      select: (name, address) =>
        byUser((excel) => {
          const sheet = sheetOf(name);
          const area = areaOf(address);
          excel.workbook.activeSheetId = sheet.id;
          excel.workbook.selection = area;
          excel.announce({
            type: 14,
            sheetId: sheet.id,
            args: { worksheetId: sheet.id, address: areaText(area) },
          });
        }),
      addSheet: (name) =>
        byUser((excel) => {
          const sheet = addSheet(excel.workbook, name);
          excel.announce({ type: 13, sheetId: sheet.id, args: { worksheetId: sheet.id, source: "Local" } });
        }),
      renameSheet: (name, to) =>
        byUser((excel) => {
          const sheet = sheetOf(name);
          renameSheet(excel.workbook, sheet, to);
          const args = { worksheetId: sheet.id, nameBefore: name, nameAfter: to, source: "Local" };
          excel.announce({ type: 25, sheetId: sheet.id, args });
        }),
      deleteSheet: (name) =>
        byUser((excel) => {
          const sheet = sheetOf(name);
          excel.reworded(deleteSheet(excel.workbook, sheet));
          excel.announce({ type: 15, sheetId: sheet.id, args: { worksheetId: sheet.id, source: "Local" } });
        }),
      insertRows: (name, before, count = 1) => byUser((excel) => moveRows(excel, name, before, count)),
      deleteRows: (name, first, count = 1) => byUser((excel) => moveRows(excel, name, first, -count)),
      copySheet: (name, to) =>
        byUser((excel) => {
          const sheet = copySheet(excel.workbook, sheetOf(name), to);
          excel.announce({ type: 13, sheetId: sheet.id, args: { worksheetId: sheet.id, source: "Local" } });
        }),
      sortRows: (name, address) =>
        byUser((excel) => {
          const sheet = sheetOf(name);
          const { row: top, column: left, rows, columns } = areaOf(address);
          const before = new Map(sheet.cells);
          for (let row = 0; row < rows; row += 1) {
            for (let column = left; column < left + columns; column += 1) {
              const cell = before.get(cellKey(top + rows - 1 - row, column));
              const key = cellKey(top + row, column);
              if (cell === undefined) sheet.cells.delete(key);
              else sheet.cells.set(key, cell);
            }
          }
          const args = { worksheetId: sheet.id, address, source: "Local" };
          excel.announce({ type: 19, sheetId: sheet.id, args });
        }),
      protectSheet: (name, protect = true) =>
        byUser(() => {
          sheetOf(name).protection = protect ? {} : undefined;
        }),
      protectStructure: (protect = true) =>
        byUser((excel) => {
          excel.workbook.structureProtected = protect;
        }),
      recalculate: () => byUser((excel) => excel.calculate(true)),
    },
  };
}
