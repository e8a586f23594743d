import type { Feature, Geometry } from 'geojson';
import { STORAGE_CRS } from '../domain/crs.ts';
import { AppError } from '../domain/errors.ts';
import type { Field } from '../domain/layer.ts';
import { geometriesToRows } from '../geo/from-geojson.ts';
import { inferFields } from './infer-fields.ts';
import { findJsonFault } from './json-fault.ts';
import type { ReadTable } from './layer-table.ts';

/** A GeoJSON file in memory. */
export interface GeoJsonLayer {
  /** Geometry is in `crs`, x or longitude first: in degrees only when that is null or OGC:CRS84. */
  table: ReadTable;
  /** Names and types found in the properties; labels are the names. */
  fields: Field[];
  /** CRS that the file names by the member `crs` of GeoJSON 2008, as `EPSG:2154`; null when it names none. */
  crs: string | null;
}

/**
 * The features of a GeoJSON text (FeatureCollection, Feature or bare geometry), one row each, null and empty
 * geometries kept; a geometry that is unfit is a fault of the table. Heights are dropped. `id` members become a field
 * `id` when no property has that name.
 * @throws {AppError} `source-unreadable` when the text is no JSON (with the line and column) or no GeoJSON.
 */
export function readGeoJson(input: string | Uint8Array, name: string): GeoJsonLayer {
  const text = typeof input === 'string' ? input : new TextDecoder().decode(input);
  const json = parseJson(text.replace(/^\uFEFF/, ''), name);
  const features = listFeatures(json, name);
  const { fields, columns } = inferFields(features.map(propertiesWithId));
  const rows = geometriesToRows(features.map((feature) => feature.geometry ?? null));
  return { table: { ...rows, columns }, fields, crs: namedCrs(json) };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { message } = cause as Error;
    const { line, column } = findJsonFault(text);
    const context = { source: name, reason: 'json', line, column };
    throw new AppError(
      'source-unreadable',
      `${name}:${line}:${column}: ${message}`,
      context,
      cause,
    );
  }
}

function listFeatures(json: unknown, name: string): Feature<Geometry | null>[] {
  const object = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  if (object.type === 'FeatureCollection' && Array.isArray(object.features)) {
    const index = object.features.findIndex((feature) => feature?.type !== 'Feature');
    if (index < 0) return object.features;
    const context = { source: name, reason: 'feature', row: index };
    throw new AppError('source-unreadable', `${name}: features[${index}] is no Feature`, context);
  }
  if (object.type === 'Feature') return [object as unknown as Feature<Geometry | null>];
  if (Array.isArray(object.coordinates)) {
    return [{ type: 'Feature', geometry: object as unknown as Geometry, properties: {} }];
  }
  const context = { source: name, reason: 'geojson', type: String(object.type) };
  throw new AppError('source-unreadable', `${name}: type ${object.type}, no GeoJSON`, context);
}

function propertiesWithId({ id, properties }: Feature<Geometry | null>): Record<string, unknown> {
  if (id === undefined || (properties && 'id' in properties)) return properties ?? {};
  return { id, ...properties };
}

function namedCrs(json: unknown): string | null {
  const name = (json as { crs?: { properties?: { name?: unknown } } | null }).crs?.properties?.name;
  if (typeof name !== 'string') return null;
  const [, authority, code] = name.match(/(OGC|EPSG)(?::[\d.]*)?:+(\w+)$/i) ?? [];
  const id = authority ? `${authority.toUpperCase()}:${code?.toUpperCase()}` : name;
  return id === 'EPSG:4326' ? STORAGE_CRS : id;
}
