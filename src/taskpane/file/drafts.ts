/** The open file and its answers, kept in this browser so that a reload loses nothing. */
import type { Answers } from "../../core/answers/answers";

export interface Draft {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly answers: Answers | undefined;
}

const STORE = "draft";
const KEY = "open";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("hengbiao", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.message ?? "IndexedDB"));
  });
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(new Error(transaction.error?.message ?? "IndexedDB"));
    });
  } finally {
    base.close();
  }
}

export async function keepDraft(draft: Draft): Promise<void> {
  await inStore("readwrite", (store) => store.put(draft, KEY));
}

export async function loadDraft(): Promise<Draft | undefined> {
  const found: unknown = await inStore<unknown>("readonly", (store) => store.get(KEY));
  return isDraft(found) ? found : undefined;
}

export async function dropDraft(): Promise<void> {
  await inStore("readwrite", (store) => store.delete(KEY));
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    "bytes" in value &&
    value.bytes instanceof Uint8Array
  );
}
