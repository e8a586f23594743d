import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSources } from '../../scripts/publish/read-sources.ts';
import { runPublish } from '../../scripts/publish/run-publish.ts';
import { readCatalogue, type Site } from '../../scripts/publish/site.ts';
import { writeBundle } from '../../src/publish/bundle.ts';
import { encodeLayer, versionOf } from '../../src/publish/write/encode-layer.ts';
import { createLayerMeta, createLayerTable, createSquare } from '../helpers/create-layer.ts';
import { createEmptySite, siteFaults } from '../helpers/site-on-disk.ts';

let site: Site;
let folder: string;
beforeEach(async () => {
  site = await createEmptySite();
  folder = join(dirname(site.dataDir), 'entrée');
  vi.stubEnv('ARPENT_DATA', site.dataDir);
  vi.stubEnv('ARPENT_PUBLIC', site.publicDir);
});
afterEach(() => vi.unstubAllEnvs());

const run = async (words: string[], signal = new AbortController().signal) => {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await runPublish(words, {
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
    progress: { say: () => {}, clear: () => {} },
    signal,
  });
  return { code, printed: printed.join('\n'), said: said.join('\n') };
};
const squares = (keys: string[], properties: object = {}) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: keys.map((code, i) => ({
      type: 'Feature',
      geometry: createSquare(2.6 + i / 50, 50.5, 0.01),
      properties: { code, ...properties },
    })),
  });
const write = async (name: string, content: string) => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
};

describe('npm run publish', () => {
  it('prints one line a layer, says what changes, and nothing is written when all is the same', async () => {
    const a = await write('a.geojson', squares(['a', 'b', 'c', 'd', 'e', 'f']));
    const first = await run([a, '--layer', 'lots', '--title', 'Lots']);
    expect(first).toMatchObject({ code: 0, said: '' });
    expect(first.printed).toMatch(/^lots : 6 entités, \d+ ko, 0 avertissement$/);
    const before = await readFile(join(site.publicDir, 'catalogue.json'), 'utf8');
    const again = await run([a, '--layer', 'lots']);
    expect(again.said).toContain('rien n’a été écrit');
    expect(await readFile(join(site.publicDir, 'catalogue.json'), 'utf8')).toBe(before);
    const b = await write('a.geojson', squares(['b', 'c', 'd', 'e', 'f', 'g']));
    expect((await run([b, '--layer', 'lots', '--accept'])).said).toMatch(/1 ajoutée, 1 supprimée/);
    const renamed = await run([b, '--layer', 'lots', '--title', 'Parcelles', '--accept']);
    expect(renamed.printed).toContain('description mise à jour');
    expect(await siteFaults(site)).toEqual([]);
  });

  it('writes nothing at all in a trial, and says what it would do', async () => {
    const a = await write('a.geojson', squares(['a', 'b']));
    const { code, printed, said } = await run([a, '--layer', 'lots', '--dry-run']);
    expect([code, said]).toEqual([0, 'Essai : rien n’a été écrit.']);
    expect(printed).toContain('lots : 2 entités');
    expect(existsSync(site.publicDir)).toBe(false);
    expect(existsSync(join(site.dataDir, 'published'))).toBe(false);
  });

  it('stops at warnings until somebody accepts them, and keeps how many there were', async () => {
    const circle = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [682_000, 7_046_000] },
          properties: { code: 'a' },
        },
      ],
    });
    const a = await write('a.geojson', circle);
    const issues = join(folder, 'issues.geojson');
    const refused = await run([a, '--layer', 'lots', '--issues', issues]);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('--accept');
    expect(JSON.parse(await readFile(issues, 'utf8')).features.length).toBeGreaterThan(0);
    expect(existsSync(site.publicDir)).toBe(false);
    expect((await run([a, '--layer', 'lots', '--accept'])).code).toBe(0);
  });

  it('answers by one JSON document', async () => {
    const a = await write('a.geojson', squares(['a', 'b']));
    const { printed } = await run([a, '--layer', 'lots', '--json']);
    expect(JSON.parse(printed)).toMatchObject({
      delivery: 'tables',
      isWritten: true,
      refusal: null,
      layers: [{ id: 'lots', rows: 2, news: 'new', diff: null }],
      issues: [],
    });
  });

  it('publishes a folder as one delivery, or a table of it', async () => {
    await write('lot/a.geojson', squares(['a', 'b']));
    await write('lot/sous/b.geojson', squares(['c', 'd']));
    expect((await run([join(folder, 'lot')])).code).toBe(0);
    expect((await readCatalogue(site))?.layers.map(({ id }) => id)).toEqual(['a', 'b']);
    const two = await run([join(folder, 'lot'), '--layer', 'x']);
    expect([two.code, two.said]).toEqual([2, expect.stringContaining('--from')]);
    expect((await run([join(folder, 'lot'), '--layer', 'x', '--from', 'b'])).code).toBe(0);
    expect((await readCatalogue(site))?.layers.map(({ id }) => id)).toEqual(['a', 'b', 'x']);
  });

  it('publishes nothing of a delivery of which one layer is refused', async () => {
    await write('lot/a.geojson', squares(['a', 'b']));
    const corners = [2.6, 2.61, 2.62, 2.63].map((lng) => [lng, 50.5 + (lng % 0.02)]);
    const geometry = { type: 'Polygon', coordinates: [corners] };
    const feature = { type: 'Feature', geometry, properties: { code: 'c' } };
    const open = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
    await write('lot/b.geojson', open);
    expect((await run([join(folder, 'lot'), '--accept'])).code).toBe(1);
    expect(existsSync(site.publicDir)).toBe(false);
  });

  it('says what a layer is of, as its options tell', async () => {
    const a = await write('a.geojson', squares(['a', 'b']));
    const words = ['--service', 'Habitat', '--maintenance', 'tous les ans', '--contact', 'SIG'];
    const more = [
      '--contact-email',
      'sig@exemple.fr',
      '--keywords',
      'un, deux',
      '--scale',
      '1/2000',
    ];
    await run([a, '--layer', 'lots', ...words, ...more, '--inspire', 'LU', '--noun', 'lot,lots']);
    expect((await readCatalogue(site))?.layers[0]).toMatchObject({
      service: 'Habitat',
      maintenance: 'annually',
      contact: { name: 'SIG', email: 'sig@exemple.fr' },
      keywords: ['un', 'deux'],
      scale: 2000,
      inspireTheme: 'lu',
      noun: ['lot', 'lots'],
    });
  });

  it('takes a publication that was prepared in the page, and the warnings that were accepted there', async () => {
    const meta = createLayerMeta({ code: 'text' }, { id: 'lots', simulated: false });
    const table = createLayerTable([createSquare(2.6, 50.5, 0.01), null], { code: ['a', 'b'] });
    const { data } = await encodeLayer(meta, table);
    const finding = {
      rule: 'source.crs-guessed',
      row: null,
      place: null,
      facts: { crs: 'EPSG:2154' },
    };
    const bundleOf = (accepted: Record<string, number>) =>
      writeBundle({
        delivery: { kind: 'tables', files: ['lots.geojson'], tables: [] },
        sources: [],
        layers: [
          {
            meta,
            data,
            schema: null,
            madeFor: null,
            comparedWith: null,
            accepted,
            keep: [],
            findings: [finding],
          },
        ],
      });
    const path = join(folder, 'publication.zip');
    await mkdir(folder, { recursive: true });
    await writeFile(path, await bundleOf({}));
    const refused = await run([path]);
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('--accept')]);
    const accepted = { 'source.crs-guessed': 1, 'geometry.empty': 1 };
    await writeFile(path, await bundleOf(accepted));
    expect(await run([path, '--layer', 'autre'])).toMatchObject({ code: 2 });
    expect(await run([path])).toMatchObject({ code: 0 });
    const [layer] = (await readCatalogue(site))?.layers ?? [];
    expect(layer?.file.version).toBe(await versionOf(data));
  });

  it('stops when told to, and nothing is published', async () => {
    const a = await write('a.geojson', squares(['a', 'b']));
    const { code, said } = await run([a, '--layer', 'lots'], AbortSignal.abort());
    expect([code, said]).toEqual([130, 'Arrêté : rien n’a été publié.']);
    expect(existsSync(site.publicDir)).toBe(false);
  });

  it.each([
    [[], 'Il manque le fichier'],
    [['x', '--layer', 'Été'], 'identifiant de couche'],
    [['x', '--crs', 'EPSG'], 'n’est pas connu'],
    [['x', '--theme', 'nul'], 'Thèmes possibles'],
    [['x', '--maintenance', 'parfois'], 'rythme de mise à jour'],
    [['x', '--inspire', 'zz'], 'thème INSPIRE'],
    [['x', '--scale', 'grande'], 'échelle'],
    [['x', '--issues', 'a.txt'], '.geojson ou .csv'],
    [['x', '--contact-url', 'https://exemple.fr'], 'nom du contact'],
    [['x', '--date', 'hier'], 'n’est pas une date'],
    [['x', '--nope'], 'n’existe pas'],
  ])('refuses %j as a wrong call', async (words, sentence) => {
    const { code, said } = await run(words);
    expect([code, said]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it('says in French that a file is not there, that a folder is empty', async () => {
    expect((await run([join(folder, 'absent.geojson')])).said).toContain('n’existe pas');
    await mkdir(join(folder, 'vide'), { recursive: true });
    expect((await run([join(folder, 'vide')])).said).toContain('ne contient aucun fichier');
  });
});

describe('files on disk', () => {
  it('are read with those that belong to them, and with the folder that was named', async () => {
    for (const name of ['Zones.shp', 'zones.DBF', 'zones.prj', 'autre.dbf']) await write(name, 'x');
    const paths = async (...names: string[]) =>
      (await readSources(names.map((name) => join(folder, name)))).files.map(({ path }) => path);
    expect(await paths('Zones.shp')).toEqual(['Zones.shp', 'zones.DBF', 'zones.prj']);
    await write('plu/Données/a.geojson', 'x');
    await write('plu/.git/config', 'x');
    expect(await paths('plu')).toEqual(['plu/Données/a.geojson']);
    expect(await paths('plu', 'autre.dbf')).toEqual(['autre.dbf', 'plu/Données/a.geojson']);
  });

  it('are not followed out of their folder by links', async () => {
    const secret = await write('secret.geojson', 'x');
    const inside = await write('lot/a.geojson', 'x');
    await symlink(secret, join(folder, 'lot/b.geojson'));
    await symlink(inside, join(folder, 'lot/c.geojson'));
    await symlink(folder, join(folder, 'lot/boucle'));
    await symlink(join(folder, 'rien'), join(folder, 'lot/perdu'));
    const { files, skipped } = await readSources([join(folder, 'lot')]);
    expect(files.map(({ path }) => path)).toEqual(['lot/a.geojson', 'lot/c.geojson']);
    expect(skipped).toHaveLength(3);
  });

  it('are known by the day of their last change, and PDF files by their first kilobyte', async () => {
    await write('lot/piece.pdf', 'x'.repeat(5000));
    const { files } = await readSources([join(folder, 'lot')]);
    expect(files[0]?.bytes).toHaveLength(1024);
    expect(files[0]?.modified).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await readdir(folder)).toEqual(['lot']);
  });
});
