import { readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runLayers } from '../../scripts/layers/run-layers.ts';
import { readCatalogue, type Site } from '../../scripts/publish/site.ts';
import { createEmptySite, leftovers, siteFaults } from '../helpers/site-on-disk.ts';
import { createVersion, serveVersions } from '../helpers/small-versions.ts';

let site: Site;
beforeEach(async () => {
  site = await createEmptySite();
  vi.stubEnv('ARPENT_DATA', site.dataDir);
});
afterEach(() => vi.unstubAllEnvs());

const run = async (...words: string[]) => {
  const printed: string[] = [];
  const said: string[] = [];
  const code = await runLayers([...words, '--out', site.publicDir], {
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
  });
  return { code, printed: printed.join('\n'), said: said.join('\n') };
};
const json = async (...words: string[]) => JSON.parse((await run(...words, '--json')).printed);
const serve = async (state: string, keys?: string[], title = state) => {
  const version = await createVersion('lots', state, keys, { title });
  await serveVersions(site, version);
  return version.layer.file.version;
};
const served = async () => (await readCatalogue(site))?.layers[0];

describe('npm run layers', () => {
  it('lists layers and the versions of one', async () => {
    await serve('un');
    const second = await serve('deux');
    await serve('deux', undefined, 'autre titre');
    expect(await json('list')).toMatchObject([{ id: 'lots', version: second, versions: 2 }]);
    expect(await json('history', 'lots')).toMatchObject([
      { title: 'autre titre', isServed: true, isMetadataOnly: true },
      { title: 'deux', isServed: false, isMetadataOnly: false },
      { title: 'un' },
    ]);
    expect((await run('list')).printed).toContain(`lots : version ${second}, 2 entités, 2`);
    expect((await run('history', 'lots')).printed).toContain('description seule, servie');
  });

  it('tells what differs between two versions, by their first digits', async () => {
    const first = await serve('un', ['a', 'b', 'c']);
    const second = await serve('deux', ['b', 'c', 'd']);
    const all = await json('diff', 'lots', first.slice(0, 7), second.slice(0, 7));
    expect(all).toMatchObject({
      from: first,
      to: second,
      counts: { added: 1, removed: 1 },
    });
    expect(all).toEqual(await json('diff', 'lots'));
    expect((await json('diff', 'lots', second, first)).counts.added).toBe(1);
    const map = join(site.dataDir, 'diff.geojson');
    const { printed } = await run('diff', 'lots', '--geojson', map);
    expect(printed).toContain('1 ajoutée');
    const { features } = JSON.parse(await readFile(map, 'utf8'));
    const kinds = features.map(({ properties }: { properties: { changement: string } }) => {
      return properties.changement;
    });
    expect(kinds.filter((kind: string) => kind === 'géométrie modifiée')).toHaveLength(4);
    expect(kinds).toContain('supprimée');
  });

  it('lists the first twenty changes and says how many more there are, or all of them', async () => {
    const keys = Array.from({ length: 30 }, (_, i) => `k${i}`);
    await serve('un', keys);
    await serve('deux', keys);
    const { printed } = await run('diff', 'lots');
    expect(printed).toContain('30 d’attributs modifiés');
    expect(printed).toContain('… et 10 autres');
    expect((await run('diff', 'lots', '--all')).printed.match(/^~ k/gm)).toHaveLength(30);
  });

  it('goes back, metadata too, and can go back from that', async () => {
    const first = await serve('un');
    const second = await serve('deux');
    expect(await run('rollback', 'lots')).toMatchObject({ code: 0 });
    expect(await served()).toMatchObject({ title: 'un', file: { version: first } });
    const kept = await readFile(join(site.dataDir, 'published', 'lots.json'), 'utf8');
    expect(JSON.parse(kept).title).toBe('un');
    await run('rollback', 'lots');
    expect(await served()).toMatchObject({ title: 'deux', file: { version: second } });
    await run('rollback', 'lots', first.slice(0, 7));
    expect(await served()).toMatchObject({ title: 'un' });
    expect(await json('history', 'lots')).toHaveLength(5);
    expect((await run('rollback', 'lots', first)).printed).toContain('déjà servie');
    expect(await json('history', 'lots')).toHaveLength(5);
    expect(await siteFaults(site)).toEqual([]);
  });

  it('does not go back to a file that is damaged', async () => {
    const first = await serve('un');
    const second = await serve('deux');
    await truncate(join(site.publicDir, `layers/lots.${first}.parquet`), 100);
    const { code, said } = await run('rollback', 'lots');
    expect([code, said]).toEqual([1, expect.stringContaining(`lots.${first}.parquet`)]);
    expect((await served())?.file.version).toBe(second);
  });

  it('prunes what nobody keeps after a warning, never what is served', async () => {
    const versions = [];
    for (const state of ['un', 'deux', 'trois']) versions.push(await serve(state));
    const before = await readdir(join(site.publicDir, 'layers'));
    const asked = await run('prune', '--keep', '2');
    expect(asked.code).toBe(1);
    expect(asked.printed).toContain('ne pourront plus les ouvrir');
    expect(await readdir(join(site.publicDir, 'layers'))).toEqual(before);
    expect(await run('prune', 'lots', '--keep', '2', '--yes')).toMatchObject({ code: 0 });
    expect(await json('history', 'lots')).toHaveLength(2);
    expect(await run('prune', '--before', '2999-01-01', '--yes')).toMatchObject({ code: 0 });
    const files = await readdir(join(site.publicDir, 'layers'));
    expect(files.filter((name) => name.endsWith('.parquet'))).toEqual([
      `lots.${versions[2]}.parquet`,
    ]);
    expect((await run('prune', '--keep', '1')).printed).toBe('Aucune version à supprimer.');
    expect(await siteFaults(site)).toEqual([]);
    expect(await leftovers(site)).toEqual([]);
  });

  it('keeps what is recent or among the newest', async () => {
    await serve('un');
    await serve('deux');
    const { pruned } = await json('prune', '--keep', '1', '--before', '2000-01-01');
    expect(pruned).toEqual([]);
  });

  it('says in French what cannot be done', async () => {
    expect((await run('list')).said).toContain('Rien n’est publié ici');
    const first = await serve('un');
    expect((await run('rollback', 'lots')).said).toContain('n’a qu’une version');
    expect((await run('diff', 'lots')).said).toContain('n’a qu’une version');
    expect((await run('history', 'lot')).said).toContain('peut-être « lots »');
    const unknown = await run('rollback', 'lots', 'zzzz');
    expect([unknown.code, unknown.said]).toEqual([1, expect.stringContaining(first)]);
    await serve('deux');
    const year = String(new Date().getUTCFullYear());
    expect((await run('rollback', 'lots', `${year}-`)).said).toContain('plusieurs versions');
    expect((await run('rollback', 'lots', '1999-01-01')).said).toContain('n’a pas de version');
  });

  it.each([
    [[], 'Dites que faire'],
    [['efface'], 'n’est pas une commande'],
    [['history'], 'Il manque l’identifiant'],
    [['list', 'a'], 'De trop'],
    [['list', '--yes'], 'ne va pas avec'],
    [['prune'], 'Dites quoi garder'],
    [['prune', '--keep', '0'], 'nombre de versions'],
    [['prune', '--before', 'hier'], 'n’est pas une date'],
    [['list', '--nope'], 'n’existe pas'],
  ])('refuses %j as a wrong call', async (words, sentence) => {
    const { code, said } = await run(...words);
    expect([code, said]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
