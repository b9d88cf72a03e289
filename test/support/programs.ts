/** Programs of this machine that some tests need beside npm's packages; `.ci/run` installs them. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Path of the first program that is there.
 * @param wanted path that an environment variable gives; "" as if it were not set
 * @param names as they are called on PATH, best first
 * @returns undefined where this machine has none
 */
export function programPath(wanted: string | undefined, names: readonly string[]): string | undefined {
  if (wanted !== undefined && wanted !== "") return existsSync(wanted) ? wanted : undefined;
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}
