import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Feature, Geometry } from 'geojson';
import { onTestFinished, vi } from 'vitest';
import { type Asking, runCollect } from '../../scripts/collect/run-collect.ts';
import type { Site } from '../../scripts/publish/site.ts';
import { type Answer, type FaultyServer, serveFaulty } from './faulty-server.ts';
import { createEmptySite } from './site-on-disk.ts';

/** A deployment with recipes of its own, and the server that stands for their hosts. */
export interface Collection {
  site: Site;
  cache: string;
  server: FaultyServer;
  /** Address without `https://` → what the server gives; what is not here is not found. */
  answers: Record<string, Answer>;
  /** The command. `lines` is all that it says and prints. */
  run(...words: string[]): Promise<{ code: number; lines: string[]; printed: string[] }>;
  /** Stops the command that runs, as Ctrl-C does. */
  stop(): void;
  writeRecipe(recipe: object): Promise<void>;
}

/** A deployment of an empty site with recipes, gone when the test ends. Requests are tried twice, without waiting. */
export async function createCollection(recipes: object[] = []): Promise<Collection> {
  const site = await createEmptySite();
  const cache = join(dirname(site.dataDir), 'cache');
  const answers: Record<string, Answer> = {};
  const server = await serveFaulty(
    ({ url }) => answers[url.host + url.pathname] ?? { status: 404 },
  );
  onTestFinished(() => server.close());
  const env = {
    ARPENT_PUBLIC: site.publicDir,
    ARPENT_DATA: site.dataDir,
    ARPENT_CACHE: cache,
    ARPENT_MIRROR: server.url,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  await writeJson(join(site.dataDir, 'services.json'), SERVICES);
  await mkdir(join(site.dataDir, 'sources'), { recursive: true });
  const writeRecipe = (recipe: object) => {
    const { id } = recipe as { id: string };
    return writeJson(join(site.dataDir, 'sources', `${id}.json`), recipe);
  };
  for (const recipe of recipes) await writeRecipe(recipe);
  let controller = new AbortController();
  return {
    site,
    cache,
    server,
    answers,
    writeRecipe,
    stop: () => controller.abort(),
    async run(...words) {
      controller = new AbortController();
      const lines: string[] = [];
      const printed: string[] = [];
      const say = (line: string) => lines.push(...line.split('\n'));
      const print = (line: string) => {
        printed.push(line);
        say(line);
      };
      const progress = { say: () => undefined, clear: () => undefined };
      const io = { say, print, progress, signal: controller.signal };
      const code = await runCollect(words, io, ASKING);
      return { code, lines, printed };
    },
  };
}

/** A recipe of files of features, as `data/sources/` holds them; its layers keep all their rows. */
export function createRecipe(id: string, layers: object[], more: object = {}): object {
  return {
    id,
    title: `Source ${id}`,
    producer: 'Office des essais',
    licence: 'Licence Ouverte 2.0',
    attribution: '© Office des essais',
    page: 'https://essais.test/',
    maintenance: 'monthly',
    freshDays: 30,
    service: 'essais',
    kind: 'file',
    urls: { data: `https://essais.test/${id}.geojson` },
    certainty: 'official',
    onFailure: `Demandez ${id} à l’office.`,
    layers: layers.map((layer) => ({ keep: { by: 'all' }, ...layer })),
    ...more,
  };
}

/** What a host gives: features in degrees. */
export function createAnswer(features: Feature[], more: Answer = {}): Answer {
  return { body: JSON.stringify({ type: 'FeatureCollection', features }), ...more };
}

/** Squares of about 200 m along a row in the territory, `count` of them, with a `code` and a `nom`. */
export function createFeatures(count: number, geometryOf = squareAt): Feature[] {
  return Array.from({ length: count }, (_, i) => ({
    type: 'Feature',
    geometry: geometryOf(2.6 + i / 200),
    properties: { code: `C${i}`, nom: `Lot ${i}` },
  }));
}

function squareAt(west: number): Geometry {
  const [south, side] = [50.5, 0.003];
  const ring = [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

async function writeJson(path: string, content: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(content));
}

const SERVICES = { essais: { title: 'Essais', perSecond: 1000, atOnce: 4 } };

const ASKING: Asking = {
  maxAttempts: 2,
  clock: { now: Date.now, random: () => 0.5, sleep: async () => undefined },
};
