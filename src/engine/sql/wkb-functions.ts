import { type MetricCrs, PROJ_DEFINITIONS } from '../../domain/crs.ts';
import { AppError } from '../../domain/errors.ts';
import { geometriesToColumn } from '../../geo/from-geojson.ts';
import { createProjection, type Projection } from '../../geo/projection.ts';
import { readWkb } from '../../geo/read-wkb.ts';
import {
  collectWkb,
  commonType,
  concatBytes,
  extractParts,
  visitCoordinates,
  withSrid,
  wkbPartCount,
  wkbParts,
  wkbSrid,
  wkbType,
} from '../../geo/wkb-coordinates.ts';
import { writeWkb } from '../../geo/write-wkb.ts';
import { bytesFunction, numberFunction } from './bytes.ts';
import { geometryFault } from './geometries.ts';
import type { VectorFunction } from './vectors.ts';
import { wkbToGeoJson, wkbToText } from './wkb-text.ts';

/**
 * The functions that read or write WKB as it is: parts, coordinates, SRID, text. A geometry without an SRID is in the
 * metric CRS, whose SRID `__srid` gives.
 */
export function wkbFunctions(metricCrs: MetricCrs): VectorFunction[] {
  const metricSrid = sridOf(metricCrs);
  const own = (srid: number) => (srid === metricSrid ? 0 : checkSrid(srid));
  const sridIn = (wkb: Uint8Array) => wkbSrid(wkb) || metricSrid;
  return [
    ...coordinateFunctions(),
    ...partFunctions(),
    numberFunction('__srid', 'integer', ({ bytes }) => sridIn(checked(bytes(0)))),
    bytesFunction('__setsrid', ({ bytes, number }) =>
      withSrid(checked(bytes(0)), own(number(1))).slice(),
    ),
    bytesFunction('__transform', ({ bytes, number }) => {
      const wkb = checked(bytes(0));
      return withSrid(transform(wkb, sridIn(wkb), checkSrid(number(1))), own(number(1)));
    }),
    bytesFunction('__aswkb', ({ bytes }) => withSrid(checked(bytes(0)), 0).slice()),
    bytesFunction('__astext', ({ bytes }) => wkbToText(checked(bytes(0)))),
    bytesFunction('__asgeojson', ({ bytes }) => {
      const wkb = checked(bytes(0));
      return wkbToGeoJson(wkb, sridIn(wkb));
    }),
    bytesFunction('__fromwkb', ({ bytes }) => readAnyWkb(bytes(0))),
    bytesFunction('__fromgeojson', ({ text }) => withSrid(readGeoJson(text(0)), own(LNG_LAT_SRID))),
    bytesFunction('__point', ({ number }) => pointWkb(number(0), number(1))),
    bytesFunction('__makeenvelope', ({ number }) =>
      boxWkb(number(0), number(1), number(2), number(3)),
    ),
  ];
}

/** @throws {AppError} `sql-invalid`, reason `geometry`, for bytes that are not the WKB that the engine writes. */
export function checked(wkb: Uint8Array): Uint8Array {
  if (wkb.length >= 9 && wkb[0] === 1 && wkbType(wkb) >= 1 && wkbType(wkb) <= 7) return wkb;
  throw geometryFault(new TextDecoder().decode(wkb.subarray(0, 20)));
}

/** SRID of longitude and latitude in degrees, in that order as in PostGIS. */
const LNG_LAT_SRID = 4326;
const LINE = 2;

function sridOf(crs: MetricCrs): number {
  return Number(crs.slice('EPSG:'.length));
}

function checkSrid(srid: number): number {
  if (srid === LNG_LAT_SRID || `EPSG:${srid}` in PROJ_DEFINITIONS) return srid;
  const context = { reason: 'crs-unknown', value: srid };
  throw new AppError('sql-invalid', `SRID ${srid} is not known`, context);
}

function transform(wkb: Uint8Array, from: number, to: number): Uint8Array {
  const bytes = wkb.slice();
  if (from === to) return bytes;
  const view = new DataView(bytes.buffer);
  visitCoordinates(bytes, (offset, count) => {
    const xy = Float64Array.from({ length: 2 * count }, (_, i) =>
      view.getFloat64(offset + 8 * i, true),
    );
    if (from !== LNG_LAT_SRID) projectionOf(from).toLngLat(xy, xy);
    if (to !== LNG_LAT_SRID) projectionOf(to).toMetres(xy, xy);
    xy.forEach((value, i) => {
      view.setFloat64(offset + 8 * i, value, true);
    });
  });
  return bytes;
}

function projectionOf(srid: number): Projection {
  return createProjection(PROJ_DEFINITIONS[`EPSG:${srid}` as MetricCrs]);
}

function coordinateFunctions(): VectorFunction[] {
  const box = (name: string, pick: (box: number[]) => number) =>
    numberFunction(name, 'double', ({ bytes }) => {
      const found = boxOf(checked(bytes(0)));
      return found && pick(found);
    });
  const coordinate = (name: string, axis: 0 | 1) =>
    numberFunction(name, 'double', ({ bytes }) => {
      const wkb = checked(bytes(0));
      if (wkbType(wkb) !== 1) throw geometryFault('ST_X, ST_Y : POINT');
      return boxOf(wkb)?.[axis] ?? null;
    });
  const end = (name: string, isLast: boolean) =>
    bytesFunction(name, ({ bytes }) => {
      const wkb = checked(bytes(0));
      if (wkbType(wkb) !== LINE) return null;
      const xy = coordinatesOf(wkb);
      const [x, y] = isLast ? xy.slice(-2) : xy;
      return withSrid(pointWkb(x as number, y as number), wkbSrid(wkb));
    });
  return [
    coordinate('__x', 0),
    coordinate('__y', 1),
    box('__xmin', ([minX]) => minX as number),
    box('__ymin', ([, minY]) => minY as number),
    box('__xmax', ([, , maxX]) => maxX as number),
    box('__ymax', ([, , , maxY]) => maxY as number),
    end('__startpoint', false),
    end('__endpoint', true),
    numberFunction(
      '__npoints',
      'integer',
      ({ bytes }) => coordinatesOf(checked(bytes(0))).length / 2,
    ),
    numberFunction('__isempty', 'boolean', ({ bytes }) => (boxOf(checked(bytes(0))) ? 0 : 1)),
    bytesFunction('__envelope', ({ bytes }) => {
      const wkb = checked(bytes(0));
      const found = boxOf(wkb);
      if (!found) return wkb.slice();
      return withSrid(boxWkb(...(found as [number, number, number, number])), wkbSrid(wkb));
    }),
  ];
}

function partFunctions(): VectorFunction[] {
  return [
    numberFunction('__numgeometries', 'integer', ({ bytes }) => wkbPartCount(checked(bytes(0)))),
    numberFunction('__dimension', 'integer', ({ bytes }) => dimensionOf(checked(bytes(0)))),
    bytesFunction('__geometrytype', ({ bytes }) => `ST_${TYPE_NAMES[wkbType(checked(bytes(0)))]}`),
    bytesFunction('__collectionextract', ({ bytes, number }) => {
      if (![1, 2, 3].includes(number(1))) throw geometryFault('ST_CollectionExtract : 1, 2, 3');
      return extractParts(checked(bytes(0)), number(1));
    }),
    bytesFunction('__collectlist', ({ text }) => collect(readHexList(text(0)).map(checked))),
  ];
}

/** Geometries of a list `hex,hex,…`, which is how an aggregate hands them over. */
export function readHexList(list: string): Uint8Array[] {
  if (list === '') return [];
  return list.split(',').map((hex) => {
    const bytes = new Uint8Array(hex.length / 2);
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  });
}

const TYPE_NAMES: Record<number, string> = {
  1: 'Point',
  2: 'LineString',
  3: 'Polygon',
  4: 'MultiPoint',
  5: 'MultiLineString',
  6: 'MultiPolygon',
  7: 'GeometryCollection',
};

function dimensionOf(wkb: Uint8Array): number {
  let type = wkbType(wkb) === 7 ? 1 : 1 + ((wkbType(wkb) - 1) % 3);
  visitCoordinates(wkb, (_offset, _count, path) => {
    type = Math.max(type, path.type);
  });
  return type - 1;
}

function collect(geometries: Uint8Array[]): Uint8Array {
  const srid = geometries[0] ? wkbSrid(geometries[0]) : 0;
  const singles = new Set(geometries.map((wkb) => wkbType(wkb)));
  const isOfOneFamily = !singles.has(7) && new Set([...singles].map((type) => type % 3)).size === 1;
  const [type = 7] = singles;
  const whole = isOfOneFamily
    ? collectWkb(
        type > 3 ? type : type + 3,
        geometries.reduce((sum, wkb) => sum + wkbPartCount(wkb), 0),
        concatBytes(geometries.map(wkbParts)),
      )
    : collectWkb(7, geometries.length, concatBytes(geometries.map((wkb) => withSrid(wkb, 0))));
  return withSrid(whole, srid);
}

function coordinatesOf(wkb: Uint8Array): number[] {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  const xy: number[] = [];
  visitCoordinates(wkb, (offset, count) => {
    for (let i = 0; i < 2 * count; i++) xy.push(view.getFloat64(offset + 8 * i, true));
  });
  return Number.isNaN(xy[0]) ? [] : xy;
}

function boxOf(wkb: Uint8Array): [number, number, number, number] | null {
  const xy = coordinatesOf(wkb);
  if (xy.length === 0) return null;
  const xs = xy.filter((_, i) => i % 2 === 0);
  const ys = xy.filter((_, i) => i % 2 === 1);
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(xs), least(ys), most(xs), most(ys)];
}

function pointWkb(x: number, y: number): Uint8Array {
  return coordinatesWkb(1, [x, y]);
}

/** As PostGIS has it, the box of a point is a point, and that of a straight line along an axis a line. */
function boxWkb(minX: number, minY: number, maxX: number, maxY: number): Uint8Array {
  if (minX === maxX && minY === maxY) return pointWkb(minX, minY);
  if (minX === maxX || minY === maxY) return coordinatesWkb(2, [minX, minY, maxX, maxY]);
  const ring = [minX, minY, minX, maxY, maxX, maxY, maxX, minY, minX, minY];
  return coordinatesWkb(3, ring);
}

function coordinatesWkb(type: 1 | 2 | 3, xy: number[]): Uint8Array {
  const start = [5, 9, 13][type - 1] as number;
  const bytes = new Uint8Array(start + 8 * xy.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = 1;
  view.setUint32(1, type, true);
  if (type === 3) view.setUint32(5, 1, true);
  if (type > 1) view.setUint32(start - 4, xy.length / 2, true);
  xy.forEach((value, i) => {
    view.setFloat64(start + 8 * i, value, true);
  });
  return bytes;
}

function readAnyWkb(bytes: Uint8Array): Uint8Array | null {
  try {
    if (bytes[0] === 1 && wkbType(bytes) === 7) {
      commonType(bytes);
      return bytes.slice();
    }
    const srid = bytes[0] === 1 ? wkbSrid(bytes) : 0;
    const wkb = writeWkb(readWkb([bytes]), 0);
    return wkb && withSrid(wkb, srid);
  } catch (cause) {
    throw geometryFault(cause instanceof AppError ? String(cause.context.reason) : 'WKB', cause);
  }
}

function readGeoJson(text: string): Uint8Array {
  try {
    const wkb = writeWkb(geometriesToColumn([JSON.parse(text)]), 0);
    if (wkb) return wkb;
  } catch (cause) {
    throw geometryFault(
      cause instanceof AppError ? String(cause.context.reason) : 'GeoJSON',
      cause,
    );
  }
  throw geometryFault('GeoJSON');
}
