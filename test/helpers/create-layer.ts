import type { Geometry } from 'geojson';
import type { Value } from '../../src/domain/feature.ts';
import type { FieldType, LayerMeta } from '../../src/domain/layer.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import type { LayerTable } from '../../src/loaders/layer-table.ts';

/** What is known of a small layer with the given field types; the first field is its key. */
export function createLayerMeta(
  types: Record<string, FieldType>,
  changes: Partial<LayerMeta> = {},
): LayerMeta {
  const names = Object.keys(types);
  return {
    id: 'essai',
    title: 'Essai',
    abstract: '',
    theme: 'publiees',
    producer: 'Essai',
    date: '2025-01-01',
    licence: 'Licence Ouverte 2.0',
    lineage: 'Essai',
    simulated: true,
    geometry: 'polygon',
    noun: ['objet', 'objets'],
    gender: 'm',
    key: names[0] as string,
    titleField: names[0] as string,
    fields: names.map((name) => ({ name, label: name, type: types[name] as FieldType })),
    style: { symbol: { fill: '#cccccc' } },
    ...changes,
  };
}

/** A table of geometries (GeoJSON, degrees) and of columns of values. */
export function createLayerTable(
  geometries: (Geometry | null)[],
  columns: Record<string, Value[]>,
): LayerTable {
  return { geometry: geometriesToColumn(geometries), columns };
}

/** A square of `size` degrees whose lower left corner is given, counterclockwise. */
export function createSquare(lng: number, lat: number, size: number): Geometry {
  const [right, top] = [lng + size, lat + size];
  const ring = [
    [lng, lat],
    [right, lat],
    [right, top],
    [lng, top],
    [lng, lat],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
