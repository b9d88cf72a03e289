/** The whole job on one mutant, as the command line does it: a result, or one sentence and nothing written. */
import { main } from "../../src/cli/main";
import { convertInThread } from "../../src/hosts/file/node/convert";
import { convertOld } from "../../src/hosts/file/read-xls";
import { CLI_TEXTS } from "../../src/texts/cli";
import { memoryIo } from "../support/memory-io";
import type { Source } from "./sources";

export type End =
  | { readonly kind: "result" | "refused" }
  /** Neither a result nor one sentence: a fault of ours. */
  | { readonly kind: "fault"; readonly why: string };

const UNEXPECTED = CLI_TEXTS.unexpected("").en.slice(0, 12);

/** @param guard script of the thread that converts old files; without it the library runs in this process */
export async function runMutant(
  bytes: Uint8Array,
  source: Source,
  write: boolean,
  guard: string | undefined,
): Promise<End> {
  const io = {
    ...memoryIo({ [source.name]: bytes }),
    convert: (old: Uint8Array) => (guard === undefined ? convertOld(old) : convertInThread(guard, old)),
  };
  const out = write ? ["--out", "out.xlsx"] : [];
  const code = await main(["check", source.name, "--json", "--lang", "en", ...out], io);
  const [said, complained] = [io.stdout(), io.stderr()];
  if (code === 2) {
    if (said !== "") return { kind: "fault", why: "refused, yet it wrote to standard output" };
    if (io.content.has("out.xlsx")) return { kind: "fault", why: "refused, yet it wrote a copy" };
    if (!/^hengbiao: \S[^\n]*\n$/.test(complained))
      return { kind: "fault", why: `no single sentence: ${complained}` };
    return complained.includes(UNEXPECTED) ? { kind: "fault", why: complained.trim() } : { kind: "refused" };
  }
  if (code !== 0 && code !== 1) return { kind: "fault", why: `exit code ${code}` };
  if (complained !== "") return { kind: "fault", why: `a result with a complaint: ${complained}` };
  const answer: unknown = JSON.parse(said);
  if (typeof answer !== "object" || answer === null || !("findings" in answer))
    return { kind: "fault", why: "no findings in the result" };
  if (write && !io.content.has("out.xlsx")) return { kind: "fault", why: "a result without its copy" };
  return { kind: "result" };
}
