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
 * the one that its coordinates fit. A CRS that the file names, but with which its coordinates lie neither where the CRS
 * is used nor in the territory, gives way to one asked for that leads to the territory, and is doubtful when another
 * one would.
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
  const middle = middleOf(geometry.xy);
  const territory = context.territory?.extent ?? null;
  const named = source.crs && canonical(source.crs);
  const choice = chooseCrs({ ...source, crs: named }, asked, middle, territory);
  if (!choice) {
    const reason = isSwapped(middle, territory) ? 'swapped' : 'coordinates';
    throw unknown(source.path, reason, null, extent);
  }
  const { crs, findings } = choice;
  const xy = await project(geometry.xy, crs, context).catch((error: unknown) => {
    throw error instanceof AppError ? withSource(error, source.path, nameOf(crs), extent) : error;
  });
  const result = columnExtent({ ...geometry, xy }) as Extent;
  if (!isOnEarth(xy, result)) throw unknown(source.path, 'coordinates', nameOf(crs), extent);
  const position = middleOf(xy);
  if (!isNear(position, territory)) {
    const isDegrees = crs === STORAGE_CRS;
    if (isDegrees && isSwapped(position, territory))
      throw unknown(source.path, 'swapped', crs, extent);
    findings.push(...doubts(crs, position, middle, territory));
  }
  return { geometry: { ...geometry, xy }, crs: await codeOf(crs, context), findings };
}

interface Choice {
  crs: string;
  findings: Finding[];
}

function chooseCrs(
  { path, crs: named }: Pick<SourceTable, 'path' | 'crs'>,
  asked: string | null,
  middle: LngLat,
  territory: Extent | null,
): Choice | null {
  if (named && asked && asked !== named) {
    const isWrong = KNOWN_CRS.includes(named) && !mayBe(named, middle, territory);
    if (isWrong && mayBe(asked, middle, territory)) {
      return { crs: asked, findings: [finding('source.crs-replaced', { named, crs: asked })] };
    }
    const facts = { asked, crs: nameOf(named) };
    return { crs: named, findings: [finding('source.crs-ignored', facts)] };
  }
  const known = named ?? asked;
  if (known) return { crs: known, findings: [] };
  const guess = guessCrs(middle, territory);
  if (!guess) return null;
  const isStandard = guess.crs === STORAGE_CRS && /json[ls]?$/i.test(path);
  return {
    crs: guess.crs,
    findings: isStandard ? [] : [finding('source.crs-guessed', { ...guess })],
  };
}

/** Whether a position is where a CRS is used, or in the territory. Those that we cannot project may be anywhere. */
function mayBe(crs: string, middle: LngLat, territory: Extent | null): boolean {
  if (!KNOWN_CRS.includes(crs)) return true;
  const [lng, lat] = knownToDegrees(Float64Array.from(middle), crs) as unknown as LngLat;
  const area = useArea(crs);
  return isNear([lng, lat], territory) || (area !== null && isInBox([lng, lat], area));
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

async function project(
  xy: Float64Array,
  crs: string,
  { gdal }: CrsContext,
): Promise<Float64Array<ArrayBufferLike>> {
  if (KNOWN_CRS.includes(crs)) return knownToDegrees(xy, crs);
  return (await gdal()).toDegrees(xy, crs);
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

function unknown(source: string, reason: string, crs: string | null, extent: Extent): AppError {
  const context = { source, reason, crs, x: extent[0], y: extent[1] };
  return new AppError('crs-unknown', `${source}: ${reason} (${crs}) at ${extent}`, context);
}

function withSource(error: AppError, source: string, crs: string, extent: Extent): AppError {
  if (error.code !== 'crs-unknown') return error;
  const context = { x: extent[0], y: extent[1], ...error.context, source, crs };
  return new AppError(error.code, `${source}: ${error.message}`, context, error);
}
