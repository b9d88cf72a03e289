/** What the report on the desk claims, for the score rows. */
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Narrative } from "../../core/narrative/document";
import type { Pack } from "../../core/pack/pack";
import type { Job } from "../job";
import type { Desk } from "./desk";
import { usePack } from "./use-pack";

interface Claimed {
  readonly by: Narrative;
  readonly pack: Pack;
  readonly scores: Readonly<Record<string, string>>;
}

const NONE: Readonly<Record<string, string>> = {};

/** Item no → points as the report has them; empty while no report lies on the desk. */
export function useReportedScores(job: Job, desk: Desk): Readonly<Record<string, string>> {
  const { narrative } = useSyncExternalStore(desk.subscribe, desk.state);
  const { evaluation, settings } = useSyncExternalStore(job.subscribe, job.state);
  const pack = usePack(job, evaluation?.pack.id ?? settings.packId);
  const [claimed, setClaimed] = useState<Claimed | undefined>(undefined);
  useEffect(() => {
    if (narrative === undefined || pack === undefined) return undefined;
    let wanted = true;
    // The reader of reports comes only where there is one.
    void import("../../core/narrative/check")
      .then(({ claimedScores }) => {
        if (wanted) setClaimed({ by: narrative, pack, scores: claimedScores(narrative, pack) });
      })
      .catch((error: unknown) => job.fail(error));
    return () => {
      wanted = false;
    };
  }, [job, narrative, pack]);
  // Those of a report that was taken away count no more.
  return claimed !== undefined && claimed.by === narrative && claimed.pack === pack ? claimed.scores : NONE;
}
