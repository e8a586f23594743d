import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLibrary } from '../../scripts/library/build-library.ts';
import { faultSentence } from '../../scripts/library/messages.ts';
import type { SavedQuestion } from '../../src/domain/library.ts';
import { createLayerMeta } from '../helpers/create-layer.ts';
import { createIndicator, createLibrary, createSaved } from '../helpers/create-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'arpent-communes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMMUNES = { '62119': 'Béthune', '62178': 'Bruay-la-Buissière', '62516': 'Lillers' };
const LAYERS = [
  createLayerMeta({ code: 'text' }, { id: 'communes', theme: 'limites' }),
  createLayerMeta({ id: 'text', comm_insee: 'text' }, { id: 'friches', theme: 'limites' }),
];

async function faultsOf(question: Partial<SavedQuestion>): Promise<string[]> {
  const contents = {
    'themes/00-limites.json': createLibrary().themes[0],
    'questions/01-communes.json': createSaved(question),
    'systems.json': { systems: [] },
    'facts/projects.json': { documents: { '000': { title: 'Rapport d’activité 2024' } } },
    'facts/indicators.json': { indicators: [createIndicator()] },
    'facts/contradictions.json': { contradictions: [] },
  };
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  }
  const bind = () => ({ columns: ['communes'], layers: LAYERS.map(({ id }) => id) });
  const ground = { dataDir: folder, layers: LAYERS, crs: 'EPSG:3950' as const, bind };
  const { faults } = await readLibrary({ ...ground, communes: COMMUNES });
  return faults.map(faultSentence);
}

const withCommune = (value: string): Partial<SavedQuestion> => ({
  ask: { sql: ['SELECT * FROM friches WHERE comm_insee = $commune'] },
  parameters: [{ name: 'commune', label: 'Commune', type: 'commune', value }],
});

it('knows the communes of the territory', async () => {
  expect(await faultsOf(withCommune('62119'))).toEqual([]);
});

it.each([
  ['62999', '62119 (Béthune)'],
  ['bethune', '62119 (Béthune)'],
])('a parameter of an unknown commune, %s, is a fault', async (value, nearest) => {
  expect(await faultsOf(withCommune(value))).toEqual([
    `questions/01-communes.json, « parameters.0.value » : « ${value} » n’est le code d’aucune commune du territoire ; peut-être « ${nearest} ».`,
  ]);
});

it.each([
  "SELECT * FROM friches f WHERE f.comm_insee IN ($$a$$, '62517')",
  "SELECT * FROM friches WHERE comm_insee = '62517'",
  "SELECT * FROM communes c WHERE c.code <> '62517'",
])('%s names an unknown commune', async (sql) => {
  const faults = await faultsOf({ ask: { sql: [sql] } });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(
    /« 62517 » n’est pas un code de la colonne « (comm_insee|code) » ; peut-être « 62516 »/,
  );
});

it('so does a question in the model', async () => {
  const where = { kind: 'among', field: 'comm_insee', values: ['62119', '62517'] } as const;
  expect(
    await faultsOf({ ask: { question: { target: 'friches', where } }, reply: '{rows}' }),
  ).toEqual([
    'questions/01-communes.json, « ask.question.where.values.1 » : « 62517 » n’est pas un code de la colonne « comm_insee » ; peut-être « 62516 ».',
  ]);
});
