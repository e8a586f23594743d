import type { Feature, Geometry } from 'geojson';
import type { Recipe, RecipeLayer } from '../recipe.ts';
import { featureOptions, type RowOptions } from './feature-options.ts';
import type { ReadPart } from './make-from-files.ts';

/** Rows with their fields spelled as the recipe spells them: producers change case from one year to the next (`Code_QP`, `code_qp`). */
export function respell(rows: ReadPart, layer: RecipeLayer, recipe: Recipe): ReadPart {
  const wanted = new Map(
    namesIn(layer, featureOptions(recipe).layers[layer.id] ?? {}).map((name) => [
      name.toLowerCase(),
      name,
    ]),
  );
  const spellings = new Map(
    rows.names.map((name) => [
      name,
      rows.names.includes(wanted.get(name.toLowerCase()) ?? '')
        ? name
        : (wanted.get(name.toLowerCase()) ?? name),
    ]),
  );
  if (rows.names.every((name) => spellings.get(name) === name)) return rows;
  const spell = (name: string) => spellings.get(name) ?? name;
  return { ...rows, names: rows.names.map(spell), features: respelled(rows.features, spell) };
}

function* respelled(
  features: Iterable<Feature>,
  spell: (name: string) => string,
): Generator<Feature> {
  for (const feature of features) {
    const named = Object.entries(feature.properties ?? {}).map(([name, value]) => {
      return [spell(name), value] as const;
    });
    yield { ...feature, properties: Object.fromEntries(named) };
  }
}

function namesIn({ fields = {}, required, keep }: RecipeLayer, options: RowOptions): string[] {
  const { values = {}, group } = options;
  const grouped = group ? [group.by, ...Object.keys(group.take)] : [];
  const kept = keep.by === 'commune' ? [keep.field] : [];
  return [...Object.keys(fields), ...required, ...kept, ...Object.keys(values), ...grouped];
}

/** Rows with their parts apart, their values recoded, new fields composed and classes told, as the recipe says. */
export function* reworked(
  features: Iterable<Feature>,
  { split = false, values = {}, compose = {}, classes = {} }: RowOptions,
): Generator<Feature> {
  const classifiers = Object.entries(classes).map(([field, { of, patterns }]) => {
    const tests = Object.entries(patterns).map(([pattern, value]) => {
      return [new RegExp(`^(?:${pattern})$`), value] as const;
    });
    return { field, of, tests };
  });
  for (const feature of features) {
    const properties = { ...feature.properties };
    for (const { field, of, tests } of classifiers) {
      const code = String(properties[of] ?? '');
      properties[field] = tests.find(([pattern]) => pattern.test(code))?.[1] ?? null;
    }
    for (const [field, codes] of Object.entries(values)) {
      const code = String(properties[field] ?? '');
      if (Object.hasOwn(codes, code)) properties[field] = codes[code];
    }
    for (const [field, pattern] of Object.entries(compose)) {
      properties[field] = composed(pattern, properties);
    }
    const shapes = split ? partsOf(feature.geometry) : [feature.geometry];
    for (const geometry of shapes) yield { ...feature, geometry, properties };
  }
}

function composed(pattern: string, properties: Record<string, unknown>): string | null {
  const words = pattern.replace(/\{([^}]+)\}/g, (_, name: string) => {
    return String(properties[name] ?? '');
  });
  return words.replace(/\s+/g, ' ').trim() || null;
}

function partsOf(geometry: Geometry): Geometry[] {
  switch (geometry?.type) {
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    default:
      return [geometry];
  }
}
