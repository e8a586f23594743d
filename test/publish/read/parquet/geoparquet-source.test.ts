import { gzipSync } from 'fflate';
import type { SchemaElement } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { geometriesToColumn } from '../../../../src/geo/from-geojson.ts';
import { rowToGeometry } from '../../../../src/geo/to-geojson.ts';
import { writeWkb } from '../../../../src/geo/write-wkb.ts';
import { readFiles } from '../../../../src/publish/read/read-files.ts';
import type { SourceTable } from '../../../../src/publish/read/source.ts';

const context = { gdal: () => Promise.reject(new Error('no GDAL here')) };
const POINT = { type: 'Point' as const, coordinates: [674_448, 7_048_138] };
const wkb = (geometry: Parameters<typeof geometriesToColumn>[0][number]) =>
  (writeWkb(geometriesToColumn([geometry]), 0) as Uint8Array).slice();
const geoKey = (column: object) => [
  {
    key: 'geo',
    value: JSON.stringify({ version: '1.1.0', primary_column: 'geom', columns: { geom: column } }),
  },
];

interface Written {
  columnData: ColumnSource[];
  schema?: SchemaElement[];
  kvMetadata?: { key: string; value: string }[];
  codec?: 'ZSTD' | 'GZIP' | 'SNAPPY' | 'UNCOMPRESSED';
}

async function readBack(file: Written): Promise<SourceTable[]> {
  const bytes = new Uint8Array(
    parquetWriteBuffer({
      ...file,
      compressors: { ZSTD: rawZstd, GZIP: (input) => gzipSync(input) },
    }),
  );
  return readFiles([{ path: 'couche.parquet', bytes }], context);
}

/** A ZSTD frame that holds bytes as they are (RFC 8878, raw block). */
function rawZstd(input: Uint8Array): Uint8Array {
  const frame = new Uint8Array(12 + input.length);
  const view = new DataView(frame.buffer);
  view.setUint32(0, 0xfd2fb528, true);
  frame[4] = 0xa0;
  view.setUint32(5, input.length, true);
  const header = 1 | (input.length << 3);
  frame.set([header & 0xff, (header >> 8) & 0xff, header >> 16], 9);
  frame.set(input, 12);
  return frame;
}

describe('the Parquet of others', () => {
  it.each(['ZSTD', 'GZIP', 'SNAPPY', 'UNCOMPRESSED'] as const)(
    'reads WKB in a CRS of its own, %s',
    async (codec) => {
      const crs = { type: 'ProjectedCRS', id: { authority: 'EPSG', code: 2154 } };
      const [table] = await readBack({
        columnData: [
          { name: 'nom', data: ['Béthune', null] },
          { name: 'geom', data: [wkb(POINT), null], type: 'BYTE_ARRAY' },
        ],
        kvMetadata: geoKey({ encoding: 'WKB', crs }),
        codec,
      });
      expect(table?.crs).toBe('EPSG:2154');
      expect(table?.table.columns).toEqual({ nom: ['Béthune', null] });
      expect(table && rowToGeometry(table.table.geometry, 0)).toEqual(POINT);
      expect([...(table?.table.geometry.kinds ?? [])]).toEqual([1, 0]);
    },
  );

  it('a missing CRS is degrees, null is unknown', async () => {
    const columnData = [{ name: 'geom', data: [wkb(POINT)], type: 'BYTE_ARRAY' as const }];
    const crsOf = async (column: object) =>
      (await readBack({ columnData, kvMetadata: geoKey(column) }))[0]?.crs;
    expect(await crsOf({ encoding: 'WKB' })).toBe('OGC:CRS84');
    expect(await crsOf({ encoding: 'WKB', crs: null })).toBeNull();
    const plain = await readBack({ columnData });
    expect(plain[0]?.crs).toBeNull();
    expect(plain[0]?.table.geometry.length).toBe(1);
  });

  it('reads the native encodings, and leaves the boxes of rows aside', async () => {
    const ring = [
      { x: 2.5, y: 50.5 },
      { x: 2.6, y: 50.5 },
      { x: 2.6, y: 50.6 },
      { x: 2.5, y: 50.5 },
    ];
    const vertex: SchemaElement[] = [
      { name: 'x', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      { name: 'y', type: 'DOUBLE', repetition_type: 'REQUIRED' },
    ];
    const list = (name: string): SchemaElement[] => [
      { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ];
    const [polygons] = await readBack({
      columnData: [{ name: 'geom', data: [[ring], null] }],
      schema: [
        { name: 'root', num_children: 1 },
        ...list('geom'),
        ...list('element'),
        { name: 'element', repetition_type: 'OPTIONAL', num_children: 2 },
        ...vertex,
      ],
      kvMetadata: geoKey({ encoding: 'polygon' }),
    });
    const first = polygons && rowToGeometry(polygons.table.geometry, 0);
    expect(first).toEqual({ type: 'Polygon', coordinates: [ring.map(({ x, y }) => [x, y])] });
    const box = { xmin: 2.5, ymin: 50.5, xmax: 2.5, ymax: 50.5 };
    const [points] = await readBack({
      columnData: [
        { name: 'geom', data: [{ x: 2.5, y: 50.5 }] },
        { name: 'boite', data: [box] },
      ],
      schema: [
        { name: 'root', num_children: 2 },
        { name: 'geom', repetition_type: 'OPTIONAL', num_children: 2 },
        ...vertex,
        { name: 'boite', repetition_type: 'OPTIONAL', num_children: 4 },
        ...['xmin', 'ymin', 'xmax', 'ymax'].map(
          (name): SchemaElement => ({ name, type: 'FLOAT', repetition_type: 'REQUIRED' }),
        ),
      ],
      kvMetadata: geoKey({
        encoding: 'point',
        covering: { bbox: { xmin: ['boite', 'xmin'] } },
      }),
    });
    expect([...(points?.table.geometry.xy ?? [])]).toEqual([2.5, 50.5]);
    expect(points?.fields).toEqual([]);
  });

  it('keeps the values right: long integers, decimals, moments, days, nested columns', async () => {
    const [table] = await readBack({
      columnData: [
        { name: 'idu', data: [9_007_199_254_740_993n, 1n] },
        { name: 'taille', data: [12n, null] },
        { name: 'taux', data: [35, 1234] },
        { name: 'vu', data: [1_704_067_200_000n, 1_704_153_600_000n] },
        { name: 'su', data: [1_704_067_200_000n, 1_704_100_000_000n] },
        { name: 'liste', data: [{ a: [1, 2] }, null] },
        { name: 'x', data: [2.5, 2.6] },
        { name: 'y', data: [50.5, 50.6] },
      ],
      schema: [
        { name: 'root', num_children: 8 },
        { name: 'idu', type: 'INT64', repetition_type: 'REQUIRED' },
        { name: 'taille', type: 'INT64', repetition_type: 'OPTIONAL' },
        {
          name: 'taux',
          type: 'INT32',
          repetition_type: 'REQUIRED',
          converted_type: 'DECIMAL',
          scale: 2,
          precision: 9,
        },
        ...['vu', 'su'].map(
          (name): SchemaElement => ({
            name,
            type: 'INT64',
            repetition_type: 'REQUIRED',
            converted_type: 'TIMESTAMP_MILLIS',
          }),
        ),
        { name: 'liste', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL', converted_type: 'JSON' },
        { name: 'x', type: 'DOUBLE', repetition_type: 'REQUIRED' },
        { name: 'y', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      ],
    });
    expect(table?.table.columns).toMatchObject({
      idu: ['9007199254740993', '1'],
      taille: [12, null],
      vu: ['2024-01-01', '2024-01-02'],
      su: ['2024-01-01T00:00:00.000Z', '2024-01-01T09:06:40.000Z'],
      liste: ['{"a":[1,2]}', null],
    });
    expect([...(table?.table.geometry.xy ?? [])]).toEqual([2.5, 50.5, 2.6, 50.6]);
    const types = Object.fromEntries(table?.fields.map(({ name, type }) => [name, type]) ?? []);
    expect(types).toMatchObject({ idu: 'text', taille: 'integer', taux: 'number', vu: 'date' });
  });

  it('splits collections and families, and says that heights are dropped', async () => {
    const point = wkb({ type: 'Point', coordinates: [2.5, 50.5] });
    const line = wkb({
      type: 'LineString',
      coordinates: [
        [2.5, 50.5],
        [2.6, 50.6],
      ],
    }); // prettier-ignore
    const collection = new Uint8Array([1, 7, 0, 0, 0, 2, 0, 0, 0, ...point, ...line]);
    const high = new Uint8Array(29);
    high.set(point);
    high.set([1, 0xe9, 3, 0, 0]);
    const tables = await readBack({
      columnData: [
        { name: 'n', data: [1, 2], type: 'INT32' },
        { name: 'geom', data: [collection, high], type: 'BYTE_ARRAY' },
      ],
      kvMetadata: geoKey({ encoding: 'WKB' }),
    });
    expect(tables.map(({ name, table }) => [name, table.columns.n])).toEqual([
      ['couche_points', [1, 2]],
      ['couche_lignes', [1]],
    ]);
    expect(tables[0]?.findings.map(({ rule }) => rule)).toEqual([
      'source.heights-dropped',
      'source.collections-split',
      'source.families-split',
    ]);
  });

  it('says that a file is no Parquet, or is cut', async () => {
    const columnData = [{ name: 'n', data: [1, 2, 3], type: 'INT32' as const }];
    const whole = new Uint8Array(parquetWriteBuffer({ columnData }));
    for (const bytes of [whole.slice(0, -9), whole.slice(0, 12), new TextEncoder().encode('non')]) {
      const reading = readFiles([{ path: 'a.parquet', bytes }], context);
      await expect(reading).rejects.toMatchObject({
        code: 'source-unreadable',
        context: { reason: 'parquet', source: 'a.parquet' },
      });
    }
  });

  it('ends in a table or a refusal, whatever bytes are changed', async () => {
    const data = Array.from({ length: 50 }, (_, i) => (i % 7 === 0 ? null : `n${i}`));
    const whole = new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'nom', data }] }));
    let seed = 5;
    const random = (limit: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % limit;
    };
    for (let round = 0; round < 300; round++) {
      const bytes = whole.slice();
      for (let flip = 0; flip < 3; flip++) bytes[random(bytes.length)] = random(256);
      const reading = readFiles([{ path: 'a.parquet', bytes }], context);
      await reading.catch((error: unknown) => expect(error).toMatchObject({ name: 'AppError' }));
    }
  });
});
