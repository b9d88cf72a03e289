// The wire protocol of Office.js: a batch as JSON text in, the results as JSON text out. Actions run in order; the
// first failure ends the batch and nothing before it is taken back.
import { ExcelFailure, invalidArgument } from "./failure";
import type { Argument, HostObject, Json } from "./members/member";
import { sinceOf, wireName } from "./members/member";
import { workbookObject } from "./members/workbook";
import { reaches, type Session } from "./session";

interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly (number | null)[];
}

interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

/** Lets a switch break the run before an action; `index` counts within the batch, `action` is its short name. */
export type BeforeAction = (index: number, action: string) => void;

/** Names of actions as logs show them: `set Range.Values`, `call Worksheet.Delete`. */
export function describeBatch(bodyText: string): readonly string[] {
  const batch = JSON.parse(bodyText) as Batch;
  return batch.Actions.map((action) => actionName(batch, action));
}

const actionWords: Readonly<Record<number, string>> = {
  1: "open",
  2: "load",
  3: "call",
  4: "set",
  5: "trace",
};

function actionName(batch: Batch, action: Action): string {
  const path = batch.ObjectPaths[String(action.ObjectPathId)];
  const word = actionWords[action.ActionType] ?? `action ${action.ActionType}`;
  const select = action.QueryInfo?.Select?.join(",") ?? "";
  return `${word} ${path?.Name ?? ""}${action.Name === "" ? "" : `.${action.Name}`}${select === "" ? "" : ` ${select}`}`.trim();
}

/** Carries out one batch; formulas are calculated before something is read, at the latest at the end. */
export function runBatch(session: Session, bodyText: string, before: BeforeAction = () => {}): string {
  const answer = answerOf(session, bodyText, before);
  session.settle();
  return answer;
}

function answerOf(session: Session, bodyText: string, before: BeforeAction): string {
  const batch = JSON.parse(bodyText) as Batch;
  const resolve = resolver(session, batch);
  const results: { readonly ActionId: number; readonly Value: Json }[] = [];
  const traces: number[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      before(index, actionName(batch, action));
      if (action.ActionType === 2 || (action.ActionType === 3 && !action.Name.startsWith("_")))
        session.settle();
      const value = perform(session, action, resolve);
      results.push({ ActionId: action.Id, Value: value });
      if (action.ActionType === 5) traces.push(action.Id);
    } catch (caught) {
      const error =
        caught instanceof ExcelFailure
          ? caught
          : new ExcelFailure(
              "SimulatedHostFault",
              caught instanceof Error ? `${caught.message} ${caught.stack}` : "",
              500,
            );
      const path = batch.ObjectPaths[String(action.ObjectPathId)];
      return JSON.stringify({
        Results: results,
        TraceIds: traces,
        Error: {
          Code: error.code,
          Message: error.message,
          Location: `${path?.Name ?? ""}.${action.Name}`,
          ActionIndex: index,
          HttpStatusCode: error.status,
        },
      });
    }
  }
  return JSON.stringify({ Results: results, TraceIds: traces });
}

type Resolve = (id: number) => HostObject | null;

/** Paths are opened once per batch, so that `add()` adds once however often it is used. */
function resolver(
  session: Session,
  batch: Batch,
): Resolve & { readonly args: (info?: ArgumentInfo) => readonly Argument[] } {
  const opened = new Map<number, HostObject | null>();
  const args = (info?: ArgumentInfo): readonly Argument[] =>
    (info?.Arguments ?? []).map((argument, index): Argument => {
      const reference = info?.ReferencedObjectPathIds?.[index];
      return typeof reference === "number" && reference > 0 ? resolve(reference) : withObjects(argument);
    });
  /** Objects inside of settings travel as the id of their path. */
  const withObjects = (argument: Json): Argument => {
    if (typeof argument !== "object" || argument === null) return argument;
    if (Array.isArray(argument)) return argument;
    const settings = recordOf(argument);
    const path = settings["_ObjectPathId"];
    if (typeof path === "number") return resolve(path);
    return Object.fromEntries(
      Object.entries(settings).map(([name, part]) => [name, withObjects(part)]),
    ) as Argument;
  };
  const open = (path: ObjectPath): HostObject | null => {
    if (path.ObjectPathType === 7) return null;
    if (path.ObjectPathType === 1) return workbookObject(session.workbook);
    if (path.ObjectPathType === 2) return serviceObject(path.Name);
    if (path.ObjectPathType === 6) {
      const kept = session.kept.get(path.Name);
      if (kept === undefined) throw new ExcelFailure("InvalidReference", "This reference is not valid.");
      return kept;
    }
    const parent = path.ParentObjectPathId === undefined ? null : resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    const given = args(path.ArgumentInfo);
    if (path.ObjectPathType === 5) return parent.index(given[0] ?? null, session);
    const member = parent.member(path.Name, session);
    if (member.kind !== "object")
      throw session.unknownMember(parent.className, `${path.Name} (as an object)`);
    return member.open(given);
  };
  const resolve = (id: number): HostObject | null => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const path = batch.ObjectPaths[String(id)];
    if (path === undefined)
      throw new ExcelFailure("InvalidObjectPath", `The batch has no object path ${id}.`);
    const found = open(path);
    opened.set(id, found);
    return found;
  };
  return Object.assign(resolve, { args });
}

/** The library's own service object after start: takes every call and answers nothing. */
function serviceObject(name: string): HostObject {
  return {
    className: name,
    self: undefined,
    keepable: false,
    valueNames: [],
    publicNames: [],
    items: undefined,
    identity: () => ({}),
    index: (_key, session) => {
      throw session.unknownMember(name, "getItem");
    },
    member: (wire, session) => {
      if (!/^Microsoft\.InternalService\./.test(name)) throw session.unknownMember(name, wire);
      return { kind: "call", run: () => null };
    },
  };
}

function perform(session: Session, action: Action, resolve: ReturnType<typeof resolver>): Json {
  if (action.ActionType === 5) return null;
  const target = resolve(action.ObjectPathId);
  switch (action.ActionType) {
    case 1:
      return target === null ? null : identity(session, target);
    case 2:
      return target === null ? null : loaded(session, target, action.QueryInfo ?? {});
    case 3: {
      if (action.Name === "_KeepReference") {
        if (target?.keepable === true) session.keep(target);
        return null;
      }
      if (target === null) throw nullObjectUse();
      const member = target.member(action.Name, session);
      if (member.kind !== "call") throw session.unknownMember(target.className, `${action.Name} (as a call)`);
      return member.run(resolve.args(action.ArgumentInfo));
    }
    case 4: {
      if (target === null) throw nullObjectUse();
      const member = target.member(action.Name, session);
      if (member.kind !== "value")
        throw session.unknownMember(target.className, `${action.Name} (as a value)`);
      if (member.put === undefined)
        throw invalidArgument(`${target.className}.${action.Name} cannot be set.`);
      member.put(resolve.args(action.ArgumentInfo)[0] ?? null);
      return null;
    }
    default:
      throw session.unknownMember("protocol", `action type ${action.ActionType}`);
  }
}

function nullObjectUse(): ExcelFailure {
  return new ExcelFailure(
    "InvalidArgument",
    "The object is a null object: it can be neither called nor changed.",
  );
}

function identity(session: Session, target: HostObject): Json {
  const reference = session.referenceOf(target);
  const own = target.identity(session);
  if (reference === undefined) return own;
  return { ...recordOf(own), _ReferenceId: reference };
}

function recordOf(json: Json): Readonly<Record<string, Json>> {
  return typeof json === "object" && json !== null && !Array.isArray(json)
    ? (json as Readonly<Record<string, Json>>)
    : {};
}

/** Selected paths of a load, grouped by their first step; an empty rest means the value itself. */
function grouped(select: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of select) {
    const [first = "", ...rest] = path.split("/");
    const group = groups.get(first.toLowerCase()) ?? [];
    if (rest.length > 0) group.push(rest.join("/"));
    groups.set(first.toLowerCase(), group);
  }
  return groups;
}

function loaded(session: Session, target: HostObject, query: QueryInfo): Json {
  const select = (query.Select ?? []).filter((path) => path !== "");
  if (target.items === undefined) return loadedObject(session, target, select, query.Expand ?? []);
  const own: string[] = [];
  const inner: string[] = [];
  for (const path of select) {
    const plain = path.replace(/^\$?items(?:\/|$)/i, "");
    const lower = path.toLowerCase();
    if (target.valueNames.some((name) => name.toLowerCase() === lower)) own.push(path);
    else inner.push(plain === "" ? "*" : plain);
  }
  const all = target.items(session);
  const skip = query.Skip ?? 0;
  const chosen = all.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  const ownValues = own.length === 0 ? {} : loadedObject(session, target, own, []);
  return {
    ...recordOf(ownValues),
    _Items: chosen.map((item) => loadedObject(session, item, inner, query.Expand ?? [])),
  };
}

function loadedObject(
  session: Session,
  target: HostObject,
  select: readonly string[],
  expand: readonly string[],
): Json {
  const answer: Record<string, Json> = { ...recordOf(identity(session, target)) };
  const groups = new Map(grouped(select.length === 0 ? ["*"] : select));
  for (const path of expand) if (!groups.has(path.toLowerCase())) groups.set(path.toLowerCase(), ["*"]);
  for (const [name, rest] of groups) {
    const names = name === "*" ? target.valueNames : [name];
    for (const one of names) {
      if (name === "*" && !reaches(session.level(), sinceOf(target.className, one) ?? "1.1")) continue;
      const member = target.member(one, session, name !== "*");
      const key = canonicalName(target, one);
      if (member.kind === "value") answer[key] = member.get();
      else if (member.kind === "object") {
        const inner = member.open([]);
        answer[key] =
          inner === null ? null : loaded(session, inner, { Select: rest.length === 0 ? ["*"] : rest });
      } else throw session.unknownMember(target.className, `${one} (a method cannot be loaded)`);
    }
  }
  return answer;
}

function canonicalName(target: HostObject, name: string): string {
  const wanted = name.toLowerCase();
  return wireName(target.publicNames.find((candidate) => candidate.toLowerCase() === wanted) ?? name);
}
