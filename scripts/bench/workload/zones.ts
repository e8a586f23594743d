import { GeometryBuilder } from '../../../src/geo/geometry-builder.ts';
import { GEOMETRY_KIND } from '../../../src/geo/geometry-column.ts';
import { createNoise, createRandom, type Noise } from '../../demo/random.ts';
import type { WorkloadLayer } from './parcels.ts';
import { BLOCK_M, createWarp, FULL_ROWS, type Ground, ORIGIN, toMillimetre } from './territory.ts';

/** How many zones go with that many parcels: 60 with 300 000. */
export function zonesFor(parcels: number): number {
  return Math.max(ZONES_A_TILE, Math.round((FULL_ZONES * parcels) / FULL_ROWS));
}

/**
 * `count` zones of about 4 600 vertices along meandering corridors 70 to 210 m wide, as the hazard zones of rivers are.
 * Every fifth has islands, every fourth is in three parts. Each keeps to a strip of ground of its own: **no two zones
 * overlap**, so that the area that all cover is the sum over zones in every system. Fields: `id`, `type`.
 */
export function createZones(count: number, ground: Ground): WorkloadLayer {
  const warp = createWarp('zones', BEND_M, BEND_WAVE_M);
  const builder = new GeometryBuilder();
  const strips = layStrips(count, ground);
  strips.forEach((strip, zone) => {
    const corridor = createCorridor(`zone ${zone}`, strip.breadth);
    const place = (along: number, across: number): [number, number] => {
      const [x, y] = strip.isUpright ? [across, along] : [along, across];
      const [bentX, bentY] = warp(strip.x + x, strip.y + y);
      return [toMillimetre(ORIGIN.x + bentX), toMillimetre(ORIGIN.y + bentY)];
    };
    builder.startRow(GEOMETRY_KIND.polygon);
    for (const [start, end] of partsOf(zone)) {
      addRing(builder, bankRing(corridor, strip, start, end, 1), place, strip.isUpright);
      for (const [from, to] of islandsOf(zone, start, end)) {
        addRing(builder, bankRing(corridor, strip, from, to, 0.5), place, !strip.isUpright);
      }
      builder.endPart();
    }
    builder.endRow();
  });
  return {
    geometry: builder.finish(),
    columns: {
      id: strips.map((_, zone) => `Z${String(zone + 1).padStart(4, '0')}`),
      type: strips.map((_, zone) => (zone % 3 === 0 ? 'rouge' : 'bleue')),
    },
  };
}

/** A strip of ground that one zone keeps to: its corner, length and breadth in metres. */
interface Strip {
  x: number;
  y: number;
  length: number;
  breadth: number;
  /** Whether its length lies from south to north. */
  isUpright: boolean;
}

/** Tiles of three strips each, lying and upright by turns like a chessboard's squares. */
function layStrips(count: number, ground: Ground): Strip[] {
  const [width, height] = [ground.columns * BLOCK_M, ground.rows * BLOCK_M];
  const tiles = Math.ceil(count / ZONES_A_TILE);
  const tileRows = Math.max(1, Math.round(Math.sqrt((tiles * height) / width)));
  const tileColumns = Math.ceil(tiles / tileRows);
  const [tileWidth, tileHeight] = [width / tileColumns, height / tileRows];
  return Array.from({ length: count }, (_, zone) => {
    const tile = Math.floor(zone / ZONES_A_TILE);
    const [column, row] = [tile % tileColumns, Math.floor(tile / tileColumns)];
    const isUpright = (column + row) % 2 === 1;
    const breadth = (isUpright ? tileWidth : tileHeight) / ZONES_A_TILE;
    const offset = (zone % ZONES_A_TILE) * breadth;
    return {
      x: column * tileWidth + (isUpright ? offset : 0),
      y: row * tileHeight + (isUpright ? 0 : offset),
      length: isUpright ? tileHeight : tileWidth,
      breadth,
      isUpright,
    };
  });
}

/** A corridor along a strip: for each step the heights of its two banks above its middle line, and that line. */
interface Corridor {
  middle: (along: number) => number;
  halfWidths: [Noise, Noise];
  roughness: Float64Array;
}

function createCorridor(seed: string, breadth: number): Corridor {
  const meander = createNoise(`${seed} meander`, 900);
  const bend = createNoise(`${seed} bend`, 250);
  const reach = breadth / 2 - MARGIN_M;
  const random = createRandom(seed);
  return {
    middle: (along) =>
      breadth / 2 + 0.75 * reach * meander(along, 0) + 0.25 * reach * bend(along, 0),
    halfWidths: [createNoise(`${seed} left`, 300), createNoise(`${seed} right`, 300)],
    roughness: Float64Array.from({ length: 4 * (STEPS + 1) }, () => random.between(-2, 2)),
  };
}

/** The ring between the two banks from one step to another, counterclockwise, banks drawn in by `share` of their width. */
function bankRing(
  { middle, halfWidths, roughness }: Corridor,
  { length }: Strip,
  start: number,
  end: number,
  share: number,
): number[] {
  const points: [number, number][] = [];
  const addPoint = (step: number, bank: 0 | 1) => {
    const along = END_M + (step / STEPS) * (length - 2 * END_M);
    const half = 70 + 35 * halfWidths[bank](along, 0);
    const rough = roughness[4 * step + 2 * bank + (share < 1 ? 1 : 0)]!;
    const across = middle(along) + (bank === 0 ? -1 : 1) * (share * half + rough);
    points.push([along, across]);
  };
  for (let step = start; step <= end; step++) addPoint(step, 0);
  for (let step = end; step >= start; step--) addPoint(step, 1);
  return points.flat();
}

function partsOf(zone: number): [start: number, end: number][] {
  if (zone % 4 !== 0) return [[0, STEPS]];
  const third = Math.floor(STEPS / 3);
  return [
    [0, third - GAP_STEPS],
    [third, 2 * third - GAP_STEPS],
    [2 * third, STEPS],
  ];
}

function islandsOf(zone: number, start: number, end: number): [from: number, to: number][] {
  if (zone % 5 !== 0) return [];
  return [0.2, 0.6].map((share) => {
    const from = start + Math.round(share * (end - start));
    return [from, from + ISLAND_STEPS];
  });
}

function addRing(
  builder: GeometryBuilder,
  points: readonly number[],
  place: (along: number, across: number) => [number, number],
  isBackwards: boolean,
): void {
  for (let i = 0; i <= points.length; i += 2) {
    const forwards = i % points.length;
    const at = isBackwards ? (points.length - forwards) % points.length : forwards;
    builder.addVertex(...place(points[at]!, points[at + 1]!));
  }
  builder.endRing();
}

const FULL_ZONES = 60;
const ZONES_A_TILE = 3;
/** Steps from one end of a corridor to the other; a vertex on each bank at every step. */
const STEPS = 2298;
const GAP_STEPS = 20;
const ISLAND_STEPS = 60;
/** Least distance from a corridor's middle to the side of its strip, and from its ends to the strip's ends. */
const MARGIN_M = 130;
const END_M = 150;
const BEND_M = 450;
const BEND_WAVE_M = 3600;
