import type { Value } from '../../src/domain/feature.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { inferFields } from '../../src/loaders/infer-fields.ts';
import type { SourceTable } from '../../src/publish/read/source.ts';

type Shape = 'Point' | 'LineString' | 'Polygon' | null;

/** A table of rows that each have the same small geometry of that kind, none for null. */
export function createSourceTable(
  name: string,
  shape: Shape,
  rows: Record<string, Value>[],
  names: string[] = Object.keys(rows[0] ?? {}),
  path = `${name}.shp`,
): SourceTable {
  const whole = rows.map((row) =>
    Object.fromEntries(names.map((column) => [column, row[column] ?? null])),
  );
  const { fields, columns } = inferFields(whole);
  const missing = names.filter((column) => !(column in columns));
  return {
    name,
    path,
    crs: 'EPSG:2154',
    findings: [],
    fields: [
      ...fields,
      ...missing.map((column) => ({ name: column, label: column, type: 'text' as const })),
    ],
    table: {
      geometry: geometriesToColumn(rows.map(() => geometryOf(shape))),
      columns: { ...columns, ...Object.fromEntries(missing.map((column) => [column, []])) },
      faults: [],
    },
  };
}

function geometryOf(shape: Shape) {
  if (shape === 'Point') return { type: shape, coordinates: [2, 3] };
  if (shape === 'LineString')
    return {
      type: shape,
      coordinates: [
        [2, 3],
        [4, 5],
      ],
    };
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  return shape && { type: shape, coordinates: [ring] };
}
