/** Where a workbook file is opened: by picker, by drop, or the sample. */
import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PANE_TEXTS as T } from "../../texts/pane";
import { useSay } from "../language";
import { Spinner } from "../parts";

const useStyles = makeStyles({
  page: { flexGrow: 1, display: "flex", padding: "16px", minHeight: 0, overflowY: "auto" },
  drop: {
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: "16px",
    padding: "16px",
    textAlign: "center",
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: "anywhere",
  },
  over: { border: `2px dashed ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  input: { display: "none" },
  brand: { width: "48px", height: "48px" },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  ways: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "stretch", minWidth: "200px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export const ACCEPTED = ".xlsx,.xlsm,.xltx,.xltm,.xls,.et";

/** The file that is being read now. */
export interface Opening {
  readonly name: string;
  /** Told where it is so many that reading takes a while. */
  readonly megabytes: number | undefined;
}

export interface OpenerProps {
  readonly opening: Opening | undefined;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSample: () => void;
  readonly onCancel: () => void;
}

export function Opener({ opening, onFiles, onSample, onCancel }: OpenerProps): ReactNode {
  const over = useDragOver();
  const input = useRef<HTMLInputElement>(null);
  const styles = useStyles();
  const say = useSay();
  return (
    <div className={styles.page}>
      <section aria-label={say(T.openTitle)} className={mergeClasses(styles.drop, over && styles.over)}>
        {opening === undefined ? (
          <>
            <img className={styles.brand} src="assets/icons/hengbiao.svg" alt="" />
            <h1 className={styles.title}>{say(T.openTitle)}</h1>
            <Text>{say(T.openHint)}</Text>
            <div className={styles.ways}>
              <Button appearance="primary" onClick={() => input.current?.click()}>
                {say(T.choose)}
              </Button>
              <Button onClick={onSample}>{say(T.trySample)}</Button>
            </div>
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
            <Text size={200} className={styles.quiet}>
              {say(T.privacy)}
            </Text>
          </>
        ) : (
          <>
            <Spinner label={say(T.opening(opening.name))} />
            {opening.megabytes !== undefined && (
              <Text size={200} className={styles.quiet}>
                {say(T.tooBig(opening.megabytes))}
              </Text>
            )}
            <Button onClick={onCancel}>{say(T.cancel)}</Button>
          </>
        )}
      </section>
    </div>
  );
}

function useDragOver(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => setOver(event.type === "dragover");
    const kinds = ["dragover", "dragleave", "drop"] as const;
    for (const kind of kinds) window.addEventListener(kind, drag);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, drag);
    };
  }, []);
  return over;
}
