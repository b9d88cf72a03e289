/**
 * Exact fractions: scores are quotients, and a quotient cut to any number of digits can fall on the wrong side of a
 * tie. The denominator is positive; no cutting and no floats anywhere.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };

/** "12.5" or "-3" → fraction; the text must be a plain decimal. */
export function fractionOf(decimal: string): Fraction {
  const [whole, part = ""] = decimal.split(".");
  return reduced(BigInt(whole! + part), 10n ** BigInt(part.length));
}

export function add(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return reduced(a.n * b.n, a.d * b.d);
}

/** The divisor must not be 0. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return b.n < 0n ? reduced(-a.n * b.d, a.d * -b.n) : reduced(a.n * b.d, a.d * b.n);
}

/** Below 0, 0 or above 0 as a is less than, equal to or more than b. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function magnitude(a: Fraction): Fraction {
  return a.n < 0n ? { n: -a.n, d: a.d } : a;
}

/** Rounded half away from zero to that many decimals, as a plain decimal without trailing zeros: "3.36", "5", "-0.1". */
export function rounded(a: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const size = magnitude(a);
  const units = (2n * size.n * scale + size.d) / (2n * size.d);
  if (units === 0n) return "0";
  const digits = units.toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals).replace(/0+$/, "");
  return (a.n < 0n ? "-" : "") + whole + (part === "" ? "" : `.${part}`);
}

/** How far the fraction is from the nearest tie of rounding to that many decimals; 0 on a tie. */
export function distanceFromTie(a: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  const size = magnitude(a);
  // size × scale = whole + rest / d; the tie lies at whole + 1/2.
  const rest = (size.n * scale) % size.d;
  const twice = 2n * rest - size.d;
  return reduced(twice < 0n ? -twice : twice, 2n * size.d * scale);
}

function reduced(n: bigint, d: bigint): Fraction {
  let a = n < 0n ? -n : n;
  let b = d;
  while (b !== 0n) [a, b] = [b, a % b];
  return { n: n / a, d: d / a };
}
