import type { Feature } from 'geojson';
import type { Extent } from '../../../src/domain/units.ts';
import type { Answer, Asked } from '../faulty-server.ts';
import { json } from './answers.ts';
import { collection, meets } from './features.ts';

/** WFS 2.0 GetFeature over features in degrees, longitude first, as GeoServer answers in GeoJSON (standards §7.3): by GET or by form. */
export interface WfsQuery {
  typeNames: string;
  count: number;
  startIndex: number;
  isHits: boolean;
  /** Box asked for, degrees, longitude first; of `BBOX` or of `CQL_FILTER=BBOX(…)`. */
  box: Extent | null;
  cql: string;
  /** Fields asked for; null for all. */
  fields: string[] | null;
}

/** The parameters of a request, whatever their case. */
export function readWfsQuery({ url, method, body }: Asked): WfsQuery {
  const given = method === 'POST' ? new URLSearchParams(body) : url.searchParams;
  const asked = new Map([...given].map(([name, value]) => [name.toLowerCase(), value]));
  const cql = asked.get('cql_filter') ?? '';
  return {
    typeNames: asked.get('typenames') ?? asked.get('typename') ?? '',
    count: Math.min(Number(asked.get('count') ?? CAP), CAP),
    startIndex: Number(asked.get('startindex') ?? 0),
    isHits: asked.get('resulttype')?.toLowerCase() === 'hits',
    box: readBox(asked.get('bbox')) ?? readCqlBox(cql),
    cql,
    fields: asked.get('propertyname')?.split(',') ?? null,
  };
}

/** A page of features, or their number in XML where only that is asked for. */
export function answerWfs(query: WfsQuery, all: readonly Feature[]): Answer {
  const { box, count, startIndex, isHits, fields } = query;
  const unknown = unknownField(query, all);
  if (unknown !== undefined) return exception(unknown);
  const matched = box ? all.filter((one) => meets(one, box)) : all;
  if (isHits) return hits(matched.length);
  const features = matched
    .slice(startIndex, startIndex + count)
    .map((one) => ({ ...one, properties: pick(one.properties ?? {}, fields) }));
  return json(
    collection(features, {
      totalFeatures: matched.length,
      numberMatched: matched.length,
      numberReturned: features.length,
      timeStamp: '2026-09-01T06:00:00.000Z',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4326' } },
    }),
    'application/json;charset=UTF-8',
  );
}

/** A field that is asked for and that the type has not, which the service refuses. */
function unknownField({ fields }: WfsQuery, [first]: readonly Feature[]): string | undefined {
  return fields?.find((name) => !GEOMETRIES.has(name) && !(name in (first?.properties ?? {})));
}

function pick(own: Record<string, unknown>, fields: string[] | null) {
  return fields ? Object.fromEntries(fields.map((name) => [name, own[name]])) : own;
}

const GEOMETRIES = new Set(['geometrie', 'geom', 'the_geom']);

function exception(field: string): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0"><ows:Exception exceptionCode="InvalidParameterValue" locator="propertyName"><ows:ExceptionText>Illegal property name: ${field}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`;
  return { status: 400, headers: { 'Content-Type': 'application/xml' }, body };
}

/** A page never holds more, whatever `count` says. */
const CAP = 5000;

function hits(count: number): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" numberMatched="${count}" numberReturned="0" timeStamp="2026-09-01T06:00:00.000Z"/>`;
  return { headers: { 'Content-Type': 'text/xml; subtype=gml/3.2' }, body };
}

/** WFS 2.0 says EPSG:4326 latitude first where it is named by its URN, longitude first for CRS84 and the short name. */
function readBox(text: string | undefined): Extent | null {
  if (!text) return null;
  const [a, b, c, d, crs = ''] = text.split(',');
  const [west, south, east, north] = [a, b, c, d].map(Number) as [number, number, number, number];
  return /crs:EPSG:.*:4326$/i.test(crs) ? [south, west, north, east] : [west, south, east, north];
}

function readCqlBox(cql: string): Extent | null {
  const found = /BBOX\(\w+,([-\d.]+),([-\d.]+),([-\d.]+),([-\d.]+)/i.exec(cql);
  return found ? (found.slice(1, 5).map(Number) as unknown as Extent) : null;
}
