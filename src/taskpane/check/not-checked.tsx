/** The view of the checks before the first one. */
import { Text } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { PANE_TEXTS as T } from "../../texts/pane";
import { useSay } from "../language";

export function NotChecked(): ReactNode {
  const say = useSay();
  return (
    <div className="pane-note">
      <Text>{say(T.notChecked)}</Text>
      <Text size={200} className="pane-quiet">
        {say(T.privacy)}
      </Text>
    </div>
  );
}
