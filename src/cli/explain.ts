/** hengbiao explain: what a rule means and what to do about its findings. Nothing but the packs' texts is asked. */
import { generalHelp, ruleSummary, type RuleSummary } from "../core/help";
import type { Language, Pack } from "../core/pack/pack";
import { loadPacks } from "../packs/index";
import { CLI_TEXTS } from "../texts/cli";
import type { ExplainCommand } from "./arguments";
import type { Io } from "./io";
import type { Program } from "./json";
import { findPack } from "./packs";
import { about, CliProblem } from "./problem";
import { paintFor, type Paint } from "./terminal";

/** @returns exit code 0 */
export async function explain(command: ExplainCommand, io: Io, program: Program): Promise<number> {
  const { rule, pack: wanted, language } = command;
  const packs: readonly Pack[] =
    wanted === undefined ? await loadPacks() : [await about(wanted, () => findPack(wanted, io, language))];
  const found = packs.flatMap((pack) =>
    pack.checks
      .filter(({ id }) => id === rule)
      .map((check) => ({ pack, summary: ruleSummary(check, undefined, pack, language) })),
  );
  const general = generalHelp(rule, language);
  if (found.length === 0 && general === undefined) {
    const ids = packs.flatMap(({ checks }) => checks.map(({ id }) => id));
    throw new CliProblem(CLI_TEXTS.unknownRule(near(rule, ids)), rule);
  }
  if (command.json) {
    const rules = found.map(({ pack, summary }) => ({ pack: pack.id, ...summary }));
    const json = { program, rules: general === undefined ? rules : [...rules, { id: rule, ...general }] };
    io.out.write(`${JSON.stringify(json, undefined, 2)}\n`);
    return 0;
  }
  const paint = paintFor(io.out.isTerminal, io.environment);
  const blocks = found.map(({ pack, summary }) => ruleLines(summary, pack, language, paint).join("\n"));
  if (general !== undefined)
    blocks.push([paint.bold(`${rule}  ${general.name}`), `  ${general.help}`].join("\n"));
  io.out.write(`${blocks.join("\n\n")}\n`);
  return 0;
}

function ruleLines(rule: RuleSummary, pack: Pack, language: Language, paint: Paint): readonly string[] {
  const { ruleParts } = CLI_TEXTS;
  const line = (part: keyof typeof ruleParts, said: string): string =>
    `  ${ruleParts[part][language]}  ${said}`;
  return [
    paint.bold(`${rule.id}  ${rule.name}${rule.assumed ? " †" : ""}`),
    line("help", rule.help),
    ...rule.meaning.map((said) => line("meaning", said)),
    ...rule.formulas.map((formula) => line("formula", formula)),
    line("level", CLI_TEXTS.severity[rule.level][language]),
    line("tolerance", rule.tolerance === "" ? CLI_TEXTS.byDecimals[language] : rule.tolerance),
    line("tables", rule.tables.join(language === "zh-CN" ? "、" : ", ")),
    line("pack", `${pack.title[language]}  ${pack.id}`),
    ...(rule.assumed ? [`  ${CLI_TEXTS.assumed[language]}`] : []),
  ];
}

/** Rules of the same table, or of the same name elsewhere. */
function near(rule: string, ids: readonly string[]): readonly string[] {
  const [head = "", tail = ""] = rule.split(".");
  return [...new Set(ids)]
    .filter((id) => (head !== "" && id.startsWith(`${head}.`)) || (tail !== "" && id.endsWith(`.${tail}`)))
    .slice(0, 5);
}
