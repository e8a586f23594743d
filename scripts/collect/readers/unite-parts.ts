import type { Feature, Geometry, Position } from 'geojson';

/** Features that each have an id of their own. */
export interface UnitedFeatures {
  features: Feature[];
  /** Features left out, for another has the same id and the same outline. */
  repeated: number;
  /** Ids that several outlines came of. */
  united: string[];
}

/**
 * One feature an id, where it first came: surfaces of one id become the parts of one, with the fields of the first; an outline that
 * comes twice counts once. Features without id stay as they are.
 */
export function uniteParts(features: readonly Feature[], idField: string): UnitedFeatures {
  const groups = new Map<unknown, Feature[]>();
  for (const feature of features) {
    const id: unknown = feature.properties?.[idField] ?? feature;
    const group = groups.get(id);
    if (group) group.push(feature);
    else groups.set(id, [feature]);
  }
  const found: UnitedFeatures = { features: [], repeated: 0, united: [] };
  for (const [id, group] of groups) {
    const [first] = group as [Feature];
    const outlines = group.length > 1 ? distinct(group) : [first.geometry];
    found.repeated += group.length - outlines.length;
    if (outlines.length > 1) found.united.push(String(id));
    found.features.push(outlines.length > 1 ? { ...first, geometry: unite(outlines) } : first);
  }
  return found;
}

function distinct(group: readonly Feature[]): Geometry[] {
  return [
    ...new Map(group.map(({ geometry }) => [JSON.stringify(geometry), geometry])).values(),
  ].filter((geometry) => geometry !== null);
}

function unite(outlines: readonly Geometry[]): Geometry {
  return { type: 'MultiPolygon', coordinates: outlines.flatMap(partsOf) };
}

function partsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}
