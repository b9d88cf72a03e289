import { listed } from "../../../texts/scoring";
import { defineMethod } from "../method";
import { scoredParts } from "../parts";

/** Several ways to score one indicator; the best counts. A way without figures is told, never taken for 0. */
export const bestOf = defineMethod({
  kind: "computed",
  name: "best-of",
  title: { "zh-CN": "取最高", en: "Best of" },
  about: {
    "zh-CN": "各部分都按指标满分计分，取最高的一个；任何一部分没有数据时没有得分",
    en: "each part is scored out of the indicator's maximum and the best counts; no score where a part has no figures",
  },
  live: { "zh-CN": "MAX(各部分公式)", en: "MAX of the parts' formulas" },
  parameters: {
    parts: {
      type: "parts",
      required: true,
      about: { "zh-CN": "各部分：label、method", en: "parts with label and method" },
    },
  },
  faults: ({ parts }) =>
    parts.flatMap((part, index) => [
      ...(part.max === undefined
        ? []
        : [
            {
              parameter: `parts[${index}].max`,
              message: { "zh-CN": "这里不用 max", en: "max has no place here" },
            },
          ]),
      ...(part.weight === undefined
        ? []
        : [
            {
              parameter: `parts[${index}].weight`,
              message: { "zh-CN": "这里不用 weight", en: "weight has no place here" },
            },
          ]),
    ]),
  score: ({ parts }, _max, input) => {
    const scored = scoredParts(parts, input);
    if (!scored.ok) return scored;
    const all = listed(scored.parts.map(({ sentence }) => sentence));
    return {
      ok: true,
      term: { kind: "greatest", terms: scored.parts.map(({ term }) => term) },
      sentence: { "zh-CN": `${all["zh-CN"]}；取最高`, en: `${all.en}; the best counts` },
    };
  },
});
