/**
 * Text that was typed into a field and not yet taken, or refused: kept in this browser per workbook and field until it
 * is taken, so that closing the pane loses nothing.
 */
export interface TypedStore {
  get(book: string, field: string): string | undefined;
  /** undefined forgets it. */
  put(book: string, field: string, text: string | undefined): void;
}

export const NOTHING_TYPED: TypedStore = { get: () => undefined, put: () => undefined };

const PREFIX = "hengbiao.typed ";

export function typedInBrowser(storage: Pick<Storage, "getItem" | "setItem" | "removeItem">): TypedStore {
  const key = (book: string, field: string): string => PREFIX + JSON.stringify([book, field]);
  return {
    get: (book, field) => {
      try {
        return storage.getItem(key(book, field)) ?? undefined;
      } catch {
        return undefined;
      }
    },
    put: (book, field, text) => {
      try {
        if (text === undefined) storage.removeItem(key(book, field));
        else storage.setItem(key(book, field), text);
      } catch {
        // Storage is full or forbidden: the text holds until the pane closes.
      }
    },
  };
}
