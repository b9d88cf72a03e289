/** @jest-environment jsdom */
import { afterEach, describe, expect, test } from "@jest/globals";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { NO_ANSWERS } from "../../src/core/answers/answers";
import type { ScoreItem } from "../../src/core/scoring/score";
import { createJob } from "../../src/taskpane/job";
import { ScoreRow } from "../../src/taskpane/score/score-row";
import { typedInBrowser } from "../../src/taskpane/typed-store";
import type { Workbench } from "../../src/taskpane/workbench";
import { PANE_TEXTS as T } from "../../src/texts/pane";
import { madeEvaluation } from "../support/made-evaluation";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const ENTERED: ScoreItem = {
  no: "1",
  name: "地州市履行支出责任情况",
  section: "funds",
  sectionName: "资金保障",
  part: "base",
  max: "5",
  score: undefined,
  status: "missing",
  basis: "",
  facts: "",
  cells: [],
  formula: { kind: "value", why: "" },
  evidence: "",
  entered: true,
  mayNotApply: false,
  criterion: "",
  assumed: false,
};

async function jobWithKept() {
  const kept: Readonly<Record<string, string>>[] = [];
  const bench: Workbench = {
    kind: "file",
    book: "表.xlsx",
    evaluate: async ({ answers }) => ({ ...madeEvaluation([]), answers: answers ?? NO_ANSWERS }),
    insert: async () => ({ evaluation: madeEvaluation([]), sheets: [] }),
    keep: async ({ scores }) => {
      kept.push(scores);
    },
  };
  const job = createJob({ load: () => ({}), save: () => undefined }, typedInBrowser(localStorage));
  await job.open(bench);
  await job.check();
  return { job, kept };
}

describe("a score that the officer gives", () => {
  test.each(["5.1", "-1", "4.55", "满分"])("%s is refused, told, and stays as typed", async (typed) => {
    const { job, kept } = await jobWithKept();
    render(<ScoreRow job={job} item={ENTERED} claim={undefined} />);
    const field = screen.getByLabelText<HTMLInputElement>(T.score["zh-CN"]);
    fireEvent.change(field, { target: { value: typed } });
    fireEvent.blur(field);
    expect(screen.getByText(T.scoreRange("5")["zh-CN"])).toBeTruthy();
    expect(field.value).toBe(typed);
    expect(kept).toEqual([]);
  });

  test.each(["0", "5", "4.5"])("%s is taken", async (typed) => {
    const { job, kept } = await jobWithKept();
    render(<ScoreRow job={job} item={ENTERED} claim={undefined} />);
    const field = screen.getByLabelText(T.score["zh-CN"]);
    fireEvent.change(field, { target: { value: typed } });
    fireEvent.blur(field);
    await waitFor(() => expect(kept).toEqual([{ "1": typed }]));
  });

  test("half typed is there again when the row is drawn anew", async () => {
    const { job } = await jobWithKept();
    render(<ScoreRow job={job} item={ENTERED} claim={undefined} />);
    fireEvent.change(screen.getByLabelText(T.evidence["zh-CN"]), { target: { value: "州政府纪" } });
    cleanup();
    render(<ScoreRow job={job} item={ENTERED} claim={undefined} />);
    expect(screen.getByLabelText<HTMLInputElement>(T.evidence["zh-CN"]).value).toBe("州政府纪");
  });
});

test("what the office claims stands beside what is computed", async () => {
  const { job } = await jobWithKept();
  const computed: ScoreItem = { ...ENTERED, entered: false, status: "computed", score: "3.36" };
  render(<ScoreRow job={job} item={computed} claim="5" />);
  expect(screen.getByText(T.claimed("5", "3.36")["zh-CN"])).toBeTruthy();
});
