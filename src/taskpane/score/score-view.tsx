/** The score: total, sections, every indicator with its points, basis and what the officer fills in. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useSyncExternalStore } from "react";
import type { Evaluation } from "../../core/evaluate";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { REACHABLE } from "../reachable";
import type { Desk } from "../report/desk";
import { useReportedScores } from "../report/reported-scores";
import { useSay } from "../language";
import { ScoreRow } from "./score-row";
import { SectionChart } from "./section-chart";

const useStyles = makeStyles({
  view: {
    overflowY: "auto",
    minHeight: 0,
    flexGrow: 1,
    padding: "8px 12px 24px",
    display: "flex",
    flexDirection: "column",
    gap: "8px",
  },
  total: { display: "flex", alignItems: "baseline", gap: "8px", flexWrap: "wrap" },
  figure: {
    fontSize: tokens.fontSizeHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  risk: { color: tokens.colorPaletteRedForeground1 },
});

export default function ScoreView({ job, desk }: { readonly job: Job; readonly desk: Desk }): ReactNode {
  const reported = useReportedScores(job, desk);
  const { evaluation } = useSyncExternalStore(job.subscribe, job.state);
  const styles = useStyles();
  const say = useSay();
  if (evaluation === undefined) {
    return (
      <div className={styles.view}>
        <Text>{say(T.scoreFirst)}</Text>
      </div>
    );
  }
  const { score } = evaluation;
  const open = score.items.filter(
    ({ status, score: points }) =>
      status === "missing" || (status !== "not-applicable" && points === undefined),
  );
  return (
    <section className={styles.view} {...REACHABLE} aria-label={say(T.tabScore)}>
      <output className={styles.total}>
        <Text>{say(T.total)}</Text>
        <span className={styles.figure}>{score.total}</span>
        <Text size={200}>
          {say(T.base)} {score.base} + {say(T.bonus)} {score.bonus} − {say(T.deduction)} {score.deduction}
        </Text>
        {open.length > 0 && <Text size={200}>{say(T.incomplete(open.length))}</Text>}
      </output>
      {hasOpenErrors(evaluation) && (
        <Text size={200} className={styles.risk}>
          {say(T.risk)}
        </Text>
      )}
      <SectionChart score={score} />
      {score.items.map((item) => (
        <ScoreRow
          key={item.no}
          job={job}
          item={item}
          claim={evaluation.claims[item.no]}
          reported={reported[item.no]}
        />
      ))}
    </section>
  );
}

function hasOpenErrors(evaluation: Evaluation): boolean {
  return evaluation.checks.findings.some(
    ({ severity, explanation }) => severity === "error" && explanation === undefined,
  );
}
