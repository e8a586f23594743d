import type { Catalogue } from '../../domain/catalogue.ts';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import type { Layer } from '../../domain/layer.ts';
import type { RelationCondition, RelationKind, RelationTarget } from '../../domain/question.ts';
import { relatedFamilies } from '../../domain/related-families.ts';
import { shapeFamily } from '../../domain/shape.ts';
import { firstRelation, relatedLayers } from './first-conditions.ts';

/**
 * A relation of `target` made one of another kind, with the number that one most often starts from. What it was to is kept, with
 * the conditions on its features, where that makes sense; else it is to the first layer that does. Null when no layer does.
 */
export function changeRelation(
  relation: RelationCondition,
  kind: RelationKind,
  target: Layer,
  catalogue: Catalogue,
): RelationCondition | null {
  if (relation.kind === kind) return relation;
  if (fits(relation, kind, target, catalogue)) return firstRelation(kind, targetOf(relation));
  const layers = relatedLayers(kind, target, catalogue);
  const other = layers.find(({ id }) => id !== COMMUNE_LAYER) ?? layers[0];
  return other ? firstRelation(kind, { layer: other.id }) : null;
}

function fits(
  relation: RelationCondition,
  kind: RelationKind,
  target: Layer,
  catalogue: Catalogue,
): boolean {
  if ('shape' in relation) {
    return relatedFamilies(kind, target.geometry).includes(shapeFamily(relation.shape));
  }
  return relatedLayers(kind, target, catalogue).some(({ id }) => id === relation.layer);
}

function targetOf(relation: RelationCondition): RelationTarget {
  if ('shape' in relation) return { shape: relation.shape };
  const { layer, where } = relation;
  return where ? { layer, where } : { layer };
}
