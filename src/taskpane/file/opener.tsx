/** Where a workbook file is opened: by picker, by drop, or the sample. */
import { Button, Text } from "@fluentui/react-components";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { PANE_TEXTS as T } from "../../texts/pane";
import { useSay } from "../language";
import { Spinner } from "../parts";

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
  const say = useSay();
  return (
    <div className="opener">
      <section aria-label={say(T.openTitle)} className={over ? "opener-drop opener-over" : "opener-drop"}>
        {opening === undefined ? (
          <>
            <img className="opener-brand" src="assets/icons/hengbiao.svg" alt="" />
            <h1 className="opener-title">{say(T.openTitle)}</h1>
            <Text>{say(T.openHint)}</Text>
            <div className="opener-ways">
              <Button appearance="primary" onClick={() => input.current?.click()}>
                {say(T.choose)}
              </Button>
              <Button onClick={onSample}>{say(T.trySample)}</Button>
            </div>
            <input
              ref={input}
              className="opener-input"
              type="file"
              accept={ACCEPTED}
              aria-label={say(T.choose)}
              onChange={(event) => {
                const files = [...(event.target.files ?? [])];
                event.target.value = "";
                if (files.length > 0) onFiles(files);
              }}
            />
            <Text size={200} className="pane-quiet">
              {say(T.privacy)}
            </Text>
          </>
        ) : (
          <>
            <Spinner label={say(T.opening(opening.name))} />
            {opening.megabytes !== undefined && (
              <Text size={200} className="pane-quiet">
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
