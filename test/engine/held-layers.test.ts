import { expect, it } from 'vitest';
import { createHandlers } from '../../src/engine/handlers.ts';
import { encodeLayer } from '../../src/publish/write/encode-layer.ts';
import { toTemporary } from '../../src/state/temporary-layers.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createLayerTable, createSquare } from '../helpers/create-layer.ts';

const work = { signal: new AbortController().signal, onProgress: () => undefined };

it('a layer that is held is drawn and identified, also when the engine is opened again, until it is released', async () => {
  const handlers = createHandlers({
    openFile: () => {
      throw new Error('nothing is fetched here');
    },
    kernelWorkers: null,
    startDatabase: () => Promise.reject(new Error('nothing is asked in SQL here')),
  });
  const catalogue = createCatalogue();
  const open = { catalogue, baseUrl: 'https://site/' };
  await handlers.open(open, work);
  const table = createLayerTable([createSquare(2.5, 50.5, 0.01)], { id: ['a'], contenance: [4] });
  const meta = createLayer({ id: 'essai', fields: createLayer().fields.slice(0, 2) });
  const { file: _file, extent: _extent, ...described } = meta;
  const { layer, data } = await encodeLayer(described, table);
  const temporary = toTemporary(layer, 'essai');
  await handlers.hold({ layer: temporary, data }, work);
  const batch = await handlers.drawLayer({ layer: 'essai', fields: ['contenance'] }, work);
  expect(batch.columns.contenance).toEqual([4]);
  await handlers.open({ ...open, catalogue: createCatalogue([createLayer(), temporary]) }, work);
  const at = [2.505, 50.505] as const;
  const found = await handlers.identify({ at, radius: 1, layers: ['essai'] }, work);
  expect(found.features.map(({ key }) => key)).toEqual(['a']);
  await handlers.release({ layer: 'essai' }, work);
  await expect(handlers.drawLayer({ layer: 'essai', fields: [] }, work)).rejects.toMatchObject({
    code: 'layer-unknown',
  });
});
