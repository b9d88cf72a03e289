/** Module hooks: imports without an extension find their .ts file, TypeScript is stripped by swc, JSON is a module. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "@swc/core";

export async function resolve(specifier, context, next) {
  if (specifier.startsWith(".") && context.parentURL?.startsWith("file:")) {
    for (const ending of ["", ".ts", ".js", "/index.ts"]) {
      const url = new URL(specifier + ending, context.parentURL);
      if (/\.[a-z]+$/.test(url.pathname) && existsSync(fileURLToPath(url))) return { url: url.href, shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (url.endsWith(".json")) {
    const source = `export default ${readFileSync(fileURLToPath(url), "utf8")};`;
    return { format: "module", source, shortCircuit: true };
  }
  if (url.endsWith(".ts")) {
    const { code } = transformSync(readFileSync(fileURLToPath(url), "utf8"), {
      filename: fileURLToPath(url),
      jsc: { target: "es2022", parser: { syntax: "typescript" } },
      module: { type: "es6" },
    });
    return { format: "module", source: code, shortCircuit: true };
  }
  if (url.endsWith("/grammar.js")) {
    return { format: "module", source: readFileSync(fileURLToPath(url), "utf8"), shortCircuit: true };
  }
  return next(url, context);
}
