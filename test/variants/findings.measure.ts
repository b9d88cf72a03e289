/**
 * `npm run variants`: the whole job's findings over many variants with planted errors, not part of `npm test`.
 * VARIANTS is how many (5000), FIRST the first seed (1), ONLY a feature to look at alone.
 */
import { expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../src/core/answers/answers";
import { evaluate } from "../../src/core/evaluate";
import { readXlsx } from "../../src/hosts/file/read-xlsx";
import { xjBridging2021 } from "../../src/packs/xj-bridging-2021/index";
import { FEATURES } from "./features";
import { describeMeasurement, measure } from "./measure";
import { answerOf } from "./product";

const count = Number(process.env.VARIANTS ?? "5000");
const first = Number(process.env.FIRST ?? "1");
const only = FEATURES.find((feature) => feature === process.env.ONLY);

test("every planted error is found at its cell, and nothing else is said", async () => {
  const seeds = Array.from({ length: count }, (_, at) => first + at);
  const measured = await measure(
    seeds,
    (xlsx) => answerOf(evaluate(readXlsx(xlsx), xjBridging2021, NO_ANSWERS, { language: "zh-CN" })),
    only === undefined ? {} : { only: [only] },
  );
  process.stdout.write(`${describeMeasurement(measured, 20)}\n`);
  const { missed, false: falseOnes, wrongSeverity } = measured.findings;
  expect({ missed, falseOnes, wrongSeverity }).toEqual({ missed: 0, falseOnes: 0, wrongSeverity: 0 });
}, 3_600_000);
