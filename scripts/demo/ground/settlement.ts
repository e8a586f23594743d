import type { Position } from 'geojson';
import { createNoise, createRandom } from '../random.ts';
import type { GroundCommune, GroundRiver, GroundRoad } from './ground.ts';
import { distance, ringHolds } from './ring.ts';
import { createSegmentIndex, type SegmentIndex } from './segment-index.ts';

/** How town-like each position of a commune is. */
export interface Settlement {
  commune: GroundCommune;
  /** Inhabitants by km². */
  density: number;
  /** Whether mines built the commune: terraced cités. */
  mining: boolean;
  /** Above 0: built up; near 1: the heart of the town. CC50 metres. */
  urbanity: (x: number, y: number) => number;
}

/** What settlements follow and shun: distances to roads and to named water. */
export interface Terrain {
  roads: SegmentIndex;
  water: SegmentIndex;
}

/** The terrain that roads (motorways apart) and named rivers make. */
export function indexTerrain(roads: GroundRoad[], rivers: GroundRiver[]): Terrain {
  const streets = roads.filter((road) => road.kind !== 'autoroute').map((road) => road.line);
  const water = rivers.filter((river) => river.name !== '').map((river) => river.line);
  return {
    roads: createSegmentIndex(streets, REACH_M),
    water: createSegmentIndex(water, REACH_M),
  };
}

/**
 * The settlement of a commune: its heart, outlying hamlets and cités, and houses along the roads between them,
 * pushed back from rivers. The edge of the town is set where the built area has the size its population calls for.
 */
export function settle(commune: GroundCommune, roads: GroundRoad[], terrain: Terrain): Settlement {
  const ring = commune.shape[0]![0]!.slice(0, -1);
  const density = commune.population / (commune.areaM2 / 1e6);
  const builtM2 = Math.min(0.8 * commune.areaM2, commune.population * areaByInhabitant(commune));
  const nuclei = placeNuclei(commune, ring, roads, Math.sqrt(builtM2 / Math.PI));
  const raw = (x: number, y: number) => {
    const bent = 1 + 0.3 * PATCHY(x, y) + 0.15 * FINE(x, y);
    let best = Number.NEGATIVE_INFINITY;
    for (const { at, sizeM } of nuclei) {
      best = Math.max(best, 1 - (distance(at, [x, y]) * bent) / sizeM);
    }
    const road = terrain.roads.distanceFrom(x, y);
    const river = terrain.water.distanceFrom(x, y);
    return best + 0.5 * Math.exp(-road / 110) - 0.8 * Math.exp(-river / 70);
  };
  const field = sampleField(ring, raw);
  const edge = findEdge(ring, field, builtM2 / commune.areaM2);
  const top = Math.max(...nuclei.map(({ at }) => field(at[0]!, at[1]!)));
  const urbanity = (x: number, y: number) => (field(x, y) - edge) / (top - edge);
  return { commune, density, mining: isMining(commune, density), urbanity };
}

const PATCHY = createNoise('settlement', 520);
const FINE = createNoise('settlement fine', 190);
const SAMPLE_M = 40;
const REACH_M = 420;

/** Built m² by inhabitant: villages spread, towns are close. */
function areaByInhabitant({ population }: GroundCommune): number {
  if (population > 8000) return 330;
  if (population > 3000) return 410;
  if (population > 1000) return 560;
  return 820;
}

function isMining({ centre, population }: GroundCommune, density: number): boolean {
  return centre[1]! < 9_263_500 && population > 2000 && density > 420;
}

interface Nucleus {
  at: Position;
  sizeM: number;
}

function placeNuclei(
  commune: GroundCommune,
  ring: Position[],
  roads: GroundRoad[],
  sizeM: number,
): Nucleus[] {
  const random = createRandom(`nuclei ${commune.code}`);
  const wanted = Math.max(1, Math.min(8, Math.round(commune.population / 1600)));
  const stops = roads
    .filter((road) => road.kind !== 'autoroute')
    .flatMap((road) => road.line)
    .filter(([x, y]) => ringHolds(ring, x!, y!));
  const nuclei = [{ at: commune.centre, sizeM }];
  for (let tries = 0; tries < 60 && nuclei.length <= wanted && stops.length > 0; tries++) {
    const at = stops[random.integer(0, stops.length - 1)]!;
    if (nuclei.some((nucleus) => distance(nucleus.at, at) < 0.55 * sizeM + 250)) continue;
    nuclei.push({ at, sizeM: sizeM * random.between(0.3, 0.6) });
  }
  return nuclei;
}

/** The same field read from samples `SAMPLE_M` apart over the ring's box, between them in proportion. */
function sampleField(ring: Position[], field: Settlement['urbanity']): Settlement['urbanity'] {
  const west = Math.min(...ring.map((point) => point[0]!)) - SAMPLE_M;
  const south = Math.min(...ring.map((point) => point[1]!)) - SAMPLE_M;
  const columns = Math.ceil((Math.max(...ring.map((p) => p[0]!)) - west) / SAMPLE_M) + 2;
  const rows = Math.ceil((Math.max(...ring.map((p) => p[1]!)) - south) / SAMPLE_M) + 2;
  const values = new Float64Array(columns * rows);
  for (let cell = 0; cell < values.length; cell++) {
    const x = west + (cell % columns) * SAMPLE_M;
    values[cell] = field(x, south + Math.floor(cell / columns) * SAMPLE_M);
  }
  return (x, y) => {
    const u = Math.max(0, Math.min(columns - 1.001, (x - west) / SAMPLE_M));
    const v = Math.max(0, Math.min(rows - 1.001, (y - south) / SAMPLE_M));
    const cell = Math.floor(v) * columns + Math.floor(u);
    const [du, dv] = [u % 1, v % 1];
    const low = values[cell]! * (1 - du) + values[cell + 1]! * du;
    const high = values[cell + columns]! * (1 - du) + values[cell + columns + 1]! * du;
    return low * (1 - dv) + high * dv;
  };
}

/** The value that `share` of the ring's area exceeds, from a regular sample. */
function findEdge(ring: Position[], field: Settlement['urbanity'], share: number): number {
  const xs = ring.map((point) => point[0]!);
  const ys = ring.map((point) => point[1]!);
  const values: number[] = [];
  for (let x = Math.min(...xs); x < Math.max(...xs); x += SAMPLE_M) {
    for (let y = Math.min(...ys); y < Math.max(...ys); y += SAMPLE_M) {
      if (ringHolds(ring, x, y)) values.push(field(x, y));
    }
  }
  values.sort((a, b) => b - a);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}
