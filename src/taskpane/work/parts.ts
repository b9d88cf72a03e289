/**
 * A large value cut into messages: taking in two hundred thousand findings at once would stop the pane for seconds.
 * Long lists are left empty at first, and filled by the parts that follow.
 */

/** Plain data with nothing left out but the items of its lists. */
export interface Part {
  /** The value itself in the first part, then items of a list. */
  readonly items: readonly unknown[];
  /** Which of the lists so far the items belong to; the first part belongs to none. */
  readonly into: number;
  /** The lists that were left empty in the items: the very arrays, which a message keeps one with those in the items. */
  readonly lists: readonly unknown[][];
}

/** Items that a list may have within a message. */
const SHORT = 500;
/** Values of one message, and the signs of a text that count as one more. */
const MOST_VALUES = 10_000;
const SIGNS = 32;

interface Long {
  readonly empty: unknown[];
  readonly items: readonly unknown[];
}

/** The parts of a value, first to last; the value itself is left as it is. */
export function* partsOf(value: unknown): Generator<Part> {
  const waiting: { readonly into: number; readonly items: readonly unknown[] }[] = [
    { into: -1, items: [value] },
  ];
  let known = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { into } = next;
    let items: unknown[] = [];
    let found: Long[] = [];
    const weight = { values: 0 };
    const part = (): Part => {
      for (const { items: left } of found) waiting.push({ into: known++, items: left });
      const done: Part = { items, into, lists: found.map(({ empty }) => empty) };
      [items, found, weight.values] = [[], [], 0];
      return done;
    };
    for (const item of next.items) {
      items.push(lightened(item, found, weight));
      if (weight.values > MOST_VALUES) yield part();
    }
    if (items.length > 0) yield part();
  }
}

/** The value with its long lists emptied; the very value where it has none. */
function lightened(value: unknown, found: Long[], weight: { values: number }): unknown {
  weight.values += 1;
  if (typeof value === "string") weight.values += value.length / SIGNS;
  if (Array.isArray(value)) {
    if (value.length > SHORT) {
      const long: Long = { empty: [], items: value };
      found.push(long);
      return long.empty;
    }
    let copy: unknown[] | undefined;
    value.forEach((item: unknown, index) => {
      const light = lightened(item, found, weight);
      if (light === item) return;
      copy ??= [...(value as readonly unknown[])];
      copy[index] = light;
    });
    return copy ?? value;
  }
  if (!isRecord(value)) return value;
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(value)) {
    const light = lightened(value[key], found, weight);
    if (light === value[key]) continue;
    copy ??= { ...value };
    copy[key] = light;
  }
  return copy ?? value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !ArrayBuffer.isView(value);
}

export interface Gathering {
  /** Takes the parts in the order in which they were made. */
  add(part: Part): void;
  /** The value once all were added. */
  value(): unknown;
}

export function gather(): Gathering {
  let value: unknown;
  const lists: unknown[][] = [];
  return {
    add({ items, into, lists: more }) {
      if (into < 0) [value] = items;
      else lists[into]?.push(...items);
      lists.push(...more);
    },
    value: () => value,
  };
}
