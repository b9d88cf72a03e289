/** The view of the checks before the first one. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { PANE_TEXTS as T } from "../../texts/pane";
import { useSay } from "../language";

const useStyles = makeStyles({
  note: { padding: "8px 12px", display: "flex", flexDirection: "column", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function NotChecked(): ReactNode {
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.note}>
      <Text>{say(T.notChecked)}</Text>
      <Text size={200} className={styles.quiet}>
        {say(T.privacy)}
      </Text>
    </div>
  );
}
