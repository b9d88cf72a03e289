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
  makeStyles,
  Text,
  Textarea,
} from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import type { Finding } from "../../core/checks/finding";
import { PANE_TEXTS as T } from "../../texts/pane";
import type { Job } from "../job";
import { useSay } from "../language";

const useStyles = makeStyles({ finding: { marginBottom: "8px", overflowWrap: "anywhere" } });

interface Props {
  readonly job: Job;
  readonly finding: Finding;
  readonly onClose: () => void;
}

export default function ExplainDialog({ job, finding, onClose }: Props): ReactNode {
  const { rule, table, row, column } = finding.key;
  const field = `explain ${JSON.stringify([rule, table, row, column])}`;
  const [text, setText] = useState(
    () => job.typed(field) ?? finding.explanation ?? finding.formerExplanation ?? "",
  );
  const say = useSay();
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={(_event, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{say(T.explainTitle)}</DialogTitle>
          <DialogContent>
            <Text block className={styles.finding}>
              {finding.message}
            </Text>
            <Field label={say(T.explanation)} hint={say(T.explainHint)}>
              <Textarea
                value={text}
                resize="vertical"
                onChange={(_event, data) => {
                  setText(data.value);
                  job.type(field, data.value);
                }}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                job.type(field, undefined);
                void job.explain(finding, text);
                onClose();
              }}
            >
              {say(T.save)}
            </Button>
            <Button
              onClick={() => {
                job.type(field, undefined);
                onClose();
              }}
            >
              {say(T.close)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
