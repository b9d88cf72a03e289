/** The tiny pack of another field, as files and as one JSON object that a test may spoil. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(__dirname, "../../fixtures/packs/school-budget");

export function schoolFiles(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(FOLDER).map((name): [string, string] => [name, readFileSync(join(FOLDER, name), "utf8")]),
  );
}

/** One JSON text of the whole pack, with changes to its parsed form. */
export function schoolText(spoil: (pack: Record<string, unknown>) => void = () => undefined): string {
  const files = schoolFiles();
  const pack: Record<string, unknown> = { ...(JSON.parse(files["pack.json"] ?? "") as object) };
  for (const [name, text] of Object.entries(files)) {
    if (name !== "pack.json") pack[name.replace(".json", "")] = JSON.parse(text) as unknown;
  }
  spoil(pack);
  return JSON.stringify(pack);
}
