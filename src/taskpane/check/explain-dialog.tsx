/** Where the officer says why a difference stands; an emptied text withdraws it. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Text,
  Textarea,
} from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Finding } from "../../core/checks/finding";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { useSay } from "../language";

interface Props {
  readonly job: Job;
  readonly finding: Finding | undefined;
  readonly onClose: () => void;
}

export function ExplainDialog({ job, finding, onClose }: Props): ReactNode {
  if (finding === undefined) return null;
  return <OpenDialog key={finding.message} job={job} finding={finding} onClose={onClose} />;
}

function OpenDialog({ job, finding, onClose }: Props & { readonly finding: Finding }): ReactNode {
  const [text, setText] = useState(finding.explanation ?? finding.formerExplanation ?? "");
  const say = useSay();
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say(T.explainTitle)}</DialogTitle>
          <DialogContent>
            <Text block>{finding.message}</Text>
            <Field label={say(T.explanation)} hint={say(T.explainHint)}>
              <Textarea value={text} resize="vertical" onChange={(_event, data) => setText(data.value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                void job.explain(finding, text);
                onClose();
              }}
            >
              {say(T.save)}
            </Button>
            <Button onClick={onClose}>{say(T.close)}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
