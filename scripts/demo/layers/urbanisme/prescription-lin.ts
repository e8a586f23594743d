import type { Position } from 'geojson';
import type { DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundBlock, GroundCommune } from '../../ground/ground.ts';
import { closeRing, distance, lineLength } from '../../ground/ring.ts';
import { createRandom } from '../../random.ts';
import { partsInside } from '../../shapes/commune.ts';
import { shapeContains } from '../../shapes/polygon.ts';
import { nearestOnLine, pointAlong, sliceLine } from '../../shapes/polyline.ts';
import { type Prescription, toFeatures } from './prescription.ts';

/** Lines of the zoning plan: shopping fronts, paths to keep, hedges, brooks of the green and blue network. */
export function buildPrescriptionLin(ground: Ground): DemoLayer {
  const paths = ground.roads.filter(({ kind, name }) => kind === 'locale' && name === '');
  const brooks = ground.rivers.filter(({ kind }) => kind === 'ruisseau').map(({ line }) => line);
  const all = ground.communes.flatMap((commune) => [
    ...shoppingFronts(ground, commune),
    ...keptPaths(
      commune,
      paths.map(({ line }) => line),
    ),
    ...hedges(
      commune,
      ground.blocks.filter((block) => block.commune === commune.code),
    ),
    ...partsInside(commune, brooks, BROOK_STEP_M).map((line) => ({
      ...lineOf(line, commune),
      code: '25-00',
      label: 'Cours d’eau de la trame bleue à préserver',
      text: 'TVB',
    })),
  ]);
  return { id: 'prescription_lin', features: toFeatures('L', all) };
}

const BROOK_STEP_M = 25;
const FRONTS_FROM_INHABITANTS = 2500;
const FRONT_M = 140;
const FRONT_REACH_M = 90;
const KEPT_SHARE = 0.3;
const HEDGE_SHARE = 0.12;
const HEDGE_M = 160;

function lineOf(coordinates: Position[], commune: GroundCommune) {
  return { geometry: { type: 'LineString' as const, coordinates }, commune };
}

/** Streets about the centre of a town, `FRONT_M` on each side of it. */
function shoppingFronts({ roads }: Ground, commune: GroundCommune): Prescription[] {
  if (commune.population < FRONTS_FROM_INHABITANTS) return [];
  return roads
    .filter(({ name, kind }) => name !== '' && kind !== 'autoroute')
    .filter(({ line }) => line.some((vertex) => distance(vertex, commune.centre) < 500))
    .map(({ name, line }) => ({ name, line, near: nearestOnLine(line, commune.centre) }))
    .filter(({ near }) => near.distance < FRONT_REACH_M)
    .sort((a, b) => a.near.distance - b.near.distance)
    .slice(0, 5)
    .map(({ name, line, near }) => ({
      ...lineOf(sliceLine(line, Math.max(0, near.along - FRONT_M), near.along + FRONT_M), commune),
      code: '22-03',
      label: `Linéaire commercial protégé, ${name}`,
      text: 'Commerce',
    }));
}

function keptPaths(commune: GroundCommune, paths: Position[][]): Prescription[] {
  const random = createRandom(`paths ${commune.code}`);
  return paths
    .filter((line) => {
      const middle = pointAlong(line, lineLength(line) / 2).point;
      const isNear = distance(middle, commune.centre) < 2 * Math.sqrt(commune.areaM2);
      return isNear && shapeContains(commune.shape, middle);
    })
    .filter(() => random.next() < KEPT_SHARE)
    .map((line) => ({
      ...lineOf(line, commune),
      code: '24-04',
      label: 'Chemin à conserver',
      text: 'Chemin',
    }));
}

/** The longest run of sides between fields about some meadows. */
function hedges(commune: GroundCommune, blocks: GroundBlock[]): Prescription[] {
  const random = createRandom(`hedges ${commune.code}`);
  return blocks
    .filter(({ cover }) => cover === 'prairie' && random.next() < HEDGE_SHARE)
    .map(longestRun)
    .filter((line) => line.length > 1 && lineLength(line) >= HEDGE_M)
    .map((line) => ({
      ...lineOf(line, commune),
      code: '07-04',
      label: 'Haie à préserver',
      text: 'Haie',
    }));
}

function longestRun({ ring, edges }: GroundBlock): Position[] {
  const closed = closeRing(ring);
  let best: Position[] = [];
  let run: Position[] = [];
  edges.forEach((edge, i) => {
    if (edge !== 'plot' && edge !== 'track') run = [];
    else run = run.length === 0 ? [closed[i]!, closed[i + 1]!] : [...run, closed[i + 1]!];
    if (
      run.length > 1 &&
      run.length < ring.length &&
      lineLength(run) > (best.length > 1 ? lineLength(best) : 0)
    ) {
      best = run;
    }
  });
  return best;
}
