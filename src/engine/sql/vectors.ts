import type { DuckDBConnection, DuckDBRuntime } from '@duckdb/duckdb-wasm/blocking';
import { type DataType, Type } from 'apache-arrow';

/** One argument of a call for a whole vector of rows (2048 at most), in DuckDB's own memory: valid during the call only. */
export interface VectorArgument {
  isNull(row: number): boolean;
  /** Bytes of a BLOB, or UTF-8 of a text. Equal addresses (`byteOffset`) have equal bytes: a constant is given once. */
  bytes(row: number): Uint8Array;
  /** Address of those bytes. */
  address(row: number): number;
  /** An integer or a double. */
  number(row: number): number;
}

/** Geometries or texts that a function gives, written straight into DuckDB's memory. */
export interface BytesResult {
  /** Bytes of the value of a row, -1 for NULL. */
  size(row: number): number;
  /** The first row of the call that has the same value, itself perhaps: it is written once. Absent: all differ. */
  firstLike?(row: number): number;
  write(row: number, view: DataView, offset: number): void;
}

/** Called between rows, often: throws when the statement was cancelled. */
export type Tick = () => void;

/** A function of SQL that computes a vector of rows at once; arguments are BLOB, VARCHAR, INTEGER or DOUBLE. */
export type VectorFunction = { name: string } & (
  | {
      returns: 'double' | 'integer' | 'boolean';
      /** One number a row (a boolean is 0 or 1), NaN for NULL. */
      evaluate(args: VectorArgument[], rows: number, tick: Tick): Float64Array;
    }
  | { returns: 'bytes'; evaluate(args: VectorArgument[], rows: number, tick: Tick): BytesResult }
);

/**
 * A runtime whose functions get whole vectors as bytes: DuckDB-WASM's own decodes every argument as text, and reads
 * through views that memory growth detaches. The layout is that of `CallScalarUDFFunction` in its `webdb.cc` (1.32.0): a
 * JSON description, a table of addresses, and results in buffers that DuckDB frees.
 * What a function throws goes to `onError` with its name, and the text that this gives becomes DuckDB's message.
 */
export function vectorRuntime(
  base: DuckDBRuntime,
  onError: (error: unknown, name: string) => string,
  tick: Tick,
): DuckDBRuntime {
  const functions: DuckDBRuntime['_udfFunctions'] = new Map();
  const runtime: DuckDBRuntime = {
    ...base,
    _udfFunctions: functions,
    callScalarUDF(module, response, id, descriptor, descriptorSize, pointers, pointersSize) {
      const memory = module as unknown as Memory;
      const target = functions.get(id)?.func as unknown as VectorFunction;
      try {
        const text = memory.HEAPU8.slice(descriptor, descriptor + descriptorSize);
        const call: Descriptor = JSON.parse(new TextDecoder().decode(text));
        const addresses = memory.HEAPF64.slice(pointers / 8, (pointers + pointersSize) / 8);
        const args = call.args.map((arg) => readArgument(memory, arg, addresses));
        const results =
          target.returns === 'bytes'
            ? writeBytes(memory, target.evaluate(args, call.rows, tick), call.rows)
            : writeNumbers(memory, target.returns, target.evaluate(args, call.rows, tick));
        respond(memory, response, 0, results, 0);
      } catch (error) {
        const message = new TextEncoder().encode(onError(error, target.name));
        const address = memory._malloc(message.length);
        memory.HEAPU8.set(message, address);
        respond(memory, response, 1, address, message.length);
      }
    },
  };
  return runtime;
}

/** Makes a function known to DuckDB; any number of arguments of any type may be given to it, so macros call it. */
export function registerFunction(connection: DuckDBConnection, target: VectorFunction): void {
  const type = { typeId: RETURN_TYPES[target.returns] } as DataType;
  connection.createScalarFunction(target.name, type, target as unknown as () => void);
}

const RETURN_TYPES = {
  double: Type.Float64,
  integer: Type.Int32,
  boolean: Type.Bool,
  bytes: Type.Binary,
};
const ITEM_BYTES = { double: 8, integer: 4, boolean: 1 };
/** Bytes of DuckDB's `string_t`, and of text that it holds in place. */
const STRING_BYTES = 16;
const INLINE_BYTES = 12;

interface Memory {
  HEAPU8: Uint8Array<ArrayBuffer>;
  HEAP32: Int32Array;
  HEAPF64: Float64Array;
  _malloc(bytes: number): number;
}

interface ArgumentDescriptor {
  physicalType: string;
  dataBuffer: number;
  lengthBuffer?: number;
  validityBuffer: number;
}

interface Descriptor {
  rows: number;
  args: ArgumentDescriptor[];
}

/** Views of the memory are looked up at each reading: those of before it grew are empty. */
function readArgument(
  memory: Memory,
  { physicalType, dataBuffer, lengthBuffer, validityBuffer }: ArgumentDescriptor,
  addresses: Float64Array,
): VectorArgument {
  const validity = addresses[validityBuffer] as number;
  const data = addresses[dataBuffer] as number;
  const lengths = lengthBuffer === undefined ? 0 : (addresses[lengthBuffer] as number) / 8;
  const addressOf = (row: number) => memory.HEAPF64[data / 8 + row] as number;
  return {
    isNull: (row) => memory.HEAPU8[validity + row] === 0,
    address: addressOf,
    bytes(row) {
      const address = addressOf(row);
      return memory.HEAPU8.subarray(address, address + (memory.HEAPF64[lengths + row] as number));
    },
    number:
      physicalType === 'DOUBLE'
        ? addressOf
        : (row: number) => memory.HEAP32[data / 4 + row] as number,
  };
}

function writeNumbers(memory: Memory, type: keyof typeof ITEM_BYTES, values: Float64Array): number {
  const rows = values.length;
  const { data, validity, results } = allocate(memory, ITEM_BYTES[type] * rows, rows);
  for (let row = 0; row < rows; row++) {
    const value = values[row] as number;
    memory.HEAPU8[validity + row] = Number.isNaN(value) ? 0 : 1;
    if (type === 'double') memory.HEAPF64[data / 8 + row] = value;
    else if (type === 'integer') memory.HEAP32[data / 4 + row] = value;
    else memory.HEAPU8[data + row] = value;
  }
  return results;
}

/** `string_t` of every row, followed by the bytes they point to, in one block: DuckDB frees it with the vector. */
function writeBytes(memory: Memory, values: BytesResult, rows: number): number {
  const sizes = Int32Array.from({ length: rows }, (_, row) => values.size(row));
  const first = (row: number) => values.firstLike?.(row) ?? row;
  let total = STRING_BYTES * rows;
  for (let row = 0; row < rows; row++) {
    if ((sizes[row] as number) > INLINE_BYTES && first(row) === row) total += sizes[row] as number;
  }
  const { data, validity, results } = allocate(memory, total, rows);
  const view = new DataView(memory.HEAPU8.buffer);
  memory.HEAPU8.fill(0, data, data + STRING_BYTES * rows);
  let end = data + STRING_BYTES * rows;
  for (let row = 0; row < rows; row++) {
    const size = sizes[row] as number;
    memory.HEAPU8[validity + row] = size < 0 ? 0 : 1;
    if (size < 0) continue;
    const slot = data + STRING_BYTES * row;
    if (first(row) !== row) {
      const like = data + STRING_BYTES * first(row);
      memory.HEAPU8.copyWithin(slot, like, like + STRING_BYTES);
      continue;
    }
    const isInline = size <= INLINE_BYTES;
    const target = isInline ? slot + 4 : end;
    view.setUint32(slot, size, true);
    values.write(row, view, target);
    if (isInline) continue;
    memory.HEAPU8.copyWithin(slot + 4, target, target + 4);
    view.setUint32(slot + 8, target, true);
    end += size;
  }
  return results;
}

/** Addresses are taken before anything is written: each allocation may move the memory. */
function allocate(memory: Memory, bytes: number, rows: number) {
  const data = memory._malloc(Math.max(bytes, 1));
  const validity = memory._malloc(Math.max(rows, 1));
  const results = memory._malloc(24);
  if (data === 0 || validity === 0 || results === 0) throw new RangeError('out of memory');
  memory.HEAPF64.set([data, validity, 0], results / 8);
  return { data, validity, results };
}

function respond(memory: Memory, response: number, status: number, value: number, size: number) {
  memory.HEAPF64.set([status, value, size], response / 8);
}
