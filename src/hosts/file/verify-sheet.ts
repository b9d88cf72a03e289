/** What a worksheet of ours must hold to, beyond the schema: told while its bytes come, since it may be long. */
import { type Area, parseAddress } from "../../core/workbook/address";
import { readReference } from "./cell-values";
import { FileProblem } from "./problem";
import { nameCode, readInteger, type XmlReceiver, XmlScanner } from "./xml-scanner";
import { decodeUtf8 } from "./xml-text";

export interface SheetSurroundings {
  /** Number of cell formats in the styles part. */
  readonly formats: number;
  /** Lower-case names of the workbook's sheets. */
  readonly sheetNames: ReadonlySet<string>;
}

export interface SheetCheck {
  /** The next bytes of the part. */
  take(piece: Uint8Array): void;
  /** After the last bytes: the first thing that is wrong, or undefined. */
  problem(): string | undefined;
}

export function startSheetCheck(part: string, around: SheetSurroundings): SheetCheck {
  const receiver = new CheckedSheet(around, part);
  const scanner = new XmlScanner(part, "worksheet", receiver);
  const scanning = (work: () => void): void => {
    if (receiver.problem !== undefined) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      receiver.found("XML");
    }
  };
  return {
    take: (piece) => scanning(() => scanner.push(piece)),
    problem: () => {
      scanning(() => scanner.end());
      receiver.end();
      return receiver.problem;
    },
  };
}

const SHEET_DATA = nameCode("sheetData");
const ROW = nameCode("row");
const CELL = nameCode("c");
const VALUE = nameCode("v");
const FORMULA = nameCode("f");
const INLINE = nameCode("is");
const TEXT = nameCode("t");
const MERGES = nameCode("mergeCells");
const MERGE = nameCode("mergeCell");
const VALIDATIONS = nameCode("dataValidations");
const VALIDATION = nameCode("dataValidation");
const LINK = nameCode("hyperlink");
const A_R = nameCode("r");
const A_S = nameCode("s");
const A_T = nameCode("t");
const A_REF = nameCode("ref");
const A_COUNT = nameCode("count");
const A_LOCATION = nameCode("location");
const A_ERROR = nameCode("error");
const A_PROMPT = nameCode("prompt");

const NUMBER = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/;

/** A list that says how many elements it has. */
interface Counted {
  readonly name: string;
  readonly count: number;
  found: number;
}

class CheckedSheet implements XmlReceiver {
  /** All texts are decoded, so that none holds what XML cannot. */
  readonly wantsText = true;
  problem: string | undefined;
  private data = false;
  private row = -1;
  private column = -1;
  private reference = "";
  private type = "n";
  private value: string | undefined;
  private formula: string | undefined;
  private inline = false;
  private inlineText = false;
  private collecting: "value" | "formula" | "nothing" = "nothing";
  private readonly counted: Counted[] = [];
  private readonly merges: Area[] = [];
  private readonly place = { start: 0, end: 0 };
  private readonly cell = { row: 0, column: 0 };

  constructor(
    private readonly around: SheetSurroundings,
    private readonly part: string,
  ) {}

  found(problem: string | undefined): void {
    this.problem ??= problem;
  }

  open(name: number, scanner: XmlScanner): void {
    if (name === CELL) this.openCell(scanner);
    else if (name === VALUE) {
      this.value = "";
      this.collecting = "value";
    } else if (name === INLINE) this.inline = true;
    else if (name === TEXT) this.inlineText = this.inline;
    else if (name === ROW) this.openRow(scanner);
    else if (name === FORMULA) {
      this.formula = "";
      this.collecting = "formula";
    } else if (name === LINK) this.found(this.linkProblem(scanner.attribute(A_LOCATION) ?? ""));
    else if (name === MERGE) this.openMerge(scanner);
    else if (name === VALIDATION) {
      // Decoded, so that what XML cannot hold is seen.
      scanner.attribute(A_ERROR);
      scanner.attribute(A_PROMPT);
      this.count("dataValidations");
    } else if (name === MERGES || name === VALIDATIONS) {
      const list = name === MERGES ? "mergeCells" : "dataValidations";
      this.counted.push({ name: list, count: scanner.attributeInteger(A_COUNT), found: 0 });
    } else if (name === SHEET_DATA) this.data = true;
  }

  close(name: number): void {
    if (name === CELL) {
      const problem = this.cellProblem();
      if (problem !== undefined) this.found(`${this.reference}: ${problem}`);
    } else if (name === VALUE || name === FORMULA) this.collecting = "nothing";
  }

  text(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    const text = decodeUtf8(bytes, start, end, escaped, this.part);
    if (text.includes("\uFFFE") || text.includes("\uFFFF")) this.found("XML");
    if (this.collecting === "value") this.value = (this.value ?? "") + text;
    else if (this.collecting === "formula") this.formula = (this.formula ?? "") + text;
  }

  end(): void {
    if (!this.data) this.found("sheetData");
    this.found(mergeProblem(this.merges));
    for (const { name, count, found } of this.counted) if (count !== found) this.found(`${name} count`);
  }

  private openRow(scanner: XmlScanner): void {
    const row = scanner.attributeInteger(A_R) - 1;
    if (!(row > this.row)) this.found(`row ${row + 1}`);
    this.row = row;
    this.column = -1;
  }

  private openCell(scanner: XmlScanner): void {
    const { place, cell } = this;
    this.reference = scanner.attribute(A_R) ?? "";
    const isPlaced = scanner.locate(A_R, place) && readReference(scanner.bytes, place.start, place.end, cell);
    if (!isPlaced || cell.row !== this.row || cell.column <= this.column)
      this.found(`cell ${this.reference}`);
    this.column = cell.column;
    const style = scanner.locate(A_S, place) ? readInteger(scanner.bytes, place.start, place.end) : 0;
    if (!(style < this.around.formats)) this.found(`${this.reference}: style`);
    this.type = scanner.attribute(A_T) ?? "n";
    this.value = undefined;
    this.formula = undefined;
    this.inline = false;
    this.inlineText = false;
  }

  private cellProblem(): string | undefined {
    const { value, formula } = this;
    if (formula !== undefined) {
      if (value === undefined) return "formula without value";
      const problem = checkFormula(formula, this.around.sheetNames);
      if (problem !== undefined) return problem;
    }
    switch (this.type) {
      case "inlineStr":
        return this.inlineText ? undefined : "inline string";
      case "str":
        return value === undefined ? "text" : undefined;
      case "n":
        return value === undefined || NUMBER.test(value) ? undefined : "number";
      default:
        return "type";
    }
  }

  private openMerge(scanner: XmlScanner): void {
    this.count("mergeCells");
    const ref = scanner.attribute(A_REF) ?? "";
    const area = parseAddress(ref);
    if (area === undefined) this.found(`merge ${ref}`);
    else this.merges.push(area);
  }

  private count(name: string): void {
    const list = this.counted.find((one) => one.name === name);
    if (list !== undefined) list.found += 1;
  }

  private linkProblem(location: string): string | undefined {
    const target = parseAddress(location);
    const isThere =
      target !== undefined && (target.sheet === "" || this.around.sheetNames.has(target.sheet.toLowerCase()));
    return isThere ? undefined : `link ${location}`;
  }
}

/** Quotes and brackets close, and every sheet that a quoted reference names is there. */
export function checkFormula(formula: string, sheetNames: ReadonlySet<string>): string | undefined {
  if (formula === "" || formula.startsWith("=")) return "formula";
  const withoutTexts = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  if ((withoutTexts.match(/"/g)?.length ?? 0) % 2 !== 0) return "formula quotes";
  let missing: string | undefined;
  const bare = withoutTexts.replaceAll(/'((?:[^']|'')+)'!/g, (_, name: string) => {
    if (!sheetNames.has(name.replaceAll("''", "'").toLowerCase())) missing ??= name;
    return "";
  });
  if (missing !== undefined) return `formula leads to no sheet ${missing}`;
  if (bare.includes("'")) return "formula quotes";
  let depth = 0;
  for (const character of bare) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    if (depth < 0) break;
  }
  return depth === 0 ? undefined : "formula brackets";
}

/** Merged areas may not overlap: by rows swept in order, since a findings sheet may have many. */
function mergeProblem(merges: readonly Area[]): string | undefined {
  const areas = [...merges].sort((a, b) => a.top - b.top);
  let open: Area[] = [];
  for (const area of areas) {
    open = open.filter((other) => other.bottom >= area.top);
    if (open.some((other) => other.left <= area.right && area.left <= other.right)) return "merges overlap";
    open.push(area);
  }
  return undefined;
}
