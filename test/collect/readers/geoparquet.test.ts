import { readFileSync } from 'node:fs';
import type { Feature } from 'geojson';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readCollectTerritory } from '../../../scripts/collect/collect-territory.ts';
import { GEOPARQUET } from '../../../scripts/collect/readers/geoparquet.ts';
import { parseRecipe, type Recipe } from '../../../scripts/collect/recipe.ts';
import type { MadeLayer } from '../../../scripts/collect/source-reader.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { writeWkb } from '../../../src/geo/write-wkb.ts';
import { encodeGeoParquet } from '../../../src/publish/write/encode-geoparquet.ts';
import { createRandom } from '../../geo/create-random.ts';
import {
  type Answer,
  type Asked,
  type FaultyServer,
  serveFaulty,
} from '../../helpers/faulty-server.ts';
import { fetchAll, makeAll } from './fetch-all.ts';

const TERRITORY = readCollectTerritory('200072460');
const ROWS = 20_500;
const EDITIONS = [
  'TOPO_3-4_X_FRA_2025-12-15',
  'TOPO_3-5_X_FRA_2026-03-15',
  'TOPO_3-5_Y_FRA_2026-06-15',
];
const LISTING = JSON.stringify({ entry: EDITIONS.map((id) => ({ id, updated: '2026-09-01' })) });

/** Points over all of France from south to north, a band of latitude a row group, with a column that nobody wants. */
const random = createRandom(1);
const points = Array.from({ length: ROWS }, (_, row): [number, number] => [
  -4 + 12 * random(),
  43 + (8 * row) / ROWS,
]);
const geometry = geometriesToColumn(points.map((at) => ({ type: 'Point', coordinates: at })));
const columns = {
  cleabs: points.map((_, row) => `B${row}`),
  usage_1: points.map((_, row) => (row % 3 ? 'Résidentiel' : 'Annexe')),
  lourd: points.map(() => Array.from({ length: 8 }, () => random().toString(36)).join('')),
};
const FILE = encodeGeoParquet(
  {
    id: 'batiment',
    fields: ['cleabs', 'usage_1', 'lourd'].map((name) => ({ name, label: name, type: 'text' })),
  },
  { geometry, columns },
);

let server: FaultyServer;
let file: Uint8Array;
let etag: (asked: Asked) => string;
let plain: Awaited<ReturnType<typeof collect>>;
let sentBytes: number;

beforeAll(async () => {
  server = await serveFaulty(answer);
  file = FILE;
  etag = () => '"1"';
  plain = await collect();
  sentBytes = server.sent(/batiment\.parquet/).bytes;
});
afterAll(() => server.close());
beforeEach(() => {
  file = FILE;
  etag = () => '"1"';
  server.forget();
});

describe('a national GeoParquet file', () => {
  it('gives the rows of the territory, those that a walk over the whole file finds', () => {
    const { made } = plain;
    const wanted = points.flatMap(([x, y], row) => {
      const isOurs = TERRITORY.communes.some(({ extent: [west, south, east, north] }) => {
        return x >= west && x <= east && y >= south && y <= north;
      });
      return isOurs ? [{ id: columns.cleabs[row], usage: columns.usage_1[row] }] : [];
    });
    expect(wanted.length).toBeGreaterThan(20);
    expect(rowsOf(made).map(({ properties }) => properties)).toEqual(wanted);
    expect(made).toMatchObject({ kept: wanted.length, date: '2026-03-15' });
  });

  it('is asked only for the columns wanted of the row groups that meet the territory', () => {
    const { parts, made } = plain;
    const slices = parts.filter(({ key }) => key.includes('plage'));
    const bytes = slices.reduce((sum, part) => sum + part.bytes, 0);
    expect(made.read).toBeLessThan(ROWS / 4);
    expect(bytes).toBeLessThan(file.length / 20);
    expect(sentBytes).toBe(
      parts.filter(({ key }) => key !== 'editions').reduce((sum, part) => sum + part.bytes, 0),
    );
    for (const { range, expectedBytes } of slices) {
      expect(expectedBytes).toBe((range?.end ?? 0) - (range?.start ?? 0));
    }
  });

  it('is the latest edition that fits', () => {
    expect(plain.parts[1]?.url).toBe(
      'https://data.example.fr/TOPO_3-5_X_FRA_2026-03-15/batiment.parquet',
    );
  });

  it('without a listing is the file that the recipe names', async () => {
    const { parts } = await collect({}, { file: 'https://data.example.fr/{from}.parquet' });
    expect(parts[0]?.url).toBe('https://data.example.fr/batiment.parquet');
  });

  it('whose index is longer than what was asked first is asked for it again', async () => {
    const { parts, made } = await collect({ tailBytes: 64 });
    const keys = parts.slice(0, 4).map(({ key }) => key);
    expect(keys).toEqual(['editions', 'batiments-debut', 'batiments-fin', 'batiments-index']);
    expect(made.kept).toBeGreaterThan(20);
  });

  it('that does not tell where its rows lie is refused, with what it would take', async () => {
    file = withoutBoxes();
    const refused = await collect().catch((error) => error);
    expect(refused).toMatchObject({ code: 'source-failed', context: { reason: 'unindexed' } });
    expect(refused.context.bytes).toBeGreaterThan(10_000);
    expect(refused.context.bytes).toBeLessThan(file.length);
    const { made } = await collect({ whole: true });
    expect(made).toMatchObject({ read: ROWS });
    expect(made.kept).toBeGreaterThan(20);
  });

  it('with Parquet’s own type of geometry is read by that column’s statistics', async () => {
    file = withOwnGeometry();
    const { made } = await collect();
    expect(made.read).toBeLessThan(ROWS / 4);
    expect(made.kept).toBeGreaterThan(20);
  });

  it('that changes between two ranges is refused', async () => {
    etag = ({ headers }) => (headers.range?.startsWith('bytes=0-') ? '"1"' : '"2"');
    const refused = await collect().catch((error) => error);
    expect(refused).toMatchObject({ code: 'source-failed', context: { reason: 'changed' } });
  });

  it('without a field that the layer needs is refused', async () => {
    const refused = await collect({}, {}, ['hauteur']).catch((error) => error);
    expect(refused).toMatchObject({ context: { reason: 'schema', field: 'hauteur' } });
  });

  it('that is none is refused', async () => {
    file = new TextEncoder().encode('x'.repeat(1000));
    const refused = await collect().catch((error) => error);
    expect(refused).toMatchObject({ code: 'source-unreadable', context: { reason: 'parquet' } });
  });

  it('of which no edition is listed is a fault of the source', async () => {
    const refused = await collect({ edition: 'AUTRE_{date}' }).catch((error) => error);
    expect(refused).toMatchObject({ context: { reason: 'schema', field: 'AUTRE_{date}' } });
  });
});

function answer(asked: Asked): Answer {
  if (asked.url.pathname.endsWith('.parquet')) {
    const headers = { 'Content-Type': 'application/vnd.apache.parquet' };
    return { body: file, headers, etag: etag(asked) };
  }
  return { body: LISTING, headers: { 'Content-Type': 'application/json' } };
}

/** The same points, without a covering. */
function withoutBoxes(): Uint8Array {
  const geo = {
    version: '1.1.0',
    primary_column: 'geometrie',
    columns: { geometrie: { encoding: 'WKB', geometry_types: ['Point'] } },
  };
  const blobs = points.map((_, row) => writeWkb(geometry, row));
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'cleabs', data: columns.cleabs, type: 'STRING' },
      { name: 'usage_1', data: columns.usage_1, type: 'STRING' },
      { name: 'lourd', data: columns.lourd, type: 'STRING' },
      { name: 'geometrie', data: blobs, type: 'BYTE_ARRAY' },
    ],
    rowGroupSize: 4096,
    kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }],
  });
  return new Uint8Array(buffer);
}

/** The same points as Parquet 2.11 writes geometry, without the key of GeoParquet. */
function withOwnGeometry(): Uint8Array {
  const shapes = points.map((coordinates) => ({ type: 'Point', coordinates }));
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'cleabs', data: columns.cleabs, type: 'STRING' },
      { name: 'usage_1', data: columns.usage_1, type: 'STRING' },
      { name: 'geometrie', data: shapes, type: 'GEOMETRY' },
    ],
    rowGroupSize: 4096,
  });
  return new Uint8Array(buffer);
}

async function collect(
  options: Record<string, unknown> = {},
  urls: Record<string, string> = {},
  required = ['cleabs'],
) {
  const recipe = recipeOf(options, urls, required);
  const parts = await fetchAll(GEOPARQUET, recipe, TERRITORY, server.url);
  const [made] = (await makeAll(GEOPARQUET, recipe, TERRITORY, parts)) as [MadeLayer];
  return { made, parts };
}

function recipeOf(
  options: Record<string, unknown>,
  urls: Record<string, string>,
  required: string[],
): Recipe {
  const listed = {
    listing: 'https://data.example.fr/resource/TOPO?page=1&limit=50',
    file: 'https://data.example.fr/{edition}/{from}.parquet',
  };
  return parseRecipe('test.json', {
    id: 'test',
    title: 'Bâtiments',
    producer: 'IGN',
    licence: 'Licence Ouverte 2.0',
    attribution: '© IGN',
    page: 'https://example.fr',
    maintenance: 'quarterly',
    freshDays: 30,
    service: 'telechargement',
    kind: 'geoparquet',
    urls: urls.file ? urls : listed,
    options: { edition: 'TOPO_*_X_FRA_{date}', ...options },
    certainty: 'official',
    onFailure: 'Relancez plus tard.',
    layers: [
      {
        id: 'batiments',
        from: 'batiment',
        fields: { cleabs: 'id', usage_1: 'usage' },
        required,
        keep: { by: 'place' },
      },
    ],
  });
}

function rowsOf({ paths }: MadeLayer): Feature[] {
  return paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Feature),
  );
}
