// Formula text as a row of tokens: enough to find, rename, break and read references without calculating.
import { type Area, columnIndex, columnLetters, parseArea, quotedSheetName } from "./address";

/** `reference` holds the sheet part without `!` (raw) and the rest; every other token is kept as text. */
export type Token =
  | { readonly kind: "text" | "number" | "space" | "operator" | "error"; readonly text: string }
  | { readonly kind: "function"; readonly text: string }
  | { readonly kind: "name"; readonly sheets: readonly string[]; readonly text: string }
  | { readonly kind: "reference"; readonly sheets: readonly string[]; readonly text: string };

const sheetQuoted = /^'((?:[^']|'')+)'!/;
const sheetPlain = /^((?:\[\d+\])?[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?)!/u;
const areaPattern =
  /^(?:\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\p{N}_.(])/u;
const errorPattern = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)/i;
const wordPattern = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*/u;
const numberPattern = /^(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/;

const known = new Map<string, readonly Token[]>();

/** Cuts a formula (without its equals sign) in tokens; their texts joined give the formula back. */
export function tokens(formula: string): readonly Token[] {
  const before = known.get(formula);
  if (before !== undefined) return before;
  if (known.size > 50_000) known.clear();
  const found = cut(formula);
  known.set(formula, found);
  return found;
}

function cut(formula: string): readonly Token[] {
  const found: Token[] = [];
  let at = 0;
  const take = (token: Token, length: number): void => {
    found.push(token);
    at += length;
  };
  while (at < formula.length) {
    const rest = formula.slice(at);
    const string = /^"(?:[^"]|"")*"/.exec(rest);
    const space = /^\s+/.exec(rest);
    const sheet = sheetQuoted.exec(rest) ?? sheetPlain.exec(rest);
    const error = errorPattern.exec(rest);
    const area = areaPattern.exec(rest);
    if (string) take({ kind: "text", text: string[0] }, string[0].length);
    else if (space) take({ kind: "space", text: space[0] }, space[0].length);
    else if (sheet?.[1] !== undefined) {
      const inner = rest.slice(sheet[0].length);
      const sheets = sheet[1].replaceAll("''", "'").split(":");
      const target = errorPattern.exec(inner) ?? areaPattern.exec(inner);
      const word = wordPattern.exec(inner);
      if (target) take({ kind: "reference", sheets, text: target[0] }, sheet[0].length + target[0].length);
      else if (word) take({ kind: "name", sheets, text: word[0] }, sheet[0].length + word[0].length);
      else take({ kind: "operator", text: sheet[0] }, sheet[0].length);
    } else if (error) take({ kind: "error", text: error[0] }, error[0].length);
    else if (area) take({ kind: "reference", sheets: [], text: area[0] }, area[0].length);
    else {
      const number = numberPattern.exec(rest);
      const word = wordPattern.exec(rest);
      if (number) take({ kind: "number", text: number[0] }, number[0].length);
      else if (word && rest[word[0].length] === "(")
        take({ kind: "function", text: word[0] }, word[0].length);
      else if (word) take({ kind: "name", sheets: [], text: word[0] }, word[0].length);
      else take({ kind: "operator", text: rest[0] ?? "" }, 1);
    }
  }
  return found;
}

function sheetPrefix(sheets: readonly string[]): string {
  if (sheets.length === 0) return "";
  const plain = sheets.every((sheet) => quotedSheetName(sheet) === sheet || /^\[\d+\][\p{L}_]/u.test(sheet));
  const joined = sheets.join(":");
  return `${plain ? joined : `'${joined.replaceAll("'", "''")}'`}!`;
}

/** The text of tokens. */
export function formulaText(row: readonly Token[]): string {
  return row.map((token) => ("sheets" in token ? sheetPrefix(token.sheets) : "") + token.text).join("");
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The formula after a sheet was renamed; text in quotes is left alone. */
export function withSheetRenamed(formula: string, from: string, to: string): string {
  const row = tokens(formula);
  if (!row.some((token) => "sheets" in token && token.sheets.some((sheet) => sameName(sheet, from))))
    return formula;
  return formulaText(
    row.map((token) =>
      "sheets" in token
        ? { ...token, sheets: token.sheets.map((sheet) => (sameName(sheet, from) ? to : sheet)) }
        : token,
    ),
  );
}

/** The formula after a sheet was deleted: each reference to it becomes `#REF!`. */
export function withSheetDeleted(formula: string, name: string): string {
  const row = tokens(formula);
  if (!row.some((token) => "sheets" in token && token.sheets.some((sheet) => sameName(sheet, name))))
    return formula;
  return formulaText(
    row.map((token) =>
      "sheets" in token && token.sheets.some((sheet) => sameName(sheet, name))
        ? { kind: "error", text: "#REF!" }
        : token,
    ),
  );
}

/** The cells that a formula reads directly; `sheet` is undefined for the formula's own sheet. */
export function referencesOf(
  formula: string,
): readonly { readonly sheet: string | undefined; readonly area: Area }[] {
  return tokens(formula).flatMap((token) => {
    if (token.kind !== "reference") return [];
    const area = parseArea(token.text);
    return area === undefined ? [] : [{ sheet: token.sheets[0], area }];
  });
}

/** A formula moved by rows and columns, as shared formulas are stored: relative parts move along. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formulaText(
    tokens(formula).map((token) =>
      token.kind === "reference" ? { ...token, text: movedReference(token.text, rows, columns) } : token,
    ),
  );
}

function movedReference(reference: string, rows: number, columns: number): string {
  return reference.replace(
    /(\$?)([A-Za-z]{1,3})(\$?)(\d+)|(\$?)([A-Za-z]{1,3})(?=:|$)|(\$?)(\d+)/g,
    (whole, fixedColumn, letters, fixedRow, row, fixedOnly, onlyLetters, fixedRowOnly, onlyRow) => {
      const column = (fixed: string, text: string): string =>
        fixed ? `$${text}` : columnLetters((columnIndex(text) ?? 0) + columns);
      const line = (fixed: string, text: string): string =>
        fixed ? `$${text}` : String(Number(text) + rows);
      if (letters !== undefined) return column(fixedColumn, letters) + line(fixedRow, row);
      if (onlyLetters !== undefined) return column(fixedOnly, onlyLetters);
      return onlyRow === undefined ? whole : line(fixedRowOnly, onlyRow);
    },
  );
}
