// Writes the lists of scoring methods into docs/packs.md: `node scripts/write-pack-manual.cjs`.
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
require("./read-typescript.cjs");
const { withMethods } = require("./methods-manual.ts");
const manual = join(__dirname, "../docs/packs.md");
writeFileSync(manual, withMethods(readFileSync(manual, "utf8")));
