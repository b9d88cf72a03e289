/** What reading or linting a pack finds: values, never exceptions. */
import type { Text } from "./pack";

export interface PackProblem {
  /** "error": the pack cannot be used. "warning": it can, but look. "notice": told for completeness. */
  readonly level: "error" | "warning" | "notice";
  /** Where in the pack: "indicators[3].method.numerator"; "" for the whole. */
  readonly path: string;
  readonly message: Text;
}

/** {level: "error"} with its place and message. */
export function packError(path: string, message: Text): PackProblem {
  return { level: "error", path, message };
}
