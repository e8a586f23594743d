import * as v from 'valibot';
import { STORAGE_CRS } from '../domain/crs.ts';
import { AppError } from '../domain/errors.ts';

/** What the `geo` key of a GeoParquet 1.0 or 1.1 file says of its primary geometry column. */
export interface GeoMetadata {
  /** Name of the geometry column. */
  column: string;
  /** `OGC:CRS84` for degrees, longitude first; else the authority and code that the file names, or `unknown`. */
  crs: string;
  /** Paths of the covering's four columns: minimum x, minimum y, maximum x, maximum y; null without a covering. */
  covering: [xmin: string, ymin: string, xmax: string, ymax: string] | null;
}

/**
 * What a GeoParquet file's `geo` text says of its primary geometry. A missing `crs` means OGC:CRS84, as the standard
 * has it (https://geoparquet.org/releases/v1.1.0/).
 * @throws {AppError} `layer-invalid` when the text is absent, no JSON, or of an encoding other than WKB.
 */
export function parseGeoMetadata(text: string | undefined, name: string): GeoMetadata {
  if (text === undefined) throw invalid(name, 'no "geo" metadata: not a GeoParquet file');
  const parsed = v.safeParse(geoSchema, parseJson(text, name));
  if (!parsed.success) throw invalid(name, `"geo" metadata: ${parsed.issues[0].message}`);
  const { primary_column: column, columns } = parsed.output;
  const geometry = columns[column];
  if (!geometry) throw invalid(name, `"geo" metadata has no column "${column}"`);
  if (geometry.encoding !== 'WKB') {
    throw invalid(name, `geometry encoding ${geometry.encoding}, wanted WKB`);
  }
  const box = geometry.covering?.bbox;
  const covering: GeoMetadata['covering'] = box
    ? [box.xmin.join('.'), box.ymin.join('.'), box.xmax.join('.'), box.ymax.join('.')]
    : null;
  return { column, crs: crsName(geometry.crs), covering };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(name, '"geo" metadata is no JSON', cause);
  }
}

function crsName(crs: unknown): string {
  if (crs === undefined) return STORAGE_CRS;
  const id = v.safeParse(crsIdSchema, crs);
  if (!id.success) return 'unknown';
  const crsId = `${id.output.id.authority}:${id.output.id.code}`;
  return crsId === 'EPSG:4326' ? STORAGE_CRS : crsId;
}

function invalid(name: string, reason: string, cause?: unknown): AppError {
  return new AppError('layer-invalid', `${name}: ${reason}`, { url: name, reason }, cause);
}

const path = v.array(v.string());

const geoSchema = v.object({
  primary_column: v.string(),
  columns: v.record(
    v.string(),
    v.object({
      encoding: v.string(),
      crs: v.optional(v.unknown()),
      covering: v.optional(
        v.object({ bbox: v.object({ xmin: path, ymin: path, xmax: path, ymax: path }) }),
      ),
    }),
  ),
});

const crsIdSchema = v.object({
  id: v.object({ authority: v.string(), code: v.union([v.string(), v.number()]) }),
});
