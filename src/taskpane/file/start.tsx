/** The pane on a file: open, work, download. */
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { Root } from "react-dom/client";
import { HostProblem } from "../../hosts/host";
import { PANE_TEXTS as T } from "../../texts/pane";
import { App } from "../app";
import type { Job } from "../job";
import { type Look, systemLook } from "../theme";
import { type Draft, dropDraft, keepDraft, loadDraft } from "./drafts";
import { openFileBench } from "./file-bench";
import { Opener } from "./opener";

export function start(job: Job, root: Root): void {
  root.render(<FilePane job={job} />);
}

function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url));
}

function FilePane({ job }: { readonly job: Job }): ReactNode {
  const [opening, setOpening] = useState<string | undefined>(undefined);
  const look = useSystemLook();
  const open = useCallback(
    async (draft: Draft): Promise<void> => {
      setOpening(draft.name);
      try {
        await job.open(
          await openFileBench(draft, startWorker, draft.answers, (answers) =>
            keepDraft({ ...draft, answers }),
          ),
        );
        await keepDraft(draft);
      } catch (error) {
        job.fail(error);
        await dropDraft();
      } finally {
        setOpening(undefined);
      }
    },
    [job],
  );
  const onFiles = useCallback(
    (files: readonly File[]): void => {
      const [file] = files;
      if (file === undefined) return;
      if (files.length > 1) job.fail(new HostProblem("other", T.oneFile));
      else {
        void file
          .arrayBuffer()
          .then((buffer) => open({ name: file.name, bytes: new Uint8Array(buffer), answers: undefined }))
          .catch((error: unknown) => job.fail(error));
      }
    },
    [job, open],
  );
  useEffect(() => {
    void loadDraft()
      .then((draft) => (draft === undefined ? undefined : open(draft)))
      .catch(() => undefined);
  }, [open]);
  return (
    <App job={job} look={look} opener={<Opener opening={opening} onFiles={onFiles} />} download={download} />
  );
}

function download(file: { readonly name: string; readonly bytes: Uint8Array }): void {
  const address = URL.createObjectURL(new Blob([file.bytes.slice()]));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  link.click();
  URL.revokeObjectURL(address);
}

function useSystemLook(): Look {
  const [look, setLook] = useState<Look>(systemLook);
  useEffect(() => {
    const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) =>
      window.matchMedia(query),
    );
    const update = (): void => setLook(systemLook());
    for (const query of queries) query.addEventListener("change", update);
    return () => {
      for (const query of queries) query.removeEventListener("change", update);
    };
  }, []);
  return look;
}
