/** The row of one indicator: standard, facts, score with its basis and link, evidence. */
import { NOT_APPLICABLE } from "../../texts/answers";
import { NOT_APPLICABLE_WORD, SHEET_TEXTS } from "../../texts/sheets";
import type { Language } from "../pack/pack";
import type { ScoreItem } from "../scoring/score";
import { type Area, areaName, cellAddress, type SheetArea } from "../workbook/address";
import { linkText } from "./layout";
import type { CellModel } from "./model";
import { type Context, LINK, SCORE, SECTION } from "./score-form";
import { addRow, blank, formulaCell, numberOrText, textCell, valueCell } from "./sheet-writer";

export function addItem(context: Context, item: ScoreItem, sectionLabel: string): void {
  const { writer, evaluation } = context;
  const language = evaluation.language;
  const criterion = item.assumed ? `${item.criterion}\n${SHEET_TEXTS.assumed[language]}` : item.criterion;
  const row = addRow(
    writer,
    [
      valueCell(item.no, "centered"),
      textCell(sectionLabel, "centered"),
      textCell(item.name, "wrapped"),
      valueCell(item.max, "centered"),
      textCell(criterion, "wrapped"),
      textCell(item.facts, "wrapped"),
      scoreCell(context, item),
      textCell(basisText(item, language), "wrapped"),
      linkCell(item, writer.columns[LINK]?.characters ?? 0),
      textCell(item.evidence, "text-input", { entry: { kind: "evidence", no: item.no } }),
    ],
    new Map([[SECTION, 0]]),
  );
  if (!item.entered) return;
  const word = item.mayNotApply ? NOT_APPLICABLE_WORD[language] : "";
  const area: Area = { top: row, left: SCORE, bottom: row, right: SCORE };
  writer.validations.push({
    area,
    minimum: "0",
    maximum: item.max,
    decimals: 1,
    words: item.mayNotApply ? Object.values(NOT_APPLICABLE).flat() : [],
    message: SHEET_TEXTS.entryHint(item.max, word)[language],
  });
}

/** Cells that the officer fills in name their entry; a score of ours has none. */
function scoreCell({ evaluation }: Context, item: ScoreItem): CellModel {
  const entry = { entry: { kind: "score", no: item.no } } as const;
  if (item.status === "not-applicable") {
    return textCell(NOT_APPLICABLE_WORD[evaluation.language], "score-input", entry);
  }
  if (item.entered) {
    // An entry out of range has no score; it stays as typed, and its look says that it does not count.
    const { scores, notApplicable } = evaluation.answers;
    const word = notApplicable.includes(item.no) ? NOT_APPLICABLE_WORD[evaluation.language] : "";
    const typed = item.score ?? scores[item.no] ?? word;
    return valueCell(typed, item.score === undefined && typed !== "" ? "error" : "score-input", entry);
  }
  // A score that may be declared not applicable takes that word; its cell is an entry too.
  const more = item.mayNotApply ? entry : {};
  if (item.score === undefined) return { ...blank("score"), ...more };
  if (item.formula.kind === "formula")
    return { ...formulaCell(item.formula.text, item.score, "score"), ...more };
  return { value: numberOrText(item.score), style: "score", ...more };
}

function basisText(item: ScoreItem, language: Language): string {
  const why = item.status === "computed" && item.formula.kind === "value" ? item.formula.why : undefined;
  return [
    item.basis,
    ...(item.cells.length > 1 ? [SHEET_TEXTS.cells(cellList(item.cells, language))[language]] : []),
    ...(why === undefined ? [] : [SHEET_TEXTS.valueOnly(why)[language]]),
  ].join("\n");
}

/** More are not named. */
const MOST_CELLS = 8;

/** "表4预算执行!D13、C13；表3项目明细!Q5:Q279": all cells of a score, since only one of them can be a link. */
function cellList(areas: readonly SheetArea[], language: Language): string {
  const bySheet = new Map<string, string[]>();
  for (const area of areas.slice(0, MOST_CELLS)) {
    const known = bySheet.get(area.sheet);
    if (known === undefined) bySheet.set(area.sheet, [areaName(area)]);
    else known.push(areaName(area));
  }
  const chinese = language === "zh-CN";
  const list = [...bySheet].map(([sheet, names]) => `${sheet}!${names.join(chinese ? "、" : ", ")}`);
  const more = areas.length > MOST_CELLS ? SHEET_TEXTS.moreCells(areas.length)[language] : "";
  return list.join(chinese ? "；" : "; ") + more;
}

/** Leads to the first of the cells that the score rests on. */
function linkCell({ cells }: ScoreItem, characters: number): CellModel {
  const [first] = cells;
  if (first === undefined) return blank("wrapped");
  return textCell(linkText(first, characters), "link", {
    link: cellAddress({ sheet: first.sheet, row: first.top, column: first.left }),
  });
}
