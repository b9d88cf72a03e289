/** What is typed into a cell so that it holds what the model says: Excel reads text as a person's typing. */
import type { CellModel } from "../../core/sheets/model";

export type Input = string | number | boolean;

/** A cell holds no more characters. */
export const LONGEST_TEXT = 32_767;

/** @throws RangeError for a number that is none: NaN would travel as null and leave the old figure standing */
export function inputOf(cell: CellModel | undefined): Input {
  const value = cell?.value;
  switch (value?.kind) {
    case undefined:
    case "empty":
      return "";
    case "text":
      return textInput(shortened(value.text));
    case "number":
      return finite(value.value);
    case "formula":
      return `=${value.formula}`;
  }
}

/** What Excel answers for the cell once it holds it: a text, or a number to compare with. */
export function expectedOf(cell: CellModel | undefined): string | number {
  const value = cell?.value;
  switch (value?.kind) {
    case undefined:
    case "empty":
      return "";
    case "text":
      return shortened(value.text);
    case "number":
      return finite(value.value);
    case "formula":
      return value.type === "number" ? finite(value.value) : value.value;
  }
}

function finite(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${text}`);
  return value;
}

function shortened(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  return lines.length > LONGEST_TEXT ? `${lines.slice(0, LONGEST_TEXT - 1)}…` : lines;
}

/** Begins with a letter or an opening mark, and is no truth value, month with a day, or date in words. */
const SAFE = /^[\p{L}《“‘（【〔「—…·、，。；：√×]/u;
const READ_AS_OTHER = /^(?:true|false|真|假)$|^[a-z]{3,9}\.?[\s\-/,]*\d|^[〇一二三四五六七八九十]+[年月日]/iu;

/** Text that stays text; an apostrophe keeps Excel from reading it as a formula, number, date or error. */
export function textInput(text: string): string {
  if (text === "") return "";
  return SAFE.test(text) && !READ_AS_OTHER.test(text) ? text : `'${text}`;
}

/** What is typed to have a cell again as it was read: its formula or constant, and its value. */
export function inputAgain(formula: unknown, value: unknown): Input {
  if (typeof formula === "number" || typeof formula === "boolean") return formula;
  if (typeof formula !== "string" || formula === "") return "";
  if (formula.startsWith("=") && formula !== value) return formula;
  return ERROR_NAME.test(formula) ? formula : textInput(formula);
}

const ERROR_NAME = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/;
