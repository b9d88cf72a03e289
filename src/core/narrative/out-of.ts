/** Reads what was started, completed or mended out of what was planned or found, in one sentence. */
import type { Sentence } from "./sentences";
import { alike, exact, type OutOfStatement } from "./statements";

const DONE =
  /(?:已经?|均已|其中已?|现已|实际)?(?:开工|完工|竣工|完成|整改|销号|验收|办结|入库|兑付|消除|脱贫)(?:整改|建设|验收|销号|入库)?(?:项目|问题)?$/u;
const WHOLE = /计划|共|总|应|实施|发现|排查|收到|安排|下达|确定|涉及/u;

/** The last figure before that was not done itself is the whole, where its words say so. */
export function readOutOfs(sentence: Sentence): readonly OutOfStatement[] {
  const figures = exact(sentence.figures).filter(({ kind }) => kind === "count");
  return figures.flatMap((part, index) => {
    if (!DONE.test(part.before) || WHOLE.test(part.before)) return [];
    // Behind the whole only what was done of it: 发现26个，加上结转的4个，已整改30个 is right.
    const before = figures.slice(0, index).filter((one) => alike(one, part) && one.part === part.part);
    const whole = before.filter((one) => !DONE.test(one.before)).at(-1);
    if (whole === undefined || !WHOLE.test(whole.before) || !nounFits(whole.after, part.after)) return [];
    return [{ kind: "out-of", part, whole }];
  });
}

/** 30个项目，完成…12个乡镇: other things are no part. */
function nounFits(whole: string, part: string): boolean {
  const noun = part.slice(0, 2);
  return noun === "" || whole.startsWith(noun);
}
