/** The wanted tables of the samples, read as the pack's data has them. */
import { readFileSync } from "node:fs";
import type { KeyDimension, TableSpec } from "../../../src/core/pack/pack";

function read<T>(name: string): T {
  return JSON.parse(readFileSync(`src/packs/xj-bridging-2021/${name}.json`, "utf8")) as T;
}

export const SPECS = read<readonly TableSpec[]>("tables");
export const DIMENSIONS = read<readonly KeyDimension[]>("dimensions");
