// Calculates formulas with IronCalc: only the asked cells are given to it as formulas, what they read as constants.
import "./text-codecs";
import { initSync, Model } from "@ironcalc/wasm";
import { type Area, areaText, parseArea } from "./address";
import { formulaText, type Token, tokens } from "./formula-text";
import {
  type Cell,
  type CellValue,
  cellKey,
  isErrorValue,
  placeOf,
  type Sheet,
  sheetNamed,
  type Workbook,
} from "./model";

/** One cell of the workbook. */
export interface Place {
  readonly sheet: Sheet;
  readonly key: number;
}

export interface Calculator {
  /** Values of formula cells, in their order; `undefined` when the text is no formula. */
  readonly evaluate: (workbook: Workbook, places: readonly Place[]) => readonly (CellValue | undefined)[];
  /** The value of a formula that stands in no cell. */
  readonly evaluateText: (workbook: Workbook, formula: string) => CellValue | undefined;
}

/** The engine, from the bytes of its WebAssembly file. */
export function createCalculator(wasm: Uint8Array): Calculator {
  initSync({ module: wasm });
  return {
    evaluate,
    evaluateText: (workbook, formula) => {
      const sheet = workbook.sheets[0];
      if (sheet === undefined) return undefined;
      const key = cellKey(1_048_000, 16_000);
      const style = workbook.normalStyle;
      sheet.cells.set(key, { value: undefined, formula, style });
      const [value] = evaluate(workbook, [{ sheet, key }]);
      sheet.cells.delete(key);
      return value;
    },
  };
}

/** What a formula reads, names looked through; `unbounded` when only the calculation itself can tell. */
export interface Reads {
  readonly areas: readonly { readonly sheet: Sheet; readonly area: Area }[];
  readonly unbounded: boolean;
}

const unboundedFunctions = /^(INDIRECT|OFFSET)$/i;

/** The cells that the formula of a sheet reads directly. */
export function readsOf(workbook: Workbook, sheet: Sheet, formula: string): Reads {
  const row = expanded(workbook, sheet, tokens(formula), 0);
  const areas: { sheet: Sheet; area: Area }[] = [];
  for (const token of row) {
    if (token.kind !== "reference") continue;
    const owner = token.sheets[0] === undefined ? sheet : sheetNamed(workbook, token.sheets[0]);
    const area = parseArea(token.text);
    if (owner !== undefined && area !== undefined) areas.push({ sheet: owner, area });
  }
  return {
    areas,
    unbounded: row.some((token) => token.kind === "function" && unboundedFunctions.test(token.text)),
  };
}

/** Tokens with defined names replaced by what they stand for: the engine refuses Chinese names. */
function expanded(workbook: Workbook, sheet: Sheet, row: readonly Token[], depth: number): readonly Token[] {
  return row.flatMap((token): readonly Token[] => {
    if (token.kind !== "name" || depth > 8) return [token];
    const scope = token.sheets[0] === undefined ? sheet : sheetNamed(workbook, token.sheets[0]);
    const wanted = token.text.toLowerCase();
    const found =
      scope?.names.find((name) => name.name.toLowerCase() === wanted) ??
      workbook.names.find((name) => name.name.toLowerCase() === wanted);
    if (found === undefined) return [token];
    const inner = expanded(workbook, scope ?? sheet, tokens(found.formula), depth + 1);
    return inner.length === 1
      ? inner
      : [{ kind: "operator", text: "(" }, ...inner, { kind: "operator", text: ")" }];
  });
}

/** The number of arguments of the call whose opening bracket stands at `open`. */
function argumentCount(row: readonly Token[], open: number): number {
  let depth = 0;
  let count = 1;
  for (const token of row.slice(open)) {
    if (token.text === "(" || token.text === "{") depth += 1;
    if (token.text === ")" || token.text === "}") depth -= 1;
    if (depth === 1 && token.text === ",") count += 1;
    if (depth === 0) break;
  }
  return count;
}

/** A formula in the engine's words: sheets by alias, HYPERLINK by the argument that it shows. */
function forEngine(workbook: Workbook, sheet: Sheet, formula: string): string {
  const row = expanded(workbook, sheet, tokens(formula), 0);
  const alias = (name: string): string => {
    const index = workbook.sheets.findIndex(
      (candidate) => candidate.name.toLowerCase() === name.toLowerCase(),
    );
    return index < 0 ? "Nowhere" : `W_${index + 1}`;
  };
  const translated = row.flatMap((token, index): readonly Token[] => {
    if ("sheets" in token) return [{ ...token, sheets: token.sheets.map(alias) }];
    if (token.kind !== "function" || token.text.toUpperCase() !== "HYPERLINK") return [token];
    return [
      { kind: "function", text: "CHOOSE" },
      { kind: "operator", text: `(${argumentCount(row, index + 1)},` },
    ];
  });
  return formulaText(
    translated.filter((token, index) => {
      const before = translated[index - 1];
      return !(token.text === "(" && before?.kind === "operator" && /^\(\d+,$/.test(before.text));
    }),
  );
}

/** Whether a text can be a formula at all: brackets close, quotes end, no full-width punctuation outside quotes. */
export function isFormula(formula: string): boolean {
  let depth = 0;
  for (const token of tokens(formula)) {
    if (token.kind !== "operator") continue;
    if (!/^[-+*/^&=<>(){},;:%@!#[\]]$/.test(token.text) && !token.text.endsWith("!")) return false;
    if (token.text === "(") depth += 1;
    if (token.text === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && formula.trim() !== "" && !/[-+*/^&=<>,(]\s*$/.test(formula) && formula.length <= 8192;
}

function inputText(value: CellValue | undefined): string {
  if (value === undefined) return "";
  if (isErrorValue(value)) return value.error;
  if (typeof value === "string") return `'${value}`;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

/** Cells that hold something inside an area. */
export function cellsWithin(sheet: Sheet, area: Area): readonly (readonly [key: number, cell: Cell])[] {
  const found: (readonly [number, Cell])[] = [];
  if (area.rows * area.columns <= sheet.cells.size) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      for (let column = area.column; column < area.column + area.columns; column += 1) {
        const cell = sheet.cells.get(cellKey(row, column));
        if (cell !== undefined) found.push([cellKey(row, column), cell]);
      }
    }
    return found;
  }
  for (const [key, cell] of sheet.cells) {
    const { row, column } = placeOf(key);
    const inside =
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns;
    if (inside) found.push([key, cell]);
  }
  return found;
}

function evaluate(workbook: Workbook, places: readonly Place[]): readonly (CellValue | undefined)[] {
  const model = new Model("workbook", "en", "UTC", "en");
  try {
    model.pauseEvaluation();
    for (let index = 1; index <= workbook.sheets.length; index += 1) model.newSheet();
    workbook.sheets.forEach((_, index) => model.renameSheet(index + 1, `W_${index + 1}`));
    model.renameSheet(0, "Parts");
    fill(model, workbook, places);
    const sheetIndex = new Map(workbook.sheets.map((sheet, index) => [sheet.id, index + 1]));
    places.forEach((place, index) =>
      addNumberParts(model, index + 1, sheetIndex.get(place.sheet.id) ?? 0, place.key),
    );
    model.evaluate();
    return places.map((place, index) =>
      result(model, sheetIndex.get(place.sheet.id) ?? 0, place.key, index + 1),
    );
  } finally {
    model.free();
  }
}

/** Puts the asked formulas and everything that they read into the engine. */
function fill(model: Model, workbook: Workbook, places: readonly Place[]): void {
  const asked = new Set(places.map((place) => `${place.sheet.id}${place.key}`));
  const index = new Map(workbook.sheets.map((sheet, at) => [sheet.id, at + 1]));
  const done = new Set<string>();
  const put = (sheet: Sheet, key: number, cell: Cell): void => {
    const id = `${sheet.id}${key}`;
    if (done.has(id)) return;
    done.add(id);
    const { row, column } = placeOf(key);
    const text =
      cell.formula !== undefined && asked.has(id)
        ? `=${forEngine(workbook, sheet, cell.formula)}`
        : inputText(cell.value);
    if (text !== "") model.setUserInput(index.get(sheet.id) ?? 0, row + 1, column + 1, text);
  };
  for (const place of places) {
    const cell = place.sheet.cells.get(place.key);
    if (cell?.formula === undefined) continue;
    put(place.sheet, place.key, cell);
    const reads = readsOf(workbook, place.sheet, cell.formula);
    if (reads.unbounded) {
      for (const sheet of workbook.sheets) for (const [key, other] of sheet.cells) put(sheet, key, other);
    }
    for (const { sheet, area } of reads.areas)
      for (const [key, other] of cellsWithin(sheet, area)) put(sheet, key, other);
  }
}

/**
 * The engine only answers shown text, which drops digits. Sign, exponent and two halves of the binary mantissa are
 * whole numbers that it shows in full; together they give the exact value back.
 */
function addNumberParts(model: Model, row: number, sheet: number, key: number): void {
  const { row: cellRow, column } = placeOf(key);
  const cell = `W_${sheet}!${areaText({ row: cellRow, column, rows: 1, columns: 1 })}`;
  model.setUserInput(0, row, 1, `=SIGN(${cell})`);
  model.setUserInput(0, row, 2, `=INT(LOG(ABS(${cell}),2))`);
  model.setUserInput(0, row, 3, `=INT(ABS(${cell})*2^(53-B${row})/2^27)`);
  model.setUserInput(0, row, 4, `=ABS(${cell})*2^(53-B${row})-C${row}*2^27`);
}

const engineErrors: Readonly<Record<string, string>> = { "#N/IMPL!": "#NAME?", "#NIMPL": "#NAME?" };

function result(model: Model, sheet: number, key: number, partsRow: number): CellValue | undefined {
  const { row, column } = placeOf(key);
  const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
  switch (model.getCellType(sheet, row + 1, column + 1)) {
    case 1: {
      const part = (at: number): number => Number(model.getFormattedCellValue(0, partsRow, at));
      if (part(1) === 0) return 0;
      return part(1) * (part(3) * 2 ** 27 + part(4)) * 2 ** (part(2) - 53);
    }
    case 4:
      return shown === "TRUE";
    case 16:
      if (shown === "#ERROR!") return undefined;
      if (shown === "#CIRC!") return 0;
      return { error: engineErrors[shown] ?? shown };
    default:
      return shown;
  }
}
