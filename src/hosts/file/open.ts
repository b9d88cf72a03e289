/**
 * The file host's door for reading: the bytes of a workbook file → snapshot, or a FileProblem with one clear sentence.
 * Command line and browser pane both come through here.
 */
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { FILE_TEXTS } from "../../texts/files";
import type { Inflater } from "./package";
import { FileProblem } from "./problem";
import { type ReadProgress, readXlsx } from "./read-xlsx";
import { natureOf } from "./sniff";

export interface OpenedWorkbook {
  readonly snapshot: WorkbookSnapshot;
  /** "old" cannot be written back: a copy is a new .xlsx. */
  readonly kind: "package" | "old";
  /** The package: the file itself, or an old workbook as a new package. */
  readonly bytes: Uint8Array;
}

export interface OpenOptions {
  readonly onProgress?: ReadProgress;
  /**
   * Old workbook → new package. The library behind it cannot be interrupted: a host that can gives a way that ends by
   * itself (see node/convert.ts); without one it runs here.
   */
  readonly convert?: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** The host's own way to unpack a part, where it has a faster one. */
  readonly inflate?: Inflater;
}

/**
 * @param bytes the file
 * @param name its name, for formats that are refused by name
 * @throws FileProblem for anything that is no workbook, or none that can be read safely
 */
export async function openWorkbook(
  bytes: Uint8Array,
  name: string,
  { onProgress, convert = convertHere, inflate }: OpenOptions = {},
): Promise<OpenedWorkbook> {
  if (bytes.length === 0) throw new FileProblem(FILE_TEXTS.empty);
  const foreign = FOREIGN.exec(name)?.[0];
  if (foreign !== undefined) throw new FileProblem(FILE_TEXTS.otherFormat(foreign.toLowerCase()));
  const nature = natureOf(bytes);
  switch (nature.kind) {
    case "package":
      return { snapshot: readXlsx(bytes, onProgress, inflate), kind: "package", bytes };
    case "biff":
    case "markup": {
      const converted = await convert(bytes);
      return { snapshot: readXlsx(converted, onProgress, inflate), kind: "old", bytes: converted };
    }
    case "encrypted":
      throw new FileProblem(FILE_TEXTS.encrypted);
    case "other":
      throw new FileProblem(FILE_TEXTS.otherFormat(nature.name));
    case "text":
      throw new FileProblem(FILE_TEXTS.plainText);
    case "unknown":
      throw new FileProblem(FILE_TEXTS.notZip);
  }
}

async function convertHere(bytes: Uint8Array): Promise<Uint8Array> {
  const { convertOld } = await import("./read-xls");
  return convertOld(bytes);
}

/** Formats of spreadsheets and documents that the officer saves as .xlsx first. */
const FOREIGN = /\.(?:et|ett|ods|ots|fods|xlsb|csv|tsv|pdf|doc|docx|wps|ppt|pptx|numbers|mht|mhtml)$/i;
