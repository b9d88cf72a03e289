/** What happened last: a problem with its way on, good news, a cancelled run, a workbook that changed since. */
import { Button, Link, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { type ReactNode, useSyncExternalStore } from "react";
import { PANE_TEXTS as T } from "../texts/pane";
import type { Job, Problem } from "./job";
import { useSay } from "./language";
import { messageOf } from "./message";
import { inExcel } from "./place";
import type { Finished } from "./workbench";

/** The pane on a file, beside this page. */
const BROWSER_PANE = "taskpane.html";

export default function Messages(props: {
  readonly job: Job;
  readonly addressOf?: (file: Finished) => string;
}): ReactNode {
  const { job, addressOf } = props;
  const state = useSyncExternalStore(job.subscribe, job.state);
  const say = useSay();
  const message = messageOf(state);
  if (message === undefined) return null;
  const { problem } = state;
  const file = state.inserted?.file;
  return (
    <MessageBar
      intent={message.intent}
      layout="multiline"
      politeness={message.intent === "error" ? "assertive" : "polite"}
    >
      <MessageBarBody>
        {say(message.text)}
        {message.intent === "success" && file !== undefined && addressOf !== undefined && (
          <>
            {" "}
            {say(T.downloadHint)}{" "}
            <Link href={addressOf(file)} download={file.name} inline>
              {file.name}
            </Link>
          </>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={say(T.dismiss)}
            icon={<DismissRegular />}
            onClick={() => job.dismiss()}
          />
        }
      >
        {problem !== undefined && <WayOn job={job} problem={problem} />}
        {message.intent === "warning" && (
          <Button size="small" onClick={() => void job.check()}>
            {say(T.checkAgain)}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

/** The button that does what the problem's sentence advises, where the pane can do it. */
function WayOn({ job, problem }: { readonly job: Job; readonly problem: Problem }): ReactNode {
  const say = useSay();
  const { bench } = useSyncExternalStore(job.subscribe, job.state);
  const checkAgain = (
    <Button size="small" onClick={() => void job.check()}>
      {say(T.checkAgain)}
    </Button>
  );
  switch (problem.code) {
    case "cell-edit":
    case "protected-sheet":
    case "protected-structure":
    case "read-only":
    case "other":
      return <Retry job={job} problem={problem} />;
    case "manual-calculation":
      return bench?.live?.calculate === undefined ? (
        checkAgain
      ) : (
        <Button size="small" onClick={() => void job.calculate()}>
          {say(T.calculate)}
        </Button>
      );
    case "lost-connection":
    case "changed-meanwhile":
    case "sheet-gone":
      return bench === undefined ? <Reload /> : checkAgain;
    case "not-ready":
      return <Reload />;
    case "too-old":
    case "too-large":
      return (
        <Link href={BROWSER_PANE} target="_blank" rel="noreferrer">
          {say(T.openInBrowser)}
        </Link>
      );
    case "unreadable":
    case "cancelled":
      return null;
  }
}

function Retry({ job, problem }: { readonly job: Job; readonly problem: Problem }): ReactNode {
  const say = useSay();
  const { retry } = problem;
  if (retry === undefined) return null;
  return (
    <Button size="small" onClick={() => void (retry === "inserting" ? job.insert() : job.check())}>
      {say(T.retry)}
    </Button>
  );
}

function Reload(): ReactNode {
  const say = useSay();
  return (
    <>
      <Button size="small" onClick={() => window.location.reload()}>
        {say(T.reload)}
      </Button>
      {inExcel() && (
        <Link href={BROWSER_PANE} target="_blank" rel="noreferrer">
          {say(T.openInBrowser)}
        </Link>
      )}
    </>
  );
}
