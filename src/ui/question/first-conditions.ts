import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { isNetwork } from '../../domain/network.ts';
import {
  type Condition,
  RELATION_KINDS,
  type RelationCondition,
  type RelationKind,
  type RelationTarget,
} from '../../domain/question.ts';
import { relatedFamilies } from '../../domain/related-families.ts';

/** A relation of that kind, with the number that a reader most often starts from. */
export function firstRelation(kind: RelationKind, target: RelationTarget): RelationCondition {
  if (kind === 'distance') return { kind, metres: 100, ...target };
  if (kind === 'travel') return { kind, mode: 'foot', minutes: 15, ...target };
  if (kind === 'overlap') return { kind, minShare: 0.5, ...target };
  return { kind, ...target };
}

/** The condition on the size of a feature that a reader most often starts from; null for points, which have none. */
export function firstMeasure({ geometry }: Layer): Condition | null {
  if (geometry === 'point') return null;
  return geometry === 'polygon'
    ? { kind: 'measure', measure: 'area', op: '>', value: 2000 }
    : { kind: 'measure', measure: 'length', op: '>', value: 500 };
}

/** The kinds of relation that a target can have in a catalogue. */
export function relationKinds(target: Layer, catalogue: Catalogue): RelationKind[] {
  const hasNetwork = catalogue.layers.some(isNetwork);
  return RELATION_KINDS.filter(
    (kind) =>
      (kind !== 'travel' || hasNetwork) && relatedFamilies(kind, target.geometry).length > 0,
  );
}

/** The layers that `target` may be related to in that way: base layers and itself last, itself never by travel. */
export function relatedLayers(kind: RelationKind, target: Layer, catalogue: Catalogue): Layer[] {
  const families = relatedFamilies(kind, target.geometry);
  const fitting = catalogue.layers.filter(({ geometry }) => families.includes(geometry));
  const others = fitting.filter(({ id }) => id !== target.id);
  const own = kind === 'travel' ? [] : fitting.filter(({ id }) => id === target.id);
  return [...others.filter(({ base }) => !base), ...own, ...others.filter(({ base }) => base)];
}

/** Whether a layer is small enough for the values of its fields to be listed. */
export function isSmallLayer(layer: Layer): boolean {
  return layer.file.rows <= SMALL_LAYER_ROWS;
}

const SMALL_LAYER_ROWS = 5000;
