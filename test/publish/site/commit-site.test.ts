import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enterTerritory } from '../../../scripts/publish/enter-territory.ts';
import { commitLayers, newsOf } from '../../../scripts/publish/layer-commit.ts';
import { readHistory } from '../../../scripts/publish/layer-files.ts';
import { mendHistories } from '../../../scripts/publish/mend-histories.ts';
import { repairSite } from '../../../scripts/publish/repair-site.ts';
import { descriptionPath, readCatalogue, type Site } from '../../../scripts/publish/site.ts';
import { withSite } from '../../../scripts/publish/site-lock.ts';
import { writeWhole } from '../../../scripts/publish/write-whole.ts';
import type { Layer } from '../../../src/domain/layer.ts';
import { createEmptySite, leftovers, siteFaults } from '../../helpers/site-on-disk.ts';
import { createVersion, serveVersions } from '../../helpers/small-versions.ts';

const served = async (site: Site, id: string) =>
  (await readCatalogue(site))?.layers.find((layer) => layer.id === id) as Layer;
const historyOf = async (site: Site, id: string) =>
  (await readHistory(site, await served(site, id)))?.versions ?? [];

describe('what is served', () => {
  it('keeps every version of a layer, newest first, with its file', async () => {
    const site = await createEmptySite();
    for (const state of ['un', 'deux', 'trois']) {
      await serveVersions(site, await createVersion('lots', state));
    }
    const versions = await historyOf(site, 'lots');
    expect(versions).toHaveLength(3);
    expect(versions[0]?.layer.file).toEqual((await served(site, 'lots')).file);
    expect(await siteFaults(site)).toEqual([]);
    expect(await leftovers(site)).toEqual([]);
  });

  it('takes a delivery of several layers whole, and leaves the others', async () => {
    const site = await createEmptySite();
    await serveVersions(site, await createVersion('a', 'un'));
    await serveVersions(site, await createVersion('b', 'un'), await createVersion('c', 'un'));
    const ids = (await readCatalogue(site))?.layers.map(({ id }) => id);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(await siteFaults(site)).toEqual([]);
  });

  it('tells a layer that is the same from one whose description alone changed', async () => {
    const site = await createEmptySite();
    const version = await createVersion('lots', 'un');
    await serveVersions(site, version);
    const layer = await served(site, 'lots');
    expect(newsOf(version.layer, layer)).toBe('same');
    const renamed = await createVersion('lots', 'un', undefined, { title: 'Lots' });
    expect(newsOf(renamed.layer, layer)).toBe('metadata');
    await serveVersions(site, renamed);
    const versions = await historyOf(site, 'lots');
    expect(versions.map(({ layer: { title } }) => title)).toEqual(['Lots', 'Essai']);
    expect(new Set(versions.map(({ layer: { file } }) => file.version)).size).toBe(1);
    expect(newsOf((await createVersion('lots', 'deux')).layer, layer)).toBe('changed');
  });

  it('keeps the version of the embedded territory that a publication replaces', async () => {
    const site = await createEmptySite();
    const demo = await createVersion('lots', 'démonstration');
    const [file] = demo.files;
    await writeWhole(join(site.publicDir, file!.path), file!.data);
    await withSite(site, (locked) => enterTerritory(locked, [demo.layer]));
    await serveVersions(site, await createVersion('lots', 'un'));
    const versions = await historyOf(site, 'lots');
    expect(versions[1]?.layer).toEqual(demo.layer);
    expect(await siteFaults(site)).toEqual([]);
    await withSite(site, (locked) => enterTerritory(locked, [demo.layer]));
    expect((await served(site, 'lots')).file).toEqual(versions[0]?.layer.file);
  });

  it('keeps no versions of the layers of the embedded territory', async () => {
    const site = await createEmptySite();
    for (const state of ['un', 'deux']) {
      const { layer, files } = await createVersion('lots', state);
      await withSite(site, async (locked) => {
        await writeWhole(join(site.publicDir, files[0]!.path), files[0]!.data);
        await enterTerritory(locked, [layer]);
      });
    }
    expect(await readdir(join(site.publicDir, 'layers'))).toHaveLength(1);
  });

  it('writes anew a file that was damaged under its name, and does not touch one that is whole', async () => {
    const site = await createEmptySite();
    const version = await createVersion('lots', 'un');
    await serveVersions(site, version);
    const path = join(site.publicDir, version.layer.file.path);
    const before = (await stat(path)).ino;
    await serveVersions(site, version);
    expect((await stat(path)).ino).toBe(before);
    await truncate(path, 100);
    await serveVersions(site, version);
    expect(await siteFaults(site)).toEqual([]);
  });

  it('begins a history anew when it is damaged or gone, says so, and keeps what is left with its versions', async () => {
    const site = await createEmptySite();
    for (const id of ['a', 'b']) {
      for (const state of ['un', 'deux']) await serveVersions(site, await createVersion(id, state));
    }
    const [a, b] = [await served(site, 'a'), await served(site, 'b')];
    const files = await readdir(join(site.publicDir, 'layers'));
    await writeFile(join(site.publicDir, a.history as string), '{"layer":"a","vers');
    await rm(join(site.publicDir, b.history as string));
    const heard: string[] = [];
    await withSite(site, async (locked) => {
      await mendHistories(locked, await repairSite(locked), (id) => heard.push(id));
    });
    expect(heard).toEqual(['a', 'b']);
    expect((await historyOf(site, 'a')).map(({ layer }) => layer.file)).toEqual([a.file]);
    expect(await siteFaults(site)).toEqual([]);
    await serveVersions(site, await createVersion('a', 'trois'));
    expect(await historyOf(site, 'a')).toHaveLength(2);
    const aside = join(site.dataDir, 'published', `${basename(a.history as string)}.damaged`);
    expect(await readFile(aside, 'utf8')).toBe('{"layer":"a","vers');
    const parquet = files.filter((name) => name.endsWith('.parquet'));
    const after = await readdir(join(site.publicDir, 'layers'));
    expect(parquet.filter((name) => !after.includes(name))).toEqual([]);
    await rm(aside);
    await serveVersions(site, await createVersion('a', 'quatre'));
    expect((await readdir(join(site.publicDir, 'layers'))).length).toBe(after.length);
  });

  it('leaves alone what others put among the layers', async () => {
    const site = await createEmptySite();
    await serveVersions(site, await createVersion('a', 'un'));
    const layers = join(site.publicDir, 'layers');
    await mkdir(join(layers, '@eaDir.parquet'));
    await writeFile(join(layers, '.htaccess'), 'Options -Indexes');
    await serveVersions(site, await createVersion('a', 'deux'));
    expect(existsSync(join(layers, '@eaDir.parquet'))).toBe(true);
    expect(existsSync(join(layers, '.htaccess'))).toBe(true);
  });

  it('takes back nothing once another publication has the lock', async () => {
    const site = await createEmptySite();
    await serveVersions(site, await createVersion('a', 'un'));
    const others = ['layers/b.00000000.parquet', 'catalogue.json.part'];
    const late = await createVersion('a', 'deux');
    const lost = withSite(site, async (locked) => {
      const catalogue = await repairSite(locked);
      const lock = { pid: process.pid, host: hostname(), since: '', token: 'autre' };
      await writeFile(join(site.publicDir, '.publish.lock'), JSON.stringify(lock));
      for (const path of others) await writeFile(join(site.publicDir, path), 'x');
      await commitLayers(locked, catalogue, [late]);
    });
    await expect(lost).rejects.toMatchObject({ context: { reason: 'lock-lost' } });
    const there = others.map((path) => readFile(join(site.publicDir, path), 'utf8'));
    expect(await Promise.all(there)).toEqual(['x', 'x']);
  });

  it('removes nothing of layers/ while a history cannot be read', async () => {
    const site = await createEmptySite();
    await serveVersions(site, await createVersion('a', 'un'));
    await serveVersions(site, await createVersion('a', 'deux'));
    const { history } = await served(site, 'a');
    const path = join(site.publicDir, history as string);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.slice(0, 50));
    await serveVersions(site, await createVersion('b', 'un'));
    await expect(serveVersions(site, await createVersion('a', 'trois'))).rejects.toMatchObject({
      code: 'history-invalid',
      context: { layer: 'a', path: history },
    });
    await writeFile(path, text);
    expect(await siteFaults(site)).toEqual([]);
  });
});

describe('what a publication that was cut short leaves', () => {
  it('is taken back: parts, and files that nothing names', async () => {
    const site = await createEmptySite();
    await serveVersions(site, await createVersion('lots', 'un'));
    const strays = ['catalogue.json.part', 'layers/x.parquet.part', 'layers/lots.00000000.parquet'];
    for (const path of strays) await writeFile(join(site.publicDir, path), 'x');
    await writeFile(`${descriptionPath(site, 'lots')}.part`, '{"id":');
    await serveVersions(site, await createVersion('autres', 'un'));
    expect(await leftovers(site)).toEqual([]);
    expect(strays.some((path) => existsSync(join(site.publicDir, path)))).toBe(false);
  });

  it('is finished: the description of the layer that is served takes its place', async () => {
    const site = await createEmptySite();
    const version = await createVersion('lots', 'un', undefined, { title: 'Lots' });
    await serveVersions(site, version);
    const path = descriptionPath(site, 'lots');
    const text = await readFile(path, 'utf8');
    await writeFile(`${path}.part`, text);
    await rm(path);
    await serveVersions(site, await createVersion('autres', 'un'));
    expect(await readFile(path, 'utf8')).toBe(text);
    const other = await createVersion('lots', 'un', undefined, { title: 'Autre' });
    await writeFile(`${path}.part`, JSON.stringify(other.layer));
    await serveVersions(site, await createVersion('autres', 'deux'));
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
