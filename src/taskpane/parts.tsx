/** The parts of the pane that come after its first picture, in the order in which they are likely to be wanted. */
import { makeStyles } from "@fluentui/react-components";
import { type ReactNode, useSyncExternalStore } from "react";
import type { Job } from "./job";
import { useSay } from "./language";
import { messageOf } from "./message";
import { loadAhead, part } from "./part";

const useStyles = makeStyles({
  /** As high as the tabs that come: nothing moves. */
  tabs: { height: "32px" },
  spinner: { paddingTop: "40px" },
  bar: { height: "2px" },
  message: { padding: "8px 0" },
});

export const Tabs = part(() => import("./tabs"), NoTabs);
export const CheckView = part(() => import("./check/check-view"));
export const Messages = part(() => import("./messages"), PlainMessage);
export const ProgressBar = part(() => import("./progress-bar"), NoBar);
export const Spinner = part(() => import("./spinner"), NoSpinner);
export const ScoreView = part(() => import("./score/score-view"));
export const PreviewPanel = part(() => import("./file/preview-panel"));
export const HiddenDialog = part(() => import("./hidden-dialog"));
export const ReportView = part(() => import("./report/report-view"));
export const SettingsView = part(() => import("./settings-view"));

/** To be called once the first picture stands. */
export function loadPartsAhead(): void {
  loadAhead([
    Tabs,
    Spinner,
    ProgressBar,
    Messages,
    CheckView,
    ScoreView,
    SettingsView,
    HiddenDialog,
    PreviewPanel,
    ReportView,
  ]);
}

function NoTabs(): ReactNode {
  return <div className={useStyles().tabs} />;
}

/** What is going on, without the picture of it. */
function NoSpinner({ label }: { readonly label: string }): ReactNode {
  return <div className={useStyles().spinner}>{label}</div>;
}

function NoBar(): ReactNode {
  return <div className={useStyles().bar} />;
}

/** What happened is told also where the bar for it cannot be had. */
function PlainMessage({ job }: { readonly job: Job }): ReactNode {
  const message = messageOf(useSyncExternalStore(job.subscribe, job.state));
  const styles = useStyles();
  const say = useSay();
  return message === undefined ? null : <div className={styles.message}>{say(message.text)}</div>;
}
