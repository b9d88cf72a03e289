/** Seeded damage to files: whole packages and their parts, cut, flipped, dropped, doubled, swapped. */
import { unzipSync, zipSync } from "fflate";

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Mutant {
  readonly bytes: Uint8Array;
  /** What was done, for the report. */
  readonly how: string;
}

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** Damage to any bytes. */
const BYTES: Readonly<Record<string, Damage>> = {
  truncate: (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  flip: (bytes, random) => {
    const copy = bytes.slice();
    for (let count = 1 + below(random, 8); count > 0 && copy.length > 0; count--) {
      const at = below(random, copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8));
    }
    return copy;
  },
  drop: (bytes, random) => {
    const from = below(random, bytes.length);
    const to = Math.min(bytes.length, from + 1 + below(random, 200));
    return joined([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  double: (bytes, random) => {
    const from = below(random, bytes.length);
    const to = Math.min(bytes.length, from + 1 + below(random, 2_000));
    return joined([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  fill: (bytes, random) => {
    const copy = bytes.slice();
    const from = below(random, bytes.length);
    copy.fill([0, 255, 32, 60][below(random, 4)] ?? 0, from, from + 1 + below(random, 64));
    return copy;
  },
  splice: (bytes, random) => {
    const from = below(random, bytes.length);
    const piece = bytes.subarray(from, from + 1 + below(random, 500));
    const at = below(random, bytes.length);
    return joined([bytes.subarray(0, at), piece, bytes.subarray(at)]);
  },
};

/** Words that mean much where they stand: numbers of all sizes, tags, references, entities. */
const WORDS = [
  "0",
  "-1",
  "1",
  "16385",
  "1048577",
  "2147483648",
  "99999999999999999999",
  "1e999",
  "NaN",
  "XFD1048576",
  "A0",
  "A1:XFD1048576",
  "&amp;",
  "&#0;",
  "&x;",
  "<c>",
  "</c>",
  "<row>",
  "<!--",
  "<![CDATA[",
  "]]>",
  "<?x?>",
  "<!DOCTYPE x>",
  "_xFFFF_",
  "../../../x",
  "/xl/workbook.xml",
  'xmlns="urn:x"',
  "\u0000",
  "\ud83d\ude00",
];

/** Damage to XML, whose tags and words it knows. */
const XML: Readonly<Record<string, Damage>> = {
  word: (bytes, random) => {
    const text = new TextDecoder().decode(bytes);
    const places = [...text.matchAll(/"[^"<>]*"|>[^<>]+</g)];
    const place = places[below(random, places.length)];
    if (place === undefined) return bytes;
    const word = WORDS[below(random, WORDS.length)] ?? "";
    const start = place.index + 1;
    return new TextEncoder().encode(text.slice(0, start) + word + text.slice(start + place[0].length - 2));
  },
  tag: (bytes, random) => {
    const text = new TextDecoder().decode(bytes);
    const tags = [...text.matchAll(/<[^<>]*>/g)];
    const tag = tags[below(random, tags.length)];
    const other = tags[below(random, tags.length)];
    if (tag === undefined || other === undefined) return bytes;
    const instead = ["", tag[0] + tag[0], other[0], tag[0].replace("<", "</")][below(random, 4)] ?? "";
    return new TextEncoder().encode(
      text.slice(0, tag.index) + instead + text.slice(tag.index + tag[0].length),
    );
  },
  cut: (bytes, random) => bytes.slice(0, below(random, bytes.length)),
};

/** One mutant of any file. */
export function mutateBytes(bytes: Uint8Array, random: Random): Mutant {
  return damaged(bytes, random, BYTES, "bytes");
}

export function mutateXml(bytes: Uint8Array, random: Random): Mutant {
  return random() < 0.3 ? mutateBytes(bytes, random) : damaged(bytes, random, XML, "xml");
}

/** One mutant of a package: its bytes, or one of its parts, or their list. */
export function mutatePackage(bytes: Uint8Array, random: Random): Mutant {
  const kind = random();
  if (kind < 0.35) return mutateBytes(bytes, random);
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => !name.endsWith("/"));
  const name = names[below(random, names.length)] ?? "";
  const other = names[below(random, names.length)] ?? "";
  const part = parts[name] ?? new Uint8Array(0);
  let how: string;
  if (kind < 0.85) {
    const mutant = mutateXml(part, random);
    parts[name] = mutant.bytes;
    how = `${mutant.how} ${name}`;
  } else if (kind < 0.9) {
    delete parts[name];
    how = `without ${name}`;
  } else if (kind < 0.95) {
    parts[name] = parts[other] ?? part;
    parts[other] = part;
    how = `${name} and ${other} swapped`;
  } else {
    parts[name.toUpperCase()] = part;
    parts[`copy/${name}`] = part;
    how = `${name} three times`;
  }
  return { bytes: zipSync(parts, { level: 1 }), how };
}

function damaged(
  bytes: Uint8Array,
  random: Random,
  damages: Readonly<Record<string, Damage>>,
  what: string,
): Mutant {
  const names = Object.keys(damages);
  const name = names[below(random, names.length)] ?? "";
  return { bytes: damages[name]?.(bytes, random) ?? bytes, how: `${what} ${name}` };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
