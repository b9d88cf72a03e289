/** The bytes of a report file → narrative, or a FileProblem with one clear sentence. */
import { type Narrative, narrativeOfText } from "../../../core/narrative/document";
import { REPORT_FILE_TEXTS } from "../../../texts/report-files";
import { FileProblem } from "../problem";
import { natureOf } from "../sniff";
import { decodeText } from "./decode-text";
import { ReportProblem } from "./problem";
import { MAX_LETTERS, readDocx } from "./read-docx";

/**
 * @param bytes the file; what it is is told by them and not by its name
 * @throws FileProblem for anything that is no report, or none that can be read safely
 */
export function openReport(bytes: Uint8Array): Narrative {
  if (bytes.length === 0) throw new ReportProblem(REPORT_FILE_TEXTS.empty);
  const nature = natureOf(bytes);
  switch (nature.kind) {
    case "package":
      return withText(guarded(() => readDocx(bytes)));
    case "encrypted":
      throw new ReportProblem(REPORT_FILE_TEXTS.encrypted);
    case "biff":
      throw new ReportProblem(REPORT_FILE_TEXTS.workbook);
    case "other":
      throw new ReportProblem(
        nature.name === ".doc" ? REPORT_FILE_TEXTS.oldWord : REPORT_FILE_TEXTS.otherFormat(nature.name),
      );
    case "markup":
      throw new ReportProblem(REPORT_FILE_TEXTS.otherFormat("HTML/XML"));
    case "text":
    case "unknown":
      return withText(ofText(decodeText(bytes)));
  }
}

function ofText(text: string): Narrative {
  if (text.length > MAX_LETTERS) throw new ReportProblem(REPORT_FILE_TEXTS.tooLong(String(MAX_LETTERS)));
  if (text.includes("\u0000")) throw new ReportProblem(REPORT_FILE_TEXTS.garbled);
  return narrativeOfText(text);
}

/** The package layer speaks of workbooks; a report that it cannot read is a damaged report. */
function guarded(read: () => Narrative): Narrative {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileProblem) || error instanceof ReportProblem) throw error;
    const part = /[（(]([^）)]{1,60})[）)]/u.exec(error.text["zh-CN"])?.[1] ?? ".docx";
    throw new ReportProblem(REPORT_FILE_TEXTS.damaged(part));
  }
}

function withText(narrative: Narrative): Narrative {
  if (narrative.paragraphs.length === 0) throw new ReportProblem(REPORT_FILE_TEXTS.noText);
  return narrative;
}
