/** hengbiao lint: everything there is to say about a pack. */
import type { PackProblem } from "../core/pack/problem";
import { CLI_TEXTS } from "../texts/cli";
import type { LintCommand } from "./arguments";
import type { Io } from "./io";
import type { Program } from "./json";
import { packSource, problemText } from "./packs";
import { about } from "./problem";
import { paintFor } from "./terminal";

/** @returns exit code: 1 where the pack cannot be used */
export async function lint(command: LintCommand, io: Io, program: Program): Promise<number> {
  const { language } = command;
  const { lintPack } = await import("../core/pack/lint");
  const problems = lintPack(await about(command.pack, () => packSource(command.pack, io)));
  if (command.json) io.out.write(`${JSON.stringify({ program, problems }, undefined, 2)}\n`);
  else {
    const paint = paintFor(io.out.isTerminal, io.environment);
    const line = (problem: PackProblem): string =>
      `${paint[problem.level](CLI_TEXTS.severity[problem.level][language])} ${problemText(problem, language)}\n`;
    io.out.write(problems.length === 0 ? `${CLI_TEXTS.packClean[language]}\n` : problems.map(line).join(""));
  }
  return problems.some(({ level }) => level === "error") ? 1 : 0;
}
