import { AppError } from '../../src/domain/errors.ts';
import type { Recipe } from './recipe.ts';

/**
 * The recipes that a run takes, communes first, for what else is kept by place wants their outlines. `only` are ids of recipes or of layers: a
 * layer takes its recipe, with that layer alone; null takes all but those that are left for who asks (`default` false).
 * @throws {AppError} `source-unreadable`: reason `no-such-source` with the `name`s that nothing has and all `names`; `layer-twice` with the
 * `layer` that two of the recipes give.
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
  const known = new Set(recipes.flatMap(({ id, layers }) => [id, ...layers.map((one) => one.id)]));
  const name = only.filter((id) => !known.has(id)).join(', ');
  if (name === '') return;
  const names = recipes.map(({ id }) => id).join(', ');
  const context = { reason: 'no-such-source', name, names };
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
