/**
 * A stored binary float as the decimal that Excel shows of it: cut to 15 significant digits.
 * 334.268 is stored as a binary fraction; its 15 digits give back exactly 334.268.
 */

/** Decimals beyond the 20th are dropped: thirteen orders below the residue that every judgement lets pass. */
export const MAX_SCALE = 20;
const FAST_SCALE = 9;
const POWERS: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
const FIFTEEN_DIGITS = 1e15;

/** value = units × 10^-scale, exactly; scale is the least that does. */
export interface ScaledInteger {
  readonly units: number | bigint;
  readonly scale: number;
}

/**
 * The least k up to 9 for which `number` is the double of an integer × 10^-k of at most 15 digits, else -1.
 * Division by a power of ten up to 10^22 is correctly rounded and no two decimals of 15 digits share a double,
 * so a hit is exactly the number cut to 15 digits. The integer is `Math.round(number * 10^k)`.
 * @param likely scale that is tried first; the answer is the same whatever it is
 */
export function fastScale(number: number, likely = 0): number {
  if (likely > 0 && likely <= FAST_SCALE) {
    const power = POWERS[likely]!;
    const units = Math.round(number * power);
    const isShort = units < FIFTEEN_DIGITS && units > -FIFTEEN_DIGITS;
    // A lesser scale would do for a multiple of ten only.
    if (isShort && units / power === number && !Number.isInteger(units / 10)) return likely;
  }
  for (let scale = 0; scale <= FAST_SCALE; scale += 1) {
    const power = POWERS[scale]!;
    const units = Math.round(number * power);
    if (units >= FIFTEEN_DIGITS || units <= -FIFTEEN_DIGITS) return -1;
    if (units / power === number) return scale;
  }
  return -1;
}

/** The integer that belongs to a scale found by `fastScale`. */
export function fastUnits(number: number, scale: number): number {
  return Math.round(number * POWERS[scale]!) + 0;
}

/**
 * Exact decimal of a finite stored number, cut to Excel's 15 significant digits.
 * @throws RangeError for NaN and infinities, which no cell holds as a number
 */
export function fifteenDigits(number: number): ScaledInteger {
  const scale = fastScale(number);
  if (scale >= 0) return { units: fastUnits(number, scale), scale };
  if (!Number.isFinite(number)) throw new RangeError("not a finite number");
  return slowFifteenDigits(number);
}

function slowFifteenDigits(number: number): ScaledInteger {
  const [mantissa, exponent] = number.toExponential(14).split("e");
  let digits = Number(mantissa!.replace(".", ""));
  let scale = 14 - Number(exponent);
  if (scale > MAX_SCALE) {
    // Half away from zero at the 20th decimal; whatever is dropped is below 10^-20.
    const drop = scale - MAX_SCALE;
    digits = drop > 16 ? 0 : Math.sign(digits) * Math.round(Math.abs(digits) / 10 ** drop);
    scale = MAX_SCALE;
  }
  while (scale > 0 && digits % 10 === 0) {
    if (digits === 0) return { units: 0, scale: 0 };
    digits /= 10;
    scale -= 1;
  }
  if (scale >= 0) return { units: digits, scale };
  return { units: BigInt(digits) * 10n ** BigInt(-scale), scale: 0 };
}
