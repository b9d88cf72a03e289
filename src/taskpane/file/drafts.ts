/**
 * The open file, and the answers for every file worked on in this browser, so that neither a reload nor another file
 * in between loses anything.
 */
import type { Answers } from "../../core/answers/answers";

export interface Draft {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was said about a book. */
export interface KeptAnswers {
  readonly answers: Answers;
  /** Milliseconds since 1970: the oldest give way. */
  readonly at: number;
}

const FILES = "draft";
const ANSWERS = "answers";
const OPEN = "open";
/** Books whose answers are kept. */
const MOST_BOOKS = 100;

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("hengbiao", 2);
    request.onupgradeneeded = () => {
      for (const name of [FILES, ANSWERS]) {
        if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(request.error?.message ?? "IndexedDB"));
    request.onblocked = () => reject(new Error("IndexedDB"));
  });
}

async function inStore<T>(
  name: string,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const base = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(name, mode);
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(new Error(transaction.error?.message ?? "IndexedDB"));
    });
  } finally {
    base.close();
  }
}

export async function keepDraft({ name, bytes }: Draft): Promise<void> {
  await inStore(FILES, "readwrite", (store) => store.put({ name, bytes }, OPEN));
}

export async function loadDraft(): Promise<Draft | undefined> {
  const found: unknown = await inStore<unknown>(FILES, "readonly", (store) => store.get(OPEN));
  return isDraft(found) ? { name: found.name, bytes: found.bytes } : undefined;
}

/** The file is not opened by itself any more; what was said about it stays. */
export async function dropDraft(): Promise<void> {
  await inStore(FILES, "readwrite", (store) => store.delete(OPEN));
}

export async function keepAnswers(book: string, answers: Answers): Promise<void> {
  const kept: KeptAnswers = { answers, at: Date.now() };
  await inStore(ANSWERS, "readwrite", (store) => store.put(kept, book));
  const books = await inStore(ANSWERS, "readonly", (store) => store.getAllKeys());
  if (books.length <= MOST_BOOKS) return;
  const ages = await inStore<unknown[]>(ANSWERS, "readonly", (store) => store.getAll());
  const oldest = books
    .map((key, index) => ({ key, at: keptAt(ages[index]) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, books.length - MOST_BOOKS);
  for (const { key } of oldest) await inStore(ANSWERS, "readwrite", (store) => store.delete(key));
}

export async function loadAnswers(book: string): Promise<Answers | undefined> {
  const found: unknown = await inStore<unknown>(ANSWERS, "readonly", (store) => store.get(book));
  return isKept(found) ? found.answers : undefined;
}

function keptAt(value: unknown): number {
  return isKept(value) ? value.at : 0;
}

function isKept(value: unknown): value is KeptAnswers {
  return (
    typeof value === "object" &&
    value !== null &&
    "answers" in value &&
    typeof value.answers === "object" &&
    "at" in value &&
    typeof value.at === "number"
  );
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    typeof value.name === "string" &&
    "bytes" in value &&
    value.bytes instanceof Uint8Array
  );
}
