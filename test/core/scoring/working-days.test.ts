/** Deadlines in working days, over the real calendar and the real rules. */
import { describe, expect, test } from "@jest/globals";
import type { Pack } from "../../../src/core/pack/pack";
import type { ScoreItem } from "../../../src/core/scoring/score";
import { xjBridging2021 } from "../../../src/packs/xj-bridging-2021/index";
import { itemOf, scoreChanged } from "./changed-sample";

/** The pack with item 2 judged by working days, 6 points. */
function workingDays(within: string, zero?: string): Pack {
  const method = {
    name: "working-day-deadline",
    received: "下达.收到日期",
    released: "下达.下达日期",
    amount: "下达.金额",
    within,
    ...(zero === undefined ? {} : { zero }),
  };
  const indicators = xjBridging2021.indicators.map((indicator) =>
    indicator.no === "2" ? { ...indicator, max: "6", method } : indicator,
  );
  return { ...xjBridging2021, indicators };
}

/** All six rows received and released on these days. */
function releasedOn(received: number, released: number, pack: Pack): ScoreItem {
  const changes: Record<string, number> = {};
  for (let row = 4; row <= 9; row += 1) {
    changes[`E${row}`] = received;
    changes[`F${row}`] = released;
    changes[`G${row}`] = released - received;
  }
  return itemOf(scoreChanged("表2资金下达", changes, {}, pack), "2");
}

describe("working days of the State Council's calendar", () => {
  test("a make-up Sunday counts: Friday 2021-04-23 to Monday 2021-04-26 is two working days", () => {
    // 2021-04-25 was worked for the Labour Day holiday; 44309 is 2021-04-23.
    expect(releasedOn(44_309, 44_312, workingDays("1")).score).toBe("0");
    expect(releasedOn(44_309, 44_312, workingDays("2")).score).toBe("6");
  });

  test("a holiday does not: 2021-09-30 to 2021-10-08 is one working day", () => {
    // 1 to 7 October 2021 were off; 44469 is 2021-09-30.
    expect(releasedOn(44_469, 44_477, workingDays("1")).score).toBe("6");
    expect(releasedOn(44_469, 44_477, workingDays("0")).score).toBe("0");
  });

  test("a straight line between the limits", () => {
    // 2 working days between 1 (full) and 4 (none): two thirds of 6.
    expect(releasedOn(44_309, 44_312, workingDays("1", "4")).score).toBe("4");
  });

  test("the sheet carries the value, with the reason", () => {
    const item = releasedOn(44_309, 44_312, workingDays("2"));
    expect(item.formula).toEqual({
      kind: "value",
      why: "工作日按国务院放假安排计算，表格公式不认识调休上班日，故直接写数值",
    });
  });

  test("a date beyond the calendar leaves no score and names the year", () => {
    // 2031-01-06
    const item = releasedOn(47_854, 47_858, workingDays("5"));
    expect(item).toMatchObject({ status: "missing", score: undefined });
    expect(item.basis).toContain("2031");
  });
});
