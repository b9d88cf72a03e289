/** The checks: counts that filter, then findings by table and rule, or the face of the state that there is. */
import { makeStyles, Text, ToggleButton, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Finding } from "../../core/checks/finding";
import type { Evaluation } from "../../core/evaluate";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { useSay } from "../language";
import { loadAhead, part } from "../part";
import { FindingList } from "./finding-list";
import { countsOf, type Filter, linesOf, type Listed } from "./grouping";
import { PassedTables } from "./passed-tables";

const ExplainDialog = part(() => import("./explain-dialog"));

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", minHeight: 0, flexGrow: 1 },
  filters: {
    border: "none",
    margin: 0,
    minWidth: 0,
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    gap: "4px",
    padding: "8px 12px",
  },
  filter: {
    minWidth: 0,
    paddingLeft: "4px",
    paddingRight: "4px",
    fontWeight: tokens.fontWeightRegular,
  },
  count: {
    fontWeight: tokens.fontWeightSemibold,
    marginInlineStart: "4px",
    fontVariantNumeric: "tabular-nums",
  },
  note: { padding: "8px 12px", display: "flex", flexDirection: "column", gap: "8px" },
});

export default function CheckView(props: { readonly job: Job; readonly evaluation: Evaluation }): ReactNode {
  const { job, evaluation } = props;
  const [filter, setFilter] = useState<Filter>(undefined);
  const [listed, setListed] = useState<Listed>(new Map());
  const [explaining, setExplaining] = useState<Finding | undefined>(undefined);
  const styles = useStyles();
  const say = useSay();
  useEffect(() => loadAhead([ExplainDialog]), []);
  const counts = useMemo(() => countsOf(evaluation), [evaluation]);
  const lines = useMemo(
    () =>
      linesOf(
        evaluation,
        filter,
        {
          other: say(T.otherFindings),
          explained: say(T.explainedApart),
          remarks: say(T.entriesToMend),
          stray: (said) => say(T.strayExplanation(said)),
        },
        listed,
      ),
    [evaluation, filter, say, listed],
  );
  const onMore = (group: string, count: number): void => setListed(new Map(listed).set(group, count));
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
  const open = counts.errors + counts.warnings + counts.notices;
  return (
    <div className={styles.view}>
      <fieldset className={styles.filters} aria-label={say(T.filters)}>
        {filters.map(({ id, label, count }) => (
          <ToggleButton
            key={id}
            size="small"
            className={styles.filter}
            checked={filter === id}
            onClick={() => setFilter(filter === id ? undefined : id)}
          >
            {label} <span className={styles.count}>{count}</span>
          </ToggleButton>
        ))}
      </fieldset>
      {filter === undefined && evaluation.tables.length === 0 && (
        <div className={styles.note}>
          <Text weight="semibold">{say(T.noTable)}</Text>
        </div>
      )}
      {filter === undefined && open === 0 && (
        <div className={styles.note}>
          <Text weight="semibold">{say(counts.explained > 0 ? T.allExplained : T.allWell)}</Text>
        </div>
      )}
      {filter !== undefined && filter !== "passed" && lines.length === 0 && (
        <div className={styles.note}>
          <Text>{say(T.nothingFiltered)}</Text>
        </div>
      )}
      {filter === "passed" || lines.length === 0 ? (
        (filter === "passed" || filter === undefined) && <PassedTables job={job} evaluation={evaluation} />
      ) : (
        <FindingList
          job={job}
          evaluation={evaluation}
          lines={lines}
          onExplain={setExplaining}
          onMore={onMore}
        />
      )}
      {explaining !== undefined && (
        <ExplainDialog job={job} finding={explaining} onClose={() => setExplaining(undefined)} />
      )}
    </div>
  );
}
