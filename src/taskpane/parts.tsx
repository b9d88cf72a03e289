/** The parts of the pane that come after its first picture, in the order in which they are likely to be wanted. */
import { type ReactNode, useSyncExternalStore } from "react";
import type { Job } from "./job";
import { useSay } from "./language";
import { messageOf } from "./message";
import { loadAhead, part } from "./part";

export const Tabs = part(() => import("./tabs"), NoTabs);
export const CheckView = part(() => import("./check/check-view"));
export const Messages = part(() => import("./messages"), PlainMessage, true);
export const ProgressBar = part(() => import("./progress-bar"), NoBar, true);
export const Spinner = part(() => import("./spinner"), NoSpinner, true);
export const ScoreView = part(() => import("./score/score-view"));
export const PreviewPanel = part(() => import("./file/preview-panel"));
export const HiddenDialog = part(() => import("./hidden-dialog"));
export const ReportView = part(() => import("./report/report-view"));
export const SettingsView = part(() => import("./settings-view"));

/** Milliseconds that belong to an officer who presses a button as soon as it is there. */
const QUIET = 1000;

/**
 * To be called once the first picture stands.
 * @returns how to leave it, while it has not begun
 */
export function loadPartsAhead(): () => void {
  const timer = setTimeout(() => loadAhead(AHEAD), QUIET);
  return () => clearTimeout(timer);
}

const AHEAD = [
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
];

function NoTabs(): ReactNode {
  return <div className="pane-no-tabs" />;
}

/** What is going on, without the picture of it. */
function NoSpinner({ label }: { readonly label: string }): ReactNode {
  return <div className="pane-no-spinner">{label}</div>;
}

function NoBar(props: { readonly "aria-label"?: string | undefined }): ReactNode {
  return <progress aria-label={props["aria-label"]} className="pane-no-bar" />;
}

/** What happened is told also where the bar for it cannot be had. */
function PlainMessage({ job }: { readonly job: Job }): ReactNode {
  const message = messageOf(useSyncExternalStore(job.subscribe, job.state));
  const say = useSay();
  return message === undefined ? null : <div className="pane-told">{say(message.text)}</div>;
}
