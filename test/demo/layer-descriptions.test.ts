import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { DEMO_LAYERS } from '../../scripts/demo/build-territory.ts';
import { readLayerMeta } from '../helpers/check-demo-layer.ts';

const FILES = readdirSync(join(import.meta.dirname, '../../data/layers'));
const IDS = FILES.map((file) => basename(file, '.json'));

it('every description has a builder, and every builder a description', () => {
  expect(IDS.sort()).toEqual(Object.keys(DEMO_LAYERS).sort());
});

it.each(IDS)('%s says who refreshes it, how often, how good it is and what is simulated', (id) => {
  const {
    abstract,
    lineage,
    licence,
    maintenance,
    producer,
    quality,
    service,
    simulated,
    sourceCrs,
  } = readLayerMeta(id);
  for (const text of [abstract, licence, producer, quality, service, sourceCrs]) {
    expect(text?.trim()).toBeTruthy();
  }
  expect(maintenance).toBeDefined();
  if (simulated) expect(lineage).toMatch(/simulé/i);
});
