// What a class of the simulated Excel can do, as a table: one line per member, its requirement set with it.
import type { Session } from "../session";

/** Anything that JSON can carry. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** What an argument can be: JSON, or an object of this host that the add-in passed by reference. */
export type Argument = Json | HostObject;

export interface HostObject {
  readonly className: string;
  /** What the object stands for; unique by class, see `target`. */
  readonly self: unknown;
  /** `counted: false` for loads that name no property: those do not show that the add-in needs the member. */
  readonly member: (wire: string, session: Session, counted?: boolean) => BoundMember;
  /** Names of the plain values, for loads that name none. */
  readonly valueNames: readonly string[];
  /** Names of all members. */
  readonly publicNames: readonly string[];
  readonly identity: (session: Session) => Json;
  /** Items of a collection, `undefined` for other classes. */
  readonly items: ((session: Session) => readonly HostObject[]) | undefined;
  readonly index: (key: Argument, session: Session) => HostObject;
  /** Whether the client may keep a reference to it (ranges). */
  readonly keepable: boolean;
}

export type BoundMember =
  | {
      readonly kind: "value";
      readonly get: () => Json;
      readonly put: ((value: Argument) => void) | undefined;
    }
  | { readonly kind: "object"; readonly open: (args: readonly Argument[]) => HostObject | null }
  | { readonly kind: "call"; readonly run: (args: readonly Argument[]) => Json };

/** One member: `since` is the ExcelApi requirement set that brought it. */
export type Member<S> =
  | {
      readonly kind: "value";
      readonly since: string;
      readonly get: (self: S, session: Session) => Json;
      readonly put?: (self: S, value: Argument, session: Session) => void;
      /** Not part of a load that names no property. */
      readonly onDemand?: true;
    }
  | {
      readonly kind: "object";
      readonly since: string;
      /** `null` answers the null object. */
      readonly open: (self: S, args: readonly Argument[], session: Session) => HostObject | null;
    }
  | {
      readonly kind: "call";
      readonly since: string;
      readonly run: (self: S, args: readonly Argument[], session: Session) => Json;
    };

export interface ClassTable<S> {
  /** As in Office.js, without `Excel.` */
  readonly className: string;
  /** By public name; a leading underscore marks members that only the client library uses. */
  readonly members: Readonly<Record<string, Member<S>>>;
  /** Members whose name on the wire is not the public one. */
  readonly wireNames?: Readonly<Record<string, string>>;
  readonly identity?: (self: S, session: Session) => Json;
  readonly items?: (self: S, session: Session) => readonly HostObject[];
  readonly index?: (self: S, key: Argument, session: Session) => HostObject;
  readonly keepable?: true;
}

/** `getRange` → `GetRange`; underscored names stay. */
export function wireName(name: string): string {
  return name.startsWith("_") ? name : name.slice(0, 1).toUpperCase() + name.slice(1);
}

const tables = new Map<string, ClassTable<never>>();

/** The requirement set of a member, `undefined` when there is no such member. */
export function sinceOf(className: string, member: string): string | undefined {
  return tables.get(className)?.members[member]?.since;
}

/** Every class of the host, for tests that compare it with Microsoft's type file. */
export function classTables(): ReadonlyMap<string, ClassTable<never>> {
  return tables;
}

/** Makes the object of what it stands for. */
export type ObjectOf<S> = (self: S) => HostObject;

/** Makes objects of one class; `bind(self)` is the object for what it stands for. */
export function defineClass<S>(table: ClassTable<S>): ObjectOf<S> {
  tables.set(table.className, table as ClassTable<never>);
  const byWire = new Map<string, readonly [name: string, member: Member<S>]>();
  for (const [name, member] of Object.entries(table.members)) {
    byWire.set(wireName(name).toLowerCase(), [name, member]);
  }
  for (const [wire, name] of Object.entries(table.wireNames ?? {})) {
    const member = table.members[name];
    if (member !== undefined) byWire.set(wire.toLowerCase(), [name, member]);
  }
  const valueNames = Object.entries(table.members).flatMap(([name, member]) =>
    member.kind === "value" && member.onDemand === undefined ? [name] : [],
  );
  return (self) => ({
    className: table.className,
    self,
    keepable: table.keepable === true,
    valueNames,
    publicNames: Object.keys(table.members),
    identity: (session) => table.identity?.(self, session) ?? {},
    items: table.items === undefined ? undefined : (session) => table.items?.(self, session) ?? [],
    index: (key, session) => {
      if (table.index === undefined) throw session.unknownMember(table.className, "getItem");
      return table.index(self, key, session);
    },
    member: (wire, session, counted = true) => {
      const found = byWire.get(wire.toLowerCase());
      if (found === undefined) throw session.unknownMember(table.className, wire);
      const [name, member] = found;
      if (counted) session.use(table.className, name, member.since);
      return bound(self, member, session);
    },
  });
}

function bound<S>(self: S, member: Member<S>, session: Session): BoundMember {
  switch (member.kind) {
    case "value": {
      const put = member.put;
      return {
        kind: "value",
        get: () => member.get(self, session),
        put: put === undefined ? undefined : (value) => put(self, value, session),
      };
    }
    case "object":
      return { kind: "object", open: (args) => member.open(self, args, session) };
    case "call":
      return { kind: "call", run: (args) => member.run(self, args, session) };
  }
}

/** A plain value that an add-in reads and may write. */
export function value<S>(
  since: string,
  get: (self: S, session: Session) => Json,
  put?: (self: S, value: Argument, session: Session) => void,
): Member<S> {
  return put === undefined ? { kind: "value", since, get } : { kind: "value", since, get, put };
}

/** A property or method that answers another object. */
export function object<S>(
  since: string,
  open: (self: S, args: readonly Argument[], session: Session) => HostObject | null,
): Member<S> {
  return { kind: "object", since, open };
}

/** A method that answers a plain value or nothing. */
export function call<S>(
  since: string,
  run: (self: S, args: readonly Argument[], session: Session) => Json | undefined | void,
): Member<S> {
  return { kind: "call", since, run: (self, args, session) => run(self, args, session) ?? null };
}
