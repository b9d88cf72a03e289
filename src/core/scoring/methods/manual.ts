import { defineMethod } from "../method";

/** Points that the officer gives. */
export const manual = defineMethod({
  kind: "entered",
  name: "manual",
  parts: ["base"],
  title: { "zh-CN": "手工填报", en: "Entered by hand" },
  about: {
    "zh-CN": "由填报单位打分，0 至满分，至多一位小数",
    en: "the office gives 0 to the maximum, at most one decimal",
  },
  live: { "zh-CN": "输入单元格，没有公式", en: "an input cell, no formula" },
  parameters: {},
});
