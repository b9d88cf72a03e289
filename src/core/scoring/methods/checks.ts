import { Decimal, plain } from "../../figures/decimal";
import { fractionOf } from "../fraction";
import { defineMethod } from "../method";

/** The maximum, less so many points for each group of checks that found an error, explained or not. */
export const checks = defineMethod({
  kind: "computed",
  name: "checks",
  title: { "zh-CN": "校验扣分", en: "Checks" },
  about: {
    "zh-CN":
      "满分减去 未通过的校验组数 × each，扣完为止；有错误即为未通过，已作说明的也算；有校验没能运行时没有得分",
    en: "the maximum less `each` for every group with an error, explained or not, not below 0; no score where a group could not run",
  },
  live: { "zh-CN": "没有公式：校验由程序完成", en: "no formula: the program does the checking" },
  parameters: {
    groups: {
      type: "checks",
      required: true,
      about: { "zh-CN": "校验组的规则编号", en: "ids of the checks" },
    },
    each: {
      type: "points",
      required: true,
      about: { "zh-CN": "每组扣的分", en: "points off for each group" },
    },
  },
  score: ({ groups, each }, max, input) => {
    const states = groups.map((id) => ({ id, state: input.check(id) }));
    const failed = states.filter(({ state }) => state.kind === "failed");
    const cells = states.flatMap(({ state }) => (state.kind === "failed" ? state.cells : []));
    const stopped = states.find(({ state }) => state.kind === "not-run");
    if (stopped?.state.kind === "not-run") {
      return {
        ok: false,
        cells,
        why: {
          "zh-CN": `校验 ${stopped.id} 没能运行，无法计分：${stopped.state.why}`,
          en: `the check ${stopped.id} could not run, so there is no score: ${stopped.state.why}`,
        },
      };
    }
    const off = each.times(failed.length);
    const points = Decimal.max(0, max.minus(off));
    const names = failed.map(({ id }) => id).join(", ");
    const text = `${plain(max)} − ${failed.length} × ${plain(each)}`;
    return {
      ok: true,
      term: {
        kind: "fixed",
        value: fractionOf(plain(points)),
        cells,
        why: {
          "zh-CN": "得分取决于校验结果，表格公式无法表达，故直接写数值",
          en: "the score rests on the checks, which no formula can carry, so the value is written",
        },
      },
      sentence:
        failed.length === 0
          ? { "zh-CN": `${groups.length} 组校验全部通过`, en: `all ${groups.length} groups of checks passed` }
          : {
              "zh-CN": `${groups.length} 组校验中 ${failed.length} 组未通过（${names}）：${text}`,
              en: `${failed.length} of ${groups.length} groups of checks failed (${names}): ${text}`,
            },
    };
  },
});
