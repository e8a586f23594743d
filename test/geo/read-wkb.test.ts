import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { readWkb, readWkbRows } from '../../src/geo/read-wkb.ts';
import { rowToGeometry } from '../../src/geo/to-geojson.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { createRandom } from './create-random.ts';

const GEOMETRIES: (Geometry | null)[] = [
  { type: 'Point', coordinates: [1.5, -2] },
  null,
  {
    type: 'MultiPoint',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  },
  {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
      [2, 0],
    ],
  },
  {
    type: 'MultiLineString',
    coordinates: [
      [
        [0, 0],
        [1, 1],
      ],
      [
        [5, 5],
        [6, 6],
        [7, 5],
      ],
    ],
  },
  {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 0],
      ],
      [
        [5, 1],
        [6, 1],
        [6, 2],
        [5, 1],
      ],
    ],
  },
  {
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
      [
        [
          [4, 0],
          [5, 0],
          [5, 1],
          [4, 0],
        ],
      ],
    ],
  },
];

function hexToBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (byte) =>
    Number.parseInt(byte, 16),
  );
}

function failureOf(action: () => unknown): AppError {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Big-endian doubles in hexadecimal. */
function doubles(...values: number[]): string {
  const view = new DataView(new ArrayBuffer(8 * values.length));
  values.forEach((value, i) => {
    view.setFloat64(8 * i, value);
  });
  return [...new Uint8Array(view.buffer)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

describe('WKB', () => {
  test('every type, null and hole survives GeoJSON → column → WKB → column → GeoJSON', () => {
    const column = geometriesToColumn(GEOMETRIES);
    const read = readWkb(GEOMETRIES.map((_, row) => writeWkb(column, row)));
    expect(read).toEqual(column);
    expect(GEOMETRIES.map((_, row) => rowToGeometry(read, row))).toEqual(GEOMETRIES);
  });

  test('an empty list gives an empty column', () => {
    expect(readWkb([])).toEqual(geometriesToColumn([]));
  });

  test('a Multi* of one part is written as the single type', () => {
    const column = geometriesToColumn([{ type: 'MultiPoint', coordinates: [[1, 2]] }]);
    expect(rowToGeometry(column, 0)).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(new DataView(writeWkb(column, 0)!.buffer).getUint32(1, true)).toBe(1);
  });

  test('a blob that is a view into a larger, unaligned buffer is read in place', () => {
    const blob = writeWkb(geometriesToColumn(GEOMETRIES), 5)!;
    const buffer = new Uint8Array(blob.length + 7);
    buffer.set(blob, 3);
    expect(readWkb([buffer.subarray(3, 3 + blob.length)])).toEqual(readWkb([blob]));
  });

  test('big-endian ISO Z, M and ZM and EWKB with SRID are read in two dimensions', () => {
    const blobs = [
      `00 000003e9 ${doubles(1, 2, 3)}`,
      `00 000007d1 ${doubles(1, 2, 3)}`,
      `00 00000bb9 ${doubles(1, 2, 3, 4)}`,
      `00 80000001 ${doubles(1, 2, 3)}`,
      `00 e0000001 00000f6e ${doubles(1, 2, 3, 4)}`,
      `00 20000004 00000f6e 00000001 00 00000001 ${doubles(1, 2)}`,
    ];
    const column = readWkb(blobs.map(hexToBytes));
    for (let row = 0; row < blobs.length; row++) {
      expect(rowToGeometry(column, row)).toEqual({ type: 'Point', coordinates: [1, 2] });
    }
  });

  test('null, empty blobs and empty geometries of every type are rows of kind none', () => {
    const empties = [
      null,
      new Uint8Array(0),
      hexToBytes(`00 00000001 ${doubles(Number.NaN, Number.NaN)}`),
      ...['02', '03', '04', '05', '06'].map((type) => hexToBytes(`00 000000${type} 00000000`)),
      hexToBytes('00 00000006 00000001 00 00000003 00000000'),
    ];
    const column = readWkb(empties);
    expect([...column.kinds]).toEqual(empties.map(() => 0));
    expect(column.xy).toHaveLength(0);
    expect(empties.map((_, row) => writeWkb(column, row))).toEqual(empties.map(() => null));
  });

  test.each([
    ['a collection', 'unknown-type', '00 00000007 00000000'],
    ['a curve', 'unknown-type', '00 00000008 00000000'],
    ['an unknown byte order', 'unknown-type', '02 00000001'],
    ['a truncated line', 'truncated', `00 00000002 00000002 ${doubles(1, 2)}`],
    ['half a header', 'truncated', '00 0000'],
    ['a count far beyond the blob', 'truncated', '00 00000002 ffffffff'],
    ['an infinite coordinate', 'not-finite', `00 00000001 ${doubles(Infinity, 2)}`],
    [
      'an open ring',
      'open-ring',
      `00 00000003 00000001 00000004 ${doubles(0, 0, 1, 0, 1, 1, 0, 1)}`,
    ],
    ['a line of one vertex', 'too-few-points', `00 00000002 00000001 ${doubles(1, 2)}`],
    [
      'a ring of two places',
      'too-few-points',
      `00 00000003 00000001 00000003 ${doubles(0, 0, 1, 0, 0, 0)}`,
    ],
    ['a line among points', 'mixed-types', '00 00000004 00000001 00 00000002 00000000'],
  ])('%s is refused with its row, or left out when only listed', (_, reason, hex) => {
    const error = failureOf(() => readWkb([null, hexToBytes(hex)]));
    expect(error.code).toBe('geometry-invalid');
    expect(error.context).toEqual({ row: 1, reason });
    expect(readWkbRows([null, hexToBytes(hex)])).toEqual({
      geometry: readWkb([null, null]),
      faults: [{ row: 1, reason }],
    });
  });

  test('what was read of a bad row before its fault leaves no trace in the rows around it', () => {
    const column = geometriesToColumn(GEOMETRIES);
    const good = GEOMETRIES.map((_, row) => writeWkb(column, row));
    const cut = good.flatMap((blob) => [blob, blob?.subarray(0, blob.length - 9) ?? null]);
    const { geometry, faults } = readWkbRows(cut);
    expect(geometry).toEqual(readWkb(good.flatMap((blob) => [blob, null])));
    expect(faults).toEqual(
      cut.flatMap((blob, row) => (row % 2 && blob ? [{ row, reason: 'truncated' }] : [])),
    );
  });

  test('bytes changed at random are read or left out, never fatal', () => {
    const random = createRandom(41);
    const column = geometriesToColumn(GEOMETRIES);
    const blobs = Array.from({ length: 5000 }, () => {
      const blob = writeWkb(column, Math.floor(random() * column.length))?.slice() ?? null;
      if (blob) blob[Math.floor(random() * blob.length)] = Math.floor(256 * random());
      return blob;
    });
    const { geometry, faults } = readWkbRows(blobs);
    expect(geometry.length).toBe(blobs.length);
    expect(faults.length).toBeGreaterThan(500);
    expect(faults.every(({ row }) => geometry.kinds[row] === 0)).toBe(true);
    expect(geometry.xy.every(Number.isFinite)).toBe(true);
  });
});
