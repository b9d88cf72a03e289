/** A process that runs the mutants from..to and tells its parent before and after each one. */
import { mutantOf } from "./sources";
import { type End, runMutant } from "./one-mutant";

export type Message =
  | { readonly kind: "start"; readonly index: number; readonly label: string }
  | { readonly kind: "end"; readonly index: number; readonly end: End; readonly peak: number };

const [seed = 1, from = 0, to = 0] = process.argv.slice(2, 5).map(Number);
const guard = process.argv[5];

let current = from;
const tell = (message: Message): void => void process.send?.(message);
const peak = (): number => process.resourceUsage().maxRSS / 1_000;

process.on("unhandledRejection", (reason) => {
  tell({
    kind: "end",
    index: current,
    end: { kind: "fault", why: `unhandled: ${String(reason)}` },
    peak: peak(),
  });
});

async function run(): Promise<void> {
  for (let index = from; index < to; index++) {
    current = index;
    const mutant = mutantOf(seed, index);
    tell({ kind: "start", index, label: `${mutant.source.name}: ${mutant.how}` });
    // Every fourth one is written too. The parent's clock starts at the message, which leaves before the work begins.
    await new Promise((resolve) => setImmediate(resolve));
    const end = await runMutant(mutant.bytes, mutant.source, index % 4 === 0, guard);
    tell({ kind: "end", index, end, peak: peak() });
  }
}

void run().finally(() => process.disconnect());
