import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { readLayerMetas } from '../../scripts/demo/read-layer-metas.ts';
import { failureText } from '../../scripts/library/messages.ts';
import { AppError } from '../../src/domain/errors.ts';
import { readLayerMeta } from '../helpers/check-demo-layer.ts';

const folder = mkdtempSync(join(tmpdir(), 'arpent-metas-'));
const file = (id: string) => join(folder, 'layers', `${id}.json`);
const zae = readLayerMeta('zae');

beforeEach(() => {
  const layers = join(import.meta.dirname, '../../data/layers');
  for (const id of ['communes', 'zae']) cpSync(join(layers, `${id}.json`), file(id));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function failureOf(ids: string[]): Promise<string> {
  const error = await readLayerMetas({ dataDir: folder }, ids).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error;
  return failureText(error);
}

it('reads what is known of each layer, in the order asked', async () => {
  expect(await readLayerMetas({ dataDir: folder }, ['zae', 'communes'])).toEqual([
    zae,
    readLayerMeta('communes'),
  ]);
});

it('tells a description that is missing', async () => {
  expect(await failureOf(['communes', 'gares'])).toBe(
    'layers/gares.json : ce fichier n’existe pas.',
  );
});

it('tells the line and column of what is no JSON', async () => {
  writeFileSync(file('zae'), '{\n "id": }');
  expect(await failureOf(['zae'])).toBe(
    'layers/zae.json : JSON mal formé à la ligne 2, colonne 8.',
  );
});

it('tells every fault of every description, with its path', async () => {
  const { title: _, ...untitled } = zae;
  const fields = zae.fields.map((field, i) => (i === 1 ? { ...field, type: 'texte' } : field));
  writeFileSync(file('zae'), JSON.stringify({ ...untitled, fields }));
  writeFileSync(file('communes'), JSON.stringify({ ...readLayerMeta('communes'), gender: 'x' }));
  expect((await failureOf(['zae', 'communes'])).split('\n')).toEqual([
    'Les couches, les thèmes, les questions ou les systèmes ont 3 fautes :',
    '  layers/zae.json, « title » : il faut la clé « title ».',
    '  layers/zae.json, « fields.1.type » : la valeur « texte » n’est pas permise ; peut-être « text ».',
    '  layers/communes.json, « gender » : la valeur « x » n’est pas permise ; peut-être « m ».',
  ]);
});

it('tells the column of a layer that does not fit its description', () => {
  const context = { layer: 'zae', field: 'surface' };
  const error = new AppError('layer-invalid', 'zae: field surface: no such column', context);
  expect(failureText(error)).toMatch(/^La couche « zae », colonne « surface » n’est pas conforme/);
});
