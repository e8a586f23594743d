import { STORAGE_CRS } from '../../domain/crs.ts';

/**
 * The code that we know a system by: `OGC:CRS84`, `EPSG:2154`, `EPSG:3942` to `EPSG:3950` or `EPSG:3857` for all that
 * is the same on the ground to the centimetre, else the code itself, in capitals.
 *
 * RGF93 v1, v2 and v2b, ETRS89 and WGS 84 are taken as one, as PROJ does with the null transformations EPSG:1671
 * (RGF93 v1 to WGS 84, 1 m) and EPSG:1149 (ETRS89 to WGS 84, 1 m): the realisations of RGF93 differ by 1 to 2 cm in plane
 * (IGN, « Évolution du RGF93 », 2021), and no file says which one of WGS 84 it means.
 */
export function canonicalCrs(code: string): string {
  const id = code.trim().toUpperCase();
  return SAME[id] ?? id;
}

/** Sources: EPSG registry 10, ESRI and IGN-F registries as PROJ 9 has them (`proj.db`). */
const SAME: Record<string, string> = {
  ...same(STORAGE_CRS, [
    'CRS:84',
    'OGC:84',
    'OGC:CRS84H',
    'ESRI:104107',
    'IGNF:WGS84G',
    'IGNF:RGF93G',
    'IGNF:RGF93GDD',
    ...[4326, 4979, 4171, 4965, 7042, 7084, 4258, 4937, 9776, 9777, 9778, 9779].map(epsg),
    ...[9781, 9782, 9783, 9784].map(epsg),
  ]),
  ...same('EPSG:2154', [
    'EPSG:9793',
    'EPSG:9794',
    'ESRI:102110',
    'IGNF:LAMB93',
    'IGNF:RGF93LAMB93',
  ]),
  ...same('EPSG:3857', [
    'EPSG:900913',
    'EPSG:3785',
    'EPSG:102100',
    'EPSG:102113',
    'ESRI:102100',
    'ESRI:102113',
    'ESRI:900913',
    'OSGEO:41001',
  ]),
  ...Object.assign(
    {},
    ...[42, 43, 44, 45, 46, 47, 48, 49, 50].map((zone) =>
      same(epsg(3900 + zone), [epsg(9780 + zone), epsg(9800 + zone), `IGNF:RGF93CC${zone}`]),
    ),
  ),
};

function same(code: string, others: readonly string[]): Record<string, string> {
  return Object.fromEntries(others.map((other) => [other, code]));
}

function epsg(code: number): string {
  return `EPSG:${code}`;
}
