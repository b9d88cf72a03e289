// What Microsoft's type file says of the members of Office.js.
import { readFileSync } from "node:fs";

/** Members of Office.js by class, each with its requirement set, as Microsoft's type file tells them. */
export function documented(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const text = readFileSync("node_modules/@types/office-js/index.d.ts", "utf8");
  const excel = text.slice(text.indexOf("declare namespace Excel {"));
  const classes = new Map<string, ReadonlyMap<string, string>>();
  const pattern =
    /((?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\s*)?)class (\w+)(?:<T>)? extends OfficeExtension\.ClientObject \{\n([\s\S]*?)\n {4}\}/g;
  for (const [, comment = "", name = "", body = ""] of excel.matchAll(pattern)) {
    const own = /\[Api set: ExcelApi ([\d.]+)/.exec(comment)?.[1] ?? "1.1";
    const members = new Map<string, string>();
    const member = /\n {8}\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*(?:readonly )?(\w+)[?(:<]/g;
    for (const [, remark = "", key = ""] of `\n${body}`.matchAll(member)) {
      const since = /\[Api set: ExcelApi ([\d.]+)/.exec(remark)?.[1] ?? own;
      if (!members.has(key)) members.set(key, since);
    }
    if (!classes.has(name)) classes.set(name, members);
  }
  return classes;
}
