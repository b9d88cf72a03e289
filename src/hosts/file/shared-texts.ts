/** The shared texts of a workbook, read in one pass into the store that its sheets share. */
import type { SharedStore } from "../../core/workbook/snapshot";
import { nameCode, XmlScanner, type XmlReceiver } from "./xml-scanner";
import { decodeUtf8, unescapeString } from "./xml-text";
import { beyond, READ_LIMITS } from "./read-limits";

const SI = nameCode("si");
const T = nameCode("t");
const PHONETIC = nameCode("rPh");

/** Fills the store with one text per `si`, rich text joined and phonetics left out. */
export class SharedTexts implements XmlReceiver {
  wantsText = false;
  /** Store index of shared text 0; the others follow. */
  readonly first: number;
  private inItem = false;
  private inPhonetic = false;
  private value = "";
  private run = "";

  constructor(
    private readonly store: SharedStore,
    private readonly part: string,
  ) {
    this.first = store.texts.length;
  }

  get count(): number {
    return this.store.texts.length - this.first;
  }

  open(name: number): void {
    if (name === SI) {
      this.inItem = true;
      this.value = "";
    } else if (name === PHONETIC) this.inPhonetic = true;
    else if (name === T) {
      this.wantsText = this.inItem && !this.inPhonetic;
      this.run = "";
    }
  }

  close(name: number): void {
    if (name === T) {
      this.wantsText = false;
      if (this.run !== "")
        this.value = this.value === "" ? unescapeString(this.run) : this.value + unescapeString(this.run);
      this.run = "";
    } else if (name === PHONETIC) this.inPhonetic = false;
    else if (name === SI) {
      this.inItem = false;
      if (this.value.length > READ_LIMITS.textLength) throw beyond("textLength");
      if (this.count >= READ_LIMITS.sharedTexts) throw beyond("sharedTexts");
      this.store.texts.push(this.value);
      this.store.distinct = false;
    }
  }

  text(bytes: Uint8Array, start: number, end: number, escaped: boolean): void {
    const piece = decodeUtf8(bytes, start, end, escaped, this.part);
    this.run = this.run === "" ? piece : this.run + piece;
  }
}

export function sharedTextScanner(part: string, receiver: SharedTexts): XmlScanner {
  return new XmlScanner(part, "sst", receiver);
}
