import type { Catalogue } from '../../domain/catalogue.ts';
import { COMMUNE_LAYER, type Commune, isInseeCode } from '../../domain/commune.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import type { Condition } from '../../domain/question.ts';

/** The field of a layer that holds the INSEE code of a commune; null where it has none. */
export function inseeField(layer: Layer): Field | null {
  const known = found.get(layer);
  if (known !== undefined) return known;
  const field = findInseeField(layer);
  found.set(layer, field);
  return field;
}

/** By layer: the codes of all fields of a catalogue are many to look through each time. */
const found = new WeakMap<Layer, Field | null>();

function findInseeField(layer: Layer): Field | null {
  if (layer.id === COMMUNE_LAYER)
    return layer.fields.find(({ name }) => name === layer.key) ?? null;
  const coded = layer.fields.find(({ codes }) => codes && Object.keys(codes).every(isInseeCode));
  return (
    coded ?? layer.fields.find(({ name, type }) => type === 'text' && INSEE_NAME.test(name)) ?? null
  );
}

/**
 * The condition that a feature is in one of these communes (INSEE codes): by the field that says so where the layer has one,
 * else by its place; null where the atlas has neither that field nor the communes.
 */
export function inCommunes(layer: Layer, codes: string[], catalogue: Catalogue): Condition | null {
  const field = inseeField(layer);
  if (field) return { kind: 'among', field: field.name, values: codes };
  const communes = catalogue.layers.find(({ id }) => id === COMMUNE_LAYER);
  if (!communes) return null;
  const among: Condition = { kind: 'among', field: communes.key, values: codes };
  return { kind: 'inside', layer: COMMUNE_LAYER, where: [among] };
}

/** The catalogue in which the fields of INSEE codes have the names of the communes for their meaning. */
export function withCommuneNames(catalogue: Catalogue, communes: Commune[] | null): Catalogue {
  if (!communes || communes.length === 0) return catalogue;
  const codes = Object.fromEntries(communes.map(({ code, name }) => [code, name]));
  const named = (layer: Layer): Layer => {
    const insee = inseeField(layer);
    if (!insee || insee.codes) return layer;
    const fields = layer.fields.map((field) => (field === insee ? { ...field, codes } : field));
    return { ...layer, fields };
  };
  return { ...catalogue, layers: catalogue.layers.map(named) };
}

/** Names that the standards give to the field: `comm_insee` (CNIG), `code_insee_commune` (IRVE), `code_com` (cycle facilities). */
const INSEE_NAME = /(^|_)insee(_|$)|^code_com$/;
