import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import {
  type CollectTerritory,
  readCollectTerritory,
} from '../../scripts/collect/collect-territory.ts';
import { type CommuneOutlines, outlinesOf } from '../../scripts/collect/make/commune-outlines.ts';
import type { Part, PartRequest } from '../../scripts/collect/part.ts';
import { openReader } from '../../scripts/collect/readers/registry.ts';
import { parseRecipe, type Recipe } from '../../scripts/collect/recipe.ts';
import type { MadeLayer } from '../../scripts/collect/source-reader.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';

/** The intercommunality of a hundred communes around Béthune. */
export const CABBALR = readCollectTerritory('200072460');

/** A recipe of the project's `data/sources/`, by the name of its file. */
export function ownRecipe(name: string): Recipe {
  const path = join(import.meta.dirname, `../../data/sources/${name}.json`);
  return parseRecipe(name, JSON.parse(readFileSync(path, 'utf8')));
}

/** What a recipe makes of answers by the part's key, all requests of its reader answered; the rows of each layer, and what was asked. */
export async function makeRecipe(
  recipe: Recipe,
  answer: (request: PartRequest) => string | Uint8Array | null,
  options: { territory?: CollectTerritory; outlines?: CommuneOutlines } = {},
): Promise<{ made: MadeLayer[]; rows: Record<string, Feature[]>; asked: PartRequest[] }> {
  const { territory = CABBALR, outlines = outlinesOf(territory, null) } = options;
  const folder = mkdtempSync(join(tmpdir(), 'recipe-'));
  const reader = await openReader(recipe.kind);
  const asked = reader.requests(recipe, territory);
  const parts: Part[] = [];
  for (const request of asked) {
    const part = toPart(request, answer(request), folder);
    parts.push(part);
    asked.push(...((await reader.follow?.(part, recipe, territory)) ?? []));
  }
  const made = await reader.make({ recipe, territory, outlines, parts, folder });
  const rows = Object.fromEntries(made.map(({ layer, paths }) => [layer.id, readLines(paths)]));
  return { made, rows, asked };
}

/** Outlines of the territory's communes from features with an INSEE code in `field`, degrees. */
export function outlinesFrom(features: readonly Feature[], field: string): CommuneOutlines {
  const geometry = geometriesToColumn(features.map((feature) => feature.geometry));
  const code = features.map(({ properties }) => String(properties?.[field]));
  return outlinesOf(CABBALR, { geometry, columns: { code } });
}

function toPart(request: PartRequest, body: string | Uint8Array | null, folder: string): Part {
  const path = body === null ? null : join(folder, `${request.key}.body`);
  if (path !== null && body !== null) writeFileSync(path, body);
  return {
    ...request,
    path,
    bytes: body?.length ?? 0,
    totalBytes: null,
    finalUrl: request.url,
    sha256: body === null ? '' : createHash('sha256').update(body).digest('hex'),
    etag: null,
    lastModified: 'Thu, 22 Aug 2024 09:46:41 GMT',
    askedAt: '2026-11-21T08:00:00.000Z',
    state: body === null ? 'absent' : 'new',
  };
}

function readLines(paths: readonly string[]): Feature[] {
  return paths.flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Feature);
  });
}
