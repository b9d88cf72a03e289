/** The pane's start: on a file in the browser. */
import { createRoot } from "react-dom/client";
import { createJob } from "./job";
import { settingsInBrowser } from "./settings-store";
import { typedInBrowser } from "./typed-store";

const root = document.getElementById("root");
if (root !== null) {
  const job = createJob(settingsInBrowser(window.localStorage), typedInBrowser(window.localStorage));
  const show = createRoot(root);
  void import("./file/start").then(({ start }) => start(job, show));
}
