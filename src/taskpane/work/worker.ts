/** The worker's program: work beside the pane's own thread. */
import type { Asked } from "./protocol";
import { serve } from "./serve";

const take = serve((answer) => self.postMessage(answer));
self.addEventListener("message", ({ data }: MessageEvent<Asked>) => take(data));
