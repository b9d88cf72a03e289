/** The pack that a report is read by. */
import { useEffect, useState } from "react";
import type { Pack } from "../../core/pack/pack";
import { loadPacks } from "../../packs/index";

/** The pack that the workbook was checked by, else the one chosen in the settings, else the default. */
export function usePack(id: string | undefined): Pack | undefined {
  const [packs, setPacks] = useState<readonly Pack[]>([]);
  useEffect(() => {
    let mounted = true;
    void loadPacks().then((loaded) => {
      if (mounted) setPacks(loaded);
    });
    return () => {
      mounted = false;
    };
  }, []);
  return packs.find((pack) => pack.id === id) ?? packs[0];
}
