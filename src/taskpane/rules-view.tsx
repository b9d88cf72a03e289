/** The rules of the pack in use: seen, switched off, given another tolerance, reset, written as a sheet. */
import { Button, Field, Input, makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { RuleSummary } from "../core/evaluate";
import { isTolerance } from "../core/revision/revision";
import { PANE_TEXTS as T } from "../texts/pane";
import type { Job } from "./job";
import { useSay } from "./language";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px" },
  rule: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    paddingBottom: "8px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
  },
  row: { display: "flex", gap: "8px", alignItems: "end", flexWrap: "wrap" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function RulesView({ job }: { readonly job: Job }): ReactNode {
  const { evaluation, settings, bench, activity } = useSyncExternalStore(job.subscribe, job.state);
  const styles = useStyles();
  const say = useSay();
  if (evaluation === undefined) return <Text size={200}>{say(T.rulesAfterCheck)}</Text>;
  const own = settings.rules[evaluation.pack.id] ?? {};
  const off = evaluation.revision?.off ?? [];
  const busy = activity.kind !== "idle";
  return (
    <section className={styles.section} aria-label={say(T.rules)}>
      <Text weight="semibold">{say(T.rules)}</Text>
      <Text size={200}>{say(T.rulesHint)}</Text>
      {evaluation.revision !== undefined && <Text size={200}>{evaluation.revision.summary}</Text>}
      {evaluation.revision?.problems.map((problem) => (
        <Text key={problem} size={200}>
          {problem}
        </Text>
      ))}
      <div className={styles.row}>
        {bench?.writeRules !== undefined && (
          <Button disabled={busy} onClick={() => void job.writeRules()}>
            {say(T.writeRules)}
          </Button>
        )}
        {Object.keys(own).length > 0 && (
          <Button
            onClick={() => void job.configure({ rules: { ...settings.rules, [evaluation.pack.id]: {} } })}
          >
            {say(T.resetRules)}
          </Button>
        )}
      </div>
      {[...evaluation.rules, ...off].map((rule) => (
        <RuleRow
          key={rule.id}
          job={job}
          rule={rule}
          on={!off.includes(rule)}
          own={Object.hasOwn(own, rule.id)}
        />
      ))}
    </section>
  );
}

function RuleRow(props: {
  readonly job: Job;
  readonly rule: RuleSummary;
  readonly on: boolean;
  /** Changed in these settings. */
  readonly own: boolean;
}): ReactNode {
  const { job, rule, on, own } = props;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const styles = useStyles();
  const say = useSay();
  const shown = typed ?? rule.tolerance;
  const wrong = typed !== undefined && !isTolerance(typed.trim());
  const take = (): void => {
    if (typed === undefined || wrong) return;
    setTyped(undefined);
    if (typed.trim() !== rule.tolerance) void job.setRule(rule.id, { tolerance: typed.trim() });
  };
  return (
    <div className={styles.rule}>
      <Switch
        checked={on}
        label={`${rule.name}${rule.assumed ? " †" : ""}`}
        onChange={(_event, data) =>
          void job.setRule(rule.id, data.checked ? (own ? undefined : { off: false }) : { off: true })
        }
      />
      <Text size={200} className={styles.quiet}>
        {rule.id}
      </Text>
      <div className={styles.row}>
        {on && (
          <Field
            label={say(T.ruleTolerance)}
            size="small"
            {...(wrong ? { validationMessage: say(T.badTolerance) } : {})}
          >
            <Input
              size="small"
              value={shown}
              onChange={(_event, data) => setTyped(data.value)}
              onBlur={take}
              onKeyDown={(event) => {
                if (event.key === "Enter") take();
              }}
            />
          </Field>
        )}
        {own && (
          <Button size="small" onClick={() => void job.setRule(rule.id, undefined)}>
            {say(T.resetRule)}
          </Button>
        )}
      </div>
    </div>
  );
}
