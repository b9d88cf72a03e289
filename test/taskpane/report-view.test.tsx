/** @jest-environment jsdom */
/** The report view: pick or paste, sentences with marked figures, the way to the cells, what cannot be read. */
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { NO_ANSWERS } from "../../src/core/answers/answers";
import { evaluate } from "../../src/core/evaluate";
import type { SheetArea } from "../../src/core/workbook/address";
import { openWorkbook } from "../../src/hosts/file/open";
import { xjBridging2021 } from "../../src/packs/xj-bridging-2021/index";
import { createJob, type Job } from "../../src/taskpane/job";
import { createDesk, type Desk } from "../../src/taskpane/report/desk";
import ReportView from "../../src/taskpane/report/report-view";
import ScoreView from "../../src/taskpane/score/score-view";
import type { Workbench } from "../../src/taskpane/workbench";

const WRONG = "全州到位衔接资金143400.108万元（中央资金37585万元、自治区资金507.348万元、州本级3500万元）。";
/** An indicator of the pack that is computed. */
const CLAIMED = { no: "12", name: "中央财政衔接资金用于产业的比例" };

let job: Job;
let desk: Desk;
let selected: SheetArea[];

function show(): void {
  render(
    <FluentProvider theme={webLightTheme}>
      <ReportView job={job} desk={desk} />
    </FluentProvider>,
  );
}

async function sample(): Promise<Workbench> {
  const bytes = new Uint8Array(readFileSync("assets/samples/bazhou-2021-consistent.xlsx"));
  const { snapshot } = await openWorkbook(bytes, "表.xlsx");
  const none = (): Promise<void> => Promise.resolve();
  return {
    kind: "excel",
    evaluate: async ({ language }) =>
      evaluate(snapshot, xjBridging2021, NO_ANSWERS, { language, withFacts: true }),
    keep: none,
    insert: () => Promise.reject(new Error("nothing is inserted here")),
    live: {
      select: (area) => {
        selected.push(area);
        return Promise.resolve("selected");
      },
      reveal: none,
      selection: () => Promise.reject(new Error("nothing is selected here")),
      mark: none,
      clearMarks: () => Promise.resolve(0),
      onChange: () => Promise.resolve(none),
    },
  };
}

beforeEach(() => {
  selected = [];
  job = createJob({ load: () => ({}), save: () => undefined });
  desk = createDesk();
});
afterEach(cleanup);

test("pasted text is checked against itself; the figures of the sentence are marked", async () => {
  show();
  fireEvent.change(screen.getByRole("textbox", { name: "粘贴报告文字" }), { target: { value: WRONG } });
  fireEvent.click(screen.getByRole("button", { name: "核对粘贴的文字" }));
  const card = await screen.findByRole("article");
  expect(within(card).getByText("错误")).toBeTruthy();
  const marks = [...card.querySelectorAll("mark")].map(({ textContent }) => textContent);
  expect(marks).toEqual(["143400.108万元", "37585万元", "507.348万元", "3500万元"]);
  expect(card.querySelector("blockquote")?.textContent).toBe(WRONG);
  expect(screen.getByText(/尚未校验工作簿/u)).toBeTruthy();
});

test("a file is read by its content; another can take its place", async () => {
  show();
  const bytes = new TextEncoder().encode(WRONG);
  await act(() => desk.open({ name: "报告.txt", arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }));
  expect(await screen.findByText("报告.txt")).toBeTruthy();
  expect(await screen.findByRole("article")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "换一份" }));
  expect(screen.queryByRole("article")).toBeNull();
  expect(screen.getByRole("button", { name: "选择报告" })).toBeTruthy();
});

test("what cannot be read says so in one sentence, and the report before stays", async () => {
  show();
  await act(() => desk.paste(WRONG));
  const pdf = new TextEncoder().encode("%PDF-1.7\n");
  await act(() => desk.open({ name: "报告.pdf", arrayBuffer: () => Promise.resolve(pdf.slice().buffer) }));
  expect(await screen.findByText(/^这是 PDF 文件.*\.docx/u)).toBeTruthy();
  expect(await screen.findByRole("article")).toBeTruthy();
});

describe("with a workbook", () => {
  test("a finding leads to the workbook's cell", async () => {
    await job.open(await sample());
    await job.check();
    show();
    await act(() => desk.paste("全州到位衔接资金143400.108万元。"));
    const card = await screen.findByRole("article");
    fireEvent.click(within(card).getByRole("button", { name: "到工作簿 表1资金投入!C14" }));
    expect(selected).toEqual([{ sheet: "表1资金投入", top: 13, left: 2, bottom: 13, right: 2 }]);
    expect(screen.queryByText(/尚未校验工作簿/u)).toBeNull();
  });

  test("the scores that the report claims stand in the score rows beside the computed ones", async () => {
    await job.open(await sample());
    await job.check();
    const computed = job.state().evaluation?.score.items.find(({ no }) => no === CLAIMED.no);
    expect([computed?.status, computed?.name]).toEqual(["computed", CLAIMED.name]);
    show();
    await act(() => desk.paste(`${CLAIMED.no}.${CLAIMED.name}\n自评得分：1.5分。`));
    await screen.findByText("粘贴的文字");
    cleanup();
    render(
      <FluentProvider theme={webLightTheme}>
        <ScoreView job={job} desk={desk} />
      </FluentProvider>,
    );
    const row = screen.getByRole("region", { name: `${CLAIMED.no} ${CLAIMED.name}` });
    expect(await within(row).findByText(`自评报告写 1.5，这里得 ${computed?.score}`)).toBeTruthy();
    expect(screen.getAllByText(/^自评报告写/u)).toHaveLength(1);
    act(() => desk.clear());
    await waitFor(() => expect(screen.queryByText(/^自评报告写/u)).toBeNull());
  });

  test("a draft is offered for download", async () => {
    const url = jest.fn(() => "blob:draft");
    Object.assign(URL, { createObjectURL: url, revokeObjectURL: () => undefined });
    const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    await job.open(await sample());
    await job.check();
    show();
    fireEvent.click(screen.getByRole("button", { name: "起草报告" }));
    const link = await screen.findByRole("link", { name: "自评报告.docx" }, { timeout: 10_000 });
    expect(link.getAttribute("href")).toBe("blob:draft");
    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
  }, 20_000);
});

test("what is to be looked at is shown when asked for", async () => {
  show();
  await act(() => desk.paste("共安排资金860万元，其中产业资金300万元，就业资金220万元，教育资金200万元。"));
  fireEvent.click(await screen.findByRole("switch", { name: "也显示 1 处可疑（请自行判断）" }));
  const card = await screen.findByRole("article");
  expect(within(card).getByText("请看一看")).toBeTruthy();
});
