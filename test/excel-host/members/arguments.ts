// Arguments of calls, checked: what is not of the right kind is refused as Excel refuses it.
import { invalidArgument } from "../failure";
import type { Argument, HostObject } from "./member";

/** Whether an argument is an object of this host. */
export function isHostObject(argument: Argument | undefined): argument is HostObject {
  return typeof argument === "object" && argument !== null && "className" in argument && "self" in argument;
}

export function textOf(argument: Argument | undefined): string {
  if (typeof argument !== "string") throw invalidArgument(`A text was expected, not ${shown(argument)}.`);
  return argument;
}

export function numberOf(argument: Argument | undefined): number {
  if (typeof argument !== "number") throw invalidArgument(`A number was expected, not ${shown(argument)}.`);
  return argument;
}

export function integerOf(argument: Argument | undefined): number {
  const number = numberOf(argument);
  if (!Number.isInteger(number)) throw invalidArgument(`A whole number was expected, not ${number}.`);
  return number;
}

export function flagOf(argument: Argument | undefined): boolean {
  if (typeof argument !== "boolean")
    throw invalidArgument(`True or false was expected, not ${shown(argument)}.`);
  return argument;
}

/** Whether an optional argument was left out. */
export function isOmitted(argument: Argument | undefined): argument is null | undefined {
  return argument === null || argument === undefined;
}

/** One of a list of words; Excel compares them without regard to case. */
export function wordOf(argument: Argument | undefined, words: readonly string[]): string {
  const text = textOf(argument).toLowerCase();
  const found = words.find((word) => word.toLowerCase() === text);
  if (found === undefined)
    throw invalidArgument(`One of ${words.join(", ")} was expected, not ${shown(argument)}.`);
  return found;
}

/** A colour as Excel stores it, `#RRGGBB`. */
export function colorOf(argument: Argument | undefined): string {
  const text = textOf(argument);
  const named = colorNames[text.toLowerCase()];
  if (named !== undefined) return named;
  const hex = /^#?([0-9A-Fa-f]{6})$/.exec(text)?.[1];
  if (hex === undefined) throw invalidArgument(`A colour was expected, not ${shown(argument)}.`);
  return `#${hex.toUpperCase()}`;
}

const colorNames: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
};

/** A plain object with named settings. */
export function settingsOf(argument: Argument | undefined): Readonly<Record<string, Argument>> {
  if (typeof argument !== "object" || argument === null || Array.isArray(argument)) {
    throw invalidArgument(`An object was expected, not ${shown(argument)}.`);
  }
  return argument as Readonly<Record<string, Argument>>;
}

function shown(argument: Argument | undefined): string {
  return isHostObject(argument) ? `a ${argument.className}` : (JSON.stringify(argument ?? null) ?? "nothing");
}
