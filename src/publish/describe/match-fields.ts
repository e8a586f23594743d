import type { SchemaField, TableSchema } from '../standards/table-schema.ts';

/**
 * The field of the schema that each name stands for: the same name whatever its case, else the only one of the schema that
 * begins with it where a Shapefile has cut it at ten characters. A field of the schema is given to one name only. Fields of
 * former versions of the standard count too.
 */
export function matchFields(
  names: readonly string[],
  schema: TableSchema | null,
): Map<string, SchemaField> {
  const matches = new Map<string, SchemaField>();
  if (!schema) return matches;
  const free = new Set(officialFields(schema));
  const take = (name: string, found: SchemaField[]) => {
    const [field] = found;
    if (!field || found.length > 1 || matches.has(name)) return;
    matches.set(name, field);
    free.delete(field);
  };
  const freeFields = (test: (lowerCase: string) => boolean) =>
    [...free].filter(({ name }) => test(name.toLowerCase()));
  for (const name of names)
    take(
      name,
      freeFields((wanted) => wanted === name.toLowerCase()),
    );
  for (const name of names) {
    if (name.length !== SHAPEFILE_NAME_LENGTH) continue;
    take(
      name,
      freeFields((wanted) => wanted.startsWith(name.toLowerCase())),
    );
  }
  return matches;
}

/** The fields of a schema, those of former versions and those joined by the delivery last. */
export function officialFields(schema: TableSchema): SchemaField[] {
  const { fields, formerFields = [], joinedFields = [] } = schema;
  return [...fields, ...formerFields, ...joinedFields];
}

/** Longest name of a dBASE field, in characters. */
const SHAPEFILE_NAME_LENGTH = 10;
