import type { Feature } from 'geojson';

/**
 * Assiettes with what their générateur tells of the servitude: its procedure (`id_gaspar`) above all, which the assiette of a PPR has not.
 * Found by `idgen`; a field that no générateur fills, or that the assiette has already, is not taken. Geometry stays the assiette's.
 */
export function joinGenerators(
  extents: readonly Feature[],
  generators: readonly Feature[],
): Feature[] {
  const found = new Map(generators.map(({ properties }) => [properties?.idgen, properties]));
  const taken = FIELDS.filter((name) => {
    const isFilled = generators.some(({ properties }) => (properties?.[name] ?? null) !== null);
    return isFilled && !extents.some(({ properties }) => properties && name in properties);
  });
  return extents.map((extent) => {
    const generator = found.get(extent.properties?.idgen);
    const joined = taken.map((name) => [name, generator?.[name] ?? null]);
    return { ...extent, properties: { ...extent.properties, ...Object.fromEntries(joined) } };
  });
}

const FIELDS = ['idsup', 'nomgen', 'typegen', 'id_gaspar', 'code_alea'];
