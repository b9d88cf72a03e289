/** Entry of the command `hengbiao`. */
import { main } from "./main";
import { nodeIo } from "./node-io";

// A reader that stops early (a pager, head) is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
void main(process.argv.slice(2), nodeIo()).then((code) => {
  process.exitCode = code;
});
