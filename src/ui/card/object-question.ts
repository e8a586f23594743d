import type { Layer } from '../../domain/layer.ts';
import type { Question, RelationCondition } from '../../domain/question.ts';
import { type Shape, shapeFamily } from '../../domain/shape.ts';

/**
 * What may be asked of the outline of a feature: what is within so many metres of it, what touches it, what shares its border. Surfaces
 * touch a surface where they share more than a border; lines and points where they share a point.
 */
export type Asked = { kind: 'within'; metres: number } | { kind: 'touch' } | { kind: 'border' };

/** The question for the features of a layer, of an outline. */
export function objectQuestion(target: Layer, shape: Shape, asked: Asked): Question {
  const relation = relationTo(target, shape, asked);
  return { target: target.id, where: { kind: 'and', conditions: [relation] } };
}

function relationTo(target: Layer, shape: Shape, asked: Asked): RelationCondition {
  if (asked.kind === 'within') return { kind: 'distance', metres: asked.metres, shape };
  if (asked.kind === 'border') return { kind: 'touches', shape };
  const areBothSurfaces = target.geometry === 'polygon' && shapeFamily(shape) === 'polygon';
  return areBothSurfaces ? { kind: 'overlap', minShare: 0, shape } : { kind: 'intersects', shape };
}
