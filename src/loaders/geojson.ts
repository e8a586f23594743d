import type { Feature, Geometry } from 'geojson';
import { STORAGE_CRS } from '../domain/crs.ts';
import { AppError } from '../domain/errors.ts';
import type { Field } from '../domain/layer.ts';
import { geometriesToRows } from '../geo/from-geojson.ts';
import { decodeText } from './decode-text.ts';
import { sliceFeatures } from './feature-slices.ts';
import { firstPosition } from './first-position.ts';
import { flattenCollection } from './flatten-collection.ts';
import { inferFields } from './infer-fields.ts';
import { findJsonFault } from './json-fault.ts';
import type { ReadTable } from './layer-table.ts';
import { guessEncoding, type TextEncoding } from './text-encoding.ts';

/** A GeoJSON file in memory. */
export interface GeoJsonLayer extends FeatureRows {
  /** CRS that the file names by the member `crs` of GeoJSON 2008, as `EPSG:2154`; null when it names none. */
  crs: string | null;
  /** What the text is written in; the standard wants UTF-8. */
  encoding: TextEncoding;
}

/** Features as rows. */
export interface FeatureRows {
  /** Geometry is in the CRS of the file, x or longitude first: in degrees only when that is null or OGC:CRS84. */
  table: ReadTable;
  /** Names and types found in the properties; labels are the names. */
  fields: Field[];
  /** Whether positions had heights, which are dropped. */
  hasHeights: boolean;
  /** How many collections became several rows, one for each family of geometry in them. */
  splitCollections: number;
}

/** A feature of a GeoJSON file. */
export type GeoJsonFeature = Feature<Geometry | null>;

/**
 * The features of a GeoJSON text (FeatureCollection, Feature or bare geometry), one row each, null and empty
 * geometries kept; a geometry that is unfit is a fault of the table. A collection gives a row for each family of geometry
 * in it. Heights are dropped. `id` members become a field `id` when no property has that name. The features of a
 * collection are parsed a megabyte at a time: 300 000 parcels (150 MB) take about 5 s and 0.6 GB.
 * @throws {AppError} `source-unreadable` when the text is no JSON (with the line and column) or no GeoJSON.
 */
export function readGeoJson(input: string | Uint8Array, name: string): GeoJsonLayer {
  const given = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const encoding = guessEncoding(given);
  const bytes = withoutMark(encoding === 'utf-8' ? given : toUtf8(given, encoding));
  const sliced = sliceFeatures(bytes);
  const json = sliced ? parseJson(sliced.shell, bytes, name) : parseWhole(bytes, name);
  const isCollection = sliced && (json as { type?: unknown }).type === 'FeatureCollection';
  const features = isCollection
    ? parseSlices(bytes, sliced.slices, name)
    : [singleFeature(json, name)];
  return { ...featuresToRows(features), crs: namedCrs(json), encoding };
}

/** Rows of features, as `readGeoJson` makes them; each feature is let go once it is read. */
export function featuresToRows(features: Iterable<GeoJsonFeature>): FeatureRows {
  const records: Record<string, unknown>[] = [];
  let hasHeights = false;
  let splitCollections = 0;
  function* geometries(): Generator<Geometry | null> {
    for (const feature of features) {
      const parts = flattenCollection(feature.geometry ?? null);
      if (parts.length > 1) splitCollections++;
      const record = propertiesWithId(feature);
      for (const part of parts) {
        hasHeights ||= firstPosition(part).length > 2;
        records.push(record);
        yield part;
      }
    }
  }
  const rows = geometriesToRows(geometries());
  const { fields, columns } = inferFields(records);
  return { table: { ...rows, columns }, fields, hasHeights, splitCollections };
}

function* parseSlices(
  bytes: Uint8Array,
  slices: readonly [number, number][],
  name: string,
): Generator<GeoJsonFeature> {
  const decoder = new TextDecoder();
  let row = 0;
  for (const [start, end] of slices) {
    const text = `[${decoder.decode(bytes.subarray(start, end))}]`;
    for (const feature of parseJson(text, bytes, name) as unknown[]) {
      if ((feature as GeoJsonFeature | null)?.type !== 'Feature') {
        const context = { source: name, reason: 'feature', row };
        throw new AppError('source-unreadable', `${name}: features[${row}] is no Feature`, context);
      }
      row++;
      yield feature as GeoJsonFeature;
    }
  }
}

function parseWhole(bytes: Uint8Array, name: string): unknown {
  if (bytes.length > MAX_WHOLE_BYTES) {
    const context = { source: name, reason: 'json-large', bytes: bytes.length };
    throw new AppError('source-unreadable', `${name}: no list of features that ends`, context);
  }
  return parseJson(new TextDecoder().decode(bytes), bytes, name);
}

/** Parses a part of a text; the place of a fault is counted in the whole. */
function parseJson(text: string, whole: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const { line, column } = findJsonFault(
      new TextDecoder().decode(whole.subarray(0, MAX_WHOLE_BYTES)),
    );
    const context = { source: name, reason: 'json', line, column };
    throw new AppError(
      'source-unreadable',
      `${name}:${line}:${column}: ${message}`,
      context,
      cause,
    );
  }
}

function singleFeature(json: unknown, name: string): GeoJsonFeature {
  const object = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  if (object.type === 'Feature') return object as unknown as GeoJsonFeature;
  if (Array.isArray(object.coordinates) || Array.isArray(object.geometries)) {
    return { type: 'Feature', geometry: object as unknown as Geometry, properties: {} };
  }
  const type = typeof object.type === 'string' ? object.type.slice(0, 60) : '?';
  const context = { source: name, reason: 'geojson', type };
  throw new AppError('source-unreadable', `${name}: type ${type}, no GeoJSON`, context);
}

function propertiesWithId({ id, properties }: GeoJsonFeature): Record<string, unknown> {
  const known = typeof properties === 'object' && properties !== null ? properties : {};
  return id === undefined || 'id' in known ? known : { id, ...known };
}

function namedCrs(json: unknown): string | null {
  const name = (json as { crs?: { properties?: { name?: unknown } } | null }).crs?.properties?.name;
  if (typeof name !== 'string') return null;
  const [, authority, code] = name.match(/(OGC|EPSG)(?::[\d.]*)?:+(\w+)$/i) ?? [];
  const id = authority ? `${authority.toUpperCase()}:${code?.toUpperCase()}` : name;
  return id === 'EPSG:4326' ? STORAGE_CRS : id;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function toUtf8(bytes: Uint8Array, encoding: TextEncoding): Uint8Array {
  return new TextEncoder().encode(decodeText(new TextDecoder(encoding), bytes));
}

/** No engine has strings much longer than this. */
const MAX_WHOLE_BYTES = 400 * 1024 ** 2;
