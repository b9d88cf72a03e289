/** @jest-environment jsdom */
/** Parts that come late: what stands there meanwhile, at once where they are loaded, a sentence where they do not come. */
import { afterEach, expect, test } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { LanguageProvider } from "../../src/taskpane/language";
import { loadAhead, part } from "../../src/taskpane/part";
import { PANE_TEXTS as T } from "../../src/texts/pane";

afterEach(cleanup);

interface Named {
  readonly name: string;
}

function View({ name }: Named): ReactNode {
  return <p>{name}</p>;
}

function Waiting({ name }: Named): ReactNode {
  return <p>waiting for {name}</p>;
}

test("what waits gives way to the part", async () => {
  const Late = part(async () => ({ default: View }), Waiting);
  render(<Late name="score" />);
  expect(screen.getByText("waiting for score")).toBeTruthy();
  expect(await screen.findByText("score")).toBeTruthy();
  expect(screen.queryByText("waiting for score")).toBeNull();
});

test("a part that is loaded is there at the first rendering", async () => {
  const Late = part(async () => ({ default: View }), Waiting);
  await Late.load();
  render(<Late name="score" />);
  expect(screen.getByText("score")).toBeTruthy();
});

test.each(["zh-CN", "en"] as const)(
  "a part that does not come is told in %s, beside what waits; shown again it is asked for again",
  async (language) => {
    let isDown = true;
    const Late = part(async () => {
      if (isDown) throw new Error("Loading chunk 7 failed.");
      return { default: View };
    }, Waiting);
    const shown = (
      <LanguageProvider language={language}>
        <Late name="score" />
      </LanguageProvider>
    );
    render(shown);
    expect((await screen.findByRole("alert")).textContent).toContain(T.partMissing[language]);
    expect(screen.getByRole("button", { name: T.reload[language] })).toBeTruthy();
    expect(screen.getByText("waiting for score")).toBeTruthy();
    cleanup();
    isDown = false;
    render(shown);
    expect(await screen.findByText("score")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  },
);

test("where what waits says as much, nothing more is said of a part that does not come", async () => {
  let asked = 0;
  const down = async (): Promise<never> => {
    asked += 1;
    throw new Error("Loading chunk 7 failed.");
  };
  const Plain = part<Named>(down, Waiting, true);
  render(<Plain name="score" />);
  await waitFor(() => expect(asked).toBe(1));
  await expect(Plain.load()).rejects.toThrow("chunk 7");
  expect(screen.getByText("waiting for score")).toBeTruthy();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("ahead, one after the other, and past one that fails", async () => {
  const loaded: string[] = [];
  const last = new Promise<void>((resolve) => {
    const named = (name: string, then?: () => void) => ({
      load: async () => {
        loaded.push(name);
        then?.();
        if (name === "second") throw new Error("Loading chunk 7 failed.");
      },
    });
    loadAhead([named("first"), named("second"), named("third", resolve)]);
  });
  await last;
  expect(loaded).toEqual(["first", "second", "third"]);
});
