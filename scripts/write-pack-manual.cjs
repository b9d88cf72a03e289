// Writes the lists of scoring methods into docs/packs.md: `node scripts/write-pack-manual.cjs`.
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { transformSync } = require("@swc/core");

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), {
    filename,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
    swcrc: false,
  });
  module._compile(code, filename);
};

const { withMethods } = require("./methods-manual.ts");
const manual = join(__dirname, "../docs/packs.md");
writeFileSync(manual, withMethods(readFileSync(manual, "utf8")));
