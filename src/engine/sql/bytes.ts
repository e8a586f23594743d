import type { BytesResult, Tick, VectorArgument, VectorFunction } from './vectors.ts';

/** A function that gives a geometry (WKB), a text or NULL for each row; a NULL argument gives NULL without a call. */
export function bytesFunction(
  name: string,
  evaluate: (row: RowArguments) => Uint8Array | string | null,
): VectorFunction {
  return {
    name,
    returns: 'bytes',
    evaluate(args, count, tick) {
      const values = mapRows(args, count, tick, evaluate);
      return bytesResult(values);
    },
  };
}

/** A function that gives a number (0 or 1 for a boolean) or null for each row; a NULL argument gives NULL without a call. */
export function numberFunction(
  name: string,
  returns: 'double' | 'integer' | 'boolean',
  evaluate: (row: RowArguments) => number | null,
): VectorFunction {
  return {
    name,
    returns,
    evaluate: (args, count, tick) =>
      Float64Array.from(mapRows(args, count, tick, evaluate), (value) => value ?? Number.NaN),
  };
}

/** The arguments of one row. */
export interface RowArguments {
  bytes(argument: number): Uint8Array;
  text(argument: number): string;
  number(argument: number): number;
}

function mapRows<T>(
  args: VectorArgument[],
  count: number,
  tick: Tick,
  evaluate: (row: RowArguments) => T | null,
): (T | null)[] {
  const decoder = new TextDecoder();
  let row = 0;
  const current: RowArguments = {
    bytes: (argument) => (args[argument] as VectorArgument).bytes(row),
    text: (argument) => decoder.decode((args[argument] as VectorArgument).bytes(row)),
    number: (argument) => (args[argument] as VectorArgument).number(row),
  };
  const values: (T | null)[] = [];
  for (; row < count; row++) {
    tick();
    const isNull = args.some((argument) => argument.isNull(row));
    values.push(isNull ? null : evaluate(current));
  }
  return values;
}

/** Values that are there already, as a function gives them. */
export function bytesResult(values: (Uint8Array | string | null)[]): BytesResult {
  const encoder = new TextEncoder();
  const bytes = values.map((value) => (typeof value === 'string' ? encoder.encode(value) : value));
  return {
    size: (row) => bytes[row]?.length ?? -1,
    write: (row, view, offset) => new Uint8Array(view.buffer).set(bytes[row] as Uint8Array, offset),
  };
}
