/** The report held against itself and the workbook: pick or paste, findings with their sentences, draft. */
import { Button, makeStyles, Switch, Text, Textarea, tokens } from "@fluentui/react-components";
import { type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { checkNarrative, type NarrativeResult } from "../../core/narrative/check";
import { REPORT_VIEW_TEXTS as T } from "../../texts/report-view";
import type { Job } from "../job";
import { useSay } from "../language";
import { REACHABLE } from "../reachable";
import type { Desk } from "./desk";
import { DraftButton } from "./draft-button";
import { ReportCard } from "./report-card";
import { usePack } from "./use-pack";

const useStyles = makeStyles({
  view: {
    overflowY: "auto",
    minHeight: 0,
    flexGrow: 1,
    padding: "8px 12px 24px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    overflowWrap: "anywhere",
  },
  row: { display: "flex", gap: "8px", flexWrap: "wrap", alignItems: "center" },
  name: { flexGrow: 1, minWidth: 0 },
  input: { display: "none" },
  problem: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: "20px", fontSize: tokens.fontSizeBase200 },
});

const ACCEPTED = ".docx,.txt";

export default function ReportView({ job, desk }: { readonly job: Job; readonly desk: Desk }): ReactNode {
  const { name, narrative, reading, problem } = useSyncExternalStore(desk.subscribe, desk.state);
  const { evaluation } = useSyncExternalStore(job.subscribe, job.state);
  const styles = useStyles();
  const say = useSay();
  return (
    <section className={styles.view} {...REACHABLE} aria-label={say(T.tab)}>
      {narrative === undefined ? (
        <Pick desk={desk} />
      ) : (
        <div className={styles.row}>
          <Text weight="semibold" className={styles.name}>
            {name === "" ? say(T.pasted) : name}
          </Text>
          <Button size="small" onClick={() => desk.clear()}>
            {say(T.other)}
          </Button>
        </div>
      )}
      <output>
        {reading !== undefined && <Text>{say(T.reading(reading === "" ? say(T.pasted) : reading))}</Text>}
        {problem !== undefined && <Text className={styles.problem}>{say(problem)}</Text>}
      </output>
      {narrative !== undefined && evaluation === undefined && (
        <Text size={200} className={styles.quiet}>
          {say(T.noBook)}
        </Text>
      )}
      <Result job={job} desk={desk} />
      <DraftButton job={job} />
    </section>
  );
}

function Pick({ desk }: { readonly desk: Desk }): ReactNode {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const styles = useStyles();
  const say = useSay();
  return (
    <>
      <Text>{say(T.hint)}</Text>
      <div className={styles.row}>
        <Button appearance="primary" onClick={() => input.current?.click()}>
          {say(T.choose)}
        </Button>
      </div>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept={ACCEPTED}
        aria-label={say(T.choose)}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file !== undefined) void desk.open(file);
        }}
      />
      <Textarea
        aria-label={say(T.paste)}
        placeholder={say(T.paste)}
        value={text}
        resize="vertical"
        onChange={(_event, data) => setText(data.value)}
      />
      {text.trim() !== "" && (
        <div className={styles.row}>
          <Button onClick={() => void desk.paste(text)}>{say(T.checkPasted)}</Button>
        </div>
      )}
    </>
  );
}

function useResult(job: Job, desk: Desk): NarrativeResult | undefined {
  const { narrative } = useSyncExternalStore(desk.subscribe, desk.state);
  const { evaluation, settings } = useSyncExternalStore(job.subscribe, job.state);
  const pack = usePack(job, evaluation?.pack.id ?? settings.packId);
  const { language } = settings;
  return useMemo(
    () =>
      narrative === undefined || pack === undefined
        ? undefined
        : checkNarrative(narrative, pack, {
            language,
            ...(evaluation === undefined ? {} : { workbook: evaluation }),
          }),
    [narrative, pack, language, evaluation],
  );
}

/** Cards shown before "more". */
const STEP = 60;

function Result({ job, desk }: { readonly job: Job; readonly desk: Desk }): ReactNode {
  const result = useResult(job, desk);
  const [looks, setLooks] = useState(false);
  const [shown, setShown] = useState(STEP);
  const styles = useStyles();
  const say = useSay();
  if (result === undefined) return null;
  const unsure = result.findings.filter(({ confidence }) => confidence === "look").length;
  const findings = looks
    ? result.findings
    : result.findings.filter(({ confidence }) => confidence === "sure");
  return (
    <>
      {result.notes.map((note) => (
        <Text key={note}>{note}</Text>
      ))}
      {findings.length === 0 && result.figures > 0 && <Text>{say(T.all)}</Text>}
      {findings.slice(0, shown).map((finding, index) => (
        <ReportCard key={`${finding.rule} ${index}`} job={job} finding={finding} />
      ))}
      {findings.length > shown && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {say(T.more(findings.length - shown))}
        </Button>
      )}
      {unsure > 0 && (
        <Switch
          checked={looks}
          label={say(T.showLooks(unsure))}
          onChange={(_event, data) => setLooks(data.checked)}
        />
      )}
      {result.oneSided.length > 0 && (
        <details>
          <summary>{say(T.onlyOne(result.oneSided.length))}</summary>
          <ul className={styles.list}>
            {result.oneSided.map(({ fact, message }) => (
              <li key={`${fact} ${message}`}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
