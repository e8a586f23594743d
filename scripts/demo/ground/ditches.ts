import type { Position } from 'geojson';
import { createNoise, createRandom } from '../random.ts';
import type { GroundCommune, GroundRiver } from './ground.ts';
import { distance, lineLength, simplifyLine } from './ring.ts';
import { densify } from './rivers.ts';
import { clipLine, outlineSegments } from './territory-outline.ts';

/** Published length of the territory's watercourses, metres. */
export const WATERCOURSE_M = 610_000;

/**
 * Unnamed brooks and ditches, each from its spring to the nearest water: short ones in the hills of the south-west,
 * a dense net in the flat north-east. With the `rivers`, they sum to `WATERCOURSE_M` inside the communes.
 */
export function layDitches(communes: GroundCommune[], rivers: GroundRiver[]): GroundRiver[] {
  const outline = outlineSegments(communes);
  const inside = (line: Position[]) =>
    clipLine(line, outline).reduce((sum, part) => sum + lineLength(part), 0);
  let missing = WATERCOURSE_M - rivers.reduce((sum, river) => sum + inside(river.line), 0);
  const water = createWaterIndex();
  for (const river of rivers) water.add(river.line);
  const ditches: GroundRiver[] = [];
  for (const spring of LATTICES_M.flatMap((sideM) => chooseSprings(communes, sideM))) {
    const target = water.nearest(spring);
    const reach = target ? distance(spring, target) : 0;
    if (!target || reach < SHORTEST_M || reach > LONGEST_M) continue;
    const line = flow(spring, target);
    const parts = clipLine(line, outline);
    const length = inside(line);
    if (parts.length !== 1 || length < lineLength(line) - 1) continue;
    const kind = flatness(spring) > 0.55 ? 'fossé' : 'ruisseau';
    if (length >= missing) {
      const kept = lastMetres(line, missing);
      ditches.push({ name: '', kind, plainM: 20, line: kept });
      return ditches;
    }
    missing -= length;
    ditches.push({ name: '', kind, plainM: kind === 'fossé' ? 20 : 35, line });
    water.add(line);
  }
  return ditches;
}

/** 0 on the hills of Artois (south-west), 1 in the Bas-Pays (north-east); CC50 metres. */
export function flatness([x, y]: Position): number {
  const north = y! - (9_255_500 - 0.32 * (x! - 1_668_000));
  return Math.max(0, Math.min(1, 0.5 + north / 9000));
}

/** Springs are sought on ever finer lattices until the length is reached. */
const LATTICES_M = [900, 700, 540, 420, 330];
const SHORTEST_M = 240;
const LONGEST_M = 2400;
const WANDER = createNoise('ditch', 320);

/** Springs of a shaken lattice over the territory, in random order, rarer in the hills and away from towns. */
function chooseSprings(communes: GroundCommune[], sideM: number): Position[] {
  const random = createRandom(`springs ${sideM}`);
  const points = communes.flatMap((commune) => commune.shape.flat(2));
  const xs = points.map((point) => point[0]!);
  const ys = points.map((point) => point[1]!);
  const [west, east] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [south, north] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const springs: { at: Position; rank: number }[] = [];
  for (let x = west; x < east; x += sideM) {
    for (let y = south; y < north; y += sideM) {
      const at: Position = [x + random.between(0, sideM), y + random.between(0, sideM)];
      const rank = random.next() / (0.25 + flatness(at));
      if (!communes.some((commune) => isInTown(commune, at))) springs.push({ at, rank });
    }
  }
  return springs.sort((a, b) => a.rank - b.rank).map((spring) => spring.at);
}

function isInTown({ centre, population }: GroundCommune, at: Position): boolean {
  return distance(centre, at) < 200 + 9 * Math.sqrt(population);
}

/** A winding line; straighter where the land is flat. */
function flow(from: Position, to: Position): Position[] {
  const apart = distance(from, to);
  const amplitude = Math.min(110, apart * 0.13) * (1.25 - flatness(from));
  const line = densify([from, to], 45).map(([x, y], index, all): Position => {
    const t = index / (all.length - 1);
    const aside = 3 * t * (1 - t) * amplitude * WANDER(x!, y!);
    return [x! - (aside * (to[1]! - from[1]!)) / apart, y! + (aside * (to[0]! - from[0]!)) / apart];
  });
  line[line.length - 1] = to;
  return simplifyLine(line, 1.5).map(([x, y], index, all) =>
    index === all.length - 1 ? to : [Math.round(x! * 100) / 100, Math.round(y! * 100) / 100],
  );
}

/** The downstream end of a line, `metres` long. */
function lastMetres(line: Position[], metres: number): Position[] {
  const kept: Position[] = [line[line.length - 1]!];
  let left = metres;
  for (let index = line.length - 2; index >= 0 && left > 0; index--) {
    const to = line[index + 1]!;
    const from = line[index]!;
    const length = distance(from, to);
    const t = Math.min(1, left / length);
    kept.push([to[0]! + t * (from[0]! - to[0]!), to[1]! + t * (from[1]! - to[1]!)]);
    left -= length;
  }
  return kept.reverse();
}

interface WaterIndex {
  add: (line: Position[]) => void;
  nearest: (to: Position) => Position | undefined;
}

/** Vertices of the water lines in square buckets; `nearest` looks no farther than three buckets. */
function createWaterIndex(): WaterIndex {
  const sideM = 800;
  const buckets = new Map<string, Position[]>();
  const key = (column: number, row: number) => `${column} ${row}`;
  return {
    add(line) {
      for (const point of line) {
        const at = key(Math.floor(point[0]! / sideM), Math.floor(point[1]! / sideM));
        const bucket = buckets.get(at);
        if (bucket) bucket.push(point);
        else buckets.set(at, [point]);
      }
    },
    nearest(to) {
      const column = Math.floor(to[0]! / sideM);
      const row = Math.floor(to[1]! / sideM);
      let best: Position | undefined;
      for (let i = column - 3; i <= column + 3; i++) {
        for (let j = row - 3; j <= row + 3; j++) {
          for (const point of buckets.get(key(i, j)) ?? []) {
            if (!best || distance(point, to) < distance(best, to)) best = point;
          }
        }
      }
      return best;
    },
  };
}
