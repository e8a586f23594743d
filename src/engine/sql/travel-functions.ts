import { AppError } from '../../domain/errors.ts';
import { TRAVEL_MODES, type TravelMode } from '../../domain/network.ts';
import { MAX_MINUTES } from '../../domain/question.ts';
import type { GeometryColumn } from '../../geo/geometry-column.ts';
import type { Entry } from '../../geo/network/edge-segments.ts';
import type { Way } from '../../geo/network/travel-tree.ts';
import { wayLine } from '../../geo/network/way-line.ts';
import { lineWkb } from '../../geo/write-wkb.ts';
import type { Geos } from '../../geos/geos.ts';
import type { Travel } from '../travel/travel.ts';
import type { TravelRun } from '../travel/travel-runs.ts';
import { travelZone } from '../travel/travel-zone.ts';
import { bytesResult } from './bytes.ts';
import { checkSameSrid, type GeometryReader, type GeometryVector } from './geometries.ts';
import type { Tick, VectorArgument, VectorFunction } from './vectors.ts';

/**
 * The functions of travel over the network, which `travel` gives once it is loaded: `__travelminutes(a, b, mode)`,
 * `__travelmetres(a, b, mode)`, `__travelroute(a, b, mode)`, `__travelzone(g, mode, minutes)`. NULL in, NULL out; NULL where
 * no way leads. Each b that is met for the first time is one run over the network.
 */
export function travelFunctions(
  reader: GeometryReader,
  travel: () => Travel,
  geos: () => Geos,
): VectorFunction[] {
  const measure = (name: string, measureOf: (way: Way) => number): VectorFunction => ({
    name,
    returns: 'double',
    evaluate(args, count, tick) {
      const values = new Float64Array(count).fill(Number.NaN);
      forEachWay(reader, travel(), args, count, tick, (row, { way }) => {
        values[row] = measureOf(way);
      });
      return values;
    },
  });
  return [
    measure('__travelminutes', ({ minutes }) => minutes),
    measure('__travelmetres', ({ metres }) => metres),
    {
      name: '__travelroute',
      returns: 'bytes',
      evaluate(args, count, tick) {
        const routes = new Array<Uint8Array | null>(count).fill(null);
        forEachWay(reader, travel(), args, count, tick, (row, { way, run, goal, mode }) => {
          const { network } = travel().by(mode);
          routes[row] = lineWkb(wayLine(network, run.tree, way, goal));
        });
        return bytesResult(routes);
      },
    },
    {
      name: '__travelzone',
      returns: 'bytes',
      evaluate(args, count, tick) {
        const [g, mode, minutes] = args as [VectorArgument, VectorArgument, VectorArgument];
        const { side, rows, srid } = reader.read(g, count);
        checkSameSrid(srid, 0);
        const modeAt = modeReader(mode);
        const zones = Array.from({ length: count }, (_, row) => {
          tick();
          const geometry = rows[row] as number;
          if (geometry < 0 || mode.isNull(row) || minutes.isNull(row)) return null;
          const bound = checkMinutes(minutes.number(row));
          const entries = travel().runs.entries(side.column, geometry, modeAt(row));
          return travelZone(travel().by(modeAt(row)), entries, bound, geos(), tick);
        });
        return bytesResult(zones);
      },
    },
  ];
}

/** The fastest way between the two geometries of a row, with what it was found in. */
interface FoundWay {
  way: Way;
  run: TravelRun;
  /** Where the first geometry enters the network. */
  goal: Entry;
  mode: TravelMode;
}

function forEachWay(
  reader: GeometryReader,
  { runs }: Travel,
  args: VectorArgument[],
  count: number,
  tick: Tick,
  visit: (row: number, found: FoundWay) => void,
): void {
  const [, , mode] = args as [VectorArgument, VectorArgument, VectorArgument];
  const a = reader.read(args[0] as VectorArgument, count);
  const b = reader.read(args[1] as VectorArgument, count);
  for (const { srid } of [a, b]) checkSameSrid(srid, 0);
  const modeAt = modeReader(mode);
  const goalsOf = onceEach(a, (column, row, by) => runs.entries(column, row, by));
  const runOf = onceEach(b, (column, row, by) => runs.from(runs.entries(column, row, by), by));
  for (let row = 0; row < count; row++) {
    tick();
    if ((a.rows[row] as number) < 0 || (b.rows[row] as number) < 0 || mode.isNull(row)) continue;
    const by = modeAt(row);
    const run = runOf(row, by);
    let best: FoundWay | null = null;
    for (const goal of goalsOf(row, by)) {
      const way = run.findWay(goal);
      if (way && way.minutes < (best?.way.minutes ?? Infinity)) best = { way, run, goal, mode: by };
    }
    if (best) visit(row, best);
  }
}

/** What is made of the geometry of a row of a call by a mode, once for each geometry. */
function onceEach<T>(
  { side, rows }: GeometryVector,
  make: (column: GeometryColumn, row: number, mode: TravelMode) => T,
): (row: number, mode: TravelMode) => T {
  const made = new Map<TravelMode, T[]>();
  return (row, mode) => {
    let values = made.get(mode);
    if (!values) {
      values = [];
      made.set(mode, values);
    }
    const geometry = rows[row] as number;
    const value = values[geometry] ?? make(side.column, geometry, mode);
    values[geometry] = value;
    return value;
  };
}

/** Reads the mode of a row. @throws {AppError} `sql-invalid`, reason `mode`, for a text that is none. */
function modeReader(argument: VectorArgument): (row: number) => TravelMode {
  const decoder = new TextDecoder();
  let address = -1;
  let mode: TravelMode = 'foot';
  return (row) => {
    if (argument.address(row) === address) return mode;
    const value = decoder.decode(argument.bytes(row));
    const found = TRAVEL_MODES.find((name) => name === value);
    if (!found) throw new AppError('sql-invalid', `mode ${value}`, { reason: 'mode', value });
    address = argument.address(row);
    mode = found;
    return mode;
  };
}

function checkMinutes(minutes: number): number {
  if (minutes > 0 && minutes <= MAX_MINUTES) return minutes;
  const context = { reason: 'minutes', value: String(minutes) };
  throw new AppError('sql-invalid', `${minutes} minutes, up to ${MAX_MINUTES} wanted`, context);
}
