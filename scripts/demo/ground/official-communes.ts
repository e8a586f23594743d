import { createRequire } from 'node:module';
import proj4 from 'proj4';
import { PROJ_DEFINITIONS } from '../../../src/domain/crs.ts';
import { assertFound } from './assert-found.ts';

/** What the official lists say of a commune: who it is, how many live there, how far it extends. */
export interface OfficialCommune {
  code: string;
  name: string;
  /** Total population; 0 for a neighbour outside the territory. */
  population: number;
  /** Real extent in CC50 metres: the box of the four projected corners. */
  box: [minX: number, minY: number, maxX: number, maxY: number];
  /** True for a member of the intercommunality, false for a neighbour. */
  member: boolean;
}

/**
 * The communes of the intercommunality `siren`, by code, then its neighbours within about 3 km.
 * Names and populations: @etalab/decoupage-administratif; extents: @etalab/fr-bounding-boxes.
 */
export function readOfficialCommunes(siren: string): OfficialCommune[] {
  const require = createRequire(import.meta.url);
  const groups: Group[] = require('@etalab/decoupage-administratif/data/epci.json');
  const boxes: NamedBox[] = require('@etalab/fr-bounding-boxes/dist/communes.json');
  const group = assertFound(
    groups.find((candidate) => candidate.code === siren),
    siren,
  );
  const members = new Map(group.membres.map((member) => [member.code, member]));
  const sorted = boxes
    .map((box) => ({ ...box, code: box.id.slice('fr:commune:'.length) }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const around = widen(sorted.filter((box) => members.has(box.code)).map((box) => box.bbox));
  const communes = sorted
    .filter((box) => overlap(box.bbox, around))
    .map((box): OfficialCommune => {
      const member = members.get(box.code);
      return {
        code: box.code,
        name: member?.nom ?? box.name,
        population: member?.populationTotale ?? 0,
        box: projectBox(box.bbox),
        member: member !== undefined,
      };
    });
  return [...communes.filter((c) => c.member), ...communes.filter((c) => !c.member)];
}

type Box = [number, number, number, number];

interface Group {
  code: string;
  membres: { code: string; nom: string; populationTotale: number }[];
}

interface NamedBox {
  id: string;
  name: string;
  bbox: Box;
}

const NEIGHBOUR_DEGREES = 0.035;
const LNG_LAT_TO_CC50 = proj4('WGS84', PROJ_DEFINITIONS['EPSG:3950']);

/** Longitude and latitude in degrees to CC50 metres. */
export function lngLatToCc50(lng: number, lat: number): [x: number, y: number] {
  return LNG_LAT_TO_CC50.forward([lng, lat]) as [number, number];
}

function widen(boxes: Box[]): Box {
  return [
    Math.min(...boxes.map((box) => box[0])) - NEIGHBOUR_DEGREES,
    Math.min(...boxes.map((box) => box[1])) - NEIGHBOUR_DEGREES,
    Math.max(...boxes.map((box) => box[2])) + NEIGHBOUR_DEGREES,
    Math.max(...boxes.map((box) => box[3])) + NEIGHBOUR_DEGREES,
  ];
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

/** Meridians converge by less than a degree here: a corner is off the box's true side by at most 40 m. */
function projectBox([west, south, east, north]: Box): Box {
  const middleLng = (west + east) / 2;
  const middleLat = (south + north) / 2;
  return [
    lngLatToCc50(west, middleLat)[0],
    lngLatToCc50(middleLng, south)[1],
    lngLatToCc50(east, middleLat)[0],
    lngLatToCc50(middleLng, north)[1],
  ];
}
