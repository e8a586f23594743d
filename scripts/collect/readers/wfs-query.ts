import * as v from 'valibot';
import type { Extent } from '../../../src/domain/units.ts';
import { type Recipe, type RecipeLayer, readOptions } from '../recipe.ts';

/** How a recipe's WFS is asked; its addresses are `wfs`, and `capabilities` where type names bear an edition. */
export interface WfsOptions {
  /** Features a page, at most as many as the service gives at once. */
  count: number;
  /** Field that is unique and that pages are sorted by; without a sort, pages may overlap. */
  sortBy: string;
  /** Name of the geometry column. */
  geometry: string;
  /**
   * How a box is put: `crs84`, the parameter `bbox` with a CRS whose longitude comes first beyond doubt; `cql`, GeoServer's
   * `BBOX(geometry, west, south, east, north, 'EPSG:4326')`, longitude first.
   */
  bbox: 'crs84' | 'cql';
  /** CRS of the answer, which as JSON is longitude first; absent: the service's own, which must be degrees. */
  srsName?: string | undefined;
  outputFormat: string;
  /** Whether the features must be counted first, for pages do not tell how many there are. */
  hits: boolean;
  /** Whether pages are asked for with all their fields: those of a type that we know at second hand may have changed, and naming one that is gone fails. */
  allFields: boolean;
  /** Field of the layer → fields of the source that it is the sum of; empty where one of them is. */
  sums: Record<string, string[]>;
  /** Features from which the territory's box is left for those of its communes. */
  maxPerBox: number;
  /** Guess of a feature's bytes, for the estimate. */
  bytesEach: number;
}

/** What is asked about: one type in one box. */
export interface WfsBox {
  typeName: string;
  /** Degrees. */
  extent: Extent;
}

/** The options of a recipe. @throws {AppError} as `readOptions`. */
export function wfsOptions(recipe: Recipe): WfsOptions {
  return readOptions(recipe, schema);
}

/** Address of a page of features, sorted, with the fields that the layer needs. */
export function pageUrl(
  wfs: string,
  layer: RecipeLayer,
  box: WfsBox,
  startIndex: number,
  options: WfsOptions,
): string {
  const { count, sortBy, outputFormat, srsName } = options;
  const names = fieldsOf(layer, options);
  return queryUrl(wfs, {
    ...common(box, options),
    outputFormat,
    ...(srsName && { srsName }),
    ...(names && { propertyName: names.join(',') }),
    sortBy,
    count,
    startIndex,
  });
}

/** Address of how many features a box has, which is answered as XML. */
export function hitsUrl(wfs: string, box: WfsBox, options: WfsOptions): string {
  return queryUrl(wfs, { ...common(box, options), resultType: 'hits' });
}

/** Address of the list of types. */
export function capabilitiesUrl(wfs: string): string {
  return queryUrl(wfs, { service: 'WFS', version: '2.0.0', request: 'GetCapabilities' });
}

/** Features that an answer to `hitsUrl` tells, or null when it tells none. OGC 09-025r2, 7.6. */
export function readHits(xml: string): number | null {
  const count = xml.match(/\bnumberMatched\s*=\s*["'](\d+)["']/)?.[1];
  return count === undefined ? null : Number(count);
}

/**
 * The name of the latest edition of a type in a list of capabilities: the greatest number or day that `{edition}` of the pattern
 * stands for; null when there is none.
 */
export function latestType(xml: string, pattern: string): string | null {
  const [before = '', after = ''] = pattern.split('{edition}');
  const editions = [...xml.matchAll(/<(?:\w+:)?Name(?:\s[^>]*)?>\s*([^<\s]+)\s*</g)].flatMap(
    ([, name = '']) => {
      const edition = name.slice(before.length, name.length - after.length);
      const fits = name === before + edition + after && /^[\d-]+$/.test(edition);
      return fits ? [edition] : [];
    },
  );
  const latest = editions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
  return latest === undefined ? null : before + latest + after;
}

/** The type that an address of a page or a total asks about. */
export function typeNameOf(url: string): string {
  return new URL(url).searchParams.get('typeNames') ?? '';
}

function common({ typeName, extent }: WfsBox, { bbox, geometry }: WfsOptions) {
  const corners = extent.join(',');
  return {
    service: 'WFS',
    version: '2.0.0',
    request: 'GetFeature',
    typeNames: typeName,
    ...(bbox === 'cql'
      ? { cql_filter: `BBOX(${geometry},${corners},'EPSG:4326')` }
      : { bbox: `${corners},urn:ogc:def:crs:OGC:1.3:CRS84` }),
  };
}

/** Fields to ask for, geometry included; null for all. */
function fieldsOf(
  { fields, required, keep }: RecipeLayer,
  { allFields, geometry, sortBy, sums }: WfsOptions,
): string[] | null {
  if (!fields || allFields) return null;
  const field = keep.by === 'commune' ? [keep.field] : [];
  return [
    ...new Set([
      ...Object.keys(fields),
      ...required,
      ...field,
      ...Object.values(sums).flat(),
      sortBy,
      geometry,
    ]),
  ];
}

function queryUrl(address: string, query: Record<string, string | number>): string {
  const text = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${address}${address.includes('?') ? '&' : '?'}${text.join('&')}`;
}

const name = v.pipe(v.string(), v.nonEmpty());
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema = v.strictObject({
  count: v.optional(positive, 5000),
  sortBy: name,
  geometry: name,
  bbox: v.picklist(['crs84', 'cql']),
  srsName: v.optional(name),
  outputFormat: v.optional(name, 'application/json'),
  hits: v.optional(v.boolean(), false),
  allFields: v.optional(v.boolean(), false),
  sums: v.optional(v.record(name, v.array(name)), {}),
  maxPerBox: v.optional(positive, 100_000),
  bytesEach: v.optional(positive, 800),
});
