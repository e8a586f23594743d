import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTerritory, writeTerritory } from '../../scripts/demo/build-territory.ts';
import type { Ground } from '../../scripts/demo/ground/ground.ts';
import { keptGround } from '../../scripts/demo/ground/kept-ground.ts';
import type { Site } from '../../scripts/publish/site.ts';
import { type Catalogue, parseCatalogue } from '../../src/domain/catalogue.ts';
import { parseLibrary } from '../../src/domain/parse-library.ts';

const DATA = join(import.meta.dirname, '../../data');
const ONLY = ['communes', 'zae', 'itineraires_cyclables', 'gares', 'projets'];
const BUILD_MS = 240_000;

describe('building the territory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'arpent-territory-'));
  const lines: string[] = [];
  let first: Site;
  let second: Site;
  let ground: Ground;

  beforeAll(async () => {
    first = createSite(folder, 'first');
    second = createSite(folder, 'second');
    await buildTerritory(first, { only: ONLY, log: (line) => lines.push(line) });
    ground = keptGround();
    await writeTerritory(second, ground, { only: ONLY });
  }, BUILD_MS);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the same bytes twice', () => {
    expect(files(first)).toHaveLength(ONLY.length + 1);
    expect(files(second)).toEqual(files(first));
    for (const name of files(first)) {
      expect(bytes(second, name).equals(bytes(first, name)), name).toBe(true);
    }
  });

  it('says what it does, a line a layer', () => {
    expect(lines.some((line) => /^communes: 100 features, \d+\.\d s$/.test(line))).toBe(true);
    expect(lines.at(-1)).toMatch(/^territory: 5 layers, \d+\.\d s$/);
  });

  it('enters every layer in a catalogue that the app accepts, with the file it names', () => {
    const { layers, territory } = readCatalogue(first);
    expect(layers.map(({ id }) => id).sort()).toEqual([...ONLY].sort());
    expect(territory.banner).toContain('géométries simulées');
    for (const { file } of layers) {
      expect(bytes(first, file.path)).toHaveLength(file.bytes);
    }
  });

  it(
    'keeps the layers that were published by hand, and removes files that nobody names',
    async () => {
      const site = createSite(folder, 'published');
      await writeTerritory(site, ground, { only: ['gares'] });
      const catalogue = readCatalogue(site);
      const gares = catalogue.layers[0]!;
      const path = gares.file.path.replace('gares', 'ruches');
      const ruches = { ...gares, id: 'ruches', file: { ...gares.file, path } };
      catalogue.layers.push(ruches);
      cpSync(join(site.publicDir, gares.file.path), join(site.publicDir, path));
      writeFileSync(join(site.publicDir, 'layers/gares.00000000.parquet'), 'stale');
      writeFileSync(join(site.publicDir, 'catalogue.json'), JSON.stringify(catalogue));
      cpSync(join(DATA, 'layers/gares.json'), join(site.dataDir, 'published/ruches.json'));

      await writeTerritory(site, ground, { only: ['gares'] });

      expect(readCatalogue(site).layers.map(({ id }) => id)).toEqual(['gares', 'ruches']);
      expect(files(site).sort()).toEqual(['catalogue.json', gares.file.path, path].sort());
    },
    BUILD_MS,
  );

  it(
    'leaves the old territory as it was when it fails',
    async () => {
      const before = new Map(files(first).map((name) => [name, bytes(first, name)]));
      rmSync(join(first.dataDir, 'layers/zae.json'));
      await expect(writeTerritory(first, ground, { only: ['gares', 'zae'] })).rejects.toThrow(
        'zae.json',
      );
      for (const [name, content] of before) expect(bytes(first, name).equals(content)).toBe(true);
    },
    BUILD_MS,
  );

  it('writes the library of its themes, questions and systems', () => {
    const library = parseLibrary(JSON.parse(bytes(first, 'library.json').toString('utf8')));
    expect(library.themes.map(({ id }) => id)).toEqual(
      readCatalogue(first).themes.map(({ id }) => id),
    );
  });

  it('stops before anything is replaced when a theme names what does not exist', async () => {
    const site = createSite(folder, 'faulty');
    const path = join(site.dataDir, 'themes/02-risques.json');
    const theme = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...theme, figures: [{ indicator: 'ind-1230' }] }));
    await expect(buildTerritory(site, { only: ['gares'] })).rejects.toThrow(
      'themes/02-risques.json, « figures.0.indicator » : l’indicateur « ind-1230 » n’existe pas ; peut-être « ind-120 »',
    );
    expect(existsSync(site.publicDir)).toBe(false);
  });

  it('refuses a layer that nobody builds', async () => {
    await expect(writeTerritory(second, ground, { only: ['licornes'] })).rejects.toMatchObject({
      code: 'layer-unknown',
    });
    expect(existsSync(join(second.publicDir, 'catalogue.json'))).toBe(true);
  });
});

function createSite(folder: string, name: string): Site {
  const site = { publicDir: join(folder, name, 'public'), dataDir: join(folder, name, 'data') };
  for (const part of ['layers', 'territory.json', 'themes']) {
    cpSync(join(DATA, part), join(site.dataDir, part), { recursive: true });
  }
  return site;
}

function readCatalogue(site: Site): Catalogue {
  return parseCatalogue(JSON.parse(bytes(site, 'catalogue.json').toString('utf8')));
}

/** Paths of what is served, from the site's root. */
function files({ publicDir }: Site): string[] {
  const layers = readdirSync(join(publicDir, 'layers')).map((name) => `layers/${name}`);
  return ['catalogue.json', ...layers.sort()];
}

function bytes({ publicDir }: Site, path: string): Buffer {
  return readFileSync(join(publicDir, path));
}
