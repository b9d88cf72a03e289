/** What recognition gave, as plain data: where each table stands, and which the officer is asked about. */
import type { Language, Pack, TableSpec } from "./pack/pack";
import { areaOf, type Recognition, type Table } from "./tables/table";
import type { SheetArea } from "./workbook/address";

/** What was recognised and how surely. */
export interface TableSummary {
  readonly id: string;
  readonly label: string;
  readonly place: SheetArea;
  /** Name of the money unit; "" where the table has no money. */
  readonly unit: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly rows: number;
  readonly columns: readonly { readonly id: string; readonly header: string; readonly place: SheetArea }[];
}

export interface UnplacedTable {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  /** Empty where no place fits at all. */
  readonly candidates: readonly SheetArea[];
}

export function unplacedOf(recognition: Recognition, language: Language): readonly UnplacedTable[] {
  const about = ({ id, label, required }: TableSpec): Omit<UnplacedTable, "candidates"> => ({
    id,
    label: label[language],
    required,
  });
  return [
    ...recognition.missing.map((spec) => ({ ...about(spec), candidates: [] })),
    ...recognition.ambiguous.map(({ table, candidates }) => ({
      ...about(table),
      candidates: candidates.map(({ sheet, range }) => ({ sheet, ...range })),
    })),
  ];
}

export function tablesOf(recognition: Recognition, pack: Pack, language: Language): readonly TableSummary[] {
  const order = new Map(pack.tables.map(({ id }, index) => [id, index]));
  return [...recognition.tables]
    .sort((a, b) => order.get(a.spec.id)! - order.get(b.spec.id)!)
    .map((table) => summaryOf(table, language));
}

function summaryOf(table: Table, language: Language): TableSummary {
  const columns = [...table.columns.values()];
  return {
    id: table.spec.id,
    label: table.spec.label[language],
    place: { sheet: table.sheet.name, ...table.range },
    unit: columns.some(({ spec }) => spec.type === "money") ? table.unit.name : "",
    confidence: table.confidence,
    rows: table.rows.length,
    columns: columns.map(({ spec, header, column }) => ({
      id: spec.id,
      header,
      place: areaOf(table, {
        top: table.headerRows.first,
        bottom: Math.max(table.headerRows.last, ...table.totalRows, table.rows.at(-1) ?? 0),
        left: column,
        right: column,
      }),
    })),
  };
}
