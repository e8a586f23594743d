import { AppError } from '../domain/errors.ts';
import type { Delivery } from './delivery/delivery.ts';
import { geometryFamily } from './describe/geometry-family.ts';
import type { DeliverySummary, TableSummary } from './protocol.ts';
import type { SourceTable } from './read/source.ts';
import { fittingSchemas } from './standards/recognise-schema.ts';

/** What a delivery holds, without its rows. */
export function summariseDelivery({ kind, layers, tables, files }: Delivery): DeliverySummary {
  return {
    kind,
    files,
    tables: tables.map(({ name, table }) => ({ name, rows: table.geometry.length })),
    layers: layers.map(({ id, source, schema, described }): TableSummary => {
      const { name, path, table, crs, fields } = source;
      return {
        id,
        name,
        path,
        rows: table.geometry.length,
        family: familyOf(source),
        crs,
        schema: schema?.id ?? null,
        schemas: fittingSchemas(source).map(({ id, standard, title }) => ({ id, standard, title })),
        title: described.title ?? null,
        fields: fields.map((field) => field.name),
      };
    }),
  };
}

/** Null for what cannot be one layer: preparing it tells why. */
function familyOf({ path, table }: SourceTable): TableSummary['family'] {
  try {
    return geometryFamily(path, table);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
