/** A small sheet model with everything that a host must write. */
import type { SheetModel } from "../../src/core/sheets/model";

/** @param data name of a sheet of the workbook that formulas and links lead to */
export function sampleModel(data: string, more: Partial<SheetModel> = {}): SheetModel {
  return {
    kind: "score",
    name: "绩效自评得分表",
    columns: [{ characters: 6 }, { characters: 30 }, { characters: 10 }, { characters: 20 }],
    rows: [
      { points: 30, cells: [{ value: { kind: "text", text: "绩效自评得分表" }, style: "title" }] },
      {
        points: 20,
        cells: ["序号", "指标", "自评得分", "得分依据"].map((text) => ({
          value: { kind: "text", text },
          style: "header",
        })),
      },
      {
        points: 40,
        cells: [
          { value: { kind: "text", text: "1" }, style: "centered" },
          { value: { kind: "text", text: "=1+1\n含 <标记> & _x000D_ 和 \u0007 的文字" }, style: "wrapped" },
          {
            value: { kind: "number", value: "4.5" },
            style: "score-input",
            entry: { kind: "score", no: "1" },
          },
          { value: { kind: "text", text: "见表" }, style: "link", link: `'${data}'!A1` },
        ],
      },
      {
        points: 20,
        cells: [
          { value: { kind: "empty" }, style: "total" },
          {
            value: { kind: "formula", formula: 'IF(C3>4,"高","低")', value: "高", type: "text" },
            style: "total",
          },
          {
            value: { kind: "formula", formula: "ROUND(C3*2+0.0000000001,2)", value: "9", type: "number" },
            style: "total-score",
          },
          {
            value: { kind: "formula", formula: `COUNTA('${data}'!A1:A1)`, value: "1", type: "number" },
            style: "amount",
          },
        ],
      },
      {
        points: 15,
        cells: ["栏目", "分值", "得分"].map((text) => ({ value: { kind: "text", text }, style: "note" })),
      },
      {
        points: 15,
        cells: [
          { value: { kind: "text", text: "资金" }, style: "note" },
          { value: { kind: "number", value: "5" }, style: "note" },
          { value: { kind: "formula", formula: "C3", value: "4.5", type: "number" }, style: "note" },
        ],
      },
    ],
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    validations: [
      {
        area: { top: 2, left: 2, bottom: 2, right: 2 },
        minimum: "0",
        maximum: "5",
        decimals: 1,
        words: ["不适用"],
        message: "请填 0 至 5，最多一位小数。",
      },
    ],
    chart: {
      title: "得分",
      source: { top: 4, left: 0, bottom: 5, right: 2 },
      place: { top: 7, left: 0, bottom: 17, right: 3 },
    },
    filter: { top: 1, left: 0, bottom: 3, right: 3 },
    freeze: { rows: 2, columns: 0 },
    print: {
      orientation: "landscape",
      area: { top: 0, left: 0, bottom: 18, right: 3 },
      titleRows: { first: 1, last: 1 },
      footer: "第 &P 页 共 &N 页",
    },
    ...more,
  };
}
