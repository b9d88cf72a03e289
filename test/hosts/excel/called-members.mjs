// Prints the members of Office.js that the code of the add-in names, told by the compiler's own types, as JSON.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { API } from "typescript/unstable/sync";

const FOLDERS = ["src/hosts/excel", "src/taskpane/excel", "src/commands"];

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => join(folder, name)),
);
const api = new API();
try {
  const snapshot = api.updateSnapshot({ openProjects: [resolve("tsconfig.json")] });
  const project = snapshot.getProject(resolve("tsconfig.json"));
  if (project === undefined) throw new Error("The compiler did not open the project.");
  const called = new Map();
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    // Every name that could be one: behind a dot, or a key of a pattern or of an object.
    const positions = [...text.matchAll(/(?<=\.)[A-Za-z]\w*|[A-Za-z]\w*(?=\s*[:,}])/gu)].map(
      ({ index }) => index,
    );
    const symbols = project.checker.getSymbolAtPosition(resolve(file), positions);
    for (const symbol of symbols) {
      const parent = symbol?.getParent();
      if (parent?.getParent()?.name !== "Excel") continue;
      called.set(`${parent.name}.${symbol.name}`, { className: parent.name, member: symbol.name, file });
    }
  }
  process.stdout.write(JSON.stringify([...called.values()]));
} finally {
  api.close();
}
