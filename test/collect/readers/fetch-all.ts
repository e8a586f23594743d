import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectTerritory } from '../../../scripts/collect/collect-territory.ts';
import { createFetcher } from '../../../scripts/collect/fetch/create-fetcher.ts';
import { outlinesOf } from '../../../scripts/collect/make/commune-outlines.ts';
import type { Part, PartRequest } from '../../../scripts/collect/part.ts';
import type { Recipe } from '../../../scripts/collect/recipe.ts';
import type { MadeLayer, SourceReader } from '../../../scripts/collect/source-reader.ts';

/** Every part that a reader asks for, from a server on localhost in the place of all hosts, as a run does. */
export async function fetchAll(
  reader: SourceReader,
  recipe: Recipe,
  territory: CollectTerritory,
  mirror: string,
): Promise<Part[]> {
  const services = { [recipe.service]: { title: '', perSecond: 10_000, atOnce: 4 } };
  const fetcher = createFetcher({ services, mirror, maxAttempts: 1 });
  const folder = mkdtempSync(join(tmpdir(), 'arpent-parts-'));
  const from = { folder, service: recipe.service, freshDays: 0 };
  const parts: Part[] = [];
  const fetchEach = async (requests: PartRequest[]): Promise<void> => {
    for (const request of requests) {
      const part = await fetcher.fetch(request, from);
      parts.push(part);
      await fetchEach((await reader.follow?.(part, recipe, territory)) ?? []);
    }
  };
  try {
    await fetchEach(reader.requests(recipe, territory));
  } finally {
    await fetcher.close();
  }
  return parts;
}

/** The layers of a recipe, its communes held for their extents. */
export function makeAll(
  reader: SourceReader,
  recipe: Recipe,
  territory: CollectTerritory,
  parts: Part[],
): Promise<MadeLayer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'arpent-made-'));
  return reader.make({ recipe, territory, outlines: outlinesOf(territory, null), parts, folder });
}
