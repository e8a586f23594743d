import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { CoverKind, Ground, GroundCommune } from '../../ground/ground.ts';
import { mergeBlocks } from '../../ground/merge-blocks.ts';
import { ringCentroid } from '../../ground/ring.ts';
import { publishedFigure } from '../../published-figures.ts';
import { capitalize, catchmentAt, ofRiver } from '../../shapes/catchments.ts';
import { createFinder } from '../../shapes/find-in-shape.ts';
import type { Shape } from '../../shapes/overlay.ts';
import { polygonArea, ringCentre } from '../../shapes/polygon.ts';
import { nearestOnLine } from '../../shapes/polyline.ts';
import { type Building, buildingsOf } from '../limites/buildings.ts';
import { floodShareAt } from './flood-plain.ts';

/**
 * Blocks under water in November 2023, one feature a commune: in as many communes as the activity report counts, those
 * where the plain holds most houses.
 */
export function buildCrue2023(ground: Ground): DemoLayer {
  const homes = homesByCommune(ground);
  const wet = (at: Position) => floodShareAt(ground, at) < REACH;
  const flooded = ground.communes
    .map((commune) => ({
      commune,
      houses: homes.get(commune.code)!.filter(({ centre }) => wet(centre)),
    }))
    .sort((a, b) => b.houses.length - a.houses.length)
    .slice(0, publishedFigure('ind-136'))
    .sort((a, b) => a.commune.code.localeCompare(b.commune.code));
  const features = flooded.map(({ commune }, i) => {
    const blocks = ground.blocks.filter(
      (block) =>
        block.commune === commune.code && BUILT.has(block.cover) && wet(ringCentroid(block.ring)),
    );
    const shape = mergeBlocks(blocks, () => 'flooded').map((merged) => merged.shape);
    return featureOf(ground, commune, shape, homes.get(commune.code)!, i + 1);
  });
  return { id: 'crue_2023', features };
}

const BUILT = new Set<CoverKind>(['bâti', 'activité']);
/** How far the water came, in widths of the plain. */
const REACH = 0.82;

function homesByCommune(ground: Ground): Map<string, Building[]> {
  const homes = new Map<string, Building[]>(ground.communes.map(({ code }) => [code, []]));
  for (const building of buildingsOf(ground)) {
    if (building.dwellings > 0) homes.get(building.commune)!.push(building);
  }
  return homes;
}

function featureOf(
  ground: Ground,
  commune: GroundCommune,
  shape: Shape,
  homes: Building[],
  rank: number,
): DemoFeature {
  const largest = [...shape].sort((a, b) => polygonArea(b) - polygonArea(a))[0]!;
  const middle = ringCentre(largest[0]!);
  const isInside = createFinder(shape);
  const dwellings = homes
    .filter(({ centre }) => isInside(centre))
    .reduce((sum, home) => sum + home.dwellings, 0);
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
