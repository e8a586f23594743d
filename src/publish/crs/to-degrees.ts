import { STORAGE_CRS } from '../../domain/crs.ts';
import { AppError } from '../../domain/errors.ts';
import type { Extent, LngLat } from '../../domain/units.ts';
import type { Gdal } from '../../gdal/gdal.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { columnExtent } from '../../geo/row-boxes.ts';
import type { Finding } from '../issue.ts';
import type { SourceTable } from '../read/source.ts';
import { crsOfWkt, nameOfWkt } from './crs-of-wkt.ts';
import { crsOfTerritory, guessCrs, isNear, middleOf } from './guess-crs.ts';
import { isInBox, KNOWN_CRS, knownToDegrees, useArea } from './known-crs.ts';
import { parseCrs } from './parse-crs.ts';

/** A geometry column in degrees, and how its CRS was known. */
export interface InDegrees {
  geometry: GeometryColumn;
  /** CRS that the source was in: `OGC:CRS84`, `EPSG:2154`…; the name of one that has no code. */
  crs: string;
  /** A CRS that was guessed or is doubtful, or one asked for that was not believed. */
  findings: Finding[];
}

/** What positions are held against, and what projects those of a CRS that is not ours. */
export interface CrsContext {
  gdal(): Promise<Gdal>;
  /** The territory of the site; null when it has none yet. */
  territory: { extent: Extent } | null | undefined;
}

/**
 * A source's geometry in degrees, longitude first. Its CRS is the one that the file names, else the one asked for, else
 * the one that its coordinates fit. A CRS that the file names, but that nobody knows or with which its coordinates lie
 * neither where the CRS is used nor in the territory, gives way to one asked for that makes sense, and is doubtful when
 * another one would lead to the territory.
 * @throws {AppError} `crs-unknown`, with the `reason`: `unknown` for a CRS that nobody knows, `coordinates` when the
 * coordinates fit none or not the one named, `swapped` when latitude stands before longitude, or northing before easting.
 */
export async function toDegrees(
  source: Pick<SourceTable, 'path' | 'crs' | 'table'>,
  asked: string | null,
  context: CrsContext,
): Promise<InDegrees> {
  const { geometry } = source.table;
  const extent = columnExtent(geometry);
  if (!extent) return { geometry, crs: source.crs ?? asked ?? STORAGE_CRS, findings: [] };
  const territory = context.territory?.extent ?? null;
  const middle = middleOf(geometry.xy);
  const work: Work = { path: source.path, xy: geometry.xy, extent, middle, territory, context };
  const { crs, xy, findings } = await place(
    work,
    source.crs && canonical(source.crs),
    asked && canonical(asked),
  );
  const result = columnExtent({ ...geometry, xy }) as Extent;
  if (!isOnEarth(xy, result)) throw unknown(work, 'coordinates', nameOf(crs));
  const position = middleOf(xy);
  if (!isNear(position, territory)) {
    if (crs === STORAGE_CRS && isSwapped(position, territory)) throw unknown(work, 'swapped', crs);
    findings.push(...doubts(crs, position, middle, territory));
  }
  return { geometry: { ...geometry, xy }, crs: await codeOf(crs, context), findings };
}

/** What is to be brought to degrees, and what it is held against. */
interface Work {
  path: string;
  xy: Float64Array;
  extent: Extent;
  /** Position in the middle of the data, in their own CRS. */
  middle: LngLat;
  territory: Extent | null;
  context: CrsContext;
}

interface Placed {
  crs: string;
  xy: Float64Array;
  findings: Finding[];
}

async function place(work: Work, named: string | null, asked: string | null): Promise<Placed> {
  const crs = named ?? asked;
  if (!crs) return guess(work);
  if (!named || !asked || asked === named) {
    return { crs, xy: await project(work, crs), findings: [] };
  }
  const { middle } = work;
  if (!(await makesSense(work, named, middle)) && (await makesSense(work, asked, middle))) {
    const facts = { named: nameOf(named), crs: asked };
    const xy = await project(work, asked);
    return { crs: asked, xy, findings: [finding('source.crs-replaced', facts)] };
  }
  const facts = { asked, crs: nameOf(named) };
  const xy = await project(work, named);
  return { crs: named, xy, findings: [finding('source.crs-ignored', facts)] };
}

async function guess(work: Work): Promise<Placed> {
  const { path, middle, territory } = work;
  const found = guessCrs(middle, territory);
  if (!found) throw unknown(work, isSwapped(middle, territory) ? 'swapped' : 'coordinates', null);
  const isStandard = found.crs === STORAGE_CRS && /json[ls]?$/i.test(path);
  return {
    crs: found.crs,
    xy: await project(work, found.crs),
    findings: isStandard ? [] : [finding('source.crs-guessed', { ...found })],
  };
}

/** Whether a CRS is known and puts a position in the territory, or where it is meant to be used. */
async function makesSense(work: Work, crs: string, middle: LngLat): Promise<boolean> {
  try {
    const xy = await project({ ...work, xy: Float64Array.from(middle) }, crs);
    const position = [xy[0] as number, xy[1] as number] as const;
    const area = useArea(crs);
    return isNear(position, work.territory) || (area !== null && isInBox(position, area));
  } catch (error) {
    if (error instanceof AppError && error.code === 'crs-unknown') return false;
    throw error;
  }
}

/** A CRS that leads neither to where it is used nor to the territory, when another one does lead there. */
function doubts(
  crs: string,
  position: LngLat,
  middle: LngLat,
  territory: Extent | null,
): Finding[] {
  const area = useArea(crs);
  const other = crsOfTerritory(middle, territory);
  if (!other || (area && isInBox(position, area) && crs !== 'EPSG:3857')) return [];
  return [finding('source.crs-doubtful', { crs: nameOf(crs), other })];
}

/** @throws {AppError} `crs-unknown` reason `unknown`, with where and what it was. */
async function project(work: Work, crs: string): Promise<Float64Array> {
  const { xy, extent, path: source, context } = work;
  if (KNOWN_CRS.includes(crs)) return knownToDegrees(xy, crs);
  const gdal = await context.gdal();
  return gdal.toDegrees(xy, crs).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'crs-unknown') throw error;
    const facts = { x: extent[0], y: extent[1], ...error.context, source, crs: nameOf(crs) };
    throw new AppError(error.code, `${source}: ${error.message}`, facts, error);
  });
}

async function codeOf(crs: string, { gdal }: CrsContext): Promise<string> {
  if (!isDefinition(crs)) return crs;
  return (await (await gdal()).identifyCrs(crs)) ?? nameOf(crs);
}

/** A code as we know it, of a definition too where it tells one. */
function canonical(crs: string): string {
  return isDefinition(crs) && !crs.trim().startsWith('{') ? crsOfWkt(crs) : (parseCrs(crs) ?? crs);
}

function isDefinition(crs: string): boolean {
  return /[[{]/.test(crs);
}

/** A name for a CRS that fits in a sentence. */
function nameOf(crs: string): string {
  if (!isDefinition(crs)) return crs;
  return nameOfWkt(crs) ?? crs.match(/"name"\s*:\s*"([^"]{1,80})"/)?.[1] ?? crs.slice(0, 60);
}

function isOnEarth(xy: Float64Array, [minX, minY, maxX, maxY]: Extent): boolean {
  const isInside = minX >= -180 && maxX <= 180 && minY >= -90 && maxY <= 90;
  return isInside && xy.every(Number.isFinite);
}

/**
 * Whether a position fits with its axes swapped only: it then leads to the territory; or it lies in the Indian Ocean,
 * where metropolitan France comes with its axes swapped and no territory of ours is.
 */
function isSwapped([x, y]: LngLat, territory: Extent | null): boolean {
  const isIndianOcean = x > 41 && x < 52 && y > -6 && y < 10;
  return isIndianOcean || crsOfTerritory([y, x], territory) !== null;
}

function finding(rule: string, facts: Finding['facts']): Finding {
  return { rule, row: null, place: null, facts };
}

function unknown({ path, extent }: Work, reason: string, crs: string | null): AppError {
  const context = { source: path, reason, crs, x: extent[0], y: extent[1] };
  return new AppError('crs-unknown', `${path}: ${reason} (${crs}) at ${extent}`, context);
}
