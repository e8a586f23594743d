import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { createNoise } from '../../random.ts';
import { type Basin, splitByBasin, watersheds } from '../../shapes/basins.ts';
import { difference, intersection, type Shape, union } from '../../shapes/overlay.ts';
import { polygonArea } from '../../shapes/polygon.ts';
import { floodExtent, floodPlain } from './flood-plain.ts';

/**
 * Regulated zones of three simulated flood prevention plans (CNIG PPR 1.0.1, `zonereglementaireurba_s`): strict
 * prohibition along the watercourses, prohibition, prescriptions to the edge of the plain, and beyond it here and
 * there prescriptions outside the hazard. Zones are valid polygons that share their borders and do not overlap; they
 * lie in exactly as many communes as the published figure says, and stop 2 m before the others.
 */
export function buildPpr(ground: Ground): DemoLayer {
  const { rivers, fields, covered } = floodPlain(ground);
  const basins = watersheds(rivers, PLANS);
  const patches = createNoise('ppr outside hazard', 900);
  const features: DemoFeature[] = [];
  let inner: Shape = [];
  for (const zone of ZONES) {
    const field = zone.hasCurrent ? fields.rivers : fields.all;
    const extent = floodExtent(field, (width, x, y) => zone.edge(width, patches(x, y)));
    const band = intersection(difference(extent, inner), covered);
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

const MIN_ZONE_M2 = 400;

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
