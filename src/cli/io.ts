/** What the command line needs of its surroundings, so that tests run it in process. */
import type { Inflater } from "../hosts/file/package";

export interface Io {
  readonly out: Stream;
  readonly err: Stream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  /** An old workbook as a new package, within time and memory. */
  convert(bytes: Uint8Array): Promise<Uint8Array>;
  /** Unpacks a part of a package at once, faster than the program itself. */
  readonly inflate?: Inflater;
  /** Milliseconds. */
  now(): number;
}

export interface Stream {
  write(text: string): void;
  /** Settles when more can be written without piling up in memory, or nobody reads any more. */
  drained(): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal, undefined where there is none. */
  readonly columns: number | undefined;
}

/** Every call fails with a FileProblem that says what is wrong with the file, without its name. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  /** Name → text of the files of a folder; undefined where the path is no folder. */
  readFolder(path: string): Promise<Readonly<Record<string, string>> | undefined>;
  exists(path: string): Promise<boolean>;
  /** True where both are one file, through links too. */
  same(a: string, b: string): Promise<boolean>;
  /** Puts a file in place complete or not at all. */
  save(path: string, bytes: Uint8Array): Promise<void>;
}
