import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground } from '../../ground/ground.ts';
import { simplifyLine } from '../../ground/ring.ts';
import { capitalize } from '../../shapes/catchments.ts';
import { greenWay, linkPlaces } from '../../shapes/green-ways.ts';
import { bufferLines, intersection, type Shape, union } from '../../shapes/overlay.ts';
import { polygonArea } from '../../shapes/polygon.ts';
import { naturalSites } from './espaces-naturels.ts';

/**
 * The green, blue and dark network: the natural sites as reservoirs, corridors between them through open land, rivers with
 * their banks, and the wider belts that are kept dark along some corridors.
 */
export function buildCorridors(ground: Ground): DemoLayer {
  const territory = union(ground.communes.map(({ shape }) => shape));
  const sites = naturalSites(ground);
  const features: DemoFeature[] = [];
  const add = (name: string, network: string, role: string, shape: Shape) => {
    features.push(featureOf(features.length + 1, name, network, role, shape));
  };
  for (const { site, commune, shape } of sites) {
    const network = site.type === 'zone humide' ? 'bleue' : 'verte';
    add(`Réservoir : ${site.name ?? commune.name}`, network, 'réservoir', shape);
  }
  for (const [from, to] of linkPlaces(sites.map(({ at }) => at))) {
    const [a, b] = [sites[from]!, sites[to]!];
    const way = greenWay(ground, a.at, b.at);
    const name = `${a.commune.name} – ${b.commune.name}`;
    add(`Corridor ${name}`, 'verte', 'corridor', belt(way, GREEN_M, territory));
    if (way.length > DARK_FROM) {
      add(`Continuité nocturne ${name}`, 'noire', 'corridor', belt(way, DARK_M, territory));
    }
  }
  for (const { name, kind, line } of ground.rivers) {
    if (name === '' || kind === 'canal') continue;
    add(`Vallée : ${capitalize(name)}`, 'bleue', 'corridor', belt(line, BLUE_M, territory));
  }
  return { id: 'corridors', features };
}

/** Half the width of a corridor, metres. */
const GREEN_M = 75;
const BLUE_M = 35;
const DARK_M = 220;
/** A way of more vertices than this is long enough to be kept dark. */
const DARK_FROM = 120;
const TOLERANCE_M = 8;

function belt(line: Position[], metres: number, territory: Shape): Shape {
  return intersection(bufferLines([simplifyLine(line, TOLERANCE_M)], metres), territory);
}

function featureOf(
  rank: number,
  name: string,
  network: string,
  role: string,
  shape: Shape,
): DemoFeature {
  return {
    geometry: { type: 'MultiPolygon', coordinates: shape },
    properties: {
      id: `TVB-${String(rank).padStart(3, '0')}`,
      nom: name,
      trame: network,
      fonction: role,
      surface_ha: Math.round(shape.reduce((sum, part) => sum + polygonArea(part), 0) / 1000) / 10,
    },
  };
}
