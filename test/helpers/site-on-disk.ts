import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readHistory } from '../../scripts/publish/layer-files.ts';
import { readCatalogue, type Site } from '../../scripts/publish/site.ts';
import { versionOf } from '../../src/publish/write/encode-layer.ts';

/** The folders of a deployment, gone when the test ends: the project's territory and themes, no layer. */
export async function createEmptySite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'arpent-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const data = join(import.meta.dirname, '..', '..', 'data');
  for (const name of ['territory.json', 'themes']) {
    await cp(join(data, name), join(folder, 'data', name), { recursive: true });
  }
  return { publicDir: join(folder, 'public'), dataDir: join(folder, 'data') };
}

/** All that is wrong with what a site serves: files missing or not as named, histories that say something else. */
export async function siteFaults(site: Site): Promise<string[]> {
  const faults: string[] = [];
  const check = async (path: string, version: string, bytes?: number) => {
    const data = await readFile(join(site.publicDir, path)).catch(() => null);
    if (!data) faults.push(`${path} is missing`);
    else if ((await versionOf(new Uint8Array(data))) !== version) faults.push(`${path} is damaged`);
    else if (bytes !== undefined && data.length !== bytes) faults.push(`${path} has another size`);
  };
  for (const layer of (await readCatalogue(site))?.layers ?? []) {
    await check(layer.file.path, layer.file.version, layer.file.bytes);
    if (!layer.history) continue;
    await check(layer.history, basename(layer.history).split('.')[1] as string);
    const versions = (await readHistory(site, layer))?.versions ?? [];
    for (const { layer: entry } of versions) {
      await check(entry.file.path, entry.file.version, entry.file.bytes);
    }
    const { history: _history, ...served } = layer;
    if (JSON.stringify(versions[0]?.layer) !== JSON.stringify(served)) {
      faults.push(`the history of ${layer.id} begins with another version`);
    }
  }
  return faults;
}

/** Names of all files of a site that are not whole or that nothing names. */
export async function leftovers(site: Site): Promise<string[]> {
  const catalogue = await readCatalogue(site);
  const named = new Set<string>();
  for (const layer of catalogue?.layers ?? []) {
    named.add(basename(layer.file.path)).add(basename(layer.history ?? ''));
    const history = await readHistory(site, layer);
    for (const { layer: entry } of history?.versions ?? []) named.add(basename(entry.file.path));
  }
  const list = (folder: string) => readdir(folder).catch(() => [] as string[]);
  const layers = (await list(join(site.publicDir, 'layers'))).filter((name) => !named.has(name));
  const others = await Promise.all(
    [site.publicDir, join(site.publicDir, 'metadata'), join(site.dataDir, 'published')].map(list),
  );
  return [...layers, ...others.flat().filter((name) => /\.part|lock/.test(name))];
}
