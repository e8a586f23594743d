import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLibrary } from '../../scripts/library/build-library.ts';
import { faultSentence } from '../../scripts/library/messages.ts';
import { createLayerMeta } from '../helpers/create-layer.ts';
import { createIndicator, createLibrary, createSaved } from '../helpers/create-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'arpent-left-out-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SYSTEM = {
  id: 'A1',
  name: 'Service SIG',
  theme: 'limites',
  must: 'Montrer.',
  sources: ['000:5294'],
  layers: [],
  questions: ['q01'],
  screen: 'carte',
};

/** The faults of a data folder of one theme, question, system and indicator, with other contents for some files. */
async function faultsOf(name: string, files: Record<string, unknown>): Promise<string[]> {
  const dataDir = join(folder, name);
  const { themes } = createLibrary();
  const contents = {
    'themes/00-limites.json': themes[0],
    'questions/01-communes.json': createSaved(),
    'systems.json': { systems: [SYSTEM] },
    'facts/projects.json': { documents: { '000': { title: 'Rapport d’activité 2024' } } },
    'facts/indicators.json': { indicators: [createIndicator()] },
    'facts/contradictions.json': { contradictions: [] },
    ...files,
  };
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(dataDir, path)), { recursive: true });
    writeFileSync(join(dataDir, path), JSON.stringify(content));
  }
  const { faults } = await readLibrary({
    dataDir,
    layers: [createLayerMeta({ code: 'text' }, { id: 'communes', theme: 'limites' })],
    crs: 'EPSG:3950',
    bind: () => ({ columns: ['communes'], layers: ['communes'] }),
  });
  return faults.map(faultSentence);
}

const inModel = (where: unknown) => ({
  'questions/01-communes.json': createSaved({
    ask: { question: { target: 'communes', where } } as never,
    reply: '{rows}',
  }),
});

it.each<[string, Record<string, unknown>, string[]]>([
  ['nothing wrong', {}, []],
  [
    'a question with a fault, which a system names',
    { 'questions/01-communes.json': { ...createSaved(), show: 'carte' } },
    [
      'questions/01-communes.json, « show » : la valeur « carte » n’est pas permise ; peut-être « chart ».',
    ],
  ],
  [
    'a theme with a fault, which all others name',
    { 'themes/00-limites.json': { id: 'limites', title: 'Limites', figures: [{ objectif: '' }] } },
    [
      'themes/00-limites.json, « figures.0.indicator » : il faut la clé « indicator ».',
      'themes/00-limites.json, « figures.0.objectif » : la clé « objectif » n’existe pas ; peut-être « objective ».',
    ],
  ],
  [
    'an indicator whose value is a text',
    { 'facts/indicators.json': { indicators: [{ ...createIndicator(), value: '12' }] } },
    ['facts/indicators.json, « indicators.0.value » : il faut un nombre, et non "12".'],
  ],
  [
    'a document that does not exist',
    { 'systems.json': { systems: [{ ...SYSTEM, sources: ['0000:5294'] }] } },
    [
      'systems.json, « systems.0.sources.0 » : le document « 0000 » n’existe pas ; peut-être « 000 ».',
    ],
  ],
  [
    'a file that holds nothing',
    { 'systems.json': null },
    ['systems.json, « systems » : il faut une liste.'],
  ],
  [
    'facts without their documents',
    { 'facts/projects.json': {} },
    ['facts/projects.json, « documents » : il faut la clé « documents ».'],
  ],
  [
    'a kind of condition',
    inModel({ kind: 'distanc', layer: 'communes', metres: 1 }),
    [
      'questions/01-communes.json, « ask.question.where.kind » : la valeur « distanc » n’est pas permise ; peut-être « distance ».',
    ],
  ],
  [
    'a mode of travel',
    inModel({ kind: 'travel', mode: 'bicke', minutes: 5, layer: 'communes' }),
    [
      'questions/01-communes.json, « ask.question.where.mode » : la valeur « bicke » n’est pas permise ; peut-être « bike ».',
    ],
  ],
])('%s: each fault once', async (name, files, sentences) => {
  expect(await faultsOf(name, files)).toEqual(sentences);
});
