import type { MetricCrs } from '../../domain/crs.ts';
import type { Feature, Value } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import { formatDate, formatSize, formatValue } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';

/** One line of a card: a label, its value as text, and what it was measured in. */
export interface CardLine {
  label: string;
  value: string;
  note?: string;
  description?: string;
}

/** The name of a feature: the value of its title field, else its key. */
export function cardTitle(feature: Feature, layer: Layer): string {
  const value = feature.attributes[layer.titleField];
  return isFilled(value) ? String(value) : feature.key;
}

/** The lines of a feature's card: its measured size first, then its filled attributes in the layer's order. */
export function cardLines(feature: Feature, layer: Layer, crs: MetricCrs): CardLine[] {
  const attributes = layer.fields.flatMap((field): CardLine[] => {
    const value = feature.attributes[field.name];
    if (!isFilled(value) || field.name === layer.titleField) return [];
    const { label, description } = field;
    const line = { label, value: formatValue(value ?? null, field) };
    return [description === undefined ? line : { ...line, description }];
  });
  if (feature.size === null) return attributes;
  const isArea = layer.geometry === 'polygon';
  const size: CardLine = {
    label: isArea ? fr.card.area : fr.card.length,
    value: formatSize(feature.size, layer.geometry),
    note: fr.card.measuredIn(fr.crs[crs]),
  };
  return [size, ...attributes];
}

/** How many fields of the layer the feature has nothing in. */
export function countEmptyFields(feature: Feature, layer: Layer): number {
  return layer.fields.filter(({ name }) => !isFilled(feature.attributes[name])).length;
}

/** A card as plain text, to be pasted in a message: one line a fact, the source last. */
export function cardText(feature: Feature, layer: Layer, crs: MetricCrs): string {
  const lines = cardLines(feature, layer, crs).map(({ label, value, note }) =>
    note ? `${label} : ${value} (${note})` : `${label} : ${value}`,
  );
  const source = fr.card.source(layer.producer, formatDate(layer.date));
  return [`${cardTitle(feature, layer)} (${layer.title})`, ...lines, source].join('\n');
}

/** Whether a value is an address that may be followed: http or https, and nothing else. */
export function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value)) return false;
  return URL.canParse(value);
}

function isFilled(value: Value | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}
