/** @jest-environment jsdom */
/** A finding's sentence goes to the clipboard, or the officer is told that it did not. */
import { afterEach, expect, test } from "@jest/globals";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { FindingCard } from "../../src/taskpane/check/finding-card";
import { createJob } from "../../src/taskpane/job";
import { LanguageProvider } from "../../src/taskpane/language";
import { PANE_TEXTS as T } from "../../src/texts/pane";
import { ORIGINAL_VALUE } from "../support/made-evaluation";

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, "clipboard");
});

/** A clipboard that takes text, or forbids it as a browser does to a frame without leave. */
function clipboard(allows: boolean): readonly string[] {
  const written: string[] = [];
  const writeText = async (text: string): Promise<void> => {
    if (!allows) throw new DOMException("Write permission denied.", "NotAllowedError");
    written.push(text);
  };
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  return written;
}

function pressCopy(language: "zh-CN" | "en"): void {
  const job = createJob({ load: () => ({}), save: () => undefined });
  render(
    <LanguageProvider language={language}>
      <FindingCard job={job} finding={ORIGINAL_VALUE} onExplain={() => undefined} />
    </LanguageProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: T.copy[language] }));
}

test.each(["zh-CN", "en"] as const)(
  "the whole sentence is copied, and that is told in %s",
  async (language) => {
    const written = clipboard(true);
    pressCopy(language);
    const told = await screen.findByText(T.copied[language]);
    expect(written).toEqual([ORIGINAL_VALUE.message]);
    // An <output> is read out as it changes.
    expect(told.closest("output")).not.toBeNull();
  },
);

test("a browser that forbids it: the officer is told to select by hand", async () => {
  const written = clipboard(false);
  pressCopy("zh-CN");
  await screen.findByText(T.notCopied["zh-CN"]);
  expect(written).toEqual([]);
});

test("a page without a clipboard, as on plain http", async () => {
  pressCopy("en");
  await screen.findByText(T.notCopied.en);
  expect(screen.queryByText(T.copied.en)).toBeNull();
});
