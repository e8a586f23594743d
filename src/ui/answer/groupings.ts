import type { Answer } from '../../domain/answer.ts';
import { COMMUNE_LAYER, isInseeCode } from '../../domain/commune.ts';
import type { Field, Layer } from '../../domain/layer.ts';

/** The field by which a layer's features are told apart by commune: names before codes; null where there is none. */
export function communeField(layer: Layer): Field | null {
  if (layer.id === COMMUNE_LAYER) return null;
  const fields = layer.fields.filter(({ type }) => type === 'text');
  return (
    fields.find(({ codes }) => codes && Object.keys(codes).every(isInseeCode)) ??
    fields.find(({ name }) => /comm?(une)?_(nom|lib)|(nom|lib)_comm?(une)?$/i.test(name)) ??
    fields.find(({ name }) => /^commune$|insee/i.test(name)) ??
    null
  );
}

/**
 * The fields by which the figures of an answer may be given: that of communes, those of official lists, then all others but
 * the key; the one that the question itself counts by is first.
 */
export function groupingsOf(target: Layer, answer: Answer): Field[] {
  const commune = communeField(target);
  const rank = (field: Field) => {
    if (field.name === answer.question.groupBy) return 0;
    if (field === commune) return 1;
    if (field.codes) return 2;
    return field.type === 'boolean' || field.type === 'text' ? 3 : 4;
  };
  return target.fields
    .filter(({ name }) => name !== target.key)
    .map((field) => ({ field, rank: rank(field) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ field }) => field);
}
