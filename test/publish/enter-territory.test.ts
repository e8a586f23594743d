import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enterTerritory } from '../../scripts/publish/enter-territory.ts';
import { publishTogether } from '../../scripts/publish/publish.ts';
import { readCatalogue } from '../../scripts/publish/site.ts';
import { withSite } from '../../scripts/publish/site-lock.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Layer } from '../../src/domain/layer.ts';
import { createAnswer, createFeatures } from '../helpers/create-collection.ts';
import { createEmptySite } from '../helpers/site-on-disk.ts';

test('a published layer stands in the place of the territory’s own, and others follow', async () => {
  const site = await createEmptySite();
  const path = join(site.dataDir, 'carres.geojson');
  await writeFile(path, createAnswer(createFeatures(2)).body as string);
  const publications = ['b', 'x'].map((id) => ({
    paths: [path],
    from: null,
    crs: null,
    keep: [],
    description: { id },
    accept: false,
    dryRun: false,
  }));
  const { layers, refusal } = await publishTogether(publications, site);
  expect(refusal).toBeNull();
  expect(layers.map(({ id }) => id)).toEqual(['b', 'x']);
  const catalogue = (await readCatalogue(site)) as Catalogue;
  const [published] = catalogue.layers as [Layer];
  const { history: _history, ...plain } = published;
  const own = ['a', 'b', 'c'].map((id) => ({ ...plain, id, title: `Simulée ${id}` }));
  await withSite(site, (locked) => enterTerritory(locked, own));
  const served = (await readCatalogue(site))?.layers ?? [];
  expect(served.map(({ id, title }) => [id, title])).toEqual([
    ['a', 'Simulée a'],
    ['b', 'Carres'],
    ['c', 'Simulée c'],
    ['x', 'Carres'],
  ]);
});
