/** Tests that need a program of this machine. */
import { describe } from "@jest/globals";

/**
 * `describe` for tests that need a program: where it is missing they are skipped, and their name says why.
 * Under CI a skipped test fails the run (`closing-line.cjs`).
 */
export function describeWith(
  program: string,
  path: string | undefined,
): (name: string, body: () => void) => void {
  const suite = path === undefined ? describe.skip : describe;
  const why = path === undefined ? ` (${program} is missing)` : "";
  return (name, body) => suite(`${name}${why}`, body);
}
