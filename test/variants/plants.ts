/** Errors put into a consistent workbook, each aimed at one rule; what else they lead to is the judge's to say. */
import {
  duplicate,
  labelled,
  disagree,
  projectSource,
  projectSpent,
  forgotten,
  spoilt,
} from "./plantsAcross";
import { totalLeavesOut, wrongRate, swapDates, late, wrongDays, above, fewerPeople } from "./plantsWithin";
import type { Random } from "./random";
import { bump, bumpTotal, type Plant, type Sown } from "./sowing";
import { SOURCES } from "./world";

const ERROR_CODES = ["#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?"] as const;
const WORDS = ["待定", "约300", "见附件", "正在统计", "12.3.4"] as const;

const ASSET_COLUMNS = ["invested", "original", "present", "household", "township", "village", "county"];
const COUNT_COLUMNS = ["households", "people", "clearedHouseholds", "clearedPeople"];

/** A plant for every rule that an error in the figures can break. */
export const PLANTS = {
  "funds.row-total": bump("funds", ["total"], "data"),
  "funds.column-total": bumpTotal("funds", [...SOURCES]),
  "release.days": wrongDays,
  "release.date-order": swapDates("release", "received", "released"),
  "release.deadline": late,
  "release.column-total": bumpTotal("release", ["amount"]),
  "projects.row-total": bump("projects", ["total"], "data"),
  "projects.column-total": bumpTotal("projects", [...SOURCES, "total", "spent"]),
  "projects.overspent": above("projects", [["spent", "total"]], false),
  "projects.date-order": swapDates("projects", "started", "completed"),
  "projects.duplicate": duplicate,
  "projects.target": labelled("target", "是", "否"),
  "execution.carryover": bump("execution", ["carryover"], "data"),
  "execution.rate": wrongRate("execution", "rate", "spent", "budget"),
  "execution.column-total": bumpTotal("execution", ["budget", "spent", "carryover"]),
  "assets.original-value": bump("assets", ["original"], "data"),
  "assets.present-value": above("assets", [["present", "original"]], false),
  "assets.column-total": bumpTotal("assets", ASSET_COLUMNS),
  "assets.total-leaves-out": totalLeavesOut("assets"),
  "industry.share": wrongRate("industry", "share", "industry", "funds"),
  "industry.column-total": bumpTotal("industry", ["funds", "industry"]),
  "industry.not-above": above("industry", [["industry", "funds"]], false),
  "monitoring.people": fewerPeople,
  "monitoring.column-total": bumpTotal("monitoring", COUNT_COLUMNS),
  "monitoring.total-leaves-out": totalLeavesOut("monitoring"),
  "rectification.not-above": above("rectification", [["mended", "found"]], true),
  "rectification.rate": wrongRate("rectification", "rate", "mended", "found"),
  "rectification.column-total": bumpTotal("rectification", ["found", "mended"]),
  "cross.funds-execution": disagree("execution", "budget", ["carryover"], ["rate", "spent", "budget"]),
  "cross.funds-release": disagree("release", "amount", []),
  "cross.funds-projects": projectSource,
  "cross.execution-projects": projectSpent,
  "cross.industry-funds": disagree("industry", "funds", [], ["share", "industry", "funds"]),
  "cross.industry-projects": labelled("category", "产业发展", "基础设施"),
  "cross.county-set": forgotten,
  "data.error-value": spoilt(
    (random) => ({ kind: "error", code: random.pick(ERROR_CODES) }),
    ["money", "count", "rate"],
  ),
  "data.not-a-number": spoilt((random) => ({ kind: "bad", text: random.pick(WORDS) }), ["money", "count"]),
} satisfies { readonly [rule: string]: Plant };

export type PlantKind = keyof typeof PLANTS;
export const PLANT_KINDS = Object.keys(PLANTS) as readonly PlantKind[];

/** The rule that a plant is aimed at. */
export function aimOf(kind: PlantKind): string {
  return kind.replace("total-leaves-out", "column-total");
}

/** Plants one error of a kind; false if the workbook has no fitting place. */
export function plant(kind: PlantKind, sown: Sown, random: Random): boolean {
  for (let attempt = 0; attempt < 12; attempt += 1) if (PLANTS[kind](sown, random)) return true;
  return false;
}
