import type { Geometry, Polygon } from 'geojson';
import type { Value } from '../../src/domain/feature.ts';
import type { FieldType, LayerMeta } from '../../src/domain/layer.ts';
import { unprojectPosition } from '../../src/geo/project.ts';
import type { SchemaField, TableSchema } from '../../src/publish/standards/table-schema.ts';
import type { RuleContext } from '../../src/publish/validate/rule.ts';
import { createLayerMeta, createLayerTable } from './create-layer.ts';

/** A table of geometries (GeoJSON, degrees) and columns as a rule sees it; its key is `id`, numbers from 1 unless given. */
export function createRuleContext(
  geometries: (Geometry | null)[],
  columns: Record<string, Value[]> = {},
  changes: Omit<Partial<RuleContext>, 'meta'> & { meta?: Partial<LayerMeta> } = {},
): RuleContext {
  const all = { id: geometries.map((_, row) => row + 1), ...columns };
  const types = Object.fromEntries(
    Object.keys(all).map((name): [string, FieldType] => [name, 'text']),
  );
  return {
    table: createLayerTable(geometries, all),
    schema: null,
    madeFor: null,
    delivery: { kind: 'tables', layers: [], tables: [], files: [] },
    territory: {
      name: 'Communauté d’agglomération d’essai',
      shortName: 'Essai',
      siren: '200072460',
      metricCrs: 'EPSG:3950',
      extent: [2.3, 50.3, 3, 50.8],
      banner: null,
    },
    communes: null,
    before: null,
    keep: [],
    ...changes,
    meta: createLayerMeta(types, { sourceCrs: 'EPSG:3950', ...changes.meta }),
  };
}

/** A schema with the given fields: text that may be absent, unless said otherwise. */
export function createSchema(
  fields: (Partial<SchemaField> & { name: string })[],
  changes: Partial<TableSchema> = {},
): TableSchema {
  return {
    id: 'essai/1/table',
    standard: 'Essai 1.0',
    table: 'TABLE',
    title: 'Table',
    noun: ['objet', 'objets'],
    gender: 'm',
    geometry: 'polygon',
    fields: fields.map((field) => ({
      label: field.name,
      type: 'text',
      presence: 'optional',
      ...field,
    })),
    ...changes,
  };
}

/** Where metres are counted from: in the middle of the territory, EPSG:3950. */
const ORIGIN = [1_674_000, 9_253_000] as const;

/** A polygon in degrees from rings in metres of EPSG:3950, counted from a place of the territory; rings need not be closed. */
export function polygonInMetres(...rings: [number, number][][]): Polygon {
  return { type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0]!].map(toLngLat)) };
}

/** The same for a line. */
export function lineInMetres(...vertices: [number, number][]): Geometry {
  return { type: 'LineString', coordinates: vertices.map(toLngLat) };
}

/** An upright rectangle of the given size in metres. */
export function rectangle(x: number, y: number, width: number, height = width): Polygon {
  return polygonInMetres([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);
}

/** A point, metres as above. */
export function pointInMetres(x: number, y: number): Geometry {
  return { type: 'Point', coordinates: toLngLat([x, y]) };
}

function toLngLat([x, y]: [number, number]): [number, number] {
  const [lng, lat] = unprojectPosition([ORIGIN[0] + x, ORIGIN[1] + y], 'EPSG:3950');
  return [lng, lat];
}
