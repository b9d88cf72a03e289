/** The text of a .txt file: UTF-8, UTF-16 or GB18030 told by its bytes; text garbled before it came here is refused. */
import { REPORT_FILE_TEXTS } from "../../../texts/report-files";
import { ReportProblem } from "./problem";

/** @throws FileProblem where the bytes are no text in these encodings, or the text itself is mojibake */
export function decodeText(bytes: Uint8Array): string {
  const text = decoded(bytes).replace(/^\ufeff/u, "");
  if (isGarbled(text)) throw new ReportProblem(REPORT_FILE_TEXTS.garbled);
  return text;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding.
    }
  }
  throw new ReportProblem(REPORT_FILE_TEXTS.garbled);
}

/** UTF-16 without a mark: line ends and digits have a zero byte beside them, which no other text has. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  if (even + odd === 0) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** 年资金万元的是在 and punctuation as UTF-8 read as GBK; hardly one of these stands in a real report. */
const READ_AS_GBK = /[鐨鏄璧閲勯噾囧厓骞銆鍦鍏鍚鏀涔鎴鏈浜]/gu;

/** True for text that was decoded wrongly somewhere before: replacement marks, UTF-8 read as GBK or as Latin-1. */
export function isGarbled(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (sample.includes("锟斤拷") || (sample.match(/\ufffd/gu) ?? []).length > 2) return true;
  const han = (sample.match(/\p{Script=Han}/gu) ?? []).length;
  const odd = (sample.match(READ_AS_GBK) ?? []).length;
  if (odd >= 5 && odd > han * 0.08) return true;
  const latin = (sample.match(/[\u0080-\u00ff]/gu) ?? []).length;
  return latin >= 10 && latin > sample.length * 0.3;
}
