import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { publishedFigure } from '../../published-figures.ts';
import { capitalize, catchmentAt, ofRiver } from '../../shapes/catchments.ts';
import { createFinder } from '../../shapes/find-in-shape.ts';
import { joinBlocks } from '../../shapes/open-land.ts';
import { intersection, type Shape } from '../../shapes/overlay.ts';
import { polygonArea, ringCentre } from '../../shapes/polygon.ts';
import { nearestOnLine } from '../../shapes/polyline.ts';
import { buildingsOf } from '../limites/buildings.ts';
import { floodExtent, floodPlain, floodShareAt } from './flood-plain.ts';

/**
 * Built-up land under water in November 2023, one feature a commune: in as many communes as the activity report counts,
 * those where the plain holds most houses.
 */
export function buildCrue2023(ground: Ground): DemoLayer {
  const { fields } = floodPlain(ground);
  const water = floodExtent(fields.all, (width) => REACH * width, MIN_PART_M2);
  const flooded = ground.communes
    .map((commune) => ({ commune, houses: housesNearWater(ground, commune) }))
    .sort((a, b) => b.houses - a.houses)
    .slice(0, publishedFigure('ind-136'))
    .sort((a, b) => a.commune.code.localeCompare(b.commune.code));
  const features = flooded.map(({ commune }, i) => {
    const shape = intersection(water, builtLand(ground, commune)).filter(
      (polygon) => polygonArea(polygon) >= MIN_PART_M2,
    );
    return featureOf(ground, commune, shape, i + 1);
  });
  return { id: 'crue_2023', features };
}

/** How far the water came, in widths of the plain. */
const REACH = 0.82;
const MIN_PART_M2 = 1500;

function housesNearWater(ground: Ground, { code }: GroundCommune): number {
  return buildingsOf(ground).filter(
    ({ commune, dwellings, centre }) =>
      commune === code && dwellings > 0 && floodShareAt(ground, centre) < REACH,
  ).length;
}

/** The built blocks of a commune that lie near enough to be reached. */
function builtLand(ground: Ground, { code }: GroundCommune): Shape {
  const blocks = ground.blocks.filter(
    ({ commune, cover, ring }) =>
      commune === code &&
      (cover === 'bâti' || cover === 'activité') &&
      ring.some((point) => floodShareAt(ground, point) < 1),
  );
  return joinBlocks(blocks);
}

function featureOf(
  ground: Ground,
  commune: GroundCommune,
  shape: Shape,
  rank: number,
): DemoFeature {
  const largest = [...shape].sort((a, b) => polygonArea(b) - polygonArea(a))[0]!;
  const middle = ringCentre(largest[0]!);
  const isInside = createFinder(shape);
  const dwellings = buildingsOf(ground)
    .filter(({ dwellings, centre }) => dwellings > 0 && isInside(centre))
    .reduce((sum, building) => sum + building.dwellings, 0);
  const river = riverNear(ground, middle);
  return {
    geometry: { type: 'MultiPolygon', coordinates: shape },
    properties: {
      id: `CRUE-${String(rank).padStart(2, '0')}`,
      nom: `Bords ${river ? ofRiver(river) : 'du ruisseau'} à ${commune.name}`,
      comm_insee: commune.code,
      comm_nom: commune.name,
      cours_eau: river ? capitalize(river) : null,
      bassin: catchmentAt(ground, middle).code,
      logements: dwellings,
      surface_ha: Math.round(shape.reduce((sum, part) => sum + polygonArea(part), 0) / 100) / 100,
    },
  };
}

const NEAR_M = 900;

/** The named river nearest to a place; null when none is near. */
function riverNear(ground: Ground, at: Position): string | null {
  const near = ground.rivers
    .filter(({ name, kind }) => name !== '' && kind !== 'canal')
    .map(({ name, line }) => ({ name, away: nearestOnLine(line, at).distance }))
    .sort((a, b) => a.away - b.away)[0];
  return near && near.away < NEAR_M ? near.name : null;
}
