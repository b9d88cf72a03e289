/** One workbook of forms with known answers, from a seed. Knows nothing of the product. */
import { type Random, seededRandom } from "../variants/random";
import { type Drawn, drawForm, type DrawnSheet, lookOf } from "./draw";
import { type Expected, MISTAKES, rightForm } from "./facts";

export interface MadeForm {
  readonly sheet: string;
  readonly project: string;
  /** Plain decimal, as printed. */
  readonly total: string;
  readonly expected: readonly { readonly rule: string; readonly row: number; readonly column: number }[];
}

export interface Variant {
  readonly sheets: readonly DrawnSheet[];
  readonly forms: readonly MadeForm[];
}

export function makeVariant(seed: number): Variant {
  // Neighbouring seeds would share forks of theirs.
  const random = seededRandom(Math.imul(seed, 0x9e3779b1));
  const sheets: DrawnSheet[] = [];
  const forms: MadeForm[] = [];
  if (random.chance(0.3)) sheets.push(coverSheet());
  const count = random.chance(0.5) ? 1 : random.int(2, 3);
  for (let index = 1; index <= count; index += 1) {
    const sheet: DrawnSheet = { name: count === 1 ? "自评表" : `项目${index}`, cells: [], merges: [] };
    sheets.push(sheet);
    const own: MadeForm[] = [];
    if (random.chance(0.15)) sideBySide(sheet, random.fork(`${index}`), own, forms.length);
    else stacked(sheet, random.fork(`${index}`), own, forms.length);
    forms.push(...(random.chance(0.12) ? tall(sheet, own) : own));
  }
  return { sheets, forms };
}

function stacked(sheet: DrawnSheet, random: Random, forms: MadeForm[], before: number): void {
  let row = random.chance(0.2) ? 1 : 0;
  const many = random.chance(0.6) ? 1 : random.int(2, 4);
  const left = random.chance(0.2) ? 1 : 0;
  for (let at = 0; at < many; at += 1) {
    const { drawn, form } = make(sheet, random.fork(`form ${at}`), row, left, before + forms.length);
    forms.push(form);
    row = drawn.next;
  }
}

function sideBySide(sheet: DrawnSheet, random: Random, forms: MadeForm[], before: number): void {
  const first = make(sheet, random.fork("first"), 0, 0, before + forms.length);
  forms.push(first.form);
  const second = make(
    sheet,
    random.fork("second"),
    0,
    first.drawn.width + random.int(0, 1),
    before + forms.length,
  );
  forms.push(second.form);
}

/** Every row two cells high, each cell merged over both. */
function tall(sheet: DrawnSheet, forms: readonly MadeForm[]): readonly MadeForm[] {
  const covered = (row: number, column: number): boolean =>
    sheet.merges.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
    );
  const alone = sheet.cells.filter(({ row, column }) => !covered(row, column));
  const merges = [
    ...sheet.merges.map(({ top, left, bottom, right }) => ({
      top: top * 2,
      left,
      bottom: bottom * 2 + 1,
      right,
    })),
    ...alone.map(({ row, column }) => ({ top: row * 2, left: column, bottom: row * 2 + 1, right: column })),
  ];
  const cells = sheet.cells.map((cell) => ({ ...cell, row: cell.row * 2 }));
  sheet.merges.splice(0, Infinity, ...merges);
  sheet.cells.splice(0, Infinity, ...cells);
  return forms.map((form) => ({
    ...form,
    expected: form.expected.map((one) => ({ ...one, row: one.row * 2 })),
  }));
}

function make(
  sheet: DrawnSheet,
  random: Random,
  top: number,
  left: number,
  index: number,
): { readonly drawn: Drawn; readonly form: MadeForm } {
  const facts = rightForm(random, index + 1);
  let expected: readonly Expected[] = [];
  if (random.chance(0.7)) {
    for (const name of random.shuffled(Object.keys(MISTAKES))) {
      const found = MISTAKES[name]?.(facts, random);
      if (found === undefined) continue;
      expected = found;
      break;
    }
  }
  const drawn = drawForm(sheet, facts, lookOf(random.fork("look")), top, left);
  return {
    drawn,
    form: {
      sheet: sheet.name,
      project: facts.project,
      total: String(facts.total / 100),
      expected: expected.map(({ rule, cell }) => {
        const place = drawn.places.get(cell);
        if (place === undefined) throw new Error(`no place for ${cell}`);
        return { rule, ...place };
      }),
    },
  };
}

function coverSheet(): DrawnSheet {
  return {
    name: "封面",
    cells: [
      { row: 2, column: 1, value: "部门项目支出绩效自评表汇编" },
      { row: 5, column: 1, value: "填报单位：某局" },
      { row: 6, column: 1, value: "总分 100" },
    ],
    merges: [],
  };
}
