/** A sheet's XML, told tag by tag, into a SheetBuilder: values, formulas, formats, merges, hidden rows and columns. */
import { cellName, MAX_COLUMNS, MAX_ROWS } from "../../core/workbook/address";
import { formatId, type SharedStore, type SheetBuilder } from "../../core/workbook/snapshot";
import { numberOf, readArea, readNumber, readReference, serialOfIso } from "./cell-values";
import { movedFormula } from "./shared-formula";
import { isSpace, nameCode, readInteger, type XmlReceiver, type XmlScanner } from "./xml-scanner";
import { decodeUtf8, unescapeString } from "./xml-text";
import { beyond, damaged, READ_LIMITS } from "./read-limits";
import { FileProblem } from "./problem";

const SHEET_DATA = nameCode("sheetData");
const ROW = nameCode("row");
const CELL = nameCode("c");
const VALUE = nameCode("v");
const FORMULA = nameCode("f");
const INLINE = nameCode("is");
const TEXT = nameCode("t");
const PHONETIC = nameCode("rPh");
const COLUMN = nameCode("col");
const MERGE = nameCode("mergeCell");
const A_R = nameCode("r");
const A_S = nameCode("s");
const A_T = nameCode("t");
const A_SI = nameCode("si");
const A_REF = nameCode("ref");
const A_MIN = nameCode("min");
const A_MAX = nameCode("max");
const A_HIDDEN = nameCode("hidden");

/** What the sheets of one workbook share, and what is counted over all of them. */
export interface SheetContext {
  readonly store: SharedStore;
  readonly firstText: number;
  readonly textCount: number;
  /** Style index → format index in the store. */
  readonly formats: Int32Array;
  readonly date1904: boolean;
  readonly spent: { cells: number; pages: number; formulas: number };
}

type CellType = "n" | "s" | "str" | "inlineStr" | "b" | "e" | "d";
const TYPES: readonly CellType[] = ["n", "s", "str", "inlineStr", "b", "e", "d"];

/** What the texts at this place belong to. */
type Collecting = "nothing" | "value" | "formula" | "inline";

export class SheetReceiver implements XmlReceiver {
  wantsText = false;
  private collecting: Collecting = "nothing";
  private inData = false;
  private inCell = false;
  private inPhonetic = false;
  private row = -1;
  private column = -1;
  private type: CellType = "n";
  private style = 0;
  private hasValue = false;
  private hasFormula = false;
  /** The value of a number, shared-text or boolean cell, where it came in one piece. */
  private number = Number.NaN;
  private onePiece = false;
  private value = "";
  /** The text of one `t` of an inline string, and of those before it. */
  private run = "";
  private inline = "";
  private formulaText = "";
  private sharedIndex = -1;
  private readonly place = { start: 0, end: 0 };
  private readonly cell = { row: 0, column: 0 };
  private readonly shared = new Map<
    number,
    { readonly row: number; readonly column: number; readonly text: string }
  >();
  private pagesBefore = 0;

  constructor(
    private readonly sheet: SheetBuilder,
    private readonly context: SheetContext,
    private readonly part: string,
  ) {}

  open(name: number, scanner: XmlScanner): void {
    if (name === CELL) {
      if (this.inData) this.openCell(scanner);
    } else if (name === VALUE) {
      if (this.inCell) {
        this.collect("value");
        // An empty text is a value; an empty number is none.
        if (this.type === "str") this.hasValue = true;
      }
    } else if (name === ROW) {
      if (this.inData) this.openRow(scanner);
    } else if (name === FORMULA) {
      if (this.inCell) this.openFormula(scanner);
    } else if (name === TEXT) {
      if (this.inCell && this.collecting === "nothing" && !this.inPhonetic) this.collect("inline");
    } else if (name === PHONETIC) this.inPhonetic = true;
    else if (name === INLINE) {
      if (this.inCell) {
        this.type = "inlineStr";
        this.hasValue = true;
      }
    } else if (name === SHEET_DATA) this.inData = true;
    else if (name === COLUMN) this.hideColumns(scanner);
    else if (name === MERGE) this.merge(scanner);
  }

  close(name: number): void {
    if (name === CELL) {
      if (this.inCell) this.closeCell();
    } else if (name === VALUE || name === FORMULA) this.collect("nothing");
    else if (name === TEXT) {
      if (this.collecting === "inline") {
        this.inline += unescapeString(this.run);
        this.collect("nothing");
      }
    } else if (name === PHONETIC) this.inPhonetic = false;
    else if (name === SHEET_DATA) this.inData = false;
  }

  text(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    switch (this.collecting) {
      case "value":
        this.takeValue(bytes, start, end, escaped);
        return;
      case "inline":
        this.run = this.bounded(this.run + decodeUtf8(bytes, start, end, escaped, this.part));
        return;
      case "formula":
        this.formulaText = this.bounded(this.formulaText + decodeUtf8(bytes, start, end, escaped, this.part));
        return;
      case "nothing":
        return;
    }
  }

  /** Numbers are read from the bytes where a value comes in one piece, as all but a few do. */
  private takeValue(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    const { type } = this;
    if (type !== "str" && !this.hasValue) {
      if (blank(bytes, start, end)) return;
      this.hasValue = true;
      if (type === "n") this.number = readNumber(bytes, start, end);
      else if (type === "s" || type === "b") this.number = readInteger(bytes, start, end);
      if (!Number.isNaN(this.number)) {
        this.onePiece = true;
        return;
      }
    }
    if (this.onePiece) throw this.fault();
    this.value = this.bounded(this.value + decodeUtf8(bytes, start, end, escaped, this.part));
  }

  private bounded(text: string): string {
    if (text.length > READ_LIMITS.textLength) throw beyond("textLength", this.where());
    return text;
  }

  private collect(what: Collecting): void {
    this.collecting = what;
    this.wantsText = what !== "nothing";
    if (what === "inline") this.run = "";
  }

  private openRow(scanner: XmlScanner): void {
    const given = scanner.attributeInteger(A_R);
    this.row = given < 0 ? this.row + 1 : given - 1;
    this.column = -1;
    if (!(this.row >= 0 && this.row < MAX_ROWS)) throw scanner.fault();
    if (isTrue(scanner.attribute(A_HIDDEN))) this.sheet.hideRow(this.row);
  }

  private openCell(scanner: XmlScanner): void {
    const { place, cell } = this;
    if (scanner.locate(A_R, place)) {
      if (!readReference(scanner.bytes, place.start, place.end, cell)) throw scanner.fault();
      this.row = cell.row;
      this.column = cell.column;
    } else if (++this.column >= MAX_COLUMNS || this.row < 0) throw scanner.fault();
    this.style = scanner.locate(A_S, place) ? readInteger(scanner.bytes, place.start, place.end) : 0;
    this.type = scanner.locate(A_T, place) ? this.readType(scanner) : "n";
    this.inCell = true;
    this.hasValue = false;
    this.hasFormula = false;
    this.number = Number.NaN;
    this.onePiece = false;
    this.value = "";
    this.inline = "";
  }

  private readType(scanner: XmlScanner): CellType {
    const { start, end } = this.place;
    const first = scanner.bytes[start];
    if (end - start === 1) {
      if (first === 115) return "s";
      if (first === 110) return "n";
    }
    const text = decodeUtf8(scanner.bytes, start, end, true, this.part);
    const type = TYPES.find((known) => known === text);
    if (type === undefined) throw scanner.fault(this.where());
    return type;
  }

  private openFormula(scanner: XmlScanner): void {
    this.hasFormula = true;
    this.formulaText = "";
    this.sharedIndex = scanner.attribute(A_T) === "shared" ? scanner.attributeInteger(A_SI) : -1;
    this.collect("formula");
  }

  private closeCell(): void {
    this.inCell = false;
    if (!this.hasValue && !this.hasFormula) return;
    const { sheet, row, column, context } = this;
    if (++context.spent.cells > READ_LIMITS.cells) throw beyond("cells");
    if (this.hasValue) this.setValue();
    if (this.hasFormula) this.setFormula();
    // Styles beyond the table are drawn as General, as other readers do.
    const format = context.formats[this.style] ?? 0;
    if (this.type !== "d" || format !== 0) sheet.setStoredFormat(row, column, format);
    if (sheet.pageCount !== this.pagesBefore) {
      context.spent.pages += sheet.pageCount - this.pagesBefore;
      this.pagesBefore = sheet.pageCount;
      if (context.spent.pages > READ_LIMITS.pages) throw beyond("pages");
    }
  }

  private setValue(): void {
    const { sheet, row, column } = this;
    switch (this.type) {
      case "n": {
        const value = Number.isNaN(this.number) ? numberOf(this.value) : this.number;
        if (Number.isNaN(value)) throw this.fault();
        sheet.setNumber(row, column, value);
        return;
      }
      case "s": {
        const index = Number.isNaN(this.number) ? numberOf(this.value) : this.number;
        if (!(index >= 0 && index < this.context.textCount)) throw this.fault();
        sheet.setStoredText(row, column, this.context.firstText + index);
        return;
      }
      case "b": {
        const word = Number.isNaN(this.number) ? this.value.trim() : String(this.number);
        if (word !== "1" && word !== "0" && word !== "true" && word !== "false") throw this.fault();
        sheet.setBoolean(row, column, word === "1" || word === "true");
        return;
      }
      case "e":
        sheet.setError(row, column, this.value.trim());
        return;
      case "d":
        this.setDate();
        return;
      case "str":
        sheet.setText(row, column, unescapeString(this.value));
        return;
      case "inlineStr":
        sheet.setText(row, column, this.inline === "" ? unescapeString(this.value) : this.inline);
        return;
    }
  }

  /** An ISO date becomes the serial number that Excel would show, with a date format where the style has none. */
  private setDate(): void {
    const { sheet, row, column } = this;
    const serial = serialOfIso(this.value, this.context.date1904);
    const value = Number.isNaN(serial) ? numberOf(this.value) : serial;
    if (Number.isNaN(value)) throw this.fault();
    sheet.setNumber(row, column, value);
    const format = Number.isInteger(value) ? "yyyy-mm-dd" : "yyyy-mm-dd hh:mm:ss";
    sheet.setStoredFormat(row, column, formatId(this.context.store, format));
  }

  private setFormula(): void {
    const { sheet, row, column, shared } = this;
    if (++this.context.spent.formulas > READ_LIMITS.formulas) throw beyond("formulas");
    let text = unescapeString(this.formulaText);
    if (this.sharedIndex >= 0) {
      const first = shared.get(this.sharedIndex);
      if (text !== "") shared.set(this.sharedIndex, { row, column, text });
      else if (first !== undefined) text = movedFormula(first.text, row - first.row, column - first.column);
    }
    sheet.setFormula(row, column, text, this.hasValue);
  }

  private hideColumns(scanner: XmlScanner): void {
    if (!isTrue(scanner.attribute(A_HIDDEN))) return;
    const first = scanner.attributeInteger(A_MIN);
    const last = scanner.attributeInteger(A_MAX);
    if (!(first >= 1 && last >= first)) throw scanner.fault();
    for (let column = first; column <= Math.min(last, MAX_COLUMNS); column++)
      this.sheet.hideColumn(column - 1);
  }

  private merge(scanner: XmlScanner): void {
    const area = readArea(scanner.attribute(A_REF) ?? "");
    if (area === undefined) throw scanner.fault();
    if (this.sheet.merges.length >= READ_LIMITS.merges) throw beyond("merges");
    if (area.top !== area.bottom || area.left !== area.right) this.sheet.addMerge(area);
  }

  private where(): string {
    return cellName({ row: this.row, column: this.column });
  }

  private fault(): FileProblem {
    return damaged(`${this.part} ${this.where()}`);
  }
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true" || text === "on";
}

function blank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(bytes[at] as number)) return false;
  return true;
}
