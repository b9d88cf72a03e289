/**
 * Bounds that a pack from a file must keep before anything else looks at it, so that a hostile pack costs no more
 * time or memory than a real one. Each pass is linear in the text.
 */
import { PACK_TEXTS } from "../../texts/pack";
import { packError, type PackProblem } from "./problem";

export const MAX_CHARACTERS = 4_000_000;
export const MAX_DEPTH = 32;
export const MAX_VALUES = 200_000;
const MAX_NUMBER = 1e9;
/** Names that reach an object's prototype when they are used as keys. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

export type ParsedText =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly problem: PackProblem };

/**
 * JSON text → value, within the bounds.
 * @param file name that the problem is reported under; "" for a pack in one file
 */
export function parseWithinLimits(text: string, file: string): ParsedText {
  if (text.length > MAX_CHARACTERS) return refuse(file, PACK_TEXTS.tooLarge(MAX_CHARACTERS));
  if (!withinDepth(text)) return refuse(file, PACK_TEXTS.tooDeep(MAX_DEPTH));
  let json: unknown;
  try {
    // A byte order mark is what Windows editors leave.
    json = JSON.parse(text.codePointAt(0) === 0xfe_ff ? text.slice(1) : text);
  } catch (error) {
    return refuse(
      file,
      PACK_TEXTS.notJson(
        String(error)
          .replace(/^SyntaxError: /u, "")
          .slice(0, 160),
      ),
    );
  }
  const problem = valueProblem(json, file);
  return problem === undefined ? { ok: true, json } : { ok: false, problem };
}

function refuse(file: string, message: Parameters<typeof packError>[1]): ParsedText {
  return { ok: false, problem: packError(file, message) };
}

function withinDepth(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (inString) {
      if (character === BACKSLASH) index += 1;
      else if (character === QUOTE) inString = false;
    } else if (character === QUOTE) inString = true;
    else if (character === OPEN_BRACKET || character === OPEN_BRACE) {
      depth += 1;
      if (depth > MAX_DEPTH) return false;
    } else if (character === CLOSE_BRACKET || character === CLOSE_BRACE) depth -= 1;
  }
  return true;
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** First value that is out of bounds; undefined where there is none. Depth is bounded by now, so recursion is too. */
function valueProblem(json: unknown, file: string): PackProblem | undefined {
  let seen = 0;
  const visit = (value: unknown, path: string): PackProblem | undefined => {
    seen += 1;
    if (seen > MAX_VALUES) return packError(file, PACK_TEXTS.tooMany(MAX_VALUES));
    if (typeof value === "number" && !(Math.abs(value) <= MAX_NUMBER)) {
      return packError(path, PACK_TEXTS.numberTooLarge());
    }
    if (typeof value !== "object" || value === null) return undefined;
    for (const [name, child] of Object.entries(value)) {
      if (FORBIDDEN.has(name)) return packError(path, PACK_TEXTS.forbiddenName(name));
      const place = Array.isArray(value) ? `${path}[${name}]` : path === "" ? name : `${path}.${name}`;
      const problem = visit(child, place);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return visit(json, file);
}
