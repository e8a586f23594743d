import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { isNetwork } from '../../domain/network.ts';
import {
  type Condition,
  RELATION_KINDS,
  type RelationCondition,
  type RelationKind,
} from '../../domain/question.ts';
import { relatedFamilies } from '../../domain/related-families.ts';
import { upperFirst } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { matchesText } from '../strings/match-text.ts';
import { firstCondition } from './attribute-operators.ts';

/** A condition that a reader may add. */
export interface ConditionChoice {
  label: string;
  /** What tells two choices of one label apart: the layer it relates to. */
  detail: string;
  condition: Condition;
}

/** Choices under one heading. */
export interface ChoiceGroup {
  title: string;
  choices: ConditionChoice[];
}

/**
 * The conditions that fit `target` and whose words hold `filter`. Without a filter each relation is offered once, with
 * the first layer that fits; with one, for every layer that fits.
 */
export function conditionChoices(
  target: Layer,
  catalogue: Catalogue,
  filter: string,
): ChoiceGroup[] {
  const groups = [
    { title: fr.condition.groups.place, choices: relationChoices(target, catalogue, filter) },
    { title: fr.condition.groups.measure, choices: measureChoices(target) },
    { title: fr.condition.groups.attribute, choices: attributeChoices(target) },
  ];
  return groups
    .map(({ title, choices }) => ({
      title,
      choices: choices.filter(({ label, detail }) => matchesText(`${label} ${detail}`, filter)),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** The layers that `target` may be related to in that way: itself never, base layers last. */
export function relatedLayers(kind: RelationKind, target: Layer, catalogue: Catalogue): Layer[] {
  const families = relatedFamilies(kind, target.geometry);
  const fitting = catalogue.layers.filter(
    (layer) => layer.id !== target.id && families.includes(layer.geometry),
  );
  return [...fitting.filter((layer) => !layer.base), ...fitting.filter((layer) => layer.base)];
}

/** A relation of that kind to a layer, with the values a reader most often starts from. */
function firstRelation(kind: RelationKind, layer: string): RelationCondition {
  if (kind === 'distance') return { kind, metres: 100, layer };
  if (kind === 'travel') return { kind, mode: 'foot', minutes: 15, layer };
  if (kind === 'overlap') return { kind, minShare: 0.5, layer };
  return { kind, layer };
}

/** Whether a layer is small enough for the values of its fields to be listed. */
export function isSmallLayer(layer: Layer): boolean {
  return layer.file.rows <= SMALL_LAYER_ROWS;
}

const SMALL_LAYER_ROWS = 5000;

function relationChoices(target: Layer, catalogue: Catalogue, filter: string): ConditionChoice[] {
  const hasNetwork = catalogue.layers.some(isNetwork);
  const kinds = RELATION_KINDS.filter((kind) => kind !== 'travel' || hasNetwork);
  return kinds.flatMap((kind) => {
    const layers = relatedLayers(kind, target, catalogue);
    const offered = filter.trim() === '' ? layers.slice(0, 1) : layers;
    return offered.map((layer) => ({
      label: relationLabel(kind, target),
      detail: filter.trim() === '' ? '' : upperFirst(layer.noun[1]),
      condition: firstRelation(kind, layer.id),
    }));
  });
}

/** A line crosses; a polygon is crossed. */
function relationLabel(kind: RelationKind, target: Layer): string {
  if (kind === 'crosses' && target.geometry === 'polygon') return fr.condition.crossed;
  return fr.condition.kinds[kind];
}

function measureChoices(target: Layer): ConditionChoice[] {
  if (target.geometry === 'point') return [];
  const isArea = target.geometry === 'polygon';
  const condition: Condition = isArea
    ? { kind: 'measure', measure: 'area', op: '>', value: 2000 }
    : { kind: 'measure', measure: 'length', op: '>', value: 500 };
  return [{ label: isArea ? fr.condition.area : fr.condition.length, detail: '', condition }];
}

function attributeChoices(target: Layer): ConditionChoice[] {
  return target.fields.map((field) => ({
    label: field.label,
    detail: field.label === field.name ? '' : field.name,
    condition: firstCondition(field, isSmallLayer(target)),
  }));
}
