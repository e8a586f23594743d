/**
 * Limits of equal parts that hold every number from `min` to `max`, at multiples of 1, 2 or 5 times a power of ten, ascending: the
 * narrowest that are at most `parts`, or 2. Of integers no part is narrower than 1, and the last limit is above `max`, so that each
 * integer has a part of its own where there are few. Numbers that are all the same give one part around them.
 */
export function roundLimits(min: number, max: number, parts: number, isInteger: boolean): number[] {
  const wanted = Math.max(2, Math.trunc(parts));
  const size = Math.max(Math.abs(min), Math.abs(max));
  const span = max / wanted - min / wanted;
  const narrowest = isInteger ? 1 : size * PRECISION || 1;
  const least = Math.max(span === 0 && !isInteger ? size / 10 : span, narrowest);
  for (let power = Math.floor(Math.log10(least)); ; power++) {
    for (const digit of [1, 2, 5]) {
      if (multiple(digit, power, 1) < least) continue;
      const limits = limitsBy((count) => multiple(digit, power, count), min, max, isInteger);
      if (limits.length - 1 <= wanted) return limits;
    }
  }
}

/** Parts narrower than this share of the numbers' size would have limits that are the same double. */
const PRECISION = 2 ** -44;

/** `count` × `digit` × 10^`power`, rounded once, so that 3 × 0.1 is 0.3. */
function multiple(digit: number, power: number, count: number): number {
  return power < 0 ? (count * digit) / 10 ** -power : count * digit * 10 ** power;
}

/** The multiples of a step from the last that is not above `min` to the first that is not below `max`. */
function limitsBy(
  limitAt: (count: number) => number,
  min: number,
  max: number,
  isInteger: boolean,
): number[] {
  let first = Math.floor(min / limitAt(1));
  if (limitAt(first) > min) first--;
  let last = Math.max(first + 1, Math.floor(max / limitAt(1)));
  while (limitAt(last) < max || (isInteger && limitAt(last) === max)) last++;
  return Array.from({ length: last - first + 1 }, (_, i) => limitAt(first + i));
}

/** The part that a number is in, of those between limits: from one, included, to the next, excluded but for the last. */
export function partOf(value: number, limits: readonly number[]): number {
  const first = limits[0] as number;
  const last = limits.length - 2;
  const step = (limits[1] as number) - first;
  let part = Math.min(last, Math.max(0, Math.floor((value - first) / step)));
  while (part > 0 && value < (limits[part] as number)) part--;
  while (part < last && value >= (limits[part + 1] as number)) part++;
  return part;
}
