import { readFile } from 'node:fs/promises';
import { AppError } from '../../../src/domain/errors.ts';
import type { Extent } from '../../../src/domain/units.ts';
import { type CollectTerritory, fillUrl } from '../collect-territory.ts';
import { readAnswer } from '../make/read-answer.ts';
import type { Part, PartRequest } from '../part.ts';
import type { Recipe, RecipeLayer } from '../recipe.ts';
import type { SourceReader } from '../source-reader.ts';
import { makeWfsLayer, readPageKey, WHOLE } from './wfs-layer.ts';
import {
  capabilitiesUrl,
  hitsUrl,
  latestType,
  pageUrl,
  readHits,
  typeNameOf,
  wfsOptions,
} from './wfs-query.ts';

/**
 * WFS 2.0 (OGC 09-025r2), features as GeoJSON in degrees: pages of the territory's box, sorted by a key, or of its communes' boxes
 * where it holds too many; doubles are left out. `from` of a layer is a type name, with `{edition}` where the latest is looked up in the
 * capabilities and `{zone}` for the territory's part of France (`FXX`, `GLP`…). See `WfsOptions`.
 * @throws {AppError} `source-failed`, reason `short`, with what was `seen` and `wanted`, where a page has not the features that it
 * should have; reason `schema`, with the `field`, where a type is not there any more.
 */
export const WFS: SourceReader = {
  requests(recipe, territory) {
    const isDated = recipe.layers.some(({ from }) => from?.includes('{edition}'));
    if (!isDated) return recipe.layers.flatMap((layer) => open(recipe, layer, territory));
    const url = capabilitiesUrl(recipe.urls.capabilities ?? wfsOf(recipe));
    return [{ key: CAPABILITIES, url, kind: 'xml', subject: 'liste des couches', absent: 'fault' }];
  },

  async follow(part, recipe, territory) {
    if (part.path === null) return [];
    if (part.key === CAPABILITIES) {
      const xml = await readFile(part.path, 'utf8');
      return recipe.layers.flatMap((layer) => open(recipe, layer, territory, xml));
    }
    const { layer, box, page } = readPageKey(part.key, recipe);
    const { count, hits, maxPerBox } = wfsOptions(recipe);
    if (hits && page !== null) return [];
    const { matched, seen } = await countsOf(part, page);
    const asked = { layer, typeName: typeNameOf(part.url), ...boxOf(box, territory) };
    if (box === WHOLE && !page && (matched ?? 0) > maxPerBox) {
      return territory.communes.flatMap(({ code }) => {
        return openBox(recipe, { ...asked, ...boxOf(code, territory) });
      });
    }
    if (matched === null) return seen < count ? [] : [askPage(recipe, asked, (page ?? 0) + 1)];
    if (page) return [];
    const pages = Math.ceil(matched / count);
    const rest = Array.from({ length: pages }, (_, i) => i).slice(page === null ? 0 : 1);
    return rest.map((next) => askPage(recipe, asked, next, matched));
  },

  make: (job) => Promise.all(job.recipe.layers.map((layer) => makeWfsLayer(layer, job))),
};

/** What is asked: a type in a box. */
interface Asked {
  layer: RecipeLayer;
  typeName: string;
  /** `WHOLE`, or the INSEE code of a commune. */
  box: string;
  /** Degrees. */
  extent: Extent;
  subject: string;
}

function open(
  recipe: Recipe,
  layer: RecipeLayer,
  territory: CollectTerritory,
  capabilities = '',
): PartRequest[] {
  const { from = layer.id } = layer;
  const zone = ZONES[territory.departments[0] ?? ''] ?? 'FXX';
  const pattern = from.replace('{zone}', zone);
  const typeName = pattern.includes('{edition}') ? latestType(capabilities, pattern) : pattern;
  if (typeName === null) {
    const context = { reason: 'schema', layer: layer.id, field: pattern };
    throw new AppError('source-failed', `${recipe.id}: no type ${pattern}`, context);
  }
  return openBox(recipe, { layer, typeName, ...boxOf(WHOLE, territory) });
}

/** What is asked first of a box: how many there are, or the first page, which tells it. */
function openBox(recipe: Recipe, asked: Asked): PartRequest[] {
  const options = wfsOptions(recipe);
  if (!options.hits) return [askPage(recipe, asked, 0)];
  const { layer, box, subject } = asked;
  const url = hitsUrl(wfsOf(recipe), asked, options);
  const key = `${layer.id}-${box}-total`;
  return [{ key, url, kind: 'xml', subject: `${subject}, total`, absent: 'fault' }];
}

function askPage(
  recipe: Recipe,
  asked: Asked,
  page: number,
  matched: number | null = null,
): PartRequest {
  const options = wfsOptions(recipe);
  const { count, bytesEach } = options;
  const { layer, box, subject } = asked;
  const expected = matched === null ? null : Math.min(count, matched - page * count);
  return {
    key: `${layer.id}-${box}-${page}`,
    url: pageUrl(wfsOf(recipe), layer, asked, page * count, options),
    kind: 'json',
    subject: `${subject}, page ${page + 1}`,
    ...(expected !== null && { expectedBytes: expected * bytesEach }),
    absent: 'fault',
  };
}

function boxOf(box: string, { communes, name, extent }: CollectTerritory) {
  const commune = communes.find(({ code }) => code === box);
  return { box, extent: commune?.extent ?? extent, subject: commune?.name ?? name };
}

/** How many features a box holds, as far as the answer tells it, and how many came with it. */
async function countsOf(part: Part, page: number | null) {
  if (page === null) {
    const matched = readHits(await readFile(part.path as string, 'utf8'));
    if (matched !== null) return { matched, seen: 0 };
    const context = { url: part.url, reason: 'schema', field: 'numberMatched' };
    throw new AppError('source-failed', `${part.url}: no numberMatched`, context);
  }
  const { features, matched } = await readAnswer(part);
  return { matched, seen: features.length };
}

function wfsOf(recipe: Recipe): string {
  return fillUrl(recipe.urls.wfs ?? '', {});
}

const CAPABILITIES = 'capabilities';

/** Department → what national producers call its part of France; all of metropolitan France is `FXX`. */
const ZONES: Record<string, string> = {
  '971': 'GLP',
  '972': 'MTQ',
  '973': 'GUF',
  '974': 'REU',
  '976': 'MYT',
};
