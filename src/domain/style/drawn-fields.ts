import { COMMUNE_LAYER } from '../commune.ts';
import type { Field, Layer } from '../layer.ts';

/** The fields that drawing a layer needs, each once. */
export function drawnFields(layer: Layer): string[] {
  const { field, labelField, proportional } = layer.style;
  const fields = [field, proportional?.field, labelField, populationField(layer)?.name];
  return [...new Set(fields.filter((name) => name !== undefined))];
}

/** The field by which the names of the communes are ranked; undefined for the layers whose names are no towns'. */
export function populationField(layer: Layer): Field | undefined {
  if (layer.id !== COMMUNE_LAYER) return undefined;
  return layer.fields.find(({ name, unit }) => name === 'population' || /^hab/.test(unit ?? ''));
}
