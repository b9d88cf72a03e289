/** CRC-32 as ZIP archives store it (polynomial 0xEDB88320), four tables for speed on large sheets. */

const TABLES = [0, 1, 2, 3].map(() => new Uint32Array(256)) as [
  Uint32Array,
  Uint32Array,
  Uint32Array,
  Uint32Array,
];
const [T0, T1, T2, T3] = TABLES;
for (let n = 0; n < 256; n += 1) {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = (c & 1) === 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  T0[n] = c >>> 0;
}
for (let n = 0; n < 256; n += 1) {
  for (let t = 1; t < 4; t += 1) {
    const before = (TABLES[t - 1] as Uint32Array)[n] as number;
    (TABLES[t] as Uint32Array)[n] = (before >>> 8) ^ (T0[before & 255] as number);
  }
}

/** @param before checksum of the bytes that came before, 0 at the start */
export function crc32(bytes: Uint8Array, before = 0): number {
  let c = ~before;
  let i = 0;
  for (const end = bytes.length - 3; i < end; i += 4) {
    c ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    c =
      (T3[c & 255] as number) ^
      (T2[(c >>> 8) & 255] as number) ^
      (T1[(c >>> 16) & 255] as number) ^
      (T0[c >>> 24] as number);
  }
  for (; i < bytes.length; i += 1) c = (c >>> 8) ^ (T0[(c ^ (bytes[i] as number)) & 255] as number);
  return ~c >>> 0;
}
