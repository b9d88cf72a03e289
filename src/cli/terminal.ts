/** Colours and widths of text on a terminal. */
import type { Severity } from "../core/checks/finding";

/** Colour by meaning; plain where colour is not wanted. */
export type Paint = Readonly<Record<Severity | "bold" | "dim" | "good", (text: string) => string>>;

const CODES: Readonly<Record<keyof Paint, readonly [number, number]>> = {
  error: [31, 39],
  warning: [33, 39],
  notice: [36, 39],
  good: [32, 39],
  bold: [1, 22],
  dim: [2, 22],
};

/**
 * @param isTerminal colour is for terminals only
 * @param environment NO_COLOR, set to anything but nothing, switches it off (no-color.org); TERM=dumb too
 */
export function paintFor(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const colour = isTerminal && (environment["NO_COLOR"] ?? "") === "" && environment["TERM"] !== "dumb";
  const paint = (name: keyof Paint) => (text: string) => {
    const [on, off] = CODES[name];
    return colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
  return {
    error: paint("error"),
    warning: paint("warning"),
    notice: paint("notice"),
    good: paint("good"),
    bold: paint("bold"),
    dim: paint("dim"),
  };
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns that a text takes: two for a Chinese character. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDE.test(letter) || letter.length > 1 ? 2 : 1;
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - textWidth(text))) + text;
}
