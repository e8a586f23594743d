import { STORAGE_CRS } from '../../domain/crs.ts';
import { canonicalCrs } from './same-crs.ts';

/**
 * The CRS that a person names: a code (`2154`, `EPSG:2154`, `urn:ogc:def:crs:EPSG::2154`, `IGNF:LAMB93`, an address of
 * opengis.net) or a usual name (`Lambert-93`, `CC50`, `WGS 84`), as `canonicalCrs` writes it; null when it is none of
 * these. Whether a code exists is only known when positions are brought to degrees.
 */
export function parseCrs(text: string): string | null {
  const trimmed = text.trim();
  const code = trimmed.match(CODE);
  if (code) return canonicalCrs(`${code[1]}:${code[2]}`);
  if (/^\d{4,6}$/.test(trimmed)) return canonicalCrs(`EPSG:${trimmed}`);
  const name = trimmed.toLowerCase().replace(/[^a-z0-9]/g, '');
  const zone = name.match(/^(?:rgf93(?:v1|v2|v2b)?)?cc(4[2-9]|50)$/)?.[1];
  if (zone) return `EPSG:${3900 + Number(zone)}`;
  return NAMES[name] ?? null;
}

/** `EPSG:2154`, `urn:ogc:def:crs:EPSG:6.9:2154`, `http://www.opengis.net/def/crs/EPSG/0/2154`, `…/gml/srs/epsg.xml#2154`. */
const CODE =
  /^(?:urn:(?:x-)?ogc:def:crs:|https?:\/\/www\.opengis\.net\/(?:def\/crs|gml\/srs)\/)?(EPSG|OGC|CRS|IGNF|ESRI|OSGEO)(?::[\d.]*:|:|\/[\d.]+\/|\.xml#)(\w{1,20})$/i;

const NAMES: Record<string, string> = {
  crs84: STORAGE_CRS,
  wgs84: STORAGE_CRS,
  rgf93: STORAGE_CRS,
  etrs89: STORAGE_CRS,
  lambert93: 'EPSG:2154',
  lamb93: 'EPSG:2154',
  l93: 'EPSG:2154',
  rgf93lambert93: 'EPSG:2154',
  rgf93v1lambert93: 'EPSG:2154',
  rgf93v2blambert93: 'EPSG:2154',
  webmercator: 'EPSG:3857',
  lambert2etendu: 'EPSG:27572',
  lambertiietendu: 'EPSG:27572',
  lambertzoneii: 'EPSG:27572',
  ntflambert2etendu: 'EPSG:27572',
};
