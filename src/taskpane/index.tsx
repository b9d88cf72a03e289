/** The pane's start: inside Excel where the address says so, else on a file in the browser. */
import { createRoot } from "react-dom/client";
import { createJob } from "./job";
import { settingsInBrowser } from "./settings-store";
import { typedInBrowser } from "./typed-store";

const root = document.getElementById("root");
if (root !== null) {
  const job = createJob(settingsInBrowser(window.localStorage), typedInBrowser(window.localStorage));
  const show = createRoot(root);
  const host = new URLSearchParams(window.location.search).get("host");
  if (host === "excel") void import("./excel/start").then(({ start }) => start(job, show));
  else void import("./file/start").then(({ start }) => start(job, show));
}
