/** The pack that a report is read by. */
import { useEffect, useState } from "react";
import type { Pack } from "../../core/pack/pack";
import { loadPacks } from "../../packs/index";
import type { Job } from "../job";

/** The pack that the workbook was checked by, else the one chosen in the settings, else the default. */
export function usePack(job: Job, id: string | undefined): Pack | undefined {
  const [packs, setPacks] = useState<readonly Pack[]>([]);
  useEffect(() => {
    let mounted = true;
    loadPacks().then(
      (loaded) => mounted && setPacks(loaded),
      (error: unknown) => job.fail(error),
    );
    return () => {
      mounted = false;
    };
  }, [job]);
  return packs.find((pack) => pack.id === id) ?? packs[0];
}
