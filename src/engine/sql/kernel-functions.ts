import { AppError } from '../../domain/errors.ts';
import { MAX_DISTANCE_M } from '../../domain/question.ts';
import { dWithin } from '../../geo/d-within.ts';
import { distance } from '../../geo/distance.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import { type PairPredicate, PREDICATES } from '../../geo/predicates.ts';
import { rowAreas, rowLengths } from '../../geo/row-measures.ts';
import { checkSameSrid, type GeometryReader } from './geometries.ts';
import type { Tick, VectorArgument, VectorFunction } from './vectors.ts';

/**
 * The functions that the kernel answers: `__intersects(a, b)` and the other predicates, `__dwithin(a, b, metres)`,
 * `__distance(a, b)`, `__area(g)`, `__length(g)`, `__perimeter(g)`. NULL in, NULL out; the distance to an empty geometry is
 * NULL, and none is near it. Of collections, measures take the parts that they measure.
 */
export function kernelFunctions(reader: GeometryReader): VectorFunction[] {
  const predicates = Object.entries(PREDICATES).map(
    ([name, predicate]): VectorFunction => ({
      name: `__${name}`,
      returns: 'boolean',
      evaluate: (args, rows, tick) => evaluatePairs(reader, args, rows, tick, asNumber(predicate)),
    }),
  );
  return [
    ...predicates,
    {
      name: '__dwithin',
      returns: 'boolean',
      evaluate(args, rows, tick) {
        const [, , metres] = args as [VectorArgument, VectorArgument, VectorArgument];
        return evaluatePairs(reader, args, rows, tick, (a, rowA, b, rowB, row) => {
          if (metres.isNull(row)) return Number.NaN;
          const reach = checkDistance(metres.number(row));
          return dWithin(a, rowA, b, rowB, reach) ? 1 : 0;
        });
      },
    },
    {
      name: '__distance',
      returns: 'double',
      evaluate: (args, rows, tick) =>
        evaluatePairs(reader, args, rows, tick, (a, rowA, b, rowB) => {
          const metres = distance(a, rowA, b, rowB);
          return metres === Infinity ? Number.NaN : metres;
        }),
    },
    measure('__area', reader, POLYGON, rowAreas),
    measure('__length', reader, LINE, (column) => onlyOf(column, LINE, rowLengths(column))),
    measure('__perimeter', reader, POLYGON, (column) =>
      onlyOf(column, POLYGON, rowLengths(column)),
    ),
  ];
}

/**
 * A distance for `ST_DWithin`, in metres, as it is.
 * @throws {AppError} `sql-invalid`, reason `distance`, when it is negative, not a number, or over `MAX_DISTANCE_M`.
 */
export function checkDistance(metres: number): number {
  if (metres >= 0 && metres <= MAX_DISTANCE_M) return metres;
  const context = { reason: 'distance', value: String(metres) };
  throw new AppError(
    'sql-invalid',
    `distance ${metres}, 0 to ${MAX_DISTANCE_M} is wanted`,
    context,
  );
}

const LINE = 2;
const POLYGON = 3;

type PairMeasure = (...pair: [...Parameters<PairPredicate>, row: number]) => number;

function asNumber(predicate: PairPredicate): PairMeasure {
  return (a, rowA, b, rowB) => (predicate(a, rowA, b, rowB) ? 1 : 0);
}

function evaluatePairs(
  reader: GeometryReader,
  args: VectorArgument[],
  count: number,
  tick: Tick,
  measureOf: PairMeasure,
): Float64Array {
  const a = reader.read(args[0] as VectorArgument, count);
  const b = reader.read(args[1] as VectorArgument, count);
  const values = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    tick();
    const rowA = a.rows[row] as number;
    const rowB = b.rows[row] as number;
    if (rowA < 0 || rowB < 0) values[row] = Number.NaN;
    else {
      checkSameSrid(a.srid, b.srid);
      values[row] = measureOf(a.side, rowA, b.side, rowB, row);
    }
  }
  return values;
}

function measure(
  name: string,
  reader: GeometryReader,
  part: number,
  measureAll: (column: GeometryColumn) => Float64Array,
): VectorFunction {
  return {
    name,
    returns: 'double',
    evaluate(args, count) {
      const { side, rows } = reader.read(args[0] as VectorArgument, count, part);
      const measures = measureAll(side.column);
      return Float64Array.from(rows, (row) => (row < 0 ? Number.NaN : (measures[row] as number)));
    },
  };
}

function onlyOf({ kinds }: GeometryColumn, kind: number, values: Float64Array): Float64Array {
  return values.map((value, row) => (kinds[row] === kind ? value : 0));
}
