import { STORAGE_CRS } from '../../../domain/crs.ts';

/** Two columns of a table that hold positions. */
export interface PositionColumns {
  x: string;
  y: string;
  /** CRS that the names tell; null when they do not. */
  crs: string | null;
}

/** The columns that hold easting and northing, or longitude and latitude, by their names; null when there are none. */
export function findPositionColumns(names: readonly string[]): PositionColumns | null {
  const byKey = new Map(names.map((name) => [columnKey(name), name]));
  for (const [xKey, yKey, crs] of PAIRS) {
    const [x, y] = [byKey.get(xKey), byKey.get(yKey)];
    if (x !== undefined && y !== undefined) return { x, y, crs };
  }
  return null;
}

/** The column that holds latitude and longitude together, `50.53, 2.64`; null when there is none. */
export function findPairColumn(names: readonly string[]): string | null {
  return names.find((name) => PAIR_COLUMNS.includes(columnKey(name))) ?? null;
}

/**
 * The position in a cell of such a column, `[x, y]`: in brackets as GeoJSON and the schemas of the State have it, longitude
 * first; without, as Opendatasoft writes it, latitude first. Null for any other text.
 */
export function readPair(cell: string): [number, number] | null {
  const match = cell.match(/^\s*(\[)?\s*(-?\d+(?:\.\d+)?)\s*[,;]\s*(-?\d+(?:\.\d+)?)\s*\]?\s*$/);
  if (!match) return null;
  const [first, second] = [Number(match[2]), Number(match[3])];
  return match[1] ? [first, second] : [second, first];
}

/** A name without accents, case and punctuation: `Coord. X` → `coordx`. */
function columnKey(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '');
  return plain.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const PAIR_COLUMNS = [
  'geopoint2d',
  'geopoint',
  'geolocalisation',
  'geoloc',
  'coordonneesxy',
  'coordonneesgeographiques',
  'coordonneesgps',
  'coordonnees',
  'latlon',
  'latlng',
  'latitudelongitude',
  'wgs84',
];

/** Names of x and of y → the CRS that they tell; the surest first. */
const PAIRS: [x: string, y: string, crs: string | null][] = [
  ...(
    [
      ['longitude', 'latitude'],
      ['lon', 'lat'],
      ['long', 'lat'],
      ['lng', 'lat'],
      ['xlong', 'ylat'],
      ['xlon', 'ylat'],
      ['xlongitude', 'ylatitude'],
      ['longitudex', 'latitudey'],
      ['longwgs84', 'latwgs84'],
      ['lonwgs84', 'latwgs84'],
      ['longitudewgs84', 'latitudewgs84'],
      ['xwgs84', 'ywgs84'],
      ['geolong', 'geolat'],
      ['geolon', 'geolat'],
      ['resultlongitude', 'resultlatitude'],
      ['coordlong', 'coordlat'],
    ] as const
  ).map(([x, y]): [string, string, string] => [x, y, STORAGE_CRS]),
  ...(
    [
      ['xl93', 'yl93'],
      ['xlambert93', 'ylambert93'],
      ['xlamb93', 'ylamb93'],
      ['lambert93x', 'lambert93y'],
      ['coordxl93', 'coordyl93'],
      ['coordonneexlambert93', 'coordonneeylambert93'],
    ] as const
  ).map(([x, y]): [string, string, string] => [x, y, 'EPSG:2154']),
  ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map((zone): [string, string, string] => [
    `xcc${zone}`,
    `ycc${zone}`,
    `EPSG:${3900 + zone}`,
  ]),
  ...(
    [
      ['x', 'y'],
      ['coordx', 'coordy'],
      ['xcoord', 'ycoord'],
      ['pointx', 'pointy'],
      ['coordonneex', 'coordonneey'],
      ['coordonneesx', 'coordonneesy'],
      ['xlambert', 'ylambert'],
      ['lambertx', 'lamberty'],
      ['xlamb', 'ylamb'],
      ['easting', 'northing'],
      ['positionx', 'positiony'],
    ] as const
  ).map(([x, y]): [string, string, null] => [x, y, null]),
];
