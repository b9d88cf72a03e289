/** Settings: language, re-check, marks; what stays on this computer. */
import { Button, Field, makeStyles, Select, Switch, Text } from "@fluentui/react-components";
import { type ReactNode, useSyncExternalStore } from "react";
import { BUNDLED_PACKS } from "../packs";
import { PANE_TEXTS as T } from "../texts/pane";
import type { Job } from "./job";
import { useSay } from "./language";
import { RulesView } from "./rules-view";

const useStyles = makeStyles({
  view: {
    overflowY: "auto",
    minHeight: 0,
    flexGrow: 1,
    padding: "12px",
    display: "flex",
    flexDirection: "column",
    gap: "12px",
  },
  /** A select is as wide as its longest choice unless told otherwise. */
  narrow: { minWidth: 0, width: "100%" },
});

export default function SettingsView({ job }: { readonly job: Job }): ReactNode {
  const { settings, bench, evaluation } = useSyncExternalStore(job.subscribe, job.state);
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.view}>
      <Field className={styles.narrow} label={say(T.language)}>
        <Select
          className={styles.narrow}
          select={{ className: styles.narrow }}
          value={settings.language}
          onChange={(_event, data) => void job.configure({ language: data.value === "en" ? "en" : "zh-CN" })}
        >
          <option value="zh-CN">中文</option>
          <option value="en">English</option>
        </Select>
      </Field>
      <Field className={styles.narrow} label={say(T.pack)}>
        <Select
          className={styles.narrow}
          select={{ className: styles.narrow }}
          value={settings.packId ?? ""}
          onChange={(_event, data) =>
            void job.configure({ packId: data.value === "" ? undefined : data.value })
          }
        >
          <option value="">{say(T.packByWorkbook)}</option>
          {BUNDLED_PACKS.map(({ id, title }) => (
            <option key={id} value={id}>
              {say(title)}
            </option>
          ))}
        </Select>
      </Field>
      {evaluation !== undefined && (
        <Text size={200}>{say(T.packInUse(evaluation.pack.title, evaluation.pack.version))}</Text>
      )}
      {evaluation?.choice !== undefined && <Text size={200}>{evaluation.choice.reason}</Text>}
      {evaluation?.choice?.others.map(({ id, title, reason }) => (
        <Text key={id} size={200}>
          {say(T.alsoFits(title, reason))}
        </Text>
      ))}
      {bench?.kind === "excel" && (
        <>
          <Switch
            checked={settings.recheck}
            label={say(T.recheck)}
            onChange={(_event, data) => void job.configure({ recheck: data.checked })}
          />
          <Switch
            checked={settings.marks}
            label={say(T.marks)}
            onChange={(_event, data) => void job.configure({ marks: data.checked })}
          />
          <Button onClick={() => void job.clearMarks()}>{say(T.clearMarks)}</Button>
        </>
      )}
      <RulesView job={job} />
      <Text size={200}>{say(T.privacy)}</Text>
    </div>
  );
}
