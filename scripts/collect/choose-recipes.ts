import { AppError } from '../../src/domain/errors.ts';
import { nearestName } from '../../src/domain/nearest-name.ts';
import type { Recipe } from './recipe.ts';

/**
 * The recipes that a run takes, communes first, for what else is kept by place wants their outlines. `only` are ids of recipes or of layers: a
 * layer takes its recipe, with that layer alone; null takes all but those that are left for who asks (`default` false).
 * @throws {AppError} `source-unreadable`: reason `no-such-source` with the `name`s that nothing has, what is `near` the first (the recipes of a
 * layer that none gives by default, else a like name) and all `names`; `layer-twice` with the `layer` that two of the recipes give.
 */
export function chooseRecipes(
  recipes: readonly Recipe[],
  only: readonly string[] | null,
): Recipe[] {
  const chosen = only
    ? recipes.flatMap((recipe) => narrow(recipe, only))
    : recipes.filter((recipe) => recipe.default);
  checkNames(recipes, only ?? []);
  checkLayers(chosen);
  const isFirst = ({ kind }: Recipe) => kind === 'communes';
  return [...chosen.filter(isFirst), ...chosen.filter((recipe) => !isFirst(recipe))];
}

function narrow(recipe: Recipe, only: readonly string[]): Recipe[] {
  if (only.includes(recipe.id)) return [recipe];
  const layers = recipe.layers.filter(({ id }) => only.includes(id));
  return layers.length > 0 && recipe.default ? [{ ...recipe, layers }] : [];
}

function checkNames(recipes: readonly Recipe[], only: readonly string[]): void {
  const layersOf = (some: readonly Recipe[]) => some.flatMap(({ layers }) => layers);
  const ids = recipes.map(({ id }) => id);
  const taken = recipes.filter((recipe) => recipe.default);
  const known = [...new Set([...ids, ...layersOf(taken).map(({ id }) => id)])];
  const unknown = only.filter((id) => !known.includes(id));
  const [first] = unknown;
  if (first === undefined) return;
  const givers = recipes.filter((recipe) => layersOf([recipe]).some(({ id }) => id === first));
  const near = givers.length > 0 ? givers.map(({ id }) => id) : [nearestName(first, known)];
  const [name, names] = [unknown.join(', '), ids.join(', ')];
  const context = { reason: 'no-such-source', name, names, near: near.join(' ou ') };
  throw new AppError('source-unreadable', `no source ${name}`, context);
}

function checkLayers(recipes: readonly Recipe[]): void {
  const givers = new Map<string, string>();
  for (const { id, layers } of recipes) {
    for (const { id: layer } of layers) {
      const other = givers.get(layer);
      if (other !== undefined) {
        const context = { reason: 'layer-twice', layer, first: other, second: id };
        throw new AppError('source-unreadable', `${other} and ${id} give ${layer}`, context);
      }
      givers.set(layer, id);
    }
  }
}
