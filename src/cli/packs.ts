/** The pack that a job goes by: bundled ones by id, others by the path of a file or folder. */
import type { PackSource } from "../core/pack/load";
import type { Language, Pack } from "../core/pack/pack";
import type { PackProblem } from "../core/pack/problem";
import { BUNDLED_PACKS } from "../packs/index";
import { CLI_TEXTS } from "../texts/cli";
import type { Io } from "./io";
import { CliProblem } from "./problem";

/**
 * @param wanted id or path; undefined for the default
 * @throws CliProblem, FileProblem
 */
export async function findPack(wanted: string | undefined, io: Io, language: Language): Promise<Pack> {
  const bundled = wanted === undefined ? BUNDLED_PACKS[0] : BUNDLED_PACKS.find(({ id }) => id === wanted);
  if (bundled !== undefined) return bundled.load();
  const path = wanted ?? "";
  const source = await packSource(path, io);
  const [{ lintPack }, { readPack }] = await Promise.all([
    import("../core/pack/lint"),
    import("../core/pack/load"),
  ]);
  const errors = lintPack(source).filter(({ level }) => level === "error");
  const [first] = errors;
  if (first !== undefined) {
    throw new CliProblem(CLI_TEXTS.badPack(problemText(first, language), errors.length - 1), path);
  }
  const result = readPack(source);
  if (result.ok) return result.pack;
  const [problem] = result.problems;
  throw new CliProblem(
    CLI_TEXTS.badPack(
      problem === undefined ? "" : problemText(problem, language),
      result.problems.length - 1,
    ),
    path,
  );
}

/** The text of a pack's file, or of the files of its folder. */
export async function packSource(path: string, io: Io): Promise<PackSource> {
  if (!(await io.files.exists(path))) {
    throw new CliProblem(CLI_TEXTS.unknownPack(BUNDLED_PACKS.map(({ id }) => id).join(", ")), path);
  }
  const folder = await io.files.readFolder(path);
  return folder ?? new TextDecoder().decode(await io.files.read(path));
}

export function problemText({ path, message }: PackProblem, language: Language): string {
  return `${path === "" ? "" : `${path}${language === "zh-CN" ? "：" : ": "}`}${message[language]}`;
}
