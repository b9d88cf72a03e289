import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parseSync } from "@swc/core";

const OFFICE = new Set(["Excel", "Office", "OfficeExtension"]);

/** Names of Office.js that a source uses as identifiers, in code or types; texts and comments do not count. */
function officeNames(source: string, tsx: boolean): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === "object" && node !== null) {
      if ("type" in node && node.type === "Identifier" && "value" in node && OFFICE.has(String(node.value))) {
        found.push(String(node.value));
      }
      Object.values(node).forEach(walk);
    }
  };
  walk(parseSync(source, { syntax: "typescript", tsx }));
  return found;
}

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts") ? [path] : [];
  });
}

describe("Office.js is known in one layer only", () => {
  const inLayer = (path: string): boolean => path.startsWith(join("src", "hosts", "excel"));
  const all = sources("src");

  test("no other source names Excel, Office or OfficeExtension", () => {
    const others = all.filter((path) => !inLayer(path));
    expect(others.length).toBeGreaterThan(100);
    const guilty = others.filter(
      (path) => officeNames(readFileSync(path, "utf8"), path.endsWith("x")).length > 0,
    );
    expect(guilty).toEqual([]);
  });

  test("the search finds them where they are", () => {
    const layer = all.filter(inLayer);
    expect(layer.some((path) => officeNames(readFileSync(path, "utf8"), false).includes("Excel"))).toBe(true);
    expect(officeNames("const a: Excel.Range = Office.context;", false)).toEqual(["Excel", "Office"]);
    expect(officeNames('// Excel.run\nconst a = "Excel.run";', false)).toEqual([]);
  });
});
