/** Cells to go to are hidden: nothing is unhidden without asking. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import type { ReactNode } from "react";
import { PANE_TEXTS as T } from "../texts/pane";
import type { Job } from "./job";
import { useSay } from "./language";

export default function HiddenDialog({ job }: { readonly job: Job }): ReactNode {
  const say = useSay();
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && job.stayHidden()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say(T.hiddenTitle)}</DialogTitle>
          <DialogContent>{say(T.hiddenQuestion)}</DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void job.reveal()}>
              {say(T.reveal)}
            </Button>
            <Button onClick={() => job.stayHidden()}>{say(T.close)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
