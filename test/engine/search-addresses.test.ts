import { describe, expect, it } from 'vitest';
import { createLocalEngine } from '../../src/engine/local-engine.ts';
import { houseOf } from '../../src/engine/search-addresses.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createLayerTable } from '../helpers/create-layer.ts';

const ROWS = [
  ['a1', 12, null, 'Rue de l’Église', 'Béthune'],
  ['a2', 12, 'bis', 'Rue de l’Église', 'Béthune'],
  ['a3', 12, null, 'Rue de l’Église', 'Nœux-les-Mines'],
  ['a4', 13, null, 'Rue de l’Église', 'Béthune'],
  ['a5', 12, null, 'Grande Rue', 'Béthune'],
] as const;

const layer = createLayer({
  id: 'adresses',
  search: 'title',
  geometry: 'point',
  key: 'id',
  titleField: 'adresse',
  subtitleField: 'comm_nom',
  fields: ['id', 'adresse', 'numero', 'rep', 'nom_voie', 'comm_nom'].map((name) => {
    return { name, label: name, type: name === 'numero' ? 'integer' : 'text' };
  }),
});

describe('the house of an address', () => {
  it.each([
    ['12 rue de la Gare', { number: 12, rep: '' }],
    ['12 bis, rue de la Gare', { number: 12, rep: 'bis' }],
    ['12B rue de la Gare', { number: 12, rep: 'b' }],
    ['12-14 rue de la Gare', { number: 12, rep: '' }],
    ['rue du 8 mai 1945', null],
    ['62119 Béthune', null],
  ])('of %s is %o', (text, house) => {
    expect(houseOf(text)).toEqual(house);
  });
});

describe('a search among addresses', () => {
  it('finds the house, that of its letter first, in the commune that is named', async () => {
    const search = await openEngine();
    const find = async (text: string) => (await search(text)).map(({ key }) => key);
    expect(await find('12 rue de l’eglise bethune')).toEqual(['a1', 'a2']);
    expect(await find('12 bis Rue de l’Église, Béthune')).toEqual(['a2', 'a1']);
    expect(await find('12 rue de l eglise noeux')).toEqual(['a3']);
    expect(await find('12 rue de l’église')).toEqual(['a1', 'a2', 'a3']);
    expect(await find('99 rue de l’église')).toEqual([]);
  });

  it('offers a house with its commune, at its place', async () => {
    const find = await openEngine();
    const [place] = await find('13 rue de l’église');
    expect(place).toMatchObject({
      layer: 'adresses',
      title: '13 Rue de l’Église',
      subtitle: 'Béthune',
    });
  });
});

/** A search of an engine over the addresses in memory. */
async function openEngine() {
  const columns = {
    id: ROWS.map(([id]) => id),
    adresse: ROWS.map(([, numero, rep, voie]) => [numero, rep, voie].filter(Boolean).join(' ')),
    numero: ROWS.map(([, numero]) => numero),
    rep: ROWS.map(([, , rep]) => rep),
    nom_voie: ROWS.map(([, , , voie]) => voie),
    comm_nom: ROWS.map(([, , , , commune]) => commune),
  };
  const points = ROWS.map((_, i) => ({
    type: 'Point' as const,
    coordinates: [2.6 + i / 100, 50.5],
  }));
  const bytes = new Uint8Array(encodeGeoParquet(layer, createLayerTable(points, columns)));
  const file = {
    ...layer.file,
    path: 'layers/adresses.parquet',
    bytes: bytes.length,
    rows: ROWS.length,
  };
  const engine = createLocalEngine({
    openFile: (url) => memorySource(url, bytes),
    startDatabase: () => Promise.reject(new Error('nothing is asked in SQL here')),
    kernelWorkers: null,
  });
  await engine.call('open', {
    catalogue: createCatalogue([{ ...layer, file }]),
    baseUrl: 'http://site/',
  });
  return (text: string) => engine.call('search', { text, limit: 9 });
}
