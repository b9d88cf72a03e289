/** One indicator: points, how they came about, and the officer's entries. */
import { Badge, Field, Input, Link, makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { ScoreItem } from "../../core/scoring/score";
import { areaName } from "../../core/workbook/address";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { useSay } from "../language";

const useStyles = makeStyles({
  row: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: "8px 10px",
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    overflowWrap: "anywhere",
  },
  head: { display: "flex", gap: "6px", alignItems: "baseline" },
  name: { flexGrow: 1 },
  points: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  entries: { display: "grid", gridTemplateColumns: "84px minmax(0, 1fr)", gap: "8px", alignItems: "start" },
  narrow: { minWidth: 0, width: "100%" },
  quiet: { color: tokens.colorNeutralForeground2 },
  claim: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  cells: { display: "flex", flexWrap: "wrap", columnGap: "8px" },
});

/** 0 to the maximum with one decimal at most, as the answers' contract says. */
const POINTS = /^\d+(\.\d)?$/;

/** Cells named under a basis; more are told by the basis itself. */
const NAMED_CELLS = 4;

const STATUS = {
  computed: { words: T.computed, color: "brand" },
  manual: { words: T.manual, color: "success" },
  missing: { words: T.missing, color: "warning" },
  "not-applicable": { words: T.notApplicable, color: "informative" },
} as const;

export interface ScoreRowProps {
  readonly job: Job;
  readonly item: ScoreItem;
  /** What the office says it has, where it says so itself. */
  readonly claim: string | undefined;
  /** What the report on the desk says. */
  readonly reported?: string | undefined;
}

export function ScoreRow({ job, item, claim, reported }: ScoreRowProps): ReactNode {
  const styles = useStyles();
  const say = useSay();
  const applies = item.status !== "not-applicable";
  return (
    <section className={styles.row} aria-label={`${item.no} ${item.name}`}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.name}>
          {item.no}. {item.name}
        </Text>
        <span className={styles.points} title={say(T.pointsOfMax)}>
          <b>{item.score ?? "—"}</b> / {item.max}
        </span>
      </div>
      <div className={styles.head}>
        <Badge appearance="tint" color={STATUS[item.status].color} size="small">
          {say(STATUS[item.status].words)}
        </Badge>
        {item.assumed && (
          <Text size={200} className={styles.quiet}>
            † {say(T.assumed)}
          </Text>
        )}
      </div>
      {claim !== undefined && item.score !== undefined && (
        <Text size={200} className={styles.claim}>
          {say(T.claimed(claim, item.score))}
        </Text>
      )}
      {reported !== undefined && item.score !== undefined && (
        <Text size={200} className={Number(reported) === Number(item.score) ? styles.quiet : styles.claim}>
          {say(T.reported(reported, item.score))}
        </Text>
      )}
      {item.basis !== "" && <Text size={200}>{item.basis}</Text>}
      {item.cells.length > 0 && (
        <div className={styles.cells}>
          {item.cells.slice(0, NAMED_CELLS).map((area) => (
            <Link key={`${area.sheet}!${areaName(area)}`} as="button" onClick={() => void job.locate(area)}>
              {area.sheet}!{areaName(area)}
            </Link>
          ))}
        </div>
      )}
      {item.mayNotApply && (
        <Switch
          checked={!applies}
          label={say(T.notApplicable)}
          onChange={(_event, data) => void job.setApplies(item.no, !data.checked)}
        />
      )}
      {item.entered && applies && (
        <div className={styles.entries}>
          <Entry
            job={job}
            field={`score ${item.no}`}
            label={say(T.score)}
            value={job.state().answers.scores[item.no] ?? ""}
            refuse={(typed) => refusal(typed, item.max, say(T.scoreRange(item.max)))}
            onDone={(typed) => void job.setScore(item.no, typed)}
          />
          <Entry
            job={job}
            field={`evidence ${item.no}`}
            label={say(T.evidence)}
            value={job.state().answers.evidence[item.no] ?? ""}
            refuse={() => undefined}
            onDone={(typed) => void job.setEvidence(item.no, typed)}
          />
        </div>
      )}
    </section>
  );
}

function refusal(typed: string, max: string, why: string): string | undefined {
  if (typed === "") return undefined;
  return POINTS.test(typed) && Number(typed) <= Number(max) ? undefined : why;
}

/**
 * Text that is taken when the officer leaves the field or presses Enter; kept as typed while it is refused, and through
 * a reload. A value that changes elsewhere shows where nothing else is being typed.
 */
function Entry(props: {
  readonly job: Job;
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly refuse: (typed: string) => string | undefined;
  readonly onDone: (typed: string) => void;
}): ReactNode {
  const { job, field, label, value, refuse, onDone } = props;
  const styles = useStyles();
  const [typed, setTyped] = useState(() => job.typed(field));
  const shown = typed ?? value;
  const refused = refuse(shown.trim());
  const done = (): void => {
    if (typed === undefined || refused !== undefined) return;
    setTyped(undefined);
    job.type(field, undefined);
    if (typed.trim() !== value) onDone(typed.trim());
  };
  return (
    <Field
      label={label}
      size="small"
      className={styles.narrow}
      {...(refused === undefined ? {} : { validationMessage: refused })}
    >
      <Input
        value={shown}
        className={styles.narrow}
        input={{ className: styles.narrow }}
        onChange={(_event, data) => {
          setTyped(data.value);
          job.type(field, data.value);
        }}
        onBlur={done}
        onKeyDown={(event) => event.key === "Enter" && done()}
      />
    </Field>
  );
}
