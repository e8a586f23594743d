import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/domain/layer.ts';
import { createLocalEngine } from '../../src/engine/local-engine.ts';
import type { Platform } from '../../src/engine/platform.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createLayerTable, createSquare } from '../helpers/create-layer.ts';

const communes = createLayer({
  id: 'limites_communales',
  search: 'title',
  key: 'code',
  titleField: 'nom',
  fields: [
    { name: 'code', label: 'Code', type: 'text' },
    { name: 'nom', label: 'Nom', type: 'text' },
  ],
});
const parcels = createLayer({ search: 'parcel', fields: createLayer().fields.slice(0, 1) });
const square = createSquare(2.6, 50.5, 0.01);

/** An engine over two files in memory: of the parcels' only the first `parcelBytes` bytes are there. */
async function openEngine(parcelBytes = Number.POSITIVE_INFINITY) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let reads = 0;
  const put = (layer: Layer, columns: Record<string, string[]>, kept: number): Layer => {
    const bytes = encodeGeoParquet(layer, createLayerTable([square], columns));
    const path = `layers/${layer.id}.parquet`;
    files.set(`http://site/${path}`, new Uint8Array(bytes).slice(0, kept));
    return { ...layer, file: { ...layer.file, path, bytes: bytes.length, rows: 1 } };
  };
  const platform: Platform = {
    openFile(url) {
      const source = memorySource(url, files.get(url) ?? new Uint8Array(0));
      const read: typeof source.read = (...range) => {
        reads++;
        return source.read(...range);
      };
      return { ...source, read };
    },
    startDatabase: () => Promise.reject(new Error('nothing is asked in SQL here')),
    kernelWorkers: null,
  };
  const engine = createLocalEngine(platform);
  const catalogue = createCatalogue([
    put(communes, { code: ['62119'], nom: ['Béthune'] }, Number.POSITIVE_INFINITY),
    put(parcels, { id: ['62119000AB0012'] }, parcelBytes),
  ]);
  await engine.call('open', { catalogue, baseUrl: 'http://site/' });
  const find = (text: string) => engine.call('search', { text, limit: 9 });
  return { engine, find, reads: () => reads };
}

describe('a search', () => {
  it('knows the communes by their code, whatever their layer is called', async () => {
    const { find } = await openEngine();
    expect((await find('Béthune AB 12')).map(({ key }) => key)).toEqual(['62119000AB0012']);
  });

  it('goes on without the parcels when their file cannot be read', async () => {
    const { find } = await openEngine(40);
    expect(await find('Béthune AB 12')).toEqual([]);
    expect((await find('bethune')).map(({ key }) => key)).toEqual(['62119']);
  });
});

describe('a parcel number that is not there', () => {
  it('offers the nearest numbers of its section, and says that they are not it', async () => {
    const { find } = await openEngine();
    const places = await find('Béthune AB 15');
    expect(places.map(({ key, isNear }) => [key, isNear])).toEqual([['62119000AB0012', true]]);
    expect(await find('Béthune AC 15')).toEqual([]);
  });
});

it('a layer is read once for all who ask for it at once', async () => {
  const { engine, reads } = await openEngine();
  const draw = () => engine.call('drawLayer', { layer: parcels.id, fields: [] });
  const cancelled = new AbortController();
  const first = engine.call(
    'drawLayer',
    { layer: parcels.id, fields: [] },
    { signal: cancelled.signal },
  );
  const [second, third] = [draw(), draw()];
  cancelled.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect([(await second).rows.length, (await third).rows.length]).toEqual([1, 1]);
  const count = reads();
  await draw();
  expect([count, reads()]).toEqual([1, 1]);
});
