/** The pane on a file: open, work, download. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Root } from "react-dom/client";
import { HostProblem } from "../../hosts/host";
import { PANE_TEXTS as T } from "../../texts/pane";
import { App } from "../app";
import type { Job } from "../job";
import { useSystemLook } from "../theme";
import { anyThread } from "../work/thread";
import { addressOf, download } from "./download";
import { type Draft, dropDraft, keepAnswers, keepDraft, loadAnswers, loadDraft } from "./drafts";
import { bookOf, openFileBench } from "./file-bench";
import { Opener, type Opening } from "./opener";

const MEGABYTE = 1_000_000;
/** Megabytes from which the officer is told that it takes a while. */
const LARGE = 20;

/** Comes with the pane, for trying it out; made-up figures beside those of a public report. */
const SAMPLE = "bazhou-2021-as-reported.xlsx";

export function start(job: Job, root: Root): void {
  root.render(<FilePane job={job} />);
}

function FilePane({ job }: { readonly job: Job }): ReactNode {
  const [opening, setOpening] = useState<Opening | undefined>(undefined);
  const current = useRef<AbortController | undefined>(undefined);
  const look = useSystemLook();

  const open = useCallback(
    async (draft: Draft): Promise<boolean> => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      setOpening({ name: draft.name, megabytes: large(draft.bytes.length) });
      const book = bookOf(draft);
      try {
        const answers = await loadAnswers(book).catch(() => undefined);
        const bench = await openFileBench(
          draft,
          anyThread,
          answers,
          (changed) => keepAnswers(book, changed),
          controller.signal,
        );
        if (controller.signal.aborted) {
          bench.close();
          return false;
        }
        await job.open(bench);
        await keepDraft(draft).catch(() => job.fail(new HostProblem("other", T.draftNotKept)));
        if (answers !== undefined) await job.check();
        return true;
      } catch (error) {
        if (current.current === controller) job.fail(error);
        return false;
      } finally {
        if (current.current === controller) setOpening(undefined);
      }
    },
    [job],
  );

  const onFiles = useCallback(
    (files: readonly File[]): void => {
      const [file] = files;
      if (file === undefined) return;
      job.dismiss();
      if (files.length > 1) {
        job.fail(new HostProblem("other", T.oneFile));
        return;
      }
      setOpening({ name: file.name, megabytes: large(file.size) });
      bytesOf(file)
        .then((bytes) => open({ name: file.name, bytes }))
        .catch((error: unknown) => {
          setOpening(undefined);
          job.fail(error);
        });
    },
    [job, open],
  );

  const openSample = useCallback((): void => {
    job.dismiss();
    fetch(`assets/samples/${SAMPLE}`)
      .then(async (response) => {
        if (!response.ok) throw new Error(`${response.status}`);
        await open({ name: SAMPLE, bytes: new Uint8Array(await response.arrayBuffer()) });
      })
      .catch(() => job.fail(new HostProblem("other", T.noSample)));
  }, [job, open]);

  const cancel = useCallback((): void => {
    current.current?.abort();
    current.current = undefined;
    setOpening(undefined);
  }, []);

  const openOther = useCallback((): void => {
    void dropDraft().catch(() => undefined);
    void job.open(undefined);
  }, [job]);

  useEffect(() => {
    void loadDraft()
      .then(async (draft) => {
        if (draft !== undefined && !(await open(draft))) await dropDraft();
      })
      .catch(() => undefined);
  }, [open]);
  useDrop(onFiles);

  return (
    <App
      job={job}
      look={look}
      opener={<Opener opening={opening} onFiles={onFiles} onSample={openSample} onCancel={cancel} />}
      file={{ download, addressOf, openOther, opening: opening?.name }}
    />
  );
}

function large(bytes: number): number | undefined {
  const megabytes = Math.round(bytes / MEGABYTE);
  return megabytes >= LARGE ? megabytes : undefined;
}

/** A folder, or a file that went away meanwhile, cannot be read. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new HostProblem("unreadable", T.cannotRead(file.name), { cause: error });
  }
}

/** The whole page takes a drop, so that a file dropped beside the frame does not replace the page. */
function useDrop(onFiles: (files: readonly File[]) => void): void {
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [onFiles]);
}
