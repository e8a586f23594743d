import type { LayerMeta } from '../../src/domain/layer.ts';
import type { FieldWords } from '../../src/publish/describe/describe-fields.ts';
import type { Description } from '../../src/publish/describe/describe-layer.ts';
import type { Publication } from '../publish/publish.ts';
import { originSentences } from './messages.ts';
import type { Recipe, RecipeLayer } from './recipe.ts';
import type { MadeLayer } from './source-reader.ts';

/** What a layer that a reader made is published of, and how. `answeredAt` is when its source answered; `accept`, whether whatever it is warned of is accepted. */
export function toPublication(
  made: MadeLayer,
  recipe: Recipe,
  base: LayerMeta | null,
  { answeredAt, accept }: { answeredAt: string; accept: boolean },
): Publication {
  const { layer, paths, from, date, crs = recipe.crs ?? null } = made;
  const sourceCrs = crs === recipe.crs ? undefined : recipe.crs;
  const day = answeredAt.slice(0, 10);
  return {
    paths,
    from: from ?? null,
    crs,
    keep: [],
    description: describe(layer, recipe, base, date ?? day),
    official: {
      base,
      origin: originSentences(made, recipe, day),
      ...(sourceCrs && { sourceCrs }),
      repair: layer.repair,
    },
    accept: accept || [...layer.accept, ...KNOWN],
    dryRun: false,
  };
}

/** What a recipe says by itself needs nobody's consent: its CRS takes the place of the one that the file names. */
const KNOWN = ['source.crs-replaced', 'source.crs-ignored'];

/** What the recipe says of a layer, its source's facts first. */
function describe(
  { id, description }: RecipeLayer,
  recipe: Recipe,
  base: LayerMeta | null,
  date: string,
): Partial<Description> {
  const { fields, id: _id, ...words } = description;
  const { producer, licence, attribution, maintenance, caution, title, layers } = recipe;
  const isAlone = layers.length === 1 && base === null;
  return {
    ...(isAlone && { title }),
    producer,
    licence,
    attribution,
    maintenance,
    date,
    ...(caution && { quality: caution }),
    ...(words as Partial<Description>),
    id,
    ...(fields && { fields: wordsOf(fields) }),
  };
}

function wordsOf(fields: LayerMeta['fields']): Record<string, FieldWords> {
  return Object.fromEntries(
    fields.map(({ name, type: _type, ...words }) => [name, words] as const),
  );
}
