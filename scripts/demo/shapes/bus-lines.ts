import type { Position } from 'geojson';
import { oncePerGround } from '../demo-layer.ts';
import type { Ground, GroundCommune } from '../ground/ground.ts';
import { distance, lineLength } from '../ground/ring.ts';
import { findCommune } from './commune.ts';
import { wayBetween } from './main-roads.ts';
import { pointAlong } from './polyline.ts';

/** A simulated bus stop, with the numbers of the lines that call at it. */
export interface BusStop {
  point: Position;
  lines: number[];
}

/**
 * Simulated bus stops, CC50 metres: on lines along the main roads between the towns and from each larger commune to the
 * nearest town, every few hundred metres where there are houses. Stops of two lines at one place are one.
 */
export const busStops = oncePerGround((ground: Ground): BusStop[] => {
  const built = builtCells(ground);
  const stops: BusStop[] = [];
  for (const [index, line] of busLines(ground).entries()) {
    const length = lineLength(line);
    const count = Math.max(1, Math.round(length / SPACING_M));
    for (let i = 0; i <= count; i++) {
      const { point } = pointAlong(line, (i / count) * length);
      const known = stops.find((stop) => distance(stop.point, point) < SAME_STOP_M);
      if (known && !known.lines.includes(index + 1)) known.lines.push(index + 1);
      if (!known && built.has(cellOf(point))) stops.push({ point, lines: [index + 1] });
    }
  }
  return stops;
});

const SPACING_M = 430;
const SAME_STOP_M = 180;
const SERVED_POPULATION = 1900;
const CELL_M = 160;
/** INSEE codes: Béthune, Bruay-la-Buissière, Auchel, Lillers, Isbergues, Nœux-les-Mines. */
const HUBS = ['62119', '62178', '62048', '62516', '62473', '62617'];
const TRUNKS = [
  ['62119', '62178'],
  ['62119', '62516'],
  ['62119', '62617'],
  ['62178', '62048'],
  ['62516', '62473'],
  ['62048', '62516'],
  ['62178', '62617'],
] as const;

function busLines(ground: Ground): Position[][] {
  const hubs = HUBS.map((code) => findCommune(ground, code));
  const served = ground.communes.filter(
    (commune) => commune.population >= SERVED_POPULATION && !hubs.includes(commune),
  );
  const ends: [GroundCommune, GroundCommune][] = [
    ...TRUNKS.map((pair): [GroundCommune, GroundCommune] => [
      findCommune(ground, pair[0]),
      findCommune(ground, pair[1]),
    ]),
    ...served.map((commune): [GroundCommune, GroundCommune] => [nearestOf(hubs, commune), commune]),
  ];
  return ends.map(([from, to]) => wayBetween(ground, from.centre, to.centre));
}

function nearestOf(hubs: GroundCommune[], { centre }: GroundCommune): GroundCommune {
  return hubs.reduce((best, hub) =>
    distance(hub.centre, centre) < distance(best.centre, centre) ? hub : best,
  );
}

/** Cells that a built block touches. */
function builtCells({ blocks }: Ground): Set<string> {
  const built = blocks.filter(({ cover }) => cover === 'bâti' || cover === 'activité');
  return new Set(built.flatMap(({ ring }) => ring.map(cellOf)));
}

function cellOf(position: Position): string {
  return `${Math.floor(position[0]! / CELL_M)} ${Math.floor(position[1]! / CELL_M)}`;
}
