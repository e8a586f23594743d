import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import { matchFields } from '../describe/match-fields.ts';
import type { SourceTable } from '../read/source.ts';
import { SCHEMAS } from './schemas.ts';
import type { TableSchema } from './table-schema.ts';

/** An official schema, and the version of its standard that a table was made for. */
export interface RecognisedSchema {
  schema: TableSchema;
  /** Name of a former version; null when the table has the columns of the current one. */
  madeFor: string | null;
}

/**
 * The official schema that a table follows: by its name as its standard writes it, while its columns do not belie it, else
 * by the columns that only that schema has. Null for none.
 */
export function recogniseSchema(source: SourceTable): RecognisedSchema | null {
  const fitting = fittingSchemas(source);
  const schema = byName(source, fitting) ?? byColumns(source, fitting);
  return schema && { schema, madeFor: versionOf(source, schema) };
}

/** The official schemas of tables with the geometry of this one. */
export function fittingSchemas({ table }: Pick<SourceTable, 'table'>): TableSchema[] {
  const kinds = new Set(table.geometry.kinds);
  kinds.delete(GEOMETRY_KIND.none);
  return SCHEMAS.filter(({ geometry }) => fitsGeometry(geometry, kinds));
}

/** The schema of that id, with the version that the table was made for; null when there is none. */
export function applySchema(source: SourceTable, id: string): RecognisedSchema | null {
  const schema = SCHEMAS.find((candidate) => candidate.id === id);
  return schema ? { schema, madeFor: versionOf(source, schema) } : null;
}

/** Official names of the columns of a table that the schema knows → their names in the table. */
export function knownColumns({ fields }: SourceTable, schema: TableSchema): Map<string, string> {
  const names = fields.map(({ name }) => name);
  return new Map([...matchFields(names, schema)].map(([name, field]) => [field.name, name]));
}

function byName(source: SourceTable, schemas: readonly TableSchema[]): TableSchema | null {
  const named = schemas.find(({ naming }) => naming?.test(source.name));
  if (!named) return null;
  const isBelied = source.fields.length > 0 && knownColumns(source, named).size === 0;
  return isBelied ? null : named;
}

function byColumns(source: SourceTable, schemas: readonly TableSchema[]): TableSchema | null {
  const matching = schemas.filter((schema) => {
    const known = schema.signature && knownColumns(source, schema);
    return known && schema.signature?.every((name) => known.has(name));
  });
  matching.sort((a, b) => (b.signature?.length ?? 0) - (a.signature?.length ?? 0));
  return matching[0] ?? null;
}

/** A table without any geometry may be an empty one of any kind. */
function fitsGeometry(geometry: TableSchema['geometry'], kinds: ReadonlySet<number>): boolean {
  if (kinds.size === 0 || geometry === 'any') return true;
  return geometry !== null && kinds.size === 1 && kinds.has(GEOMETRY_KIND[geometry]);
}

function versionOf(source: SourceTable, schema: TableSchema): string | null {
  const known = knownColumns(source, schema);
  const version = schema.formerVersions?.find(({ has = [], lacks = [] }) => {
    return has.every((name) => known.has(name)) && !lacks.some((name) => known.has(name));
  });
  return version?.name ?? null;
}
