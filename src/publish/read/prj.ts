import { STORAGE_CRS } from '../../domain/crs.ts';
import { lambertCode } from '../crs/lambert-zones.ts';

/**
 * The CRS that the WKT of a `.prj` file describes: `OGC:CRS84` for degrees on WGS 84 or RGF93, `EPSG:2154` for
 * Lambert-93, `EPSG:3942` to `EPSG:3950` for CC42 to CC50 (told by their parameters, as names vary from one software
 * to another); for anything else the name that stands in the WKT.
 */
export function crsOfPrj(wkt: string): string {
  const name = wkt.match(/^\s*\w+\[\s*"([^"]*)"/)?.[1] ?? wkt.slice(0, 60).trim();
  if (/^\s*GEOG(CS|CRS)/i.test(wkt)) {
    return /WGS.?(19)?84|RGF.?(19)?93|ETRS.?(19)?89/i.test(name) ? STORAGE_CRS : name;
  }
  const parameter = (label: string) =>
    Number(wkt.match(new RegExp(`PARAMETER\\[\\s*"${label}"\\s*,\\s*([-\\d.eE]+)`, 'i'))?.[1]);
  const code = lambertCode(parameter('false_easting'), parameter('false_northing'));
  return code && /lambert_conformal_conic/i.test(wkt) ? code : name;
}
