// Jest's jsdom environment lacks the text codecs that the engine needs when it is loaded.
import { TextDecoder as NodeTextDecoder, TextEncoder as NodeTextEncoder } from "node:util";

for (const [name, codec] of [
  ["TextDecoder", NodeTextDecoder],
  ["TextEncoder", NodeTextEncoder],
] as const) {
  if (!(name in globalThis)) {
    Object.defineProperty(globalThis, name, { value: codec, configurable: true, writable: true });
  }
}
