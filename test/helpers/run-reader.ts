import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import { onTestFinished } from 'vitest';
import type { CollectTerritory } from '../../scripts/collect/collect-territory.ts';
import { type CommuneOutlines, outlinesOf } from '../../scripts/collect/make/commune-outlines.ts';
import type { Part, PartRequest } from '../../scripts/collect/part.ts';
import { parseRecipe, type Recipe } from '../../scripts/collect/recipe.ts';
import type { MadeLayer, SourceReader } from '../../scripts/collect/source-reader.ts';

/** What a source answers: a document, bytes, or null where it has nothing. */
export type Answers = (url: URL, request: PartRequest) => object | Uint8Array | null;

/** What a reader asked for and made. */
export interface ReaderRun {
  requests: PartRequest[];
  layers: MadeLayer[];
  /** The features of a layer of the recipe; none where nothing was written. */
  features(id: string): Promise<Feature[]>;
  /** The layer of that id. */
  layer(id: string): MadeLayer;
}

/** Asks, follows and makes as a collection does, with answers that are at hand: no network, no cache. For within a test, at whose end the files go. */
export async function runReader(
  reader: SourceReader,
  recipe: Recipe,
  territory: CollectTerritory,
  answers: Answers,
  outlines: CommuneOutlines = outlinesOf(territory, null),
): Promise<ReaderRun> {
  const folder = await mkdtemp(join(tmpdir(), 'arpent-reader-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const parts: Part[] = [];
  const keys = new Set<string>();
  const queue = reader.requests(recipe, territory);
  for (let request = queue.shift(); request; request = queue.shift()) {
    if (keys.has(request.key)) throw new Error(`${request.key} is asked for twice`);
    keys.add(request.key);
    const part = await answer(request, answers, folder);
    parts.push(part);
    queue.push(...((await reader.follow?.(part, recipe, territory)) ?? []));
  }
  const layers = await reader.make({ recipe, territory, outlines, parts, folder });
  const layer = (id: string) => layers.find((one) => one.layer.id === id) as MadeLayer;
  return {
    requests: parts,
    layers,
    layer,
    features: async (id) => {
      const texts = await Promise.all(layer(id).paths.map((path) => readFile(path, 'utf8')));
      return texts
        .flatMap((text) => text.trim().split('\n'))
        .map((line) => JSON.parse(line) as Feature);
    },
  };
}

/** A recipe of the project, with changes. */
export async function projectRecipe(file: string, changes: object = {}): Promise<Recipe> {
  const path = join(import.meta.dirname, '..', '..', 'data', 'sources', file);
  return parseRecipe(file, { ...JSON.parse(await readFile(path, 'utf8')), ...changes });
}

async function answer(request: PartRequest, answers: Answers, folder: string): Promise<Part> {
  const found = answers(new URL(request.url), request);
  const text = found instanceof Uint8Array ? found : JSON.stringify(found);
  const path = found === null ? null : join(folder, `${request.key}.body`);
  if (path) await writeFile(path, text);
  if (!path && request.absent === 'fault') throw new Error(`nothing at ${request.url}`);
  return {
    ...request,
    path,
    bytes: text.length,
    totalBytes: null,
    finalUrl: request.url.replace('/latest/', '/2026-09-01/'),
    sha256: path ? createHash('sha256').update(text).digest('hex') : '',
    etag: null,
    lastModified: null,
    askedAt: '2026-11-21T22:00:00.000Z',
    state: path ? 'new' : 'absent',
  };
}
