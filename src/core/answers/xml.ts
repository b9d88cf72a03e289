/**
 * The custom XML part of the answers, namespace urn:hengbiao:answers:1: written and read as text.
 * docs/answers.xsd is its schema, docs/answers.md says what it means.
 */
import { SaxesParser } from "saxes";
import type { FindingKey } from "../checks/finding";
import type { SheetKind } from "../sheets/model";
import { cellAddress, parseAddress } from "../workbook/address";
import type { Answers, Explanation } from "./answers";
import type {
  HeaderRole,
  StoredAnswers,
  WrittenCell,
  WrittenEntry,
  WrittenHeader,
  WrittenSheet,
} from "./written";
import { escapeText, unescapeText } from "./xml-text";

export const ANSWERS_NAMESPACE = "urn:hengbiao:answers:1";

/** Longer is no answers part of ours; told before anything is parsed. */
const MAX_LENGTH = 64_000_000;
/** answers / sheet / cell */
const MAX_DEPTH = 3;

type Attributes = Readonly<Record<string, string | undefined>>;

/** The part's text, to be stored as UTF-8. Equal content gives equal text. */
export function writeAnswers({ answers, sheets }: StoredAnswers): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<answers${attributes({ xmlns: ANSWERS_NAMESPACE, pack: answers.pack })}>`,
    ...Object.entries(answers.scores).map(([no, typed]) => element("score", { no }, typed)),
    ...Object.entries(answers.evidence).map(([no, text]) => element("evidence", { no }, text)),
    ...answers.notApplicable.map((no) => element("notApplicable", { no }, "")),
    ...Object.entries(answers.tables).map(([id, address]) => element("table", { id }, address)),
    ...answers.explanations.map(({ finding, text }) => element("explanation", placeOf(finding), text)),
  ];
  for (const sheet of sheets) {
    lines.push(`<sheet${attributes({ kind: sheet.kind, id: sheet.id, name: sheet.name })}>`);
    for (const { role, at, text } of sheet.headers) lines.push(element("header", { role, at }, text));
    for (const cell of sheet.cells) {
      lines.push(element("cell", { at: cell.at, key: cell.key, ...entryAttributes(cell.entry) }, cell.value));
    }
    lines.push("</sheet>");
  }
  lines.push("</answers>");
  return lines.join("\n");
}

function element(name: string, given: Attributes, text: string): string {
  return text === ""
    ? `<${name}${attributes(given)}/>`
    : `<${name}${attributes(given)}>${escapeText(text)}</${name}>`;
}

function attributes(given: Attributes): string {
  return Object.entries(given)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeText(value)}"`))
    .join("");
}

function placeOf(finding: Explanation["finding"]): Attributes {
  return finding.by === "address" ? { rule: finding.rule, at: cellAddress(finding) } : keyAttributes(finding);
}

function keyAttributes({ rule, table, row, column, left, right }: FindingKey): Attributes {
  return { rule, table, row, column, left, right };
}

function entryAttributes(entry: WrittenEntry): Attributes {
  switch (entry.kind) {
    case "score":
    case "evidence":
      return { entry: entry.kind, no: entry.no };
    case "computed":
      return { entry: entry.kind, no: entry.no, formula: entry.formula ? "1" : "0" };
    case "explanation":
      return { entry: entry.kind, ...keyAttributes(entry.finding) };
  }
}

/** A leaf or a sheet as read, before it is understood. */
interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
  readonly children: Node[];
}

/**
 * Reads the part. undefined where the text is not well-formed, has a document type, or is of another namespace.
 * Unknown elements are passed over; an element that lacks what it needs is too.
 */
export function readAnswers(xml: string): StoredAnswers | undefined {
  const root = xml.length > MAX_LENGTH ? undefined : parse(xml);
  return root === undefined ? undefined : understood(root);
}

function parse(xml: string): Node | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const open: Node[] = [];
  let root: Node | undefined;
  let broken = false;
  parser.on("error", () => {
    broken = true;
  });
  parser.on("doctype", () => {
    broken = true;
  });
  parser.on("opentag", (tag) => {
    const node: Node = {
      name: tag.uri === ANSWERS_NAMESPACE ? tag.local : "",
      attributes: new Map(
        Object.values(tag.attributes)
          .filter(({ prefix }) => prefix === "")
          .map(({ local, value }) => [local, unescapeText(value)]),
      ),
      text: "",
      children: [],
    };
    if (open.length === 0) root = node;
    // What lies deeper than anything of ours is read over.
    else if (open.length < MAX_DEPTH) open.at(-1)?.children.push(node);
    open.push(node);
  });
  const add = (text: string): void => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  };
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  return broken || root?.name !== "answers" ? undefined : root;
}

function understood(root: Node): StoredAnswers {
  const scores: [string, string][] = [];
  const evidence: [string, string][] = [];
  const tables: [string, string][] = [];
  const notApplicable: string[] = [];
  const explanations: Explanation[] = [];
  const sheets: WrittenSheet[] = [];
  for (const node of root.children) {
    const no = node.attributes.get("no");
    const id = node.attributes.get("id");
    if (node.name === "score" && no !== undefined) scores.push([no, content(node)]);
    else if (node.name === "evidence" && no !== undefined) evidence.push([no, content(node)]);
    else if (node.name === "notApplicable" && no !== undefined) notApplicable.push(no);
    else if (node.name === "table" && id !== undefined) tables.push([id, content(node)]);
    else if (node.name === "explanation") {
      const finding = findingOf(node);
      if (finding !== undefined) explanations.push({ finding, text: content(node) });
    } else if (node.name === "sheet") {
      const sheet = sheetOf(node);
      if (sheet !== undefined) sheets.push(sheet);
    }
  }
  const answers: Answers = {
    scores: Object.fromEntries(scores),
    evidence: Object.fromEntries(evidence),
    notApplicable,
    explanations,
    tables: Object.fromEntries(tables),
    pack: root.attributes.get("pack"),
  };
  return { answers, sheets };
}

function content(node: Node): string {
  return unescapeText(node.text);
}

function findingOf(node: Node): Explanation["finding"] | undefined {
  const at = node.attributes.get("at");
  if (at === undefined) {
    const key = keyOf(node);
    return key === undefined ? undefined : { by: "key", ...key };
  }
  const rule = node.attributes.get("rule");
  const place = parseAddress(at);
  if (rule === undefined || place === undefined) return undefined;
  return { by: "address", rule, sheet: place.sheet, row: place.top, column: place.left };
}

function keyOf({ attributes: given }: Node): FindingKey | undefined {
  const rule = given.get("rule");
  if (rule === undefined) return undefined;
  return {
    rule,
    table: given.get("table") ?? "",
    row: given.get("row") ?? "",
    column: given.get("column") ?? "",
    left: given.get("left") ?? "",
    right: given.get("right") ?? "",
  };
}

function sheetOf(node: Node): WrittenSheet | undefined {
  const kind = sheetKind(node.attributes.get("kind"));
  const id = node.attributes.get("id");
  if (kind === undefined || id === undefined) return undefined;
  const headers: WrittenHeader[] = [];
  const cells: WrittenCell[] = [];
  for (const child of node.children) {
    const at = child.attributes.get("at");
    if (at === undefined) continue;
    const role = headerRole(child.attributes.get("role"));
    if (child.name === "header" && role !== undefined) headers.push({ role, at, text: content(child) });
    const entry = child.name === "cell" ? entryOf(child) : undefined;
    if (entry !== undefined) {
      cells.push({ at, key: child.attributes.get("key") ?? "", entry, value: content(child) });
    }
  }
  return { kind, id, name: node.attributes.get("name") ?? "", headers, cells };
}

function entryOf(node: Node): WrittenEntry | undefined {
  const kind = node.attributes.get("entry");
  if (kind === "explanation") {
    const finding = keyOf(node);
    return finding === undefined ? undefined : { kind, finding };
  }
  const no = node.attributes.get("no");
  if (no === undefined) return undefined;
  if (kind === "score" || kind === "evidence") return { kind, no };
  if (kind === "computed") return { kind, no, formula: node.attributes.get("formula") === "1" };
  return undefined;
}

function sheetKind(kind: string | undefined): SheetKind | undefined {
  return kind === "score" || kind === "findings" || kind === "rules" ? kind : undefined;
}

function headerRole(role: string | undefined): HeaderRole | undefined {
  return role === "key" || role === "score" || role === "evidence" || role === "explanation"
    ? role
    : undefined;
}
