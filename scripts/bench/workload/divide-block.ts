import { createNoise, createRandom, type Noise, type Random } from '../../demo/random.ts';

/**
 * A square block of `sideM` metres cut into `count` parcels: rows of parcels between wavy borders, each row cut at
 * places of its own by leaning sides. Gives a ring a parcel, `[x0, y0, x1, y1, …]` counterclockwise and not closed, in
 * metres from the block's corner. Neighbours have the same vertices on the border that they share.
 */
export function divideBlock(seed: string, sideM: number, count: number): number[][] {
  if (count === 0) return [];
  const random = createRandom(seed);
  const wave = createNoise(seed, WAVE_M);
  const isTurned = random.next() < 0.5;
  const rows = Math.max(1, Math.round(Math.sqrt(count)));
  const cuts = Array.from({ length: rows }, (_, row) => {
    const parcels = Math.floor(((row + 1) * count) / rows) - Math.floor((row * count) / rows);
    return cutRow(random, sideM, parcels);
  });
  const borders = Array.from({ length: rows + 1 }, (_, i) =>
    createBorder(random, wave, sideM, i / rows, cuts[i - 1], cuts[i]),
  );
  const rings: number[][] = [];
  cuts.forEach((row, i) => {
    for (let parcel = 0; parcel + 1 < row.length; parcel++) {
      const ring = ringBetween(borders[i]!, borders[i + 1]!, row[parcel]!, row[parcel + 1]!);
      rings.push(isTurned ? turnRing(ring) : ring);
    }
  });
  return rings;
}

/** A side between two parcels of a row: where it starts and ends, in whole metres, and how its middle stands out. */
interface Cut {
  bottomX: number;
  topX: number;
  /** How far the middle stands out to the right in metres; null for a straight side. */
  bend: number | null;
}

/** A border between two rows of parcels: its vertices from left to right, by their whole metres. */
interface Border {
  xs: number[];
  heightAt: (x: number) => number;
}

function cutRow(random: Random, sideM: number, parcels: number): Cut[] {
  const width = sideM / parcels;
  return Array.from({ length: parcels + 1 }, (_, i) => {
    const isOuter = i === 0 || i === parcels;
    const middle = (i + (isOuter ? 0 : random.between(-0.2, 0.2))) * width;
    const lean = isOuter ? 0 : random.between(-0.1, 0.1) * width;
    const bend = random.next() < SIDE_BENDS ? random.between(-0.04, 0.04) * width : null;
    const [bottomX, topX] = [Math.round(middle - lean), Math.round(middle + lean)];
    return { bottomX, topX, bend: isOuter ? null : bend };
  });
}

function createBorder(
  random: Random,
  wave: Noise,
  sideM: number,
  share: number,
  below: Cut[] | undefined,
  above: Cut[] | undefined,
): Border {
  const isOuter = !below || !above;
  const rowHeight = sideM / Math.max(1, (below ?? above ?? []).length - 1);
  const reach = isOuter ? OUTER_REACH_M : Math.min(INNER_REACH_M, 0.1 * rowHeight);
  const cuts = [...(below ?? []).map(({ topX }) => topX), ...(above ?? []).map((c) => c.bottomX)];
  const bends = Math.round((BORDER_BENDS * cuts.length) / (isOuter ? 1 : 2));
  const places = Array.from({ length: bends }, () => random.integer(1, sideM - 1));
  return {
    xs: [...new Set([...cuts, ...places])].sort((a, b) => a - b),
    heightAt: (x) => share * sideM + reach * wave(x, share * sideM),
  };
}

function ringBetween(bottom: Border, top: Border, left: Cut, right: Cut): number[] {
  const along = ({ xs, heightAt }: Border, from: number, to: number) =>
    xs.filter((x) => x >= from && x <= to).map((x) => [x, heightAt(x)]);
  const middle = ({ bottomX, topX, bend }: Cut) =>
    bend === null
      ? []
      : [[(bottomX + topX) / 2 + bend, (bottom.heightAt(bottomX) + top.heightAt(topX)) / 2]];
  return [
    ...along(bottom, left.bottomX, right.bottomX),
    ...middle(right),
    ...along(top, left.topX, right.topX).reverse(),
    ...middle(left),
  ].flat();
}

/** The ring with x and y exchanged, backwards so that it still turns counterclockwise. */
function turnRing(ring: readonly number[]): number[] {
  const turned: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i + 1]!, ring[i]!);
  return turned;
}

const WAVE_M = 60;
const INNER_REACH_M = 6;
const OUTER_REACH_M = 2;
/** Vertices that a border has more than corners, for each corner; and the share of sides that are not straight. */
const BORDER_BENDS = 1.1;
const SIDE_BENDS = 0.95;
