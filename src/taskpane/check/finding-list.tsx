/** The lines of the findings; only those in sight stand in the page, so that ten thousand scroll like ten. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import type { Finding } from "../../core/checks/finding";
import type { Evaluation } from "../../core/evaluate";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { REACHABLE } from "../reachable";
import { useSay } from "../language";
import { FindingCard } from "./finding-card";
import type { Line } from "./grouping";
import { PointAt } from "./point-at";

const useStyles = makeStyles({
  list: { flexGrow: 1, minHeight: 0, overflowY: "auto", overflowX: "hidden" },
  canvas: { position: "relative", width: "100%", listStyleType: "none", margin: 0, padding: 0 },
  line: { position: "absolute", left: 0, right: 0, top: 0 },
  table: {
    margin: 0,
    padding: "12px 12px 2px",
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground1,
  },
  rule: {
    margin: 0,
    padding: "6px 12px 2px",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: {
    padding: "4px 12px",
    display: "flex",
    flexDirection: "column",
    gap: "2px",
    overflowWrap: "anywhere",
  },
  more: { padding: "4px 12px 12px", display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px" },
  point: { padding: "2px 12px 8px" },
});

/** Heights before a line was measured. */
const CARD_HEIGHT = 160;
const LINE_HEIGHT = 34;

export interface FindingListProps {
  readonly job: Job;
  readonly evaluation: Evaluation;
  readonly lines: readonly Line[];
  readonly onExplain: (finding: Finding) => void;
  /** So many findings of a group are to be listed. */
  readonly onMore: (group: string, count: number) => void;
}

export function FindingList(props: FindingListProps): ReactNode {
  const { lines } = props;
  const styles = useStyles();
  const say = useSay();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => lines[index]?.id ?? index,
    estimateSize: (index) => (lines[index]?.kind === "finding" ? CARD_HEIGHT : LINE_HEIGHT),
    overscan: 6,
  });
  // The finding that had the focus is gone from the list, e.g. explained: the keyboard goes on from the list.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, [lines]);
  return (
    <section ref={scroller} className={styles.list} {...REACHABLE} aria-label={say(T.tabCheck)}>
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
              <LineView {...props} line={line} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function LineView(props: FindingListProps & { readonly line: Line }): ReactNode {
  const { job, evaluation, line, onExplain, onMore } = props;
  const styles = useStyles();
  const say = useSay();
  switch (line.kind) {
    case "table":
      return <h2 className={styles.table}>{say(T.withCount(line.label, line.count))}</h2>;
    case "rule":
      return <h3 className={styles.rule}>{say(T.withCount(line.label, line.count))}</h3>;
    case "finding": {
      const { rule, table } = line.finding;
      const pointable = rule === "table.missing" || rule === "table.ambiguous";
      const unplaced = pointable ? evaluation.unplaced.find(({ id }) => id === table) : undefined;
      return (
        <>
          <FindingCard job={job} finding={line.finding} onExplain={() => onExplain(line.finding)} />
          {unplaced !== undefined && (
            <div className={styles.point}>
              <PointAt job={job} table={unplaced} sheets={evaluation.sheets} />
            </div>
          )}
        </>
      );
    }
    case "more":
      return (
        <div className={styles.more}>
          <Text size={200}>{say(T.notListed(line.left))}</Text>
          <Button size="small" onClick={() => onMore(line.group, line.listed + line.next)}>
            {say(T.listMore(line.next))}
          </Button>
        </div>
      );
    case "not-run":
      return (
        <div className={styles.note}>
          <Text weight="semibold" size={200}>
            {line.label}
          </Text>
          <Text size={200}>{line.notRun.why}</Text>
        </div>
      );
    case "remark":
      return (
        <div className={styles.note}>
          <Text size={200}>{line.text}</Text>
        </div>
      );
  }
}
