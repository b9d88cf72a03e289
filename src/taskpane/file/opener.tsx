/** Where a workbook file is opened: by picker or by drop. */
import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { FolderOpenRegular } from "@fluentui/react-icons";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PANE_TEXTS as T } from "../../texts/pane";
import { useSay } from "../language";

const useStyles = makeStyles({
  page: { flexGrow: 1, display: "flex", padding: "16px" },
  drop: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: "12px",
    padding: "16px",
    textAlign: "center",
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  input: { display: "none" },
  title: { margin: 0, fontSize: tokens.fontSizeBase500 },
});

export const ACCEPTED = ".xlsx,.xlsm,.xltx,.xls";

export interface OpenerProps {
  /** Name of the file that is being read now. */
  readonly opening: string | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

export function Opener({ opening, onFiles }: OpenerProps): ReactNode {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const styles = useStyles();
  const say = useSay();
  // The whole page takes the drop, so that a file dropped beside the frame does not replace the page.
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      event.preventDefault();
      setOver(event.type === "dragover");
      if (event.type === "drop") onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const kinds = ["dragover", "dragleave", "drop"] as const;
    for (const kind of kinds) window.addEventListener(kind, drag);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, drag);
    };
  }, [onFiles]);
  return (
    <div className={styles.page}>
      <section aria-label={say(T.openTitle)} className={over ? `${styles.drop} ${styles.over}` : styles.drop}>
        {opening === undefined ? (
          <>
            <h1 className={styles.title}>{say(T.openTitle)}</h1>
            <Text>{say(T.openHint)}</Text>
            <Button appearance="primary" icon={<FolderOpenRegular />} onClick={() => input.current?.click()}>
              {say(T.choose)}
            </Button>
            <input
              ref={input}
              className={styles.input}
              type="file"
              accept={ACCEPTED}
              aria-label={say(T.choose)}
              onChange={(event) => {
                const files = [...(event.target.files ?? [])];
                event.target.value = "";
                if (files.length > 0) onFiles(files);
              }}
            />
            <Text size={200}>{say(T.privacy)}</Text>
          </>
        ) : (
          <Spinner label={say(T.opening(opening))} />
        )}
      </section>
    </div>
  );
}
