import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import { readFigure } from '../../facts.ts';
import { flatness } from '../../ground/ditches.ts';
import type { Ground, GroundCommune, GroundRiver } from '../../ground/ground.ts';
import { lineLength } from '../../ground/ring.ts';
import { createNoise, type Noise } from '../../random.ts';
import { type Basin, splitByBasin, watersheds } from '../../shapes/basins.ts';
import { partsInside } from '../../shapes/commune.ts';
import { type FloodField, type FloodSource, floodFields } from '../../shapes/flood-field.ts';
import { negativePolygons } from '../../shapes/level-set.ts';
import { buffer, difference, intersection, type Shape, union } from '../../shapes/overlay.ts';
import { boxOf, polygonArea, shapeContains } from '../../shapes/polygon.ts';

/**
 * Regulated zones of three simulated flood prevention plans (CNIG PPR 1.0.1, `zonereglementaireurba_s`): strict
 * prohibition along the watercourses, prohibition, prescriptions to the edge of the plain, and beyond it here and
 * there prescriptions outside the hazard. Zones are valid polygons that share their borders and do not overlap; they
 * lie in exactly as many communes as the published figure says, and stop 2 m before the others.
 */
export function buildPpr(ground: Ground): DemoLayer {
  const rivers = mainRivers(ground);
  const fields = floodFields(rivers, floodingBrooks(ground, rivers), flatness, CELL_M);
  const allowed = coveredLand(ground, fields.all);
  const basins = watersheds(rivers, PLANS);
  const patches = createNoise('ppr outside hazard', 900);
  const features: DemoFeature[] = [];
  let inner: Shape = [];
  for (const zone of ZONES) {
    const extent = extentOf(zone.hasCurrent ? fields.rivers : fields.all, zone, patches);
    const band = intersection(difference(extent, inner), allowed);
    for (const { basin, shape } of splitByBasin(band, basins)) {
      features.push(...zoneFeatures(basin, zone, shape));
    }
    inner = union([inner, extent]);
  }
  return { id: 'ppr', features };
}

/** A flood plan of the territory; its name is that of a real valley, its outline and its code are simulated. */
interface Plan extends Basin {
  code: string;
  name: string;
  prefix: string;
}

const PLANS: Plan[] = [
  {
    code: 'PPRN-I_9999_0001',
    name: 'PPRI de la vallée de la Lawe (simulé)',
    prefix: 'LAW',
    rivers: ['Lawe', 'Loisne', 'Surgeon', 'Brette', 'Biette', 'Blanche'],
  },
  {
    code: 'PPRN-I_9999_0002',
    name: 'PPRI de la vallée de la Clarence (simulé)',
    prefix: 'CLA',
    rivers: ['Clarence', 'Nave', 'Grand Nocq'],
  },
  {
    code: 'PPRN-I_9999_0003',
    name: 'PPRI de la vallée de la Lys (simulé)',
    prefix: 'LYS',
    rivers: ['Lys', 'Laquette', 'Guarbecque'],
  },
];

interface Zone {
  /** Value of `typereglement`, after the standard's list `typereglementurba`. */
  type: string;
  code: string;
  label: string;
  obligations: boolean;
  /** Whether the zone only stands along rivers, where water runs fast. */
  hasCurrent: boolean;
  /** Metres from the watercourse to the zone's outer edge, where the plain is `width` metres wide. */
  edge: (width: number, patch: number) => number;
}

/** From the watercourse outwards: each zone is a ring around the one before. */
const ZONES: Zone[] = [
  {
    type: '04',
    code: 'RF',
    label: 'Zone rouge foncé : lit majeur, champ d’expansion des crues, aléa très fort',
    obligations: true,
    hasCurrent: true,
    edge: (width) => 0.34 * width - 22,
  },
  {
    type: '03',
    code: 'R',
    label: 'Zone rouge : aléa fort, constructions nouvelles interdites',
    obligations: true,
    hasCurrent: true,
    edge: (width) => 0.5 * width + 8,
  },
  {
    type: '02',
    code: 'B',
    label: 'Zone bleue : aléa faible à moyen, constructions sous prescriptions',
    obligations: true,
    hasCurrent: false,
    edge: (width) => width,
  },
  {
    type: '01',
    code: 'BC',
    label: 'Zone bleu clair : hors aléa, prescriptions de maîtrise du ruissellement',
    obligations: false,
    hasCurrent: false,
    edge: (width, patch) => width * (1 + Math.max(0, patch - 0.2)),
  },
];

const CELL_M = 25;
const MIN_CROSSING_M = 350;
const CROSSING_STEP_M = 50;
const BROOK_PLAIN_M = 170;
/** Zones stop this far from the land that no plan covers, so that a commune without a plan touches none. */
const MARGIN_M = 2;
const MIN_ZONE_M2 = 400;

function extentOf(field: FloodField, zone: Zone, patches: Noise): Shape {
  const { columns, origin, cell } = field.lattice;
  const values = field.distance.map((distance, node) => {
    const column = node % columns;
    const [x, y] = [origin[0]! + column * cell, origin[1]! + ((node - column) / columns) * cell];
    return distance - zone.edge(field.width[node]!, patches(x, y));
  });
  return negativePolygons(field.lattice, values, MIN_ZONE_M2);
}

function mainRivers(ground: Ground): GroundRiver[] {
  return ground.rivers.filter((river) => river.name !== '' && river.plainM > 0);
}

/**
 * The brooks of one commune after another, from the flat country up, until as many communes as the figure says have a
 * watercourse that floods. Brooks spread slowly: they give no zone of prohibition.
 */
function floodingBrooks(ground: Ground, rivers: GroundRiver[]): FloodSource[] {
  const chosen: FloodSource[] = [];
  const brooks = ground.rivers.filter((river) => river.name === '');
  const flooded = new Set(ground.communes.filter((commune) => isCrossed(commune, rivers)));
  const others = ground.communes
    .filter((commune) => !flooded.has(commune))
    .sort((a, b) => flatness(b.centre) - flatness(a.centre));
  for (const commune of others) {
    if (flooded.size >= readFigure('communes-ppri').value) break;
    if (flooded.has(commune)) continue;
    const crossing = brooks.filter(({ line }) => metresInside(commune, line) >= MIN_CROSSING_M);
    const added = crossing.map(({ line }) => ({ line, plainM: BROOK_PLAIN_M }));
    chosen.push(...added);
    for (const other of others) if (isCrossed(other, added)) flooded.add(other);
  }
  return chosen;
}

function isCrossed(commune: GroundCommune, sources: FloodSource[]): boolean {
  return sources.some(({ line }) => metresInside(commune, line) >= MIN_CROSSING_M);
}

function metresInside(commune: GroundCommune, line: Position[]): number {
  const parts = partsInside(commune, [line], CROSSING_STEP_M);
  return parts.reduce((metres, part) => metres + lineLength(part), 0);
}

/** The territory less the communes that no plan covers: those with least flood plain, as many as the figure leaves. */
function coveredLand(ground: Ground, field: FloodField): Shape {
  const plain = new Map(ground.communes.map((commune) => [commune, plainNodes(field, commune)]));
  const ranked = [...ground.communes].sort((a, b) => plain.get(b)! - plain.get(a)!);
  const uncovered = ranked.slice(readFigure('communes-ppri').value);
  const territory = union(ground.communes.map((commune) => commune.shape));
  const others = union(uncovered.map((commune) => commune.shape));
  return difference(buffer(territory, -MARGIN_M), buffer(others, MARGIN_M));
}

/** How many nodes of the lattice lie in the commune and in its flood plain. */
function plainNodes({ lattice, distance, width }: FloodField, { shape }: GroundCommune): number {
  const { origin, cell, columns, rows } = lattice;
  const box = boxOf(shape.flatMap((polygon) => polygon[0]!));
  const [left, bottom] = [0, 1].map((i) => Math.max(0, Math.ceil((box[i]! - origin[i]!) / cell)));
  let count = 0;
  for (let row = bottom!; row < rows && origin[1]! + row * cell <= box[3]; row++) {
    for (let column = left!; column < columns && origin[0]! + column * cell <= box[2]; column++) {
      const node = row * columns + column;
      if (distance[node]! >= width[node]!) continue;
      const position = [origin[0]! + column * cell, origin[1]! + row * cell];
      if (shapeContains(shape, position)) count++;
    }
  }
  return count;
}

function zoneFeatures(plan: Plan, zone: Zone, shape: Shape): DemoFeature[] {
  const polygons = shape.filter((polygon) => polygonArea(polygon) >= MIN_ZONE_M2);
  return polygons.map((coordinates, i) => ({
    geometry: { type: 'Polygon', coordinates },
    properties: {
      idzonereglementaire: `${plan.prefix}-${zone.code}-${String(i + 1).padStart(4, '0')}`,
      codeprocedure: plan.code,
      libelleprocedure: plan.name,
      codezonereglement: zone.code,
      libellezonereglement: zone.label,
      typereglement: zone.type,
      existemesuresobligatoires: zone.obligations,
    },
  }));
}
