import { GEOMETRY_KIND } from '../geometry-column.ts';
import type { TileFeature } from './cut-tile.ts';
import { TILE_STEPS } from './tile-shapes.ts';

/** Name of the one layer of a tile. */
export const TILE_LAYER = 'features';

/** Values of the features, one array a field, one value a row. */
type Columns = Record<string, readonly (string | number | boolean | null)[]>;

/**
 * Features as a Mapbox Vector Tile 2.1 of one layer, `TILE_LAYER`; each with its row, given by `idOf`, as its id, and the values of
 * its row in `columns` that are not null. No bytes where there are no features.
 */
export function encodeTile(
  features: TileFeature[],
  columns: Columns,
  idOf: (row: number) => number,
): Uint8Array<ArrayBuffer> {
  if (features.length === 0) return new Uint8Array();
  const fields = Object.entries(columns);
  const values = new Map<string | number | boolean, number>();
  const layer = createWriter();
  layer.number(VERSION, 2);
  layer.bytes(NAME, utf8.encode(TILE_LAYER));
  const feature = createWriter();
  for (const { row, kind, paths } of features) {
    const tags = fields.flatMap(([, column], key) => {
      const value = column[row] ?? null;
      if (value === null) return [];
      const place = values.get(value) ?? values.size;
      values.set(value, place);
      return [key, place];
    });
    feature.clear();
    feature.number(ID, idOf(row));
    feature.numbers(TAGS, tags);
    feature.number(TYPE, kind);
    feature.numbers(GEOMETRY, commands(kind, paths));
    layer.bytes(FEATURES, feature.written());
  }
  for (const [name] of fields) layer.bytes(KEYS, utf8.encode(name));
  for (const value of values.keys()) layer.bytes(VALUES, encodeValue(value));
  layer.number(EXTENT, TILE_STEPS);
  const tile = createWriter();
  tile.bytes(LAYER, layer.written());
  return tile.written().slice();
}

/** Numbers of the fields in the format's own description of itself (vector_tile.proto). */
const LAYER = 3;
const [NAME, FEATURES, KEYS, VALUES, EXTENT, VERSION] = [1, 2, 3, 4, 5, 15];
const [ID, TAGS, TYPE, GEOMETRY] = [1, 2, 3, 4];
const [STRING_VALUE, DOUBLE_VALUE, BOOL_VALUE] = [1, 3, 7];

const utf8 = new TextEncoder();

function encodeValue(value: string | number | boolean): Uint8Array {
  const writer = createWriter();
  if (typeof value === 'string') writer.bytes(STRING_VALUE, utf8.encode(value));
  else if (typeof value === 'number') writer.double(DOUBLE_VALUE, value);
  else writer.number(BOOL_VALUE, Number(value));
  return writer.written();
}

/** Paths as commands: move, draw, close; each place relative to the one before. */
function commands(kind: TileFeature['kind'], paths: number[][]): number[] {
  const isPoint = kind === GEOMETRY_KIND.point;
  const written: number[] = isPoint ? [command(MOVE, paths.length)] : [];
  let x = 0;
  let y = 0;
  for (const path of paths) {
    for (let i = 0; i < path.length; i += 2) {
      if (i === 0 && !isPoint) written.push(command(MOVE, 1));
      if (i === 2) written.push(command(DRAW, path.length / 2 - 1));
      written.push(zigzag(path[i]! - x), zigzag(path[i + 1]! - y));
      x = path[i]!;
      y = path[i + 1]!;
    }
    if (kind === GEOMETRY_KIND.polygon) written.push(command(CLOSE, 1));
  }
  return written;
}

const [MOVE, DRAW, CLOSE] = [1, 2, 7];
const command = (id: number, count: number) => (count << 3) | id;
const zigzag = (value: number) => (value << 1) ^ (value >> 31);

/** Writes fields of a Protocol Buffers message one after the other. */
function createWriter() {
  let bytes = new Uint8Array(1024);
  let length = 0;

  function reserve(count: number): void {
    if (length + count <= bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * bytes.length, length + count));
    grown.set(bytes.subarray(0, length));
    bytes = grown;
  }

  function varint(value: number): void {
    reserve(10);
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes[length++] = (rest % 128) | 128;
    bytes[length++] = rest;
  }

  return {
    number(field: number, value: number) {
      varint(field << 3);
      varint(value);
    },
    double(field: number, value: number) {
      varint((field << 3) | 1);
      reserve(8);
      new DataView(bytes.buffer).setFloat64(length, value, true);
      length += 8;
    },
    bytes(field: number, content: Uint8Array) {
      varint((field << 3) | 2);
      varint(content.length);
      reserve(content.length);
      bytes.set(content, length);
      length += content.length;
    },
    /** A packed array. */
    numbers(field: number, values: number[]) {
      varint((field << 3) | 2);
      varint(values.reduce((sum, value) => sum + varintBytes(value), 0));
      for (const value of values) varint(value);
    },
    clear() {
      length = 0;
    },
    /** What was written so far; valid until more is. */
    written: () => bytes.subarray(0, length),
  };
}

function varintBytes(value: number): number {
  let count = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) count++;
  return count;
}
