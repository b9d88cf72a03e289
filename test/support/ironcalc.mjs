// Calculates formulas with IronCalc, in a process of its own since the engine is an ES module with WebAssembly.
// Standard input: [{ "sheet": "S", "cells": [["A1", "1.5"], …], "formula": "ROUND(…)" }, …]; output: the shown values.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import init, { Model } from "@ironcalc/wasm";

const wasm = createRequire(import.meta.url)
  .resolve("@ironcalc/wasm")
  .replace(/wasm\.js$/, "wasm_bg.wasm");
await init({ module_or_path: readFileSync(wasm) });

const place = (name) => {
  const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(name);
  return [Number(row), [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)];
};

const cases = JSON.parse(readFileSync(0, "utf8"));
const values = cases.map(({ sheet, cells, formula }) => {
  const model = new Model("case", "en", "UTC", "en");
  model.renameSheet(0, sheet);
  for (const [name, value] of cells) model.setUserInput(0, ...place(name), value);
  model.setUserInput(0, 1, 50, `=${formula}`);
  model.evaluate();
  const value = model.getFormattedCellValue(0, 1, 50);
  model.free();
  return value;
});
process.stdout.write(JSON.stringify(values));
