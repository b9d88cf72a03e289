/** The pane: one primary button, what happens, and the views of checks, score and settings. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  FluentProvider,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from "react";
import { PANE_TEXTS as T } from "../texts/pane";
import { CheckView } from "./check/check-view";
import { PreviewPanel } from "./file/preview-panel";
import type { Job } from "./job";
import { LanguageProvider, useSay } from "./language";
import { type Look, themeOf } from "./theme";

const ScoreView = lazy(() => import("./score/score-view"));
const SettingsView = lazy(() => import("./settings-view"));

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: "flex", flexDirection: "column", gap: "8px", padding: "12px 12px 0" },
  actions: { display: "flex", gap: "8px", flexWrap: "wrap" },
  grow: { flexGrow: 1 },
  view: { flexGrow: 1, minHeight: 0, overflow: "hidden", display: "flex", flexDirection: "column" },
  progress: { display: "flex", flexDirection: "column", gap: "4px" },
});

type View = "check" | "score" | "settings";

export interface AppProps {
  readonly job: Job;
  readonly look: Look;
  /** Shown instead of the views while no workbook is open; absent in Excel. */
  readonly opener?: ReactNode;
  /** Saves the finished copy of a file; absent in Excel. */
  readonly download?: (file: { readonly name: string; readonly bytes: Uint8Array }) => void;
}

export function App(props: AppProps): ReactNode {
  const state = useSyncExternalStore(props.job.subscribe, props.job.state);
  return (
    <FluentProvider theme={themeOf(props.look)}>
      <LanguageProvider language={state.settings.language}>
        <Pane {...props} />
      </LanguageProvider>
    </FluentProvider>
  );
}

function Pane({ job, opener, download }: AppProps): ReactNode {
  const state = useSyncExternalStore(job.subscribe, job.state);
  const [view, setView] = useState<View>("check");
  const styles = useStyles();
  const say = useSay();
  const { activity, evaluation, inserted } = state;
  const busy = activity.kind !== "idle";
  if (state.bench === undefined && opener !== undefined) {
    return (
      <main className={styles.pane} lang={state.settings.language}>
        <Messages job={job} />
        {opener}
      </main>
    );
  }
  return (
    <main className={styles.pane} lang={state.settings.language}>
      <div className={styles.head}>
        <div className={styles.actions}>
          <Button
            appearance={evaluation === undefined ? "primary" : "secondary"}
            className={styles.grow}
            disabled={busy}
            onClick={() => void job.check()}
          >
            {say(evaluation === undefined ? T.check : T.checkAgain)}
          </Button>
          {evaluation !== undefined && (
            <Button
              appearance="primary"
              className={styles.grow}
              disabled={busy}
              onClick={() => void job.insert()}
            >
              {say(T.insert)}
            </Button>
          )}
          {inserted?.file !== undefined && download !== undefined && (
            <Button
              className={styles.grow}
              onClick={() => inserted.file !== undefined && download(inserted.file)}
            >
              {say(T.download)}
            </Button>
          )}
        </div>
        {busy && <Progress job={job} />}
        <Messages job={job} />
        <TabList
          selectedValue={view}
          onTabSelect={(_event, data) => {
            if (data.value === "check" || data.value === "score" || data.value === "settings")
              setView(data.value);
          }}
        >
          <Tab value="check">{say(T.tabCheck)}</Tab>
          <Tab value="score">{say(T.tabScore)}</Tab>
          <Tab value="settings">{say(T.tabSettings)}</Tab>
        </TabList>
      </div>
      <div className={styles.view}>
        <Suspense fallback={null}>
          {view === "check" && <CheckView job={job} />}
          {view === "score" && <ScoreView job={job} />}
          {view === "settings" && <SettingsView job={job} />}
        </Suspense>
      </div>
      {state.preview !== undefined && (
        <PreviewPanel preview={state.preview} onClose={() => job.closePreview()} />
      )}
      <HiddenDialog job={job} />
    </main>
  );
}

function Progress({ job }: { readonly job: Job }): ReactNode {
  const { activity } = useSyncExternalStore(job.subscribe, job.state);
  const styles = useStyles();
  const say = useSay();
  if (activity.kind === "idle") return null;
  const { step } = activity;
  const words = activity.kind === "inserting" ? T.inserting : T.checking(step?.name ?? "");
  return (
    <div className={styles.progress}>
      <output>{say(words)}</output>
      {step === undefined ? (
        <ProgressBar aria-label={say(words)} />
      ) : (
        <ProgressBar aria-label={say(words)} value={step.done} max={step.of} />
      )}
      <Button size="small" onClick={() => job.cancel()}>
        {say(T.cancel)}
      </Button>
    </div>
  );
}

function Messages({ job }: { readonly job: Job }): ReactNode {
  const { problem, news, cancelled } = useSyncExternalStore(job.subscribe, job.state);
  const say = useSay();
  const message = problem?.text ?? news ?? (cancelled ? T.cancelled : undefined);
  if (message === undefined) return null;
  return (
    <MessageBar
      intent={problem !== undefined ? "error" : news !== undefined ? "success" : "info"}
      layout="multiline"
    >
      <MessageBarBody>{say(message)}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={say(T.dismiss)}
            icon={<DismissRegular />}
            onClick={() => job.dismiss()}
          />
        }
      />
    </MessageBar>
  );
}

function HiddenDialog({ job }: { readonly job: Job }): ReactNode {
  const { hidden } = useSyncExternalStore(job.subscribe, job.state);
  const say = useSay();
  return (
    <Dialog open={hidden !== undefined} onOpenChange={(_event, data) => !data.open && job.stayHidden()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say(T.hiddenTitle)}</DialogTitle>
          <DialogContent>{say(T.hiddenQuestion)}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void job.reveal()}>
              {say(T.reveal)}
            </Button>
            <Button onClick={() => job.stayHidden()}>{say(T.close)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
