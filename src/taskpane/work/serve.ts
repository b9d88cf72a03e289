/** The answering side: takes requests one after the other and answers each once. What works on files or in Excel is loaded when it is first asked. */
import type { Step } from "../../core/evaluate";
import { HostProblem } from "../../hosts/host";
import { PANE_TEXTS } from "../../texts/pane";
import type { BookWork } from "./book-work";
import type { FileWork } from "./file-work";
import { partsOf } from "./parts";
import type { Answer, Asked, Request, Result } from "./protocol";

export function serve(post: (answer: Answer) => void): (asked: Asked) => void {
  let file: Promise<FileWork> | undefined;
  let book: Promise<BookWork> | undefined;
  let line: Promise<void> = Promise.resolve();

  async function resultOf(request: Request, onStep: (step: Step) => void): Promise<Result> {
    switch (request.of) {
      case "file":
        file ??= import("./file-work").then(({ fileWork }) => fileWork());
        return (await file)(request, onStep);
      case "book":
        book ??= import("./book-work").then(({ bookWork }) => bookWork());
        return (await book)(request, onStep);
    }
  }

  async function answer({ id, request }: Asked): Promise<void> {
    try {
      const result = await resultOf(request, (step) => post({ id, kind: "step", step }));
      const parts = partsOf(result);
      for (let next = parts.next(); next.done !== true; ) {
        const part = next.value;
        next = parts.next();
        post({ id, kind: "part", part, last: next.done === true });
      }
    } catch (error) {
      if (error instanceof HostProblem) post({ id, kind: "failed", code: error.code, text: error.text });
      else {
        const detail = error instanceof Error ? error.message : String(error);
        post({ id, kind: "failed", code: "other", text: PANE_TEXTS.unexpected(detail) });
      }
    }
  }

  return (asked) => {
    line = line.then(() => answer(asked));
  };
}
