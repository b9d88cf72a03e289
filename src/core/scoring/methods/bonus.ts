import { defineMethod } from "../method";

/** Points on top of the base, entered by the officer; their sum is held to the scale's maximum. */
export const bonus = defineMethod({
  kind: "entered",
  name: "bonus",
  parts: ["bonus"],
  title: { "zh-CN": "加分", en: "Bonus" },
  about: {
    "zh-CN": "由填报单位填写加分，0 至满分；合计不超过加分上限",
    en: "the office enters 0 to the maximum; the sum is held to the limit of bonuses",
  },
  live: { "zh-CN": "输入单元格，没有公式", en: "an input cell, no formula" },
  parameters: {},
});
