/** JSON in pieces, as JSON.stringify indents it by 2: that of many findings is longer than one text can be. */

export type Fields = Readonly<Record<string, unknown>>;

/** A list whose elements are made as they are written. */
export function listed<T>(elements: Iterable<T>, toJson: (element: T) => unknown): Iterable<unknown> {
  return {
    *[Symbol.iterator]() {
      for (const element of elements) yield toJson(element);
    },
  };
}

/** One list behind the other. */
export function* joined(first: Iterable<unknown>, second: Iterable<unknown>): Generator<unknown> {
  yield* first;
  yield* second;
}

/** Characters gathered before a piece is handed on; the garbage collection takes longer texts for long-lived. */
const PIECE = 16_384;

/** @param fields values as JSON.stringify takes them, and lists of `listed` */
export function* jsonPieces(fields: Fields): Generator<string> {
  let piece = "";
  for (const token of tokens(fields)) {
    piece += token;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function* tokens(fields: Fields): Generator<string> {
  let open = "{";
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    yield `${open}\n  ${JSON.stringify(name)}: `;
    open = ",";
    if (isList(value)) yield* listTokens(value);
    else yield indented(value, 2);
  }
  yield open === "{" ? "{}" : "\n}";
}

function* listTokens(list: Iterable<unknown>): Generator<string> {
  let open = "[";
  for (const element of list) {
    yield `${open}\n    ${indented(element, 4)}`;
    open = ",";
  }
  yield open === "[" ? "[]" : "\n  ]";
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** Line ends inside of texts are escaped, so that every one here is of the layout. */
function indented(value: unknown, by: number): string {
  return (JSON.stringify(value, undefined, 2) ?? "null").replaceAll("\n", `\n${" ".repeat(by)}`);
}
