/** Surroundings of the command line held in memory, for runs in process. */
import { CLI_TEXTS } from "../../src/texts/cli";
import type { Io } from "../../src/cli/io";
import { convertOld } from "../../src/hosts/file/read-xls";
import { FileProblem } from "../../src/hosts/file/problem";

export interface MemoryIo extends Io {
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Path → content of the files, those written included. */
  readonly content: Map<string, Uint8Array>;
}

/** @param given path → content; a path that ends with "/" is a folder */
export function memoryIo(
  given: Readonly<Record<string, Uint8Array | string>>,
  more: {
    readonly terminal?: boolean;
    readonly environment?: Record<string, string>;
    readonly now?: () => number;
  } = {},
): MemoryIo {
  const content = new Map<string, Uint8Array>();
  for (const [name, value] of Object.entries(given)) {
    content.set(name, typeof value === "string" ? new TextEncoder().encode(value) : value);
  }
  const said = { out: "", err: "" };
  const stream = (name: "out" | "err") => ({
    write: (text: string) => {
      said[name] += text;
    },
    drained: () => Promise.resolve(),
    isTerminal: more.terminal ?? false,
    columns: undefined,
  });
  const folder = (name: string): boolean =>
    name === "." ||
    name === "/" ||
    [...content.keys()].some((file) => file.startsWith(`${name.replace(/\/$/, "")}/`));
  return {
    content,
    stdout: () => said.out,
    stderr: () => said.err,
    out: stream("out"),
    err: stream("err"),
    environment: more.environment ?? {},
    convert: convertOld,
    now: more.now ?? (() => 0),
    files: {
      read: async (name) => {
        const found = content.get(name);
        if (found !== undefined) return found;
        throw new FileProblem(folder(name) ? CLI_TEXTS.folder : CLI_TEXTS.missing);
      },
      readFolder: async (name) => {
        if (!folder(name)) return undefined;
        const inside = [...content].filter(([file]) => file.startsWith(`${name}/`) && file.endsWith(".json"));
        return Object.fromEntries(
          inside.map(([file, bytes]) => [file.slice(name.length + 1), new TextDecoder().decode(bytes)]),
        );
      },
      exists: async (name) => content.has(name) || folder(name),
      same: async (a, b) => a === b,
      save: async (name, bytes) => {
        content.set(name, bytes);
      },
    },
  };
}
