/** Why a job could not run: one line on standard error, exit code 2. */
import { FileProblem } from "../hosts/file/problem";
import type { Language, Text } from "../core/pack/pack";

export class CliProblem extends Error {
  /** @param subject file or option that the sentence is about, "" for none */
  constructor(
    readonly text: Text,
    readonly subject = "",
  ) {
    super(text.en);
    this.name = "CliProblem";
  }
}

/** A problem of a file, with the file's name. */
export async function about<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileProblem) throw new CliProblem(error.text, file);
    throw error;
  }
}

/** "hengbiao: 表.xlsx：文件是空的…" on one line. */
export function problemLine(problem: CliProblem, language: Language): string {
  const subject = problem.subject === "" ? "" : problem.subject + (language === "zh-CN" ? "：" : ": ");
  return `hengbiao: ${subject}${problem.text[language]}`.replace(/\s*[\r\n]+\s*/g, " ");
}
