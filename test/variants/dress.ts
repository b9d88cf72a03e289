/** How the figures are written: as text, as nothing, with float residues, dates in all forms, rows hidden. */
import { compare, digits, exact, fifteenDigits, isZero, shift, subtract, total, trim, ZERO } from "./exact";
import type { Features } from "./features";
import type { Random } from "./random";
import { type Cell, type Column, type Figure, figureOf, rowsOf, type Table } from "./table";
import { NOTHING_MARKS } from "./wordings";

const summable = (column: Column): boolean => column.kind === "money" || column.kind === "count";

/** Townships, subtotals and the central subtotal follow what was planted above them. */
export function followPlants(table: Table): void {
  for (const row of rowsOf(table, "data")) {
    const townships = row.parts ?? [];
    const last = townships.at(-1);
    if (last === undefined) continue;
    for (const column of table.columns.filter(summable)) {
      const whole = figureOf(row, column.id);
      const end = figureOf(last, column.id);
      if (whole === undefined || end === undefined) continue;
      const others = townships.slice(0, -1).map((one) => figureOf(one, column.id));
      const before = total(others.map((one) => one?.value ?? ZERO));
      if (compare(whole.value, before) >= 0) end.value = trim(subtract(whole.value, before));
      else {
        for (const one of others) if (one !== undefined) one.value = ZERO;
        end.value = whole.value;
      }
    }
  }
  for (const row of rowsOf(table, "subtotal")) {
    for (const column of table.columns.filter(summable)) {
      const sum = figureOf(row, column.id);
      const parts = (row.parts ?? []).filter((part) => part.role === "data");
      const figures = parts.map((part) => figureOf(part, column.id));
      if (sum !== undefined && figures.every((one) => one !== undefined)) {
        sum.value = trim(total(figures.map((one) => one?.value ?? ZERO)));
      }
    }
  }
  for (const row of table.rows) {
    const sum = figureOf(row, "extra-central");
    const parts = ["centralAdvance", "centralNew"].map((id) => figureOf(row, id));
    if (sum !== undefined) sum.value = trim(total(parts.map((part) => part?.value ?? ZERO)));
  }
}

const ASCII_TO_WIDE = (text: string): string =>
  text.replace(/[0-9.,%]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

function grouped(text: string): string {
  const [whole = "", decimals] = text.split(".");
  const spread = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? spread : `${spread}.${decimals}`;
}

/** A figure as officers hold it in a text cell. */
function figureText(random: Random, column: Column, figure: Figure): string {
  const own = trim(figure.value).s;
  const text =
    column.kind === "money"
      ? digits(figure.value, Math.max(own, column.formatDecimals ?? 2))
      : digits(figure.value, 0);
  const forms = [
    (): string => text,
    (): string => grouped(text),
    (): string => ASCII_TO_WIDE(text),
    (): string => ` ${text} `,
    (): string => `　${text}`,
    (): string => `${grouped(text)}\u00a0`,
    (): string => (column.kind === "money" ? `${text}${column.unit ?? ""}` : text),
  ];
  return random.pick(forms)();
}

function holdAsText(random: Random, table: Table): void {
  const columns = table.columns.filter(
    (column) => (summable(column) || column.kind === "days") && !column.id.startsWith("extra"),
  );
  const whole = random.chance(0.4) && columns.length > 0 ? random.pick(columns).id : undefined;
  for (const row of table.rows) {
    if (row.role !== "data" && row.role !== "total") continue;
    for (const column of columns) {
      const figure = figureOf(row, column.id);
      const chosen = whole === undefined ? random.chance(0.06) : column.id === whole;
      if (!chosen || figure === undefined || figure.value.n < 0n) continue;
      figure.text = figureText(random, column, figure);
    }
  }
}

function writeRates(random: Random, table: Table): void {
  const column = table.columns.find((one) => one.kind === "rate");
  if (column?.rateForm !== "percent-text") return;
  const wide = random.chance(0.2);
  for (const row of table.rows) {
    const figure = figureOf(row, column.id);
    if (figure === undefined) continue;
    const points = shift(figure.value, 2);
    const text = `${digits(points, Math.max(2, trim(points).s))}%`;
    figure.text = wide ? ASCII_TO_WIDE(text) : text;
    delete figure.stored;
  }
}

const two = (n: number): string => String(n).padStart(2, "0");

/** Year, month and day of a count of days since 1899-12-30. */
export function calendar(day: number): readonly [number, number, number] {
  const date = new Date(Date.UTC(1899, 11, 30 + day));
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

const numeral = (digit: string): string => "〇一二三四五六七八九".charAt(Number(digit));

/** 1 to 31 as they are said in Chinese dates. */
function spoken(n: number): string {
  const tens = Math.floor(n / 10);
  const before = tens === 0 ? "" : tens === 1 ? "十" : `${numeral(String(tens))}十`;
  return before + (n % 10 === 0 ? "" : numeral(String(n % 10)));
}

const DATE_TEXTS: readonly ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}年${two(m)}月${two(d)}日`,
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}.${two(m)}.${two(d)}`,
  (y, m, d) => `${y}${two(m)}${two(d)}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => ASCII_TO_WIDE(`${y}年${m}月${d}日`),
  (y, m, d) => `${y}-${two(m)}-${two(d)} 00:00:00`,
  (y, m, d) => `${Array.from(String(y), numeral).join("")}年${spoken(m)}月${spoken(d)}日`,
];

export const DATE_FORMATS: readonly (string | undefined)[] = [
  'yyyy"年"m"月"d"日"',
  "yyyy/m/d",
  "yyyy-mm-dd",
  "yyyy.m.d",
  "builtin:14",
  "builtin:31",
  "yyyy\\-mm\\-dd;@",
];

function writeDates(random: Random, table: Table): void {
  for (const column of table.columns.filter((one) => one.kind === "date")) {
    const how = random.int(0, 9);
    const form = random.pick(DATE_TEXTS);
    for (const row of table.rows) {
      const figure = figureOf(row, column.id);
      if (figure === undefined) continue;
      const [y, m, d] = calendar(Number(figure.value.n));
      if (how < 4) figure.text = form(y, m, d);
      else if (how === 4) figure.text = random.pick(DATE_TEXTS)(y, m, d);
      else if (how === 5) {
        figure.stored = `${y}${two(m)}${two(d)}`;
        figure.format = "General";
      }
    }
  }
}

/** Totals as a program's own float sums leave them; only where 15 digits bring the decimal back. */
function leaveResidue(table: Table): void {
  for (const row of rowsOf(table, "total")) {
    for (const column of table.columns.filter((one) => one.kind === "money")) {
      const figure = figureOf(row, column.id);
      if (figure === undefined || figure.text !== undefined) continue;
      const parts = rowsOf(table, "data").flatMap((one) => figureOf(one, column.id) ?? []);
      const sum = parts.reduce((all, part) => all + Number(digits(part.value, trim(part.value).s)), 0);
      if (String(sum).includes("e") || compare(fifteenDigits(sum), figure.value) !== 0) continue;
      figure.stored = String(sum);
    }
  }
}

function markNothing(random: Random, table: Table, features: Features): void {
  const mark = random.pick(NOTHING_MARKS);
  for (const row of table.rows) {
    if (row.role !== "data") continue;
    for (const column of table.columns) {
      const figure = figureOf(row, column.id);
      if (column.kind !== "money" || figure === undefined || !isZero(figure.value)) continue;
      if (["total", "carryover", "budget", "spent"].includes(column.id)) continue;
      const own = features.has("synonyms") && random.chance(0.2) ? random.pick(NOTHING_MARKS) : mark;
      row.cells[column.id] = { kind: "nothing", mark: own };
    }
  }
}

function blankRate(random: Random, table: Table, touched: ReadonlySet<Cell>): void {
  const column = table.columns.find((one) => one.kind === "rate");
  if (column === undefined) return;
  const rows = rowsOf(table, "data").filter((row) => {
    const cell = row.cells[column.id];
    return cell?.kind === "figure" && !touched.has(cell);
  });
  if (rows.length > 1)
    random.pick(rows).cells[column.id] = { kind: "nothing", mark: random.pick(NOTHING_MARKS) };
}

function hideRows(random: Random, features: Features, table: Table): void {
  const data = rowsOf(table, "data").filter((row) => row.mergeDown === undefined);
  if (features.has("hiddenRows")) for (const row of data) if (random.chance(0.25)) row.hidden = true;
  if (features.has("groupedRows")) {
    const collapsed = random.chance(0.5);
    const inner = table.rows.filter(
      (row) => row.role === "township" || (table.id === "projects" && row.role === "data"),
    );
    for (const row of inner) {
      row.outline = 1;
      if (collapsed) row.hidden = true;
    }
  }
}

function spaceOut(random: Random, table: Table): void {
  if (table.rows.some((row) => row.mergeDown !== undefined)) return;
  for (const row of table.rows.slice(1)) if (random.chance(0.12)) row.blankBefore = true;
}

function fillExtras(random: Random, table: Table): void {
  for (const row of rowsOf(table, "data")) {
    for (const column of table.columns.filter((one) => one.kind === "extra")) {
      if (column.id === "extra-note" && random.chance(0.1))
        row.cells[column.id] = { kind: "label", text: "已核对" };
      if (column.id === "extra-person") row.cells[column.id] = { kind: "label", text: "乡村振兴局" };
      if (column.id === "extra-phone") {
        const digitsOnly = `1390996${random.int(1000, 9999)}`;
        row.cells[column.id] = random.chance(0.5)
          ? { kind: "label", text: digitsOnly }
          : { kind: "figure", value: exact(digitsOnly) };
      }
    }
  }
}

/** Writes a table's figures as the features say; the figures themselves stay what they are. */
export function dress(random: Random, features: Features, table: Table, touched: ReadonlySet<Cell>): void {
  followPlants(table);
  fillExtras(random.fork("extras"), table);
  if (features.has("nothingMarks")) markNothing(random.fork("nothing"), table, features);
  if (features.has("rateNothing") && random.fork("rates").chance(0.6)) {
    blankRate(random.fork("rate"), table, touched);
  }
  if (features.has("textNumbers") && !table.openPrecision && random.fork("texts").chance(0.4)) {
    holdAsText(random.fork("text"), table);
  }
  writeRates(random.fork("percent"), table);
  if (features.has("dateForms")) writeDates(random.fork("dates"), table);
  if (features.has("floatResidue")) leaveResidue(table);
  if (!table.transposed) {
    hideRows(random.fork("hide"), features, table);
    if (features.has("blankRows")) spaceOut(random.fork("space"), table);
  }
  if (features.has("hiddenColumns") && random.fork("columns").chance(0.4) && !table.transposed) {
    const column = random
      .fork("column")
      .pick(table.columns.filter((one) => one.kind !== "blank" && one.kind !== "label"));
    if (column.path.length === 1) column.hidden = true;
  }
}
