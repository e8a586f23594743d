import type { Feature } from 'geojson';
import { AppError } from '../../../src/domain/errors.ts';
import type { RecipeLayer } from '../recipe.ts';

/**
 * The feature with the fields of its layer: renamed, chosen and completed as the recipe says; its own `id`, which readers of GeoJSON take for a
 * field, goes where fields are chosen. Geometry is untouched.
 */
export function mapFields(feature: Feature, { fields, constants }: RecipeLayer): Feature {
  const own = feature.properties ?? {};
  const { id, ...rest } = feature;
  const named = fields
    ? Object.fromEntries(Object.entries(fields).map(([from, to]) => [to, own[from] ?? null]))
    : own;
  const isKept = !fields && id !== undefined;
  return { ...rest, ...(isKept && { id }), properties: { ...named, ...constants } };
}

/**
 * Holds that a source still has the fields that the layer cannot do without: in one of its features at least, for many leave out what is empty.
 * @throws {AppError} `source-failed`, reason `schema`, with the `layer` and the `field` that is gone.
 */
export function checkRequired(
  properties: Iterable<Record<string, unknown> | null>,
  { id: layer, required }: RecipeLayer,
): void {
  const missing = new Set(required);
  for (const own of properties) {
    for (const name of missing) if (own && name in own) missing.delete(name);
    if (missing.size === 0) return;
  }
  const [field] = missing;
  if (field === undefined) return;
  const context = { reason: 'schema', layer, field };
  throw new AppError('source-failed', `${layer}: no field ${field} any more`, context);
}
