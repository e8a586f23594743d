import { createRequire } from 'node:module';
import { featureCollection, point, voronoi } from '@turf/turf';
import type { Position } from 'geojson';
import { boxAround, readOfficialGroup } from '../../../scripts/territory/official-groups.ts';
import type { Extent } from '../../../src/domain/units.ts';

/** A commune as the made-up official sources have it. */
export interface GroundCommune {
  /** INSEE code, official. */
  code: string;
  name: string;
  department: string;
  region: string;
  population: number;
  /** Whether it is of the intercommunality; the others are its neighbours. */
  isInside: boolean;
  /** Closed ring, degrees, counter-clockwise; neighbours share their vertices. */
  outline: Position[];
  /** Degrees; a square of `reach` degrees to each side of it is within the outline. */
  centre: [number, number];
  reach: number;
}

/** The land of which every made-up source speaks: an intercommunality and its neighbours, which no collection should keep. */
export interface Ground {
  siren: string;
  name: string;
  communes: GroundCommune[];
  /** Box of the intercommunality, degrees. */
  extent: Extent;
}

/**
 * The communes around an intercommunality of the official list. Codes, names and boxes are official (@etalab packages); outlines are
 * the Voronoi cells of the boxes' centres, which abut. Nothing random: the same at every call.
 */
export function layGround(siren: string): Ground {
  const group = readOfficialGroup(siren);
  const extent = boxAround(group.communes.map(({ extent }) => extent));
  const members = new Set(group.communes.map(({ code }) => code));
  const places = new Map(
    load<Place[]>('@etalab/decoupage-administratif/data/communes.json')
      .filter(({ type }) => type === 'commune-actuelle')
      .map((place) => [place.code, place]),
  );
  const sites = load<{ id: string; bbox: Extent }[]>(
    '@etalab/fr-bounding-boxes/dist/communes.json',
  ).flatMap(({ id, bbox: [west, south, east, north] }) => {
    const place = places.get(id.slice('fr:commune:'.length));
    const centre: [number, number] = [round((west + east) / 2), round((south + north) / 2)];
    return place && (members.has(place.code) || isWithin(centre, extent, MARGIN))
      ? [{ place, centre }]
      : [];
  });
  const [west, south, east, north] = boxAround([
    extent,
    ...sites.map(({ centre: [x, y] }) => [x, y, x, y] as Extent),
  ]);
  const cells = voronoi(featureCollection(sites.map(({ centre }) => point(centre))), {
    bbox: [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN],
  });
  const communes = sites.map(({ place, centre }, index): GroundCommune => {
    const ring = (cells.features[index]?.geometry.coordinates[0] ?? []).map((at) => at.map(round));
    const others = sites.filter((site) => site.centre !== centre);
    const nearest = Math.min(...others.map((site) => distance(site.centre, centre)));
    return {
      code: place.code,
      name: place.nom,
      department: place.departement,
      region: place.region,
      population: place.population ?? 0,
      isInside: members.has(place.code),
      outline: area(ring) < 0 ? ring.reverse() : ring,
      centre,
      reach: nearest * 0.3,
    };
  });
  communes.sort((a, b) => (a.code < b.code ? -1 : 1));
  return { siren, name: group.name, communes, extent };
}

/** Degrees that neighbours are looked for beyond the box. */
const MARGIN = 0.03;

/** Seven decimals, a centimetre, as official files have them. */
export const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

const distance = ([x, y]: Position, [u, v]: Position) =>
  Math.hypot((x as number) - (u as number), (y as number) - (v as number));

function isWithin([x, y]: [number, number], [west, south, east, north]: Extent, margin: number) {
  return x > west - margin && x < east + margin && y > south - margin && y < north + margin;
}

/** Signed, square degrees; positive counter-clockwise. */
function area(ring: Position[]): number {
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [u = 0, v = 0] = ring[(index + 1) % ring.length] as Position;
    return sum + (x * v - u * y) / 2;
  }, 0);
}

const load = <T>(path: string): T => createRequire(import.meta.url)(path);

interface Place {
  code: string;
  nom: string;
  type: string;
  departement: string;
  region: string;
  population?: number;
}
