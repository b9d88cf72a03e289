/** The pane's start: inside Excel where the address says so, else on a file in the browser. */
import { createRoot } from "react-dom/client";
import { start as startInExcel } from "./excel/start";
import { start as startOnFile } from "./file/start";
import { createJob } from "./job";
import { inExcel } from "./place";
import { settingsInBrowser } from "./settings-store";
import { typedInBrowser } from "./typed-store";

const root = document.getElementById("root");
if (root !== null) {
  const job = createJob(settingsInBrowser(window.localStorage), typedInBrowser(window.localStorage));
  const show = createRoot(root);
  if (inExcel()) void startInExcel(job, show);
  else startOnFile(job, show);
}
