import { defineMethod } from "../method";

/** Points to take off, entered as a positive number; the program never deducts by itself. */
export const deduction = defineMethod({
  kind: "entered",
  name: "deduction",
  parts: ["deduction"],
  title: { "zh-CN": "减分", en: "Deduction" },
  about: {
    "zh-CN": "由填报单位填写应扣的分数（正数），0 至满分；合计不超过减分上限；程序从不自动扣分",
    en: "the office enters the points to take off (positive), 0 to the maximum; the sum is held to the limit of deductions; the program takes nothing off by itself",
  },
  live: { "zh-CN": "输入单元格，没有公式", en: "an input cell, no formula" },
  parameters: {
    tellsErrors: {
      type: "flag",
      required: false,
      about: {
        "zh-CN": "为 true 时，在得分依据里提示尚未说明的错误有几处",
        en: "true: the basis tells how many errors are not explained yet",
      },
    },
  },
  tellsErrors: ({ tellsErrors }) => tellsErrors ?? false,
});
