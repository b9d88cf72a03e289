/**
 * Old workbooks converted in a thread of their own: the library that reads them can neither be interrupted nor bounded,
 * and a damaged file may keep it busy for ever.
 */
import { Worker } from "node:worker_threads";
import type { Text } from "../../../core/pack/pack";
import { FileProblem } from "../problem";
import { damaged } from "../read-limits";

export type Converted =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly text: Text };

/**
 * Milliseconds from when the thread runs: some for loading the library, some for each byte. A sound file takes a tenth of
 * it. With what the program itself takes, a small file that keeps the library busy is refused within 5 s.
 */
const START = 3_000;
const PER_BYTE = 1 / 50;
/** Megabytes of the thread's heap: some for the start, some for each byte of the file. */
const HEAP = 512;
const HEAP_PER_BYTE = 40 / 1_000_000;

/**
 * @param script path of the thread's program (convert-worker)
 * @throws FileProblem for a file that the library cannot read, or not within time and memory
 */
export async function convertInThread(script: string, bytes: Uint8Array): Promise<Uint8Array> {
  const worker = new Worker(script, {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(HEAP + bytes.length * HEAP_PER_BYTE) },
  });
  const converted = await new Promise<Converted | undefined>((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    // A busy machine may take its time until the thread runs at all.
    worker.once("online", () => {
      timer = setTimeout(() => resolve(undefined), START + bytes.length * PER_BYTE);
    });
    const end = (result: Converted | undefined): void => {
      clearTimeout(timer);
      resolve(result);
    };
    worker.once("message", (result: Converted) => end(result));
    worker.once("error", () => end(undefined));
    worker.once("exit", () => end(undefined));
  });
  await worker.terminate();
  if (converted === undefined) throw damaged(".xls");
  if (!converted.ok) throw new FileProblem(converted.text);
  return converted.bytes;
}
