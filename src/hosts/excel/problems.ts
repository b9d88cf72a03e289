/** What goes wrong in Excel as a HostProblem: each kind with its own sentence and way on. */
import { EXCEL_TEXTS } from "../../texts/excel";
import { HostProblem } from "../host";

/** The requirement set of the newest member that is used: merged areas. */
export const WANTED_API = "1.13";

/**
 * @param error whatever Office.js threw; its errors come from the page's own realm, so they are told by their code
 * @returns a HostProblem, the same one where it is one already
 */
export function problemOf(error: unknown): HostProblem {
  if (error instanceof HostProblem) return error;
  const code = codeOf(error);
  const cause = { cause: error };
  switch (code) {
    case "InvalidOperationInCellEditMode":
      return new HostProblem("cell-edit", EXCEL_TEXTS.cellEdit, cause);
    case "AccessDenied":
    case "WriteNotSupportedWhenModalDialogOpen":
      return new HostProblem("protected-sheet", EXCEL_TEXTS.denied, cause);
    case "ApiNotFound":
    case "ApiNotAvailable":
      return new HostProblem("too-old", EXCEL_TEXTS.tooOld(WANTED_API), cause);
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
      return new HostProblem("too-large", EXCEL_TEXTS.tooLarge, cause);
    case "InvalidOrTimedOutSession":
    case "ActivityLimitReached":
    case "RequestAborted":
    case "Timeout":
      return new HostProblem("lost-connection", EXCEL_TEXTS.lost, cause);
    case "ItemNotFound":
    case "InvalidReference":
    case "InvalidObjectPath":
      return new HostProblem("changed-meanwhile", EXCEL_TEXTS.changedMeanwhile, cause);
    default:
      return new HostProblem("other", EXCEL_TEXTS.other(messageOf(error)), cause);
  }
}

/** Code of an error of Office.js; undefined for any other. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function messageOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return String(error);
}
