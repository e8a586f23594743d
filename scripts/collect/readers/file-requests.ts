import type { CollectTerritory } from '../collect-territory.ts';
import { fillUrl } from '../collect-territory.ts';
import type { PartRequest } from '../part.ts';
import type { Recipe } from '../recipe.ts';
import { featureOptions } from './feature-options.ts';

/** Key of the part that holds what data.gouv.fr says of the dataset. */
export const DATASET_KEY = 'dataset';

/**
 * The files of `urls`, one request each, or as many as their placeholders have values: `{code}` a commune, `{departement}`, `{region}`, and
 * those of the option `each`. `urls.dataset` is asked what its files are.
 */
export function fileRequests(recipe: Recipe, territory: CollectTerritory): PartRequest[] {
  const { body, each, bytes, mayBeAbsent, slugs } = featureOptions(recipe);
  return Object.entries(recipe.urls).flatMap(([name, pattern]): PartRequest[] => {
    if (name === DATASET_KEY) return datasetRequests(pattern, recipe, slugs, territory);
    return fillings(pattern, territory, each).map(({ values, words }) => ({
      key: [name, ...words].join('-'),
      url: fillUrl(pattern, { ...boxOf(territory), ...values }),
      kind: body,
      subject: words.length > 0 ? words.join(' ') : recipe.title,
      absent: mayBeAbsent ? ('nothing' as const) : ('fault' as const),
      ...(bytes !== undefined && { expectedBytes: bytes }),
    }));
  });
}

/** The name in `urls`, or of a resource, that a part is a file of. */
export function fileName({ key }: Pick<PartRequest, 'key'>): string {
  return key.split('-')[0] as string;
}

function datasetRequests(
  pattern: string,
  { title }: Recipe,
  slugs: Record<string, string> | undefined,
  { regions }: CollectTerritory,
): PartRequest[] {
  const own = regions.map((region) => slugs?.[region]).find(Boolean);
  if (slugs && !own) return [];
  const url = fillUrl(pattern, { slug: own ?? '' });
  return [{ key: DATASET_KEY, url, kind: 'json', subject: `${title} : fichiers`, absent: 'fault' }];
}

interface Filling {
  values: Record<string, string>;
  /** What tells it from the others. */
  words: string[];
}

function fillings(
  pattern: string,
  territory: CollectTerritory,
  each: Record<string, string[]>,
): Filling[] {
  const more = Object.entries(each).filter(([name]) => pattern.includes(`{${name}}`));
  return more.reduce<Filling[]>(
    (found, [name, list]) =>
      found.flatMap(({ values, words }) =>
        list.map((value) => ({ values: { ...values, [name]: value }, words: [...words, value] })),
      ),
    placesOf(pattern, territory),
  );
}

function placesOf(pattern: string, territory: CollectTerritory): Filling[] {
  const { communes, departments, regions } = territory;
  const of = (name: string, list: readonly string[]) =>
    list.map((value) => ({ values: { [name]: value }, words: [value] }));
  if (pattern.includes('{code}')) {
    return communes.map(({ code, department: departement, region }) => {
      return { values: { code, departement, region }, words: [code] };
    });
  }
  if (pattern.includes('{departement}')) return of('departement', departments);
  if (pattern.includes('{region}')) return of('region', regions);
  return [{ values: {}, words: [] }];
}

function boxOf({ siren, extent: [west, south, east, north] }: CollectTerritory) {
  return { siren, west, south, east, north };
}
