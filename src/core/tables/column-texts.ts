/** The texts of a key or text column, one for each data row of its table. */
import { cellText } from "./cell-text";
import { fold } from "./fold";
import { mergesOf } from "./merges";
import type { Table, TableColumn } from "./table";

export interface TextColumn {
  /** Index of each data row's text in `texts`. */
  readonly ids: Int32Array;
  /** As they stand, in the order of their first rows, without repetition. */
  readonly texts: readonly string[];
}

/** Marks that say once more what stands above, folded. */
const DITTO = /^(?:同上|上同|同前|〃|\u2032\u2032|''|["“”〞])$/u;
/** The ideographs that one of them begins with. */
const SAME = "同上";

/**
 * A merged cell's text stands for all its rows, and a blank cell in the first of several key columns says the same as
 * the row above, as where a county is named once for its projects; so does 同上 or 〃 in any column.
 */
export function columnTexts(table: Table, { spec, column }: TableColumn): TextColumn {
  const { sheet, rows } = table;
  const { key } = table.spec;
  const goesOn = spec.type === "key" && key.length > 1 && key[0] === spec.id;
  const merges = mergesOf(sheet);
  const stored = sheet.textIds(column, rows);
  const numbered = new Numbered(stored.distinct);
  const ids = new Int32Array(rows.length);
  /** Of a stored text: one more than its number here, 0 for none yet. */
  const known = new Int32Array(stored.end);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    const area = merges.at(row, column);
    const id = area === undefined ? stored.ids[index]! : -1;
    const told = id < 0 ? 0 : known[id]!;
    if (told > 0) {
      ids[index] = told - 1;
      continue;
    }
    const text = area === undefined ? cellText(sheet, row, column) : cellText(sheet, area.top, area.left);
    if ((goesOn && text.trim() === "") || isDitto(text)) {
      ids[index] = index === 0 ? numbered.numberOf("") : ids[index - 1]!;
      continue;
    }
    ids[index] = id < 0 ? numbered.numberOf(text) : numbered.numberOfStored(text);
    if (id >= 0) known[id] = ids[index]! + 1;
  }
  return { ids, texts: numbered.texts };
}

function isDitto(text: string): boolean {
  const first = text.charCodeAt(0);
  // Folding leaves ideographs as they are, and few of them begin a mark: soon told where there are many rows.
  if (Number.isNaN(first) || (first >= 0x4e00 && first <= 0x9fff && !SAME.includes(text.charAt(0))))
    return false;
  return DITTO.test(fold(text));
}

/** Texts numbered in the order in which they come. */
class Numbered {
  readonly texts: string[] = [];
  /** Made when a text is first looked for: where all are known to be different, a ledger's need none. */
  private numbers: Map<string, number> | undefined;

  /** @param distinct no stored text comes twice */
  constructor(private readonly distinct: boolean) {}

  numberOf(text: string): number {
    this.numbers ??= new Map(this.texts.map((one, number) => [one, number]));
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }

  /** Of a stored text that was not numbered before. */
  numberOfStored(text: string): number {
    return this.distinct && this.numbers === undefined ? this.texts.push(text) - 1 : this.numberOf(text);
  }
}
