import { plain } from "../../figures/decimal";
import { SCORING_TEXTS } from "../../../texts/scoring";
import { defineMethod } from "../method";
import { figure, operand } from "../rate";
import { minus, number, times } from "../term";

/** The maximum, less so many points for each item counted, not below a floor. */
export const perItem = defineMethod({
  kind: "computed",
  name: "per-item",
  title: { "zh-CN": "逐项扣分", en: "Deduct per item" },
  about: {
    "zh-CN": "满分减去 数量 × each，扣到 floor（默认 0）为止",
    en: "the maximum less count times `each`, not below `floor` (0 if left out)",
  },
  live: { "zh-CN": "MAX(floor,MIN(满分,满分-数量*each))", en: "MAX(floor,MIN(maximum,maximum-count*each))" },
  parameters: {
    count: { type: "expression", required: true, about: { "zh-CN": "数量", en: "how many" } },
    each: { type: "points", required: true, about: { "zh-CN": "每项扣的分", en: "points off for each" } },
    floor: { type: "points", required: false, about: { "zh-CN": "最低分", en: "least points" } },
  },
  faults: ({ floor }, max) =>
    floor?.greaterThan(max) === true
      ? [
          {
            parameter: "floor",
            message: { "zh-CN": `超过满分 ${plain(max)} 分`, en: `above the maximum of ${plain(max)}` },
          },
        ]
      : [],
  score: ({ count, each, floor }, max, input) => {
    const reading = input.read(count);
    if (!reading.ok) return reading;
    if (reading.unit.dimension === "money") {
      return { ok: false, why: SCORING_TEXTS.moneyNeedsDivisor(), cells: reading.cells };
    }
    const points = plain(max);
    const least = floor === undefined ? "0" : plain(floor);
    const text = `${points} − ${operand(reading.text)} × ${plain(each)}`;
    return {
      ok: true,
      term: {
        kind: "greatest",
        terms: [
          number(least),
          {
            kind: "least",
            terms: [number(points), minus(number(points), times(figure(reading), number(plain(each))))],
          },
        ],
      },
      sentence: { "zh-CN": `${text}，扣到 ${least} 分为止`, en: `${text}, not below ${least}` },
    };
  },
});
