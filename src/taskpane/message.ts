/** What there is to tell the officer now: one message, the most pressing. */
import type { Text } from "../core/pack/pack";
import { PANE_TEXTS as T } from "../texts/pane";
import type { JobState } from "./job";

export interface Message {
  readonly intent: "error" | "success" | "info" | "warning";
  readonly text: Text;
}

export function messageOf({ problem, news, cancelled, stale, activity }: JobState): Message | undefined {
  if (problem !== undefined) return { intent: "error", text: problem.text };
  if (news !== undefined) return { intent: "success", text: news };
  if (cancelled) return { intent: "info", text: T.cancelled };
  if (stale && activity.kind === "idle") return { intent: "warning", text: T.stale };
  return undefined;
}
