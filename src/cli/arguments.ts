/** Words of the command line → a command. Unknown words are refused with the nearest known one as a hint. */
import { parseArgs } from "node:util";
import type { Language } from "../core/pack/pack";
import { CLI_TEXTS } from "../texts/cli";
import { CliProblem } from "./problem";

export type Command =
  | { readonly kind: "help"; readonly language: Language }
  | { readonly kind: "version" }
  | CheckCommand
  | LintCommand
  | ReportCommand
  | DraftCommand
  | RulesCommand
  | ExplainCommand;

export interface CheckCommand {
  readonly kind: "check";
  readonly workbook: string;
  readonly pack: string | undefined;
  readonly answers: string | undefined;
  /** The narrative to check with the workbook. */
  readonly report: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly language: Language;
}

/** The narrative alone. */
export interface ReportCommand {
  readonly kind: "report";
  readonly report: string;
  readonly pack: string | undefined;
  readonly json: boolean;
  readonly language: Language;
}

export interface DraftCommand {
  readonly kind: "draft";
  readonly workbook: string;
  readonly pack: string | undefined;
  readonly answers: string | undefined;
  readonly out: string;
  readonly force: boolean;
  readonly json: boolean;
  readonly language: Language;
}

/** The rules in force: listed, or written as a worksheet into a copy. */
export interface RulesCommand {
  readonly kind: "rules";
  readonly workbook: string;
  readonly pack: string | undefined;
  readonly out: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
  readonly language: Language;
}

/** What a rule means and what to do about it. */
export interface ExplainCommand {
  readonly kind: "explain";
  readonly rule: string;
  readonly pack: string | undefined;
  readonly json: boolean;
  readonly language: Language;
}

export interface LintCommand {
  readonly kind: "lint";
  readonly pack: string;
  readonly json: boolean;
  readonly language: Language;
}

const OPTIONS = {
  pack: { type: "string" },
  answers: { type: "string" },
  report: { type: "string" },
  out: { type: "string" },
  lang: { type: "string" },
  force: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

type OptionName = keyof typeof OPTIONS;

/** Which options a command takes, beside --lang, --help and --version. */
const TAKEN: Readonly<
  Record<"check" | "lint" | "report" | "draft" | "rules" | "explain", readonly OptionName[]>
> = {
  check: ["pack", "answers", "report", "out", "force", "json"],
  lint: ["json"],
  report: ["pack", "json"],
  draft: ["pack", "answers", "out", "force", "json"],
  rules: ["pack", "out", "force", "json"],
  explain: ["pack", "json"],
};
const ALWAYS: readonly OptionName[] = ["lang", "help", "version"];

interface Given {
  readonly values: ReadonlyMap<OptionName, string>;
  readonly words: readonly string[];
}

/** @throws CliProblem for anything that is no command */
export function parseCommand(argv: readonly string[]): Command {
  const { values, words } = readTokens(argv);
  const language = languageOf(values.get("lang"));
  const [command, ...operands] = words;
  if (values.has("help") || command === "help") return { kind: "help", language };
  if (values.has("version")) return { kind: "version" };
  if (command === undefined) throw new CliProblem(CLI_TEXTS.noCommand);
  if (!isKnown(command)) {
    throw new CliProblem(CLI_TEXTS.unknownCommand(nearest(command, Object.keys(TAKEN)) ?? "check"), command);
  }
  for (const name of values.keys()) {
    if (!TAKEN[command].includes(name) && !ALWAYS.includes(name)) {
      throw new CliProblem(CLI_TEXTS.optionOfOther(command), `--${name}`);
    }
  }
  const [operand, extra] = operands;
  if (operand === undefined || operand === "") throw new CliProblem(CLI_TEXTS.noOperand[command]);
  if (extra !== undefined) throw new CliProblem(CLI_TEXTS.extraWord, extra);
  const json = values.has("json");
  const pack = values.get("pack");
  const answers = values.get("answers");
  const out = values.get("out");
  const force = values.has("force");
  switch (command) {
    case "lint":
      return { kind: "lint", pack: operand, json, language };
    case "report":
      return { kind: "report", report: operand, pack, json, language };
    case "draft":
      if (out === undefined) throw new CliProblem(CLI_TEXTS.draftWithoutOut, "--out");
      return { kind: "draft", workbook: operand, pack, answers, out, force, json, language };
    case "rules":
      return { kind: "rules", workbook: operand, pack, out, force, json, language };
    case "explain":
      return { kind: "explain", rule: operand, pack, json, language };
    case "check": {
      const report = values.get("report");
      return { kind: "check", workbook: operand, pack, answers, report, out, force, json, language };
    }
  }
}

function isKnown(command: string): command is keyof typeof TAKEN {
  return Object.hasOwn(TAKEN, command);
}

/** The language asked for, also where the rest of the line is wrong. */
export function languageOfLine(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const value = at < 0 ? "" : argv[at] === "--lang" ? argv[at + 1] : argv[at]?.slice("--lang=".length);
  return value === "en" ? "en" : "zh-CN";
}

function readTokens(argv: readonly string[]): Given {
  const { tokens } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<OptionName, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const { rawName } = token;
    const name = (Object.keys(OPTIONS) as OptionName[]).find((known) => known === token.name);
    if (name === undefined) {
      const near = nearest(token.name, Object.keys(OPTIONS));
      throw new CliProblem(CLI_TEXTS.unknownOption(near === undefined ? "" : `--${near}`), rawName);
    }
    if (values.has(name)) throw new CliProblem(CLI_TEXTS.twice, rawName);
    if (OPTIONS[name].type === "boolean") {
      if (token.value !== undefined) throw new CliProblem(CLI_TEXTS.noValueWanted, rawName);
      values.set(name, "");
      continue;
    }
    const value = token.value ?? "";
    if (value === "" || (token.inlineValue !== true && value.startsWith("-"))) {
      throw new CliProblem(CLI_TEXTS.valueMissing, rawName);
    }
    values.set(name, value);
  }
  return { values, words };
}

function languageOf(value: string | undefined): Language {
  if (value === undefined || value === "zh-CN" || value === "en") return value ?? "zh-CN";
  throw new CliProblem(CLI_TEXTS.unknownLanguage, value);
}

/** The known word at most two slips away. */
function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const candidate of known) {
    const slips = distance(word.toLowerCase().slice(0, 40), candidate);
    if (slips < least) {
      least = slips;
      best = candidate;
    }
  }
  return best;
}

/** Letters to insert, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
