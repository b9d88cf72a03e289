/** A small pack for the answers' tests: a manual, a computed, a waivable, a bonus and a deduction item. */
import type { IndicatorSpec, Pack, Text } from "../../../src/core/pack/pack";

function text(word: string): Text {
  return { "zh-CN": word, en: `${word} (en)` };
}

function indicator(no: string, max: string, method: string, mayNotApply = false): IndicatorSpec {
  return {
    no,
    section: "s",
    label: text(`指标${no}`),
    max,
    mayNotApply,
    criterion: text("口径"),
    method: { name: method },
  };
}

export const PACK: Pack = {
  format: 1,
  id: "small",
  version: "1",
  title: text("小包"),
  sources: [],
  judgement: { decimals: { 万元: 2 }, rateDecimals: 4, cap: 10 },
  dimensions: [],
  tables: [
    {
      id: "assets",
      name: "资产",
      label: text("资产"),
      titles: [],
      columns: [],
      key: [],
      required: true,
    },
  ],
  checks: [],
  sections: [{ id: "s", label: text("节"), part: "base" }],
  indicators: [
    indicator("1", "5", "manual"),
    indicator("9", "10", "linear"),
    indicator("13", "15", "manual", true),
    indicator("14", "5", "bonus"),
    indicator("17", "10", "deduction"),
  ],
  scale: { base: "100", maxBonus: "10", maxDeduction: "30", decimals: 2 },
};
