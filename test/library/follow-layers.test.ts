import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { followChange, libraryOfLayers } from '../../scripts/library/follow-layers.ts';
import { withoutFile } from '../../scripts/library/without-file.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import { parseLibrary } from '../../src/domain/parse-library.ts';

const DATA = join(import.meta.dirname, '../../data');
const SERVED = ['communes', 'parcelles', 'qpv', 'carreaux_200m', 'equipements', 'cep', 'zone_urba'];

const catalogue: Catalogue = {
  version: 1,
  territory: {
    name: 'Communauté d’agglomération Mulhouse Alsace Agglomération',
    shortName: 'Mulhouse Alsace Agglomération',
    siren: '200066009',
    metricCrs: 'EPSG:3948',
    extent: [7.18, 47.66, 7.56, 47.9],
    banner: null,
  },
  themes: [],
  layers: SERVED.map((id) =>
    withoutFile(JSON.parse(readFileSync(join(DATA, 'layers', `${id}.json`), 'utf8')) as LayerMeta),
  ),
};

it('the library of another territory asks its own layers alone, of its own communes, and holds no figure of a document', async () => {
  const { library, leftOut } = await libraryOfLayers(DATA, catalogue, false);
  expect(parseLibrary(JSON.parse(JSON.stringify(library)))).toBeTruthy();
  expect(library.questions.length).toBeGreaterThan(2);
  expect(leftOut.questions.length).toBeGreaterThan(20);
  expect(leftOut.others).toBeGreaterThan(20);
  expect(library.themes.length).toBeGreaterThan(5);
  expect(library.themes.flatMap(({ figures }) => figures)).toEqual([]);
  expect(library).toMatchObject({ documents: {}, indicators: [], contradictions: [] });
  const named = [
    ...library.questions.flatMap(({ layers = [] }) => layers),
    ...library.systems.flatMap(({ layers }) => layers),
    ...(library.communeFigures ?? []).flatMap(({ layers = [] }) => layers),
  ];
  expect(named.filter((id) => !SERVED.includes(id))).toEqual([]);
  const ids = library.questions.map(({ id }) => id);
  const asked = library.systems.flatMap(({ questions }) => questions);
  expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
  const communes = library.questions.flatMap(({ parameters = [] }) =>
    parameters.flatMap((parameter) => (parameter.type === 'commune' ? [parameter.value] : [])),
  );
  expect(communes.filter((code) => code !== '68224')).toEqual([]);
  expect(JSON.stringify(library)).not.toContain('CC50');
});

it('a territory without a layer has its themes, and nothing that asks', async () => {
  const { library, leftOut } = await libraryOfLayers(DATA, { ...catalogue, layers: [] }, false);
  expect(library).toMatchObject({ questions: [], systems: [], impacts: [], parcelSheet: [] });
  expect(leftOut.questions.length).toBeGreaterThan(70);
});

it('where a layer that is served has other fields, the library is made anew, and tells which questions it leaves out', async () => {
  const publicDir = mkdtempSync(join(tmpdir(), 'arpent-library-'));
  onTestFinished(() => rmSync(publicDir, { recursive: true }));
  const site = { publicDir, dataDir: DATA };
  const serve = (served: Catalogue) =>
    writeFileSync(join(publicDir, 'catalogue.json'), JSON.stringify(served));
  serve(catalogue);
  expect(await followChange(site, null)).toBeNull();
  writeFileSync(join(publicDir, 'library.json'), '{}');
  expect(await followChange(site, catalogue)).toBeNull();
  const layers = catalogue.layers
    .filter(({ id }) => id === 'communes' || id === 'cep')
    .map((layer) => ({ ...layer, fields: layer.fields.slice(0, 2) }));
  serve({ ...catalogue, layers });
  expect(await followChange(site, catalogue)).toMatch(
    /^Bibliothèque\u00a0: \d+ questions?, .* questions et \d+ autres éléments .* attendent des couches ou des champs/,
  );
  const written = JSON.parse(readFileSync(join(publicDir, 'library.json'), 'utf8'));
  expect(parseLibrary(written)).toBeTruthy();
});
