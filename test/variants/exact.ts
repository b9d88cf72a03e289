/** Slow exact decimals for the generator's own judge: n × 10^-s, nothing borrowed from the product. */
export type Exact = { readonly n: bigint; readonly s: number };

const tenTo = (k: number): bigint => 10n ** BigInt(k);

/** Drops zeros at the end of the decimals, so that `s` is the number of decimals the value needs. */
export function trim(x: Exact): Exact {
  let { n, s } = x;
  while (s > 0 && n % 10n === 0n) {
    n /= 10n;
    s -= 1;
  }
  return { n, s };
}

export const ZERO: Exact = { n: 0n, s: 0 };
export const whole = (n: number | bigint): Exact => ({ n: BigInt(n), s: 0 });

/** Reads plain digits with an optional sign, point and exponent, as JavaScript prints numbers. */
export function exact(text: string): Exact {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text);
  if (match === null) throw new Error(`not a plain decimal: ${text}`);
  const fraction = match[3] ?? "";
  const n = BigInt((match[1] ?? "") + (match[2] ?? "") + fraction);
  return trim(shift({ n, s: fraction.length }, Number(match[4] ?? "0")));
}

/** Multiplies by 10^k. */
export function shift(x: Exact, k: number): Exact {
  const s = x.s - k;
  return s >= 0 ? { n: x.n, s } : { n: x.n * tenTo(-s), s: 0 };
}

export function add(a: Exact, b: Exact): Exact {
  const s = Math.max(a.s, b.s);
  return { n: a.n * tenTo(s - a.s) + b.n * tenTo(s - b.s), s };
}

export const negate = (x: Exact): Exact => ({ n: -x.n, s: x.s });
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));
export const magnitude = (x: Exact): Exact => (x.n < 0n ? negate(x) : x);
export const total = (xs: readonly Exact[]): Exact => xs.reduce(add, ZERO);
export const times = (x: Exact, k: number): Exact => ({ n: x.n * BigInt(k), s: x.s });

/** Negative, 0 or positive as a < b, a = b or a > b. */
export function compare(a: Exact, b: Exact): number {
  const { n } = subtract(a, b);
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

export const isZero = (x: Exact): boolean => x.n === 0n;

/** a / b to d decimals, either half away from zero or cut off; both must not be negative. */
export function quotient(a: Exact, b: Exact, d: number, how: "round" | "cut"): Exact {
  const s = Math.max(a.s, b.s);
  const top = a.n * tenTo(s - a.s) * tenTo(d);
  const bottom = b.n * tenTo(s - b.s);
  const n = how === "cut" ? top / bottom : (2n * top + bottom) / (2n * bottom);
  return { n, s: d };
}

/** x as digits with exactly d decimals; d must not lose any. */
export function digits(x: Exact, d: number): string {
  const t = trim(x);
  if (t.s > d) throw new Error(`${t.n}e-${t.s} does not fit ${d} decimals`);
  const body = (magnitude(t).n * tenTo(d - t.s)).toString().padStart(d + 1, "0");
  const sign = t.n < 0n ? "-" : "";
  return d === 0 ? sign + body : `${sign}${body.slice(0, -d)}.${body.slice(-d)}`;
}

/** x with no more decimals than it needs. */
export const plain = (x: Exact): string => digits(x, trim(x).s);

/** What is left of a binary float after Excel's 15 significant digits. */
export const fifteenDigits = (x: number): Exact => exact(String(Number(x.toPrecision(15))));
