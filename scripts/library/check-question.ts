import { CATALOGUE_VERSION, type Catalogue } from '../../src/domain/catalogue.ts';
import { checkQuestion } from '../../src/domain/check-question.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Field, LayerMeta } from '../../src/domain/layer.ts';
import { closestName } from '../../src/domain/nearest-name.ts';
import { parseQuestion } from '../../src/domain/parse-question.ts';
import {
  type AttributeCondition,
  type Condition,
  isAttribute,
  isRelation,
  type Question,
  type Scalar,
} from '../../src/domain/question.ts';
import type { LibraryFault } from './library-fault.ts';
import { listFault } from './list-fault.ts';
import { withoutFile } from './without-file.ts';

/** A fault of a question, its path in the question. */
export type QuestionFault = Omit<LibraryFault, 'file'>;

/**
 * The faults of a question over these layers: every layer, column and code that does not exist, or else the first thing
 * that makes no sense of it.
 */
export function checkSavedQuestion(json: unknown, layers: readonly LayerMeta[]): QuestionFault[] {
  let question: Question;
  try {
    question = parseQuestion(json);
  } catch (error) {
    return [invalid(error)];
  }
  const faults = nameFaults(question, layers);
  if (faults.length > 0) return faults;
  try {
    checkQuestion(question, toCatalogue(layers));
  } catch (error) {
    return [invalid(error)];
  }
  return [];
}

/** A fault of a value that is none of the codes of its field, or none. */
export function codeFault(field: Field, value: Scalar, path: string): QuestionFault[] {
  const codes = Object.keys(field.codes ?? {});
  if (codes.length === 0 || codes.includes(String(value))) return [];
  const nearest = closestName(String(value), codes);
  return [{ path, kind: 'code', value: String(value), detail: field.name, nearest }];
}

function nameFaults(question: Question, layers: readonly LayerMeta[]): QuestionFault[] {
  const { target, groupBy, where } = question;
  const layer = findLayer(target, layers, 'target');
  return [
    ...layer.faults,
    ...(groupBy === undefined ? [] : fieldOf(groupBy, layer.meta, 'groupBy').faults),
    ...conditionFaults(where, layer.meta, layers, 'where'),
  ];
}

function conditionFaults(
  condition: Condition,
  target: LayerMeta | undefined,
  layers: readonly LayerMeta[],
  path: string,
): QuestionFault[] {
  if (condition.kind === 'and' || condition.kind === 'or') {
    return condition.conditions.flatMap((child, i) =>
      conditionFaults(child, target, layers, `${path}.conditions.${i}`),
    );
  }
  if (condition.kind === 'not') {
    return conditionFaults(condition.condition, target, layers, `${path}.condition`);
  }
  if (isRelation(condition)) {
    if ('shape' in condition) return [];
    const layer = findLayer(condition.layer, layers, `${path}.layer`);
    const inner = (condition.where ?? []).flatMap((child, i) =>
      conditionFaults(child, layer.meta, layers, `${path}.where.${i}`),
    );
    return [...layer.faults, ...inner];
  }
  return isAttribute(condition)
    ? attributeFaults(condition as AttributeCondition, target, path)
    : [];
}

function attributeFaults(
  condition: AttributeCondition,
  layer: LayerMeta | undefined,
  path: string,
): QuestionFault[] {
  const { field, faults } = fieldOf(condition.field, layer, `${path}.field`);
  if (!field) return faults;
  if (condition.kind === 'compare') return codeFault(field, condition.value, `${path}.value`);
  if (condition.kind !== 'among') return [];
  return condition.values.flatMap((value, i) => codeFault(field, value, `${path}.values.${i}`));
}

function findLayer(id: string, layers: readonly LayerMeta[], path: string) {
  const meta = layers.find((layer) => layer.id === id);
  const ids = layers.map((layer) => layer.id);
  const fault: QuestionFault = { path, kind: 'layer', value: id, nearest: closestName(id, ids) };
  return { meta, faults: meta ? [] : [fault] };
}

/** The field of a layer; nothing is said of the fields of a layer that does not exist. */
function fieldOf(name: string, layer: LayerMeta | undefined, path: string) {
  const field = layer?.fields.find((candidate) => candidate.name === name);
  if (field || !layer) return { field, faults: [] };
  const names = layer.fields.map((candidate) => candidate.name);
  const fault: QuestionFault = {
    path,
    kind: 'field',
    value: name,
    detail: layer.id,
    nearest: closestName(name, names),
  };
  return { field, faults: [fault] };
}

function invalid(error: unknown): QuestionFault {
  if (!(error instanceof AppError)) throw error;
  const { path = '', reason, type, expected, received } = error.context;
  const issue = { type: String(type), expected: String(expected), received: String(received) };
  const ofList = listFault(String(path), issue);
  if (ofList) return ofList;
  return {
    path: String(path),
    kind: 'question-invalid',
    detail: String(reason ?? error.message),
  };
}

/** The layers as a catalogue whose files nobody opens, of a territory that holds every shape. */
function toCatalogue(layers: readonly LayerMeta[]): Catalogue {
  return {
    version: CATALOGUE_VERSION,
    territory: {
      name: '',
      shortName: '',
      siren: '',
      metricCrs: 'EPSG:3950',
      extent: [-180, -90, 180, 90],
      banner: null,
    },
    themes: [],
    layers: layers.map(withoutFile),
  };
}
