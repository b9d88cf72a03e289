/** Drafts a report with the workbook's figures and hands it to the browser's downloads. */
import { Button, Link, Text } from "@fluentui/react-components";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import { draftReport } from "../../core/narrative/draft";
import { loadPacks } from "../../packs/index";
import { REPORT_VIEW_TEXTS as T } from "../../texts/report-view";
import { addressOf, download } from "../file/download";
import type { Job } from "../job";
import { useSay } from "../language";
import type { Finished } from "../workbench";

interface Drafted {
  readonly file: Finished;
  readonly gaps: number;
}

/** The report is in Chinese whatever language the pane speaks, so the workbook is evaluated in Chinese for it. */
async function draft(job: Job, name: string): Promise<Drafted | undefined> {
  const { bench, evaluation: shown, answers, settings } = job.state();
  if (bench === undefined || shown === undefined) return undefined;
  const evaluation =
    shown.language === "zh-CN" && shown.facts !== undefined
      ? shown
      : await bench.evaluate({
          packId: settings.packId,
          answers,
          language: "zh-CN",
          signal: new AbortController().signal,
          onStep: () => undefined,
        });
  const packs = await loadPacks();
  const pack = packs.find(({ id }) => id === evaluation.pack.id) ?? packs[0];
  const report = draftReport(pack, evaluation);
  // The writer of .docx is large and wanted here alone.
  const { writeDocx } = await import("../../hosts/file/report/write-docx");
  return { file: { name, bytes: await writeDocx(report) }, gaps: report.gaps };
}

export function DraftButton({ job }: { readonly job: Job }): ReactNode {
  const { evaluation } = useSyncExternalStore(job.subscribe, job.state);
  const [busy, setBusy] = useState(false);
  const [drafted, setDrafted] = useState<Drafted | undefined>(undefined);
  const say = useSay();
  const start = async (): Promise<void> => {
    setBusy(true);
    try {
      const made = await draft(job, say(T.draftName));
      setDrafted(made);
      if (made !== undefined) download(made.file);
    } catch (error) {
      job.fail(error);
    } finally {
      setBusy(false);
    }
  };
  if (evaluation === undefined) return <Text size={200}>{say(T.draftNeedsCheck)}</Text>;
  return (
    <>
      <div>
        <Button disabledFocusable={busy} onClick={() => void start()}>
          {say(busy ? T.drafting : T.draft)}
        </Button>
      </div>
      <output>
        {drafted !== undefined && (
          <Text>
            {say(T.gaps(drafted.gaps))}{" "}
            <Link href={addressOf(drafted.file)} download={drafted.file.name}>
              {drafted.file.name}
            </Link>
          </Text>
        )}
      </output>
    </>
  );
}
