/** Why a job could not run: one line on standard error, exit code 2. */
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

/** "hengbiao: 表.xlsx：文件是空的…" on one line. */
export function problemLine(problem: CliProblem, language: Language): string {
  const subject = problem.subject === "" ? "" : problem.subject + (language === "zh-CN" ? "：" : ": ");
  return `hengbiao: ${subject}${problem.text[language]}`.replace(/\s*[\r\n]+\s*/g, " ");
}
