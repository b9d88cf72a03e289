/** A file that cannot be read or written: one clear sentence in each language. The only error hosts/file throws on purpose. */
import type { Text } from "../../core/pack/pack";

export class FileProblem extends Error {
  constructor(readonly text: Text) {
    super(text.en);
    this.name = "FileProblem";
  }
}
