/** The pane's start: inside Excel where the address says so, else on a file in the browser. */
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { start as startOnFile } from "./file/start";
import { createJob } from "./job";
import { inExcel } from "./place";
import { settingsInBrowser } from "./settings-store";
import { systemLook } from "./theme";
import { typedInBrowser } from "./typed-store";

const root = document.getElementById("root");
if (root !== null) {
  const job = createJob(settingsInBrowser(window.localStorage), typedInBrowser(window.localStorage));
  const show = createRoot(root);
  if (inExcel()) {
    show.render(<App job={job} look={systemLook()} />);
    import("./excel/start").then(({ start }) => start(job, show)).catch((error: unknown) => job.fail(error));
  } else startOnFile(job, show);
}
