import { AppError } from '../../domain/errors.ts';
import { withSrid, wkbSrid } from '../../geo/wkb-coordinates.ts';
import type { Geos } from '../../geos/geos.ts';
import { bytesFunction, numberFunction, type RowArguments } from './bytes.ts';
import { checkSameSrid, geometryFault } from './geometries.ts';
import type { VectorFunction } from './vectors.ts';
import { checked, readHexList } from './wkb-functions.ts';

/**
 * The functions that GEOS answers, which `geos` gives once it is loaded. GEOS knows no SRID: it is taken off before and
 * put on again after.
 */
export function geosFunctions(geos: () => Geos): VectorFunction[] {
  const one = (name: string, make: (wkb: Uint8Array, row: RowArguments) => Uint8Array) =>
    bytesFunction(name, (row) => {
      const wkb = checked(row.bytes(0));
      return withSrid(make(withSrid(wkb, 0), row), wkbSrid(wkb));
    });
  const two = (name: string, make: (a: Uint8Array, b: Uint8Array) => Uint8Array) =>
    bytesFunction(name, ({ bytes }) => {
      const [a, b] = [checked(bytes(0)), checked(bytes(1))];
      const srid = wkbSrid(a);
      checkSameSrid(srid, wkbSrid(b));
      return withSrid(make(withSrid(a, 0), withSrid(b, 0)), srid);
    });
  return [
    one('__buffer', (wkb, { number }) => geos().buffer(wkb, checkFinite(number(1)), number(2))),
    one('__convexhull', (wkb) => geos().convexHull(wkb)),
    one('__simplify', (wkb, { number }) => geos().simplify(wkb, checkFinite(number(1)))),
    one('__centroid', (wkb) => geos().centroid(wkb)),
    one('__pointonsurface', (wkb) => geos().pointOnSurface(wkb)),
    one('__boundary', (wkb) => geos().boundary(wkb)),
    one('__makevalid', (wkb) => geos().makeValid(wkb)),
    two('__intersection', (a, b) => geos().intersection(a, b)),
    two('__difference', (a, b) => geos().difference(a, b)),
    two('__symdifference', (a, b) => geos().symDifference(a, b)),
    two('__union', (a, b) => geos().union([a, b])),
    bytesFunction('__unionlist', ({ text }) => {
      const all = readHexList(text(0)).map(checked);
      const srid = all[0] ? wkbSrid(all[0]) : 0;
      for (const wkb of all) checkSameSrid(srid, wkbSrid(wkb));
      return withSrid(geos().union(all.map((wkb) => withSrid(wkb, 0))), srid);
    }),
    numberFunction('__isvalid', 'boolean', ({ bytes }) =>
      geos().isValid(withSrid(checked(bytes(0)), 0)) ? 1 : 0,
    ),
    bytesFunction('__isvalidreason', ({ bytes }) => {
      const fault = geos().validReason(withSrid(checked(bytes(0)), 0));
      if (!fault) return 'Valid Geometry';
      const { reason, x, y } = fault;
      return Number.isNaN(x) ? reason : `${reason}[${x} ${y}]`;
    }),
    bytesFunction('__fromtext', ({ text }) => {
      try {
        return geos().fromText(text(0));
      } catch (cause) {
        throw geometryFault(
          cause instanceof AppError ? String(cause.context.reason) : 'WKT',
          cause,
        );
      }
    }),
  ];
}

function checkFinite(value: number): number {
  if (Number.isFinite(value)) return value;
  const context = { reason: 'distance', value: String(value) };
  throw new AppError('sql-invalid', `distance ${value} is not finite`, context);
}
