/** Reads "A，与B一致", "A与B相符": two figures that the text says are one. */
import type { Sentence } from "./sentences";
import { alike, type EqualStatement, exact } from "./statements";

const SAME = /一致|相符|吻合|相等|持平/u;

/** Only where one figure stands before 与 and one between 与 and 一致; what is compared with no figure says nothing. */
export function readEquals(sentence: Sentence): readonly EqualStatement[] {
  const { flat } = sentence.passage;
  const figures = exact(sentence.figures);
  return figures.flatMap((right, index) => {
    const left = figures[index - 1];
    if (left === undefined || !alike(left, right) || left.kind === "rate") return [];
    const between = flat.slice(left.end, right.start);
    const behind = flat.slice(right.end, Math.min(sentence.end, right.end + 16)).replace(/[。；].*$/u, "");
    const claims = /(?:^|，)?(?:与|同|和)[^，。；]{0,30}$/u.test(between) && SAME.test(behind);
    if (!claims || /不一致|不相符|不符|基本|上年|去年|同期|\d/u.test(between + behind)) return [];
    return [{ kind: "equal", left, right }];
  });
}
