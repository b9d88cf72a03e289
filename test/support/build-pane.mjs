/** Builds the pane once before a run that opens it, where there is none or its sources are newer. */
import { buildPane } from "../../scripts/build-pane.mjs";

const NEEDS_IT = ["e2e", "manifest"];

export default function setup({ nonFlagArgs = [] }) {
  const all = nonFlagArgs.length === 0;
  if (all || nonFlagArgs.some((pattern) => NEEDS_IT.some((name) => pattern.includes(name)))) buildPane();
}
