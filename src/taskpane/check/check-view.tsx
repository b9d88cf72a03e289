/** The checks: counts that filter, tables recognised and missing, findings by table and rule. */
import { Button, Link, makeStyles, Text, ToggleButton, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Finding } from "../../core/checks/finding";
import type { Evaluation } from "../../core/evaluate";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { useSay } from "../language";
import { ExplainDialog } from "./explain-dialog";
import { FindingCard } from "./finding-card";
import { countsOf, type Filter, type Line, linesOf } from "./grouping";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", minHeight: 0, flexGrow: 1 },
  filters: {
    border: "none",
    margin: 0,
    display: "grid",
    gridTemplateColumns: "repeat(3, 1fr)",
    gap: "4px",
    padding: "8px 12px",
  },
  filter: { minWidth: 0, paddingLeft: "4px", paddingRight: "4px" },
  count: { fontWeight: tokens.fontWeightSemibold, marginInlineStart: "4px" },
  note: { padding: "8px 12px", display: "flex", flexDirection: "column", gap: "8px" },
  list: { flexGrow: 1, minHeight: 0, overflowY: "auto" },
  canvas: { position: "relative", width: "100%", listStyleType: "none", margin: 0, padding: 0 },
  line: { position: "absolute", left: 0, right: 0, top: 0 },
  table: {
    margin: 0,
    padding: "10px 12px 2px",
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    color: tokens.colorNeutralForeground1,
  },
  rule: {
    margin: 0,
    padding: "6px 12px 2px",
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  places: { display: "flex", flexDirection: "column", gap: "2px" },
});

export function CheckView({ job }: { readonly job: Job }): ReactNode {
  const { evaluation } = useSyncExternalStore(job.subscribe, job.state);
  const styles = useStyles();
  const say = useSay();
  if (evaluation === undefined) {
    return (
      <div className={styles.note}>
        <Text>{say(T.notChecked)}</Text>
        <Text size={200}>{say(T.privacy)}</Text>
      </div>
    );
  }
  return <Findings job={job} evaluation={evaluation} />;
}

function Findings({ job, evaluation }: { readonly job: Job; readonly evaluation: Evaluation }): ReactNode {
  const [filter, setFilter] = useState<Filter>(undefined);
  const [explaining, setExplaining] = useState<Finding | undefined>(undefined);
  const styles = useStyles();
  const say = useSay();
  const counts = useMemo(() => countsOf(evaluation), [evaluation]);
  const names = useMemo(() => new Map(evaluation.rules.map((rule) => [rule.id, rule.name])), [evaluation]);
  const lines = useMemo(
    () => linesOf(evaluation, filter, (id) => names.get(id) ?? id),
    [evaluation, filter, names],
  );
  const filters: readonly {
    readonly id: Exclude<Filter, undefined>;
    readonly label: string;
    readonly count: number;
  }[] = [
    { id: "error", label: say(T.errors), count: counts.errors },
    { id: "warning", label: say(T.warnings), count: counts.warnings },
    { id: "notice", label: say(T.notices), count: counts.notices },
    { id: "passed", label: say(T.passed), count: counts.passed },
    { id: "explained", label: say(T.explainedCount), count: counts.explained },
    { id: "not-run", label: say(T.notRun), count: counts.notRun },
  ];
  return (
    <div className={styles.view}>
      <fieldset className={styles.filters}>
        {filters.map(({ id, label, count }) => (
          <ToggleButton
            key={id}
            size="small"
            className={styles.filter}
            checked={filter === id}
            onClick={() => setFilter(filter === id ? undefined : id)}
          >
            {label}
            <span className={styles.count}>{count}</span>
          </ToggleButton>
        ))}
      </fieldset>
      <MissingTables job={job} evaluation={evaluation} />
      {filter === "passed" ? (
        <PassedTables job={job} evaluation={evaluation} />
      ) : lines.length === 0 ? (
        <div className={styles.note}>
          <Text>{say(filter === undefined ? T.allWell : T.nothingFiltered)}</Text>
        </div>
      ) : (
        <Lines job={job} lines={lines} onExplain={setExplaining} />
      )}
      <ExplainDialog job={job} finding={explaining} onClose={() => setExplaining(undefined)} />
    </div>
  );
}

/** Tables that the officer can point at, since they were not found or several places fit. */
function MissingTables({
  job,
  evaluation,
}: {
  readonly job: Job;
  readonly evaluation: Evaluation;
}): ReactNode {
  const styles = useStyles();
  const say = useSay();
  const open = evaluation.checks.findings.filter(
    ({ rule }) => rule === "table.missing" || rule === "table.ambiguous",
  );
  if (open.length === 0) return null;
  return (
    <section className={styles.note} aria-label={say(T.missingTables)}>
      {evaluation.tables.length === 0 && <Text>{say(T.noTable)}</Text>}
      <Text weight="semibold">{say(T.missingTables)}</Text>
      {open.map((finding) => (
        <div key={`${finding.rule} ${finding.table}`} className={styles.places}>
          <Text size={200}>{finding.message}</Text>
          <Button size="small" title={say(T.pointAt)} onClick={() => void job.pointAt(finding.table)}>
            {say(T.pointShort)}
          </Button>
        </div>
      ))}
    </section>
  );
}

function PassedTables({
  job,
  evaluation,
}: {
  readonly job: Job;
  readonly evaluation: Evaluation;
}): ReactNode {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.note}>
      <Text weight="semibold">{say(T.tables(evaluation.tables.length))}</Text>
      {evaluation.tables.map((table) => (
        <Link key={table.id} as="button" onClick={() => void job.locate(table.place)}>
          {table.label} · {table.place.sheet}
        </Link>
      ))}
    </div>
  );
}

function Lines(props: {
  readonly job: Job;
  readonly lines: readonly Line[];
  readonly onExplain: (finding: Finding) => void;
}): ReactNode {
  const { job, lines, onExplain } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === "finding" ? 148 : 32),
    overscan: 6,
  });
  return (
    <div ref={scroller} className={styles.list}>
      <ul className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={lines.length}
              aria-posinset={item.index + 1}
              className={styles.line}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <LineView job={job} line={line} onExplain={onExplain} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function LineView(props: {
  readonly job: Job;
  readonly line: Line;
  readonly onExplain: (finding: Finding) => void;
}): ReactNode {
  const { job, line, onExplain } = props;
  const styles = useStyles();
  switch (line.kind) {
    case "table":
      return (
        <h2 className={styles.table}>
          {line.label}（{line.count}）
        </h2>
      );
    case "rule":
      return (
        <h3 className={styles.rule}>
          {line.label}（{line.count}）
        </h3>
      );
    case "finding":
      return <FindingCard job={job} finding={line.finding} onExplain={() => onExplain(line.finding)} />;
    case "not-run":
      return (
        <div className={styles.note}>
          <Text size={200}>
            {line.notRun.rule}：{line.notRun.why}
          </Text>
        </div>
      );
  }
}
