import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { type Catchment, catchments } from '../../shapes/catchments.ts';
import { difference, intersection, type Shape } from '../../shapes/overlay.ts';
import { polygonArea } from '../../shapes/polygon.ts';
import { floodExtent, floodPlain } from './flood-plain.ts';

/**
 * Flood hazard by scenario of the flood directive (frequent, medium, extreme) and class of water depth, by catchment, with
 * the names of its tables `inondable` and `iso_ht`. The classes of a scenario do not overlap; each scenario, and each depth
 * and more, lies within that of the rarer one. The medium scenario ends where the flood plans do.
 */
export function buildAleaInondation(ground: Ground): DemoLayer {
  const { fields, covered } = floodPlain(ground);
  const lands = catchments(ground).map((land) => ({
    ...land,
    covered: intersection(land.shape, covered),
  }));
  const features: DemoFeature[] = [];
  for (const scenario of [...SCENARIOS].reverse()) {
    const extents = scenario.depths.map(({ share }) =>
      floodExtent(fields.all, (width) => share * scenario.edge(width), MIN_AREA_M2),
    );
    for (const land of lands) {
      const reach = scenario.name === 'extrême' ? land.shape : land.covered;
      let deeper: Shape = [];
      scenario.depths.forEach((depth, i) => {
        const water = intersection(extents[i]!, reach);
        features.push(...bandFeatures(scenario, depth, land, difference(water, deeper)));
        deeper = water;
      });
    }
  }
  return { id: 'alea_inondation', features };
}

interface Depth {
  /** How far from the watercourse this depth goes, in shares of the scenario's width. */
  share: number;
  label: string;
  min: number;
  max: number | null;
}

interface Scenario {
  name: 'fréquent' | 'moyen' | 'extrême';
  /** Code of the reporting of the flood directive. */
  code: string;
  period: string;
  /** Metres from the watercourse to the edge of the water, where the plain is `width` metres wide. */
  edge: (width: number) => number;
  /** From the deepest out. */
  depths: Depth[];
}

const DEPTHS: Depth[] = [
  { share: 0.2, label: '> 2 m', min: 2, max: null },
  { share: 0.44, label: '1 à 2 m', min: 1, max: 2 },
  { share: 0.72, label: '0,5 à 1 m', min: 0.5, max: 1 },
  { share: 1, label: '< 0,5 m', min: 0, max: 0.5 },
];

/** From the most frequent to the rarest: each lies within the next. */
export const SCENARIOS: [Scenario, Scenario, Scenario] = [
  {
    name: 'fréquent',
    code: '01For',
    period: '10 à 30 ans',
    edge: (width) => 0.55 * width - 8,
    depths: DEPTHS.slice(1),
  },
  {
    name: 'moyen',
    code: '02Moy',
    period: '100 à 300 ans',
    edge: (width) => width,
    depths: DEPTHS,
  },
  {
    name: 'extrême',
    code: '04Fai',
    period: '1 000 ans et plus',
    edge: (width) => 1.4 * width + 10,
    depths: DEPTHS,
  },
];

const MIN_AREA_M2 = 900;
const SCRAP_M2 = 100;
/** In the form of the reporting; it names no real territory at risk. */
const ID_TRI = 'FRA_TRI_SIMU';

function bandFeatures(
  scenario: Scenario,
  depth: Depth,
  { code, river }: Catchment,
  shape: Shape,
): DemoFeature[] {
  const polygons = shape.filter((polygon) => polygonArea(polygon) >= SCRAP_M2);
  if (polygons.length === 0) return [];
  return [
    {
      geometry: { type: 'MultiPolygon', coordinates: polygons },
      properties: {
        id_zone: `${scenario.code}-${depth.min}-${code}`,
        id_s_inond: `SIN_${scenario.code}-${code}`,
        id_tri: ID_TRI,
        typ_inond: '01',
        scenario: scenario.code,
        periode_retour: scenario.period,
        hauteur: depth.label,
        ht_min: depth.min,
        ht_max: depth.max,
        cours_deau: river,
        bassin: code,
      },
    },
  ];
}
