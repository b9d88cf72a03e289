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
  entries: { display: "grid", gridTemplateColumns: "96px 1fr", gap: "8px" },
});

/** 0 to the maximum with one decimal at most, as the answers' contract says. */
const POINTS = /^\d+(\.\d)?$/;

export function ScoreRow({ job, item }: { readonly job: Job; readonly item: ScoreItem }): ReactNode {
  const styles = useStyles();
  const say = useSay();
  const status = {
    computed: { words: T.computed, color: "brand" },
    manual: { words: T.manual, color: "success" },
    missing: { words: T.missing, color: "warning" },
    "not-applicable": { words: T.notApplicable, color: "subtle" },
  } as const;
  const applies = item.status !== "not-applicable";
  return (
    <section className={styles.row} aria-label={`${item.no} ${item.name}`}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.name}>
          {item.no}. {item.name}
        </Text>
        <span className={styles.points}>
          <b>{item.score ?? "—"}</b> / {item.max}
        </span>
      </div>
      <div className={styles.head}>
        <Badge appearance="tint" color={status[item.status].color} size="small">
          {say(status[item.status].words)}
        </Badge>
        {item.assumed && <Text size={200}>† {say(T.assumed)}</Text>}
      </div>
      {item.basis !== "" && <Text size={200}>{item.basis}</Text>}
      {item.cells.length > 0 && (
        <div>
          {item.cells.slice(0, 4).map((area) => (
            <Link key={`${area.sheet}!${areaName(area)}`} as="button" onClick={() => void job.locate(area)}>
              {area.sheet}!{areaName(area)}{" "}
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
            key={`score ${item.score}`}
            label={say(T.score)}
            value={item.status === "missing" ? "" : (item.score ?? "")}
            refuse={(typed) => refusal(typed, item.max, say(T.scoreRange(item.max)))}
            onDone={(typed) => void job.setScore(item.no, typed)}
          />
          <Entry
            key={`evidence ${item.evidence}`}
            label={say(T.evidence)}
            value={item.evidence}
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

/** Text that is taken when the officer leaves the field or presses Enter, and kept as typed while it is refused. */
function Entry(props: {
  readonly label: string;
  readonly value: string;
  readonly refuse: (typed: string) => string | undefined;
  readonly onDone: (typed: string) => void;
}): ReactNode {
  const { label, value, refuse, onDone } = props;
  const [typed, setTyped] = useState(value);
  const refused = refuse(typed.trim());
  const done = (): void => {
    if (refused === undefined && typed.trim() !== value) onDone(typed.trim());
  };
  return (
    <Field label={label} {...(refused === undefined ? {} : { validationMessage: refused })}>
      <Input
        value={typed}
        onChange={(_event, data) => setTyped(data.value)}
        onBlur={done}
        onKeyDown={(event) => event.key === "Enter" && done()}
      />
    </Field>
  );
}
