/**
 * `npm run variants`: recognition over many variants, not part of `npm test`.
 * VARIANTS is how many (5000), FIRST the first seed (1), ONLY a feature to look at alone.
 */
import { expect, test } from "@jest/globals";
import { FEATURES } from "./features";
import { describeMeasurement, measure } from "./measure";
import { recognised } from "./product";

const count = Number(process.env.VARIANTS ?? "5000");
const first = Number(process.env.FIRST ?? "1");
const only = FEATURES.find((feature) => feature === process.env.ONLY);

test("tables are recognised or asked about, never read wrong or missed", async () => {
  const seeds = Array.from({ length: count }, (_, at) => first + at);
  // Without planted errors all findings of the answer but those of recognition itself would be missed ones.
  const measured = await measure(seeds, recognised, {
    plants: 0,
    ...(only === undefined ? {} : { only: [only] }),
  });
  const own = measured.failures.filter(({ kind }) => kind !== "missed finding");
  process.stdout.write(`${describeMeasurement({ ...measured, failures: own }, 20)}\n`);
  expect({ wrong: measured.tables.wrong, missed: measured.tables.missed }).toEqual({ wrong: 0, missed: 0 });
}, 3_600_000);
