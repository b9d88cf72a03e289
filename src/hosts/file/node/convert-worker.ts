/** A thread that converts one old workbook and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { FileProblem } from "../problem";
import { convertOld } from "../read-xls";
import type { Converted } from "./convert";

const bytes: unknown = workerData;

async function convert(): Promise<Converted> {
  if (!(bytes instanceof Uint8Array)) throw new TypeError("no bytes");
  try {
    return { ok: true, bytes: await convertOld(bytes) };
  } catch (error) {
    if (error instanceof FileProblem) return { ok: false, text: error.text };
    throw error;
  }
}

void convert().then((converted) => parentPort?.postMessage(converted));
