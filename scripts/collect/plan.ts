import type { CollectTerritory } from './collect-territory.ts';
import type { PartRequest } from './part.ts';
import { openReader } from './readers/registry.ts';
import type { Recipe } from './recipe.ts';

/** What a source would be asked for. */
export interface PlannedSource {
  recipe: Recipe;
  requests: PartRequest[];
  /** Whether answers may lead to more requests. */
  hasMore: boolean;
}

/** What each source would be asked for first; asks for nothing. @throws {AppError} as `readOptions`. */
export async function planSources(
  recipes: readonly Recipe[],
  territory: CollectTerritory,
): Promise<PlannedSource[]> {
  const planned: PlannedSource[] = [];
  for (const recipe of recipes) {
    const reader = await openReader(recipe.kind);
    const requests = reader.requests(recipe, territory);
    planned.push({ recipe, requests, hasMore: reader.follow !== undefined });
  }
  return planned;
}
