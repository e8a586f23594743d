import { STORAGE_CRS } from '../../domain/crs.ts';
import { AppError } from '../../domain/errors.ts';
import type { Extent } from '../../domain/units.ts';
import type { Gdal } from '../../gdal/gdal.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { createLambertConic, lambertToLngLat } from '../../geo/lambert-conic.ts';
import { columnExtent } from '../../geo/row-boxes.ts';
import type { Finding } from '../issue.ts';
import type { SourceTable } from '../read/source.ts';
import { guessLambert, LAMBERT_DEFINITIONS } from './lambert-zones.ts';

/** A geometry column in degrees, and how its CRS was known. */
export interface InDegrees {
  geometry: GeometryColumn;
  /** CRS that the source was in: `OGC:CRS84`, `EPSG:2154`… */
  crs: string;
  /** A CRS that was guessed, or one asked for that was not believed. */
  findings: Finding[];
}

/** The CRS that need no GDAL. */
export const KNOWN_CRS = [STORAGE_CRS, ...Object.keys(LAMBERT_DEFINITIONS)];

/**
 * A source's geometry in degrees, longitude first. Its CRS is the one that the file names, else the one asked for, else
 * the one that its coordinates fit.
 * @throws {AppError} `crs-unknown`, with the `reason`: `unknown` for a CRS that nobody knows, `coordinates` when the
 * coordinates fit none or not the one named, `swapped` when latitude stands before longitude.
 */
export async function toDegrees(
  source: Pick<SourceTable, 'path' | 'crs' | 'table'>,
  asked: string | null,
  _gdal: () => Promise<Gdal>,
): Promise<InDegrees> {
  const { path, crs: named } = source;
  const { geometry } = source.table;
  const extent = columnExtent(geometry);
  if (!extent) return { geometry, crs: named ?? asked ?? STORAGE_CRS, findings: [] };
  const known = named ?? asked;
  const crs = known ?? guessCrs(extent);
  if (!crs) throw unknown(path, 'coordinates', known, extent);
  if (!KNOWN_CRS.includes(crs)) throw unknown(path, 'unknown', crs, extent);
  const inDegrees = crs === STORAGE_CRS ? geometry : unproject(geometry, crs);
  const result = columnExtent(inDegrees) as Extent;
  if (!isOnEarth(result)) throw unknown(path, 'coordinates', crs, extent);
  if (isSwappedFrance(result)) throw unknown(path, 'swapped', crs, extent);
  const findings: Finding[] = [];
  if (known === null && !(crs === STORAGE_CRS && /json$/i.test(path))) {
    findings.push({ rule: 'source.crs-guessed', row: null, place: null, facts: { crs } });
  }
  if (asked && named && asked !== named) {
    findings.push({ rule: 'source.crs-ignored', row: null, place: null, facts: { asked, crs } });
  }
  return { geometry: inDegrees, crs, findings };
}

function guessCrs(extent: Extent): string | null {
  if (isOnEarth(extent)) return STORAGE_CRS;
  const [minX, minY, maxX, maxY] = extent;
  return guessLambert((minX + maxX) / 2, (minY + maxY) / 2);
}

function unproject(geometry: GeometryColumn, crs: string): GeometryColumn {
  const xy = new Float64Array(geometry.xy.length);
  lambertToLngLat(createLambertConic(LAMBERT_DEFINITIONS[crs] as string), geometry.xy, xy);
  return { ...geometry, xy };
}

function isOnEarth([minX, minY, maxX, maxY]: Extent): boolean {
  return minX >= -180 && maxX <= 180 && minY >= -90 && maxY <= 90;
}

/** Metropolitan France with its axes swapped lies in the Indian Ocean, where no territory of ours is. */
function isSwappedFrance([minX, minY, maxX, maxY]: Extent): boolean {
  return minX > 41 && maxX < 52 && minY > -6 && maxY < 10;
}

function unknown(source: string, reason: string, crs: string | null, extent: Extent): AppError {
  const context = { source, reason, crs, x: extent[0], y: extent[1] };
  return new AppError('crs-unknown', `${source}: ${reason} (${crs}) at ${extent}`, context);
}
