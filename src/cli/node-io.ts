/** The surroundings of a real run: streams, files and clock of Node. */
import { open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { inflateRawSync } from "node:zlib";
import { CLI_TEXTS } from "../texts/cli";
import type { Text } from "../core/pack/pack";
import { FileProblem } from "../hosts/file/problem";
import type { Files, Io, Stream } from "./io";

/** A pack's files are texts of at most a few MB. */
const MAX_FOLDER_FILES = 100;

export function nodeIo(): Io {
  return {
    out: stream(process.stdout),
    err: stream(process.stderr),
    environment: process.env,
    files: nodeFiles,
    convert: async (bytes) => {
      const { convertInThread } = await import("../hosts/file/node/convert");
      return convertInThread(path.join(__dirname, "convert-worker.js"), bytes);
    },
    inflate: (packed, size) => plainView(inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })),
    // performance.now() would load a dozen of Node's modules.
    now: () => process.uptime() * 1000,
  };
}

/** A Buffer's slice() would share its memory. */
function plainView({ buffer, byteOffset, length }: Buffer): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

function stream(target: NodeJS.WriteStream): Stream {
  return {
    write: (text) => void target.write(text),
    drained: () => drained(target),
    isTerminal: target.isTTY,
    columns: target.columns,
  };
}

function drained(target: NodeJS.WriteStream): Promise<void> {
  if (!target.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve) => {
    const settle = (): void => {
      for (const event of ["drain", "error", "close"]) target.off(event, settle);
      resolve();
    };
    for (const event of ["drain", "error", "close"]) target.on(event, settle);
  });
}

export const nodeFiles: Files = {
  read: (file) =>
    guarded(async () => {
      return plainView(await readFile(file));
    }),
  readFolder: (folder) =>
    guarded(async () => {
      if (!(await stat(folder)).isDirectory()) return undefined;
      const names = (await readdir(folder))
        .filter((name) => name.endsWith(".json"))
        .slice(0, MAX_FOLDER_FILES);
      const texts = await Promise.all(
        names.map(async (name) => [name, await readFile(path.join(folder, name), "utf8")] as const),
      );
      return Object.fromEntries(texts);
    }),
  exists: async (file) => (await quietly(() => stat(file))) !== undefined,
  same: async (a, b) => {
    if (path.resolve(a) === path.resolve(b)) return true;
    const [first, second] = [await quietly(() => stat(a)), await quietly(() => stat(b))];
    if (first === undefined || second === undefined) return false;
    return (
      (first.ino === second.ino && first.dev === second.dev) || (await realpath(a)) === (await realpath(b))
    );
  },
  save: (file, bytes) => guarded(() => replace(file, bytes)),
};

/** Written beside the target under another name, flushed, then renamed: the target is absent, old or complete. */
async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target).catch((error: unknown) => {
      throw isDenied(error) ? new FileProblem(CLI_TEXTS.busy) : error;
    });
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The folder took the copy, so what is denied is the target: Windows says so of a file that Excel holds open. */
function isDenied(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPERM" || error.code === "EACCES");
}

async function quietly<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch {
    return undefined;
  }
}

const SYSTEM: Readonly<Record<string, Text>> = {
  ENOENT: CLI_TEXTS.missing,
  ENOTDIR: CLI_TEXTS.missing,
  EISDIR: CLI_TEXTS.folder,
  EACCES: CLI_TEXTS.denied,
  EPERM: CLI_TEXTS.denied,
  EROFS: CLI_TEXTS.denied,
  ENOSPC: CLI_TEXTS.full,
  EDQUOT: CLI_TEXTS.full,
  EBUSY: CLI_TEXTS.busy,
  ETXTBSY: CLI_TEXTS.busy,
};

/** The system's errors as sentences. */
async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof FileProblem) throw error;
    const code = "code" in error && typeof error.code === "string" ? error.code : "";
    throw new FileProblem(SYSTEM[code] ?? CLI_TEXTS.ioFailure(code === "" ? error.message : code));
  }
}
