/** In the browser: the sample's check and re-checks, timed there. */
import { NO_ANSWERS } from "../src/core/answers/answers";
import { evaluate } from "../src/core/evaluate";
import { editable, startChecking } from "../src/core/recheck";
import { readXlsx } from "../src/hosts/file/read-xlsx";
import { xjBridging2021 as pack } from "../src/packs/xj-bridging-2021/index";

globalThis.measureSample = (base64, rounds) => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const workbook = editable(readXlsx(bytes));
  const options = { language: "zh-CN", withFacts: true };
  const checking = startChecking(workbook, pack, NO_ANSWERS, options);
  const sheet = workbook.sheets.find(({ name }) => name === "表3项目明细");
  const times = { full: [], again: [] };
  for (let round = 0; round < rounds; round += 1) {
    const row = 5 + (round % 200);
    const stood = sheet.number(row, 6);
    for (const value of [stood + 0.5, stood]) {
      const start = performance.now();
      const result = checking.refigure([{ sheet: sheet.name, row, column: 6, value }]);
      times.again.push(performance.now() - start);
      if (result === undefined) throw new Error(`row ${row} needed a full evaluation`);
    }
    const start = performance.now();
    evaluate(workbook, pack, NO_ANSWERS, options);
    times.full.push(performance.now() - start);
  }
  return times;
};
