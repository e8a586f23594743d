import type { Answer } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import { type Condition, isAttribute, isRelation } from '../../domain/question.ts';
import type { ExportCriterion } from '../../export/export-content.ts';
import { criterion, sourceOf } from './reason-sentence.ts';

/**
 * The conditions of a question, a line each, with how they are measured and on which data; a group has a line that says how many of
 * its conditions must hold, those under it one level deeper. Empty for a question without conditions.
 */
export function answerCriteria(
  { question, versions }: Pick<Answer, 'question' | 'versions'>,
  catalogue: Catalogue,
): ExportCriterion[] {
  const target = findLayer(catalogue, question.target);
  const setting = { target, catalogue, versions };
  const { where } = question;
  if (where.kind === 'and') {
    return where.conditions.flatMap((child) => linesOf(child, setting, 0, false));
  }
  return linesOf(where, setting, 0, false);
}

interface Setting {
  target: Layer;
  catalogue: Catalogue;
  versions: Answer['versions'];
}

function linesOf(
  condition: Condition,
  setting: Setting,
  level: number,
  isNegated: boolean,
): ExportCriterion[] {
  if (condition.kind === 'not') return linesOf(condition.condition, setting, level, !isNegated);
  if (condition.kind === 'and' || condition.kind === 'or') {
    const text = GROUPS[condition.kind][isNegated ? 'unwanted' : 'wanted'];
    const children = condition.conditions.flatMap((child) =>
      linesOf(child, setting, level + 1, false),
    );
    return [{ level, text, meaning: null }, ...children];
  }
  const { target, catalogue, versions } = setting;
  const id = isRelation(condition) ? ('shape' in condition ? null : condition.layer) : target.id;
  const date = catalogue.layers.find((layer) => layer.id === id)?.date ?? null;
  const version = id === null ? null : (versions[id] ?? null);
  const source = sourceOf({ layer: id, version, date }, catalogue);
  const meaning = `${measureOf(condition, target)} ${source}.`;
  return [{ level, text: criterion({ condition, isNegated }, target, catalogue), meaning }];
}

const GROUPS = {
  and: {
    wanted: 'Toutes ces conditions à la fois\u00a0:',
    unwanted: 'Pas toutes ces conditions à la fois\u00a0:',
  },
  or: {
    wanted: 'L’une au moins de ces conditions\u00a0:',
    unwanted: 'Aucune de ces conditions\u00a0:',
  },
};

/** How a condition is measured, in one sentence. */
function measureOf(condition: Exclude<Condition, { kind: 'and' | 'or' | 'not' }>, target: Layer) {
  if (isAttribute(condition)) {
    const label = target.fields.find(({ name }) => name === condition.field)?.label;
    return `Lu dans le champ «\u00a0${label ?? condition.field}\u00a0» (${condition.field}).`;
  }
  switch (condition.kind) {
    case 'measure':
      return condition.measure === 'area'
        ? 'Surface plane, mesurée sur la géométrie.'
        : 'Longueur plane, mesurée sur la géométrie.';
    case 'overlap':
      return condition.minShare === 0
        ? 'Il faut plus qu’un bord commun.'
        : 'Part recouverte par l’ensemble de ces objets, chaque endroit compté une fois.';
    default:
      return RELATIONS[condition.kind];
  }
}

const RELATIONS = {
  distance: 'À vol d’oiseau, de bord à bord\u00a0: 0 au contact, limite comprise.',
  travel: 'Temps par le réseau, limite comprise.',
  inside: 'Tout entier à l’intérieur, bord compris.',
  intersects: 'Un point commun suffit, même sur le bord.',
  encloses: 'L’un d’eux est tout entier à l’intérieur.',
  touches: 'Un bord commun, sans recouvrement.',
  crosses: 'Les intérieurs se rencontrent, l’un traverse l’autre.',
  overlaps: 'Ils se recouvrent en partie, aucun ne contient l’autre.',
  equals: 'La même géométrie.',
};
