/** Sheets that are no tables of ours: cover, contents, guide. */
import type { Features } from "./features";
import type { SheetModel } from "./model";
import type { Random } from "./random";
import { textSheet } from "./sheets";
import { TABLE_IDS } from "./table";
import { SHEET_NAMES } from "./wordings";

export const cover = (): SheetModel =>
  textSheet("封面", [
    ["附件2"],
    [],
    ["云泽蒙古自治州财政专项扶贫资金绩效评价基础数据表"],
    [],
    ["评价年度", "2021年度"],
    ["填报单位", "云泽蒙古自治州乡村振兴局、财政局"],
    ["填报日期", "2021年12月10日"],
  ]);

export function otherSheets(random: Random, features: Features): SheetModel[] {
  if (!features.has("otherSheets")) return [];
  const contents = textSheet("目录", [
    ["目录"],
    ...TABLE_IDS.map((id, at) => [String(at + 1), SHEET_NAMES[id]]),
  ]);
  const guide = textSheet("填报说明", [
    ["填报说明"],
    ["一、到位资金合计为中央、自治区、州本级、债券和县市级资金之和。"],
    ["二、资产原值按到户、到乡、到村、到县分列，合计数应当相等。"],
    ["三、金额单位为万元，保留两位或三位小数。"],
  ]);
  return random.shuffled([contents, guide]).slice(0, random.int(1, 2));
}
