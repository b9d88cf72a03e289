/**
 * The row of one finding on the findings sheet. Its cells are made whenever they are asked for: those of a ledger's
 * findings would take more memory than the ledger.
 */
import { FINDING_NAMES, SHEET_TEXTS } from "../../texts/sheets";
import type { Finding, Side } from "../checks/finding";
import type { Evaluation } from "../evaluate";
import type { Pack } from "../pack/pack";
import { areaName, cellAddress } from "../workbook/address";
import { fittedRow, linkText, textWidth } from "./layout";
import type { CellModel, RowModel, StyleName } from "./model";
import { blank, numberOrText, textCell, valueCell } from "./sheet-writer";

/** Characters of the column 位置. */
export const PLACE_WIDTH = 19;

/** What the rows of one sheet share. */
export interface FindingColumns {
  readonly evaluation: Evaluation;
  readonly columns: readonly { readonly characters: number }[];
  tableLabel(id: string): string;
  ruleName(id: string): string;
  readonly last: { row: RowModel | undefined; cells: RowModel["cells"] };
}

export function findingColumns(
  evaluation: Evaluation,
  pack: Pack,
  columns: FindingColumns["columns"],
): FindingColumns {
  const { language } = evaluation;
  const labels = new Map(pack.tables.map(({ id, label }) => [id, label[language]]));
  const names = new Map(evaluation.rules.map(({ id, name }) => [id, name]));
  return {
    evaluation,
    columns,
    tableLabel: (id) => labels.get(id) ?? id,
    last: { row: undefined, cells: [] },
    ruleName: (id) => names.get(id) ?? FINDING_NAMES[id]?.[language] ?? id,
  };
}

/** What a sheet has room for beside the finding's texts. */
export interface FindingExtras {
  /** The cells lead to the places they speak of. */
  readonly linked: boolean;
  /** The officer's explanation is read back from the row. */
  readonly recorded: boolean;
}

export class FindingRow implements RowModel {
  private height = 0;

  /** @param index among the findings in the order of the sheet */
  constructor(
    private readonly shared: FindingColumns,
    private readonly finding: Finding,
    private readonly index: number,
    private readonly extras: FindingExtras,
  ) {}

  get points(): number {
    if (this.height === 0) this.height = fittedRow(this.cells, this.shared.columns).points;
    return this.height;
  }

  /** Those of the row asked for last are at hand. */
  get cells(): readonly (CellModel | undefined)[] {
    const { last } = this.shared;
    if (last.row !== this) {
      last.cells = this.madeCells();
      last.row = this;
    }
    return last.cells;
  }

  private madeCells(): readonly (CellModel | undefined)[] {
    const { shared, finding, index, extras } = this;
    const { language } = shared.evaluation;
    const style: StyleName = finding.explanation === undefined ? finding.severity : "explained";
    const former =
      finding.explanation === undefined && finding.formerExplanation !== undefined
        ? `\n${SHEET_TEXTS.former(finding.formerExplanation)[language]}`
        : "";
    const cells = [
      valueCell(String(index + 1), "centered"),
      textCell(SHEET_TEXTS.severity[finding.severity][language], style),
      textCell(shared.tableLabel(finding.table), "wrapped"),
      textCell(shared.ruleName(finding.rule), "wrapped"),
      textCell(`${finding.message}${former}`, "wrapped"),
      placeCell(finding),
      sideCell(finding.left),
      sideCell(finding.right),
      valueCell(finding.difference ?? "", "amount"),
      valueCell(finding.tolerance ?? "", "amount"),
      extras.recorded
        ? textCell(finding.explanation ?? "", "text-input", { entry: { kind: "explanation", index } })
        : blank("wrapped"),
    ];
    return extras.linked ? cells : cells.map(withoutLink);
  }
}

/** Cells of a finding's row that lead to a place. */
export function linksOf({ cell, left, right }: Finding): number {
  const sides = [left, right].filter((side) => side?.cells[0] !== undefined);
  return sides.length + (cell === undefined ? 0 : 1);
}

function withoutLink({ value, style, entry }: CellModel): CellModel {
  return { value, style: style === "link" ? "wrapped" : style, ...(entry === undefined ? {} : { entry }) };
}

function placeCell({ cell }: Finding): CellModel {
  if (cell === undefined) return blank("wrapped");
  const { sheet, row, column } = cell;
  const area = { sheet, top: row, left: column, bottom: row, right: column };
  return textCell(linkText(area, PLACE_WIDTH), "link", { link: cellAddress(cell) });
}

/** A figure leads to its cells; a text or date stands as text; a figure too long for its column stands as text too. */
function sideCell(side: Side | undefined): CellModel {
  if (side === undefined) return blank("amount");
  const [area] = side.cells;
  const link =
    area === undefined ? {} : { link: cellAddress({ sheet: area.sheet, row: area.top, column: area.left }) };
  const value = numberOrText(side.value);
  if (value.kind === "number" && textWidth(side.value) <= 13) return { value, style: "amount", ...link };
  return textCell(side.value === "" && area !== undefined ? areaName(area) : side.value, "wrapped", link);
}
