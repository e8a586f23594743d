/** How one commune stands among all those that have a value. */
export interface Rank {
  /** 1 for the largest value; equal values share the better rank. */
  rank: number;
  /** How many communes have a value. */
  outOf: number;
  value: number;
}

/** How a figure spreads over the communes that have a value; quartiles are linear between neighbours (type 7 of Hyndman and Fan). */
export interface Spread {
  count: number;
  min: number;
  firstQuartile: number;
  median: number;
  thirdQuartile: number;
  max: number;
}

/** The ranks of communes by a figure, INSEE code → rank, largest first; a commune without a value has none. */
export function rankCommunes(values: ReadonlyMap<string, number | null>): Map<string, Rank> {
  const held = heldValues(values);
  const descending = held.map(([, value]) => value).sort((a, b) => b - a);
  const ranks = new Map<number, number>();
  descending.forEach((value, i) => {
    if (!ranks.has(value)) ranks.set(value, i + 1);
  });
  return new Map(
    held.map(([code, value]) => {
      return [code, { rank: ranks.get(value) as number, outOf: held.length, value }];
    }),
  );
}

/** How a figure spreads, or null where no commune has a value. */
export function spreadOf(values: ReadonlyMap<string, number | null>): Spread | null {
  const ascending = heldValues(values)
    .map(([, value]) => value)
    .sort((a, b) => a - b);
  const last = ascending.length - 1;
  if (last < 0) return null;
  const at = (share: number) => {
    const place = share * last;
    const low = ascending[Math.floor(place)] as number;
    const high = ascending[Math.ceil(place)] as number;
    return low + (high - low) * (place - Math.floor(place));
  };
  return {
    count: ascending.length,
    min: at(0),
    firstQuartile: at(0.25),
    median: at(0.5),
    thirdQuartile: at(0.75),
    max: at(1),
  };
}

function heldValues(values: ReadonlyMap<string, number | null>): [string, number][] {
  return [...values].filter(
    (entry): entry is [string, number] => entry[1] !== null && Number.isFinite(entry[1]),
  );
}
