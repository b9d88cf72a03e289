/** The packs that come with the program. Each is loaded only when asked for. */
import type { Pack, Text } from "../core/pack/pack";

export interface BundledPack {
  readonly id: string;
  readonly title: Text;
  readonly year?: number;
  readonly load: () => Promise<Pack>;
}

/** The first is the default. */
export const BUNDLED_PACKS: readonly [BundledPack, ...BundledPack[]] = [
  {
    id: "xj-bridging-2021",
    title: {
      "zh-CN": "2021年度财政衔接推进乡村振兴补助资金绩效评价（新疆）",
      en: "Performance evaluation of rural-revitalisation bridging funds, Xinjiang, 2021",
    },
    year: 2021,
    load: async () => (await import("./xj-bridging-2021/index")).xjBridging2021,
  },
  {
    id: "yn-bridging-2022",
    title: {
      "zh-CN": "2022年度财政衔接推进乡村振兴补助资金绩效评价（云南，待补充）",
      en: "Performance evaluation of rural-revitalisation bridging funds, Yunnan, 2022 (to be completed)",
    },
    year: 2022,
    load: async () => (await import("./yn-bridging-2022/index")).ynBridging2022,
  },
  {
    id: "project-self-evaluation",
    title: {
      "zh-CN": "项目支出绩效自评表（财预〔2020〕10号）",
      en: "Yearly self-evaluation form of project spending (财预〔2020〕10号)",
    },
    load: async () => (await import("./project-self-evaluation/index")).projectSelfEvaluation,
  },
];

/** All packs that come with the program, the default first. */
export async function loadPacks(): Promise<readonly [Pack, ...Pack[]]> {
  const [first, ...others] = BUNDLED_PACKS;
  return [await first.load(), ...(await Promise.all(others.map((pack) => pack.load())))];
}
