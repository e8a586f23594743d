import { countOf } from '../../french-counts.ts';
import type { CollectTerritory } from '../collect-territory.ts';
import type { RecipeLayer } from '../recipe.ts';
import type { CommuneOutlines } from './commune-outlines.ts';
import type { KeepCounts } from './keep-in-territory.ts';
import { someOf } from './some-of.ts';

/** French sentences on what was left out for want of a place, and on outlines that were not known; none where nothing was. */
export function keepNotes(
  { placeless }: Pick<KeepCounts, 'placeless'>,
  { by }: RecipeLayer['keep'],
  { boxed }: CommuneOutlines,
  { communes }: Pick<CollectTerritory, 'communes'>,
): string[] {
  const what = by === 'commune' ? 'code de commune' : 'géométrie lisible';
  const names = communes.filter(({ code }) => boxed.includes(code)).map((commune) => commune.name);
  return [
    placeless > 0 &&
      `${countOf(placeless, `objet sans ${what} laissé`, `objets sans ${what} laissés`)} de côté.`,
    by === 'place' &&
      names.length > 0 &&
      `Faute de contour, ${names.length > 1 ? 'ces communes ont' : 'cette commune a'} été ${names.length > 1 ? 'prises' : 'prise'} par ${names.length > 1 ? 'leur' : 'son'} emprise, plus large : ${someOf(names)}. Collectez d’abord les communes.`,
  ].filter((note) => note !== false);
}
