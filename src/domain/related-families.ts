import type { GeometryFamily } from './layer.ts';
import type { RelationKind } from './question.ts';

/**
 * The families of geometry that features of `target` may be in that relation with; none when the relation makes no
 * sense for them. OGC 06-103r4, § 6.1.15, without what only multi-part points could meet, and with containers that
 * are polygons.
 */
export function relatedFamilies(kind: RelationKind, target: GeometryFamily): GeometryFamily[] {
  return FAMILIES[kind][target];
}

const ALL: GeometryFamily[] = ['point', 'line', 'polygon'];

const FAMILIES: Record<RelationKind, Record<GeometryFamily, GeometryFamily[]>> = {
  distance: { point: ALL, line: ALL, polygon: ALL },
  travel: { point: ALL, line: ALL, polygon: ALL },
  intersects: { point: ALL, line: ALL, polygon: ALL },
  overlap: { point: [], line: ['polygon'], polygon: ['polygon'] },
  inside: { point: ['polygon'], line: ['polygon'], polygon: ['polygon'] },
  encloses: { point: [], line: [], polygon: ALL },
  touches: { point: ['line', 'polygon'], line: ALL, polygon: ALL },
  crosses: { point: [], line: ['line', 'polygon'], polygon: ['line'] },
  overlaps: { point: [], line: ['line'], polygon: ['polygon'] },
  equals: { point: ['point'], line: ['line'], polygon: ['polygon'] },
};
