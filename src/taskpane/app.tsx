/** The pane: one primary button, what happens, and the views of checks, score and settings. */
import { Button, FluentProvider, Text } from "@fluentui/react-components";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { PANE_TEXTS as T } from "../texts/pane";
import { NotChecked } from "./check/not-checked";
import type { Job } from "./job";
import { LanguageProvider, useSay } from "./language";
import { messageOf } from "./message";
import {
  CheckView,
  HiddenDialog,
  loadPartsAhead,
  Messages,
  PreviewPanel,
  ProgressBar,
  ReportView,
  ScoreView,
  SettingsView,
  Tabs,
} from "./parts";
import { createDesk } from "./report/desk";
import type { View } from "./tabs";
import { type Look, themeOf } from "./theme";
import type { Finished } from "./workbench";

export interface AppProps {
  readonly job: Job;
  readonly look: Look;
  /** Shown instead of the views while no workbook is open; absent in Excel. */
  readonly opener?: ReactNode;
  /** What only a file can; absent in Excel. */
  readonly file?: FileWays;
}

export interface FileWays {
  /** Saves the finished copy. */
  readonly download: (file: Finished) => void;
  /** Where it can be had again. */
  readonly addressOf: (file: Finished) => string;
  readonly openOther: () => void;
  /** Name of a file that is being opened beside the one at work. */
  readonly opening: string | undefined;
}

export function App(props: AppProps): ReactNode {
  const state = useSyncExternalStore(props.job.subscribe, props.job.state);
  const { language } = state.settings;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={themeOf(props.look)}>
      <LanguageProvider language={language}>
        <Pane {...props} />
      </LanguageProvider>
    </FluentProvider>
  );
}

function Pane({ job, opener, file }: AppProps): ReactNode {
  const state = useSyncExternalStore(job.subscribe, job.state);
  const [view, setView] = useState<View>("check");
  const [desk] = useState(createDesk);
  const say = useSay();
  const isInUse = opener !== undefined || state.bench !== undefined;
  useEffect(() => (isInUse ? loadPartsAhead() : undefined), [isInUse]);
  const isTold = messageOf(state) !== undefined;
  if (state.bench === undefined || file?.opening !== undefined) {
    return (
      <main className="pane">
        {opener === undefined && <h1 className="pane-unseen">{say(T.title)}</h1>}
        <div className="pane-head">{isTold && <Messages job={job} />}</div>
        {opener ?? <NoWorkbook waiting={state.problem === undefined} />}
      </main>
    );
  }
  const { evaluation } = state;
  return (
    <main className="pane">
      <h1 className="pane-unseen">{say(T.title)}</h1>
      <div className="pane-head">
        {file !== undefined && <Book name={state.bench.book} openOther={file.openOther} />}
        <Actions job={job} {...(file === undefined ? {} : { file })} />
        <Progress job={job} />
        {isTold && <Messages job={job} {...(file === undefined ? {} : { addressOf: file.addressOf })} />}
        <Tabs
          view={view}
          onView={(next) => {
            job.closePreview();
            setView(next);
          }}
        />
      </div>
      <div className="pane-view">
        {view === "check" && evaluation === undefined && <NotChecked />}
        {view === "check" && evaluation !== undefined && <CheckView job={job} evaluation={evaluation} />}
        {view === "score" && <ScoreView job={job} desk={desk} />}
        {view === "report" && <ReportView job={job} desk={desk} />}
        {view === "settings" && <SettingsView job={job} />}
      </div>
      {state.preview !== undefined && (
        <PreviewPanel preview={state.preview} onClose={() => job.closePreview()} />
      )}
      {state.hidden !== undefined && <HiddenDialog job={job} />}
    </main>
  );
}

/** The name alone: what tells books apart follows it. */
function Book(props: { readonly name: string | undefined; readonly openOther: () => void }): ReactNode {
  const say = useSay();
  const name = props.name?.replace(/ \d+ [0-9a-f]+$/u, "") ?? "";
  return (
    <div className="pane-book">
      <Text size={200} className="pane-book-name" title={name}>
        {name}
      </Text>
      <Button size="small" appearance="transparent" onClick={props.openOther}>
        {say(T.openOther)}
      </Button>
    </div>
  );
}

function Actions({ job, file }: { readonly job: Job; readonly file?: FileWays }): ReactNode {
  const { activity, evaluation } = useSyncExternalStore(job.subscribe, job.state);
  const say = useSay();
  const busy = activity.kind !== "idle";
  const insert = async (): Promise<void> => {
    await job.insert();
    const finished = job.state().inserted?.file;
    if (finished !== undefined) file?.download(finished);
  };
  return (
    <div className="pane-actions">
      <Button
        appearance={evaluation === undefined ? "primary" : "secondary"}
        className="pane-grow"
        disabledFocusable={busy}
        onClick={() => void job.check()}
      >
        {say(evaluation === undefined ? T.check : T.checkAgain)}
      </Button>
      {evaluation !== undefined && (
        <Button
          appearance="primary"
          className="pane-grow"
          disabledFocusable={busy}
          onClick={() => void insert()}
        >
          {say(file === undefined ? T.insert : T.makeCopy)}
        </Button>
      )}
    </div>
  );
}

/** Excel is still being reached, or cannot be; then the same pane works in a browser. */
function NoWorkbook({ waiting }: { readonly waiting: boolean }): ReactNode {
  const say = useSay();
  return (
    <div className="pane-wait">
      {waiting ? <Text>{say(T.connecting)}</Text> : <Text>{say(T.noBook)}</Text>}
    </div>
  );
}

function Progress({ job }: { readonly job: Job }): ReactNode {
  const { activity } = useSyncExternalStore(job.subscribe, job.state);
  const say = useSay();
  if (activity.kind === "idle") return null;
  const { step } = activity;
  const words = say(activity.kind === "inserting" ? T.inserting : T.checking(step?.name ?? ""));
  return (
    <div className="pane-progress">
      <div className="pane-step">
        <span className="pane-words" aria-live="off">
          {words}
        </span>
        <ProgressBar
          aria-label={say(activity.kind === "inserting" ? T.inserting : T.check)}
          {...(step === undefined ? {} : { value: step.done, max: step.of })}
        />
      </div>
      <Button size="small" onClick={() => job.cancel()}>
        {say(T.cancel)}
      </Button>
    </div>
  );
}
