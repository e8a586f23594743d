import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm/node';
import { describe, expect, it } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { loadGeos } from '../../src/geos/geos.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createLayerMeta, createSquare } from '../helpers/create-layer.ts';

const SQUARES = [createSquare(2.5, 50.5, 0.1), null, createSquare(2.7, 50.4, 0.05)];

describe('a layer’s file, read by Arrow’s own Parquet reader (Rust)', () => {
  const meta = createLayerMeta(
    { id: 'text', n: 'integer', x: 'number', vrai: 'boolean', jour: 'date' },
    { id: 'essai', geometry: 'polygon' },
  );
  const columns = {
    id: ['é', 'b', 'c'],
    n: [1, null, 2 ** 40],
    x: [0.1, -5, null],
    vrai: [true, false, null],
    jour: ['2024-02-29', null, '1789-07-14'],
  };
  const data = encodeGeoParquet(meta, { geometry: geometriesToColumn(SQUARES), columns });
  const table = tableFromIPC(readParquet(data).intoIPCStream());

  it('has its columns and values', () => {
    expect(table.schema.fields.map(({ name }) => name)).toEqual([
      ...Object.keys(columns),
      'geometry',
      'bbox',
    ]);
    const plain = (name: string) => Array.from(table.getChild(name) ?? [], plainValue);
    expect(plain('id')).toEqual(columns.id);
    expect(plain('n')).toEqual(columns.n);
    expect(plain('x')).toEqual(columns.x);
    expect(plain('vrai')).toEqual(columns.vrai);
    const days = Array.from(table.getChild('jour') ?? [], (value) => dayOf(value));
    expect(days).toEqual(columns.jour);
  });

  it('has its geometry as the WKB that GEOS reads', async () => {
    const geos = await loadGeos();
    const texts = Array.from(table.getChild('geometry') ?? [], (wkb: Uint8Array | null) =>
      wkb ? geos.toText(wkb) : null,
    );
    expect(texts).toEqual([
      'POLYGON((2.5 50.5,2.6 50.5,2.6 50.6,2.5 50.6,2.5 50.5))',
      null,
      'POLYGON((2.7 50.4,2.75 50.4,2.75 50.449999999999996,2.7 50.449999999999996,2.7 50.4))',
    ]);
  });

  it('says what it is by GeoParquet 1.1', () => {
    const geo = JSON.parse(table.schema.metadata.get('geo') ?? 'null');
    expect(geo.version).toBe('1.1.0');
    expect(geo.primary_column).toBe('geometry');
    expect(geo.columns.geometry).toMatchObject({ encoding: 'WKB' });
    expect(geo.columns.geometry.covering.bbox.xmin).toEqual(['bbox', 'xmin']);
  });
});

function plainValue(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

function dayOf(value: unknown): string | null {
  return value === null ? null : new Date(Number(value)).toISOString().slice(0, 10);
}
