/** hengbiao: what the command line does, apart from where it runs. */
import packageJson from "../../package.json";
import { FileProblem } from "../hosts/file/problem";
import { CLI_TEXTS } from "../texts/cli";
import { type Command, languageOfLine, parseCommand } from "./arguments";
import { check } from "./check";
import type { Io } from "./io";
import type { Program } from "./json";
import { CliProblem, problemLine } from "./problem";

const PROGRAM: Program = { name: "hengbiao", version: packageJson.version };

/**
 * @param argv words behind the program's name
 * @returns exit code: 0, 1 with error-level findings, 2 where the job could not run
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOfLine(argv);
  try {
    return await run(parseCommand(argv), io);
  } catch (error) {
    const problem = problemOf(error);
    io.err.write(`${problemLine(problem, language)}\n`);
    return 2;
  }
}

function problemOf(error: unknown): CliProblem {
  if (error instanceof CliProblem) return error;
  if (error instanceof FileProblem) return new CliProblem(error.text);
  return new CliProblem(CLI_TEXTS.unexpected(error instanceof Error ? error.message : String(error)));
}

async function run(command: Command, io: Io): Promise<number> {
  switch (command.kind) {
    case "help":
      io.out.write(CLI_TEXTS.help[command.language]);
      return 0;
    case "version":
      io.out.write(`${PROGRAM.name} ${PROGRAM.version}\n`);
      return 0;
    case "check":
      return check(command, io, PROGRAM);
    case "report": {
      const { report } = await import("./report");
      return report(command, io, PROGRAM);
    }
    case "draft": {
      const { draft } = await import("./draft");
      return draft(command, io, PROGRAM);
    }
    case "rules": {
      const { rules } = await import("./rules");
      return rules(command, io, PROGRAM);
    }
    case "explain": {
      const { explain } = await import("./explain");
      return explain(command, io, PROGRAM);
    }
    case "lint": {
      const { lint } = await import("./lint");
      return lint(command, io, PROGRAM);
    }
  }
}
