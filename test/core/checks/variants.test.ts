/** The whole job on made workbooks with planted errors: each is found at its cell, and nothing else is said. */
import { expect, test } from "@jest/globals";
import { NO_ANSWERS } from "../../../src/core/answers/answers";
import { evaluate } from "../../../src/core/evaluate";
import { readXlsx } from "../../../src/hosts/file/read-xlsx";
import { xjBridging2021 } from "../../../src/packs/xj-bridging-2021/index";
import { measure } from "../../variants/measure";
import { answerOf } from "../../variants/product";

test("thirty variants", async () => {
  // Among them: two printed 合计 rows, 合计（不含州本级）, a column left out, tables in 元, 万元 and 亿元.
  const seeds = [...Array.from({ length: 24 }, (_none, index) => index + 1), 62, 69, 87, 115, 131, 288];
  const measured = await measure(seeds, (xlsx) =>
    answerOf(evaluate(readXlsx(xlsx), xjBridging2021, NO_ANSWERS, { language: "zh-CN" })),
  );
  expect(measured.failures).toEqual([]);
  expect(measured.findings.found).toBeGreaterThan(200);
}, 120_000);
