import type { Field } from '../../domain/layer.ts';
import type { TypedColumns } from '../../loaders/infer-fields.ts';
import type { TableSchema } from '../standards/table-schema.ts';
import { matchFields } from './match-fields.ts';

/** Columns with names that a layer can have, and the names that had to change. */
export interface CleanFields extends TypedColumns {
  /** `isOfficial` where a name that was cut has its official form again. */
  renamed: { from: string; to: string; isOfficial: boolean }[];
}

/**
 * The same columns, spelled as the official schema spells them where it has them, with another name for those that have a
 * reserved one, that of a member of every object (`constructor`), or differ from an earlier one by case only: the layer's
 * file keeps some names for itself, and SQL does not see case. Where only case changes, it is not told.
 */
export function cleanFields(
  fields: readonly Field[],
  columns: TypedColumns['columns'],
  schema: TableSchema | null = null,
): CleanFields {
  const official = matchFields(
    fields.map(({ name }) => name),
    schema,
  );
  const taken = new Set(RESERVED);
  const renamed: CleanFields['renamed'] = [];
  const clean = fields.map((field) => {
    const officialName = official.get(field.name)?.name;
    let name = officialName ?? (wellFormed(field.name).trim() || 'champ');
    while (taken.has(name.toLowerCase()) || MEASURE_NAME.test(name) || name in {}) name += '_';
    taken.add(name.toLowerCase());
    if (name.toLowerCase() !== field.name.toLowerCase()) {
      renamed.push({ from: field.name, to: name, isOfficial: name === officialName });
    }
    return { from: field.name, field: { ...field, name } };
  });
  return {
    fields: clean.map(({ field }) => field),
    columns: Object.fromEntries(
      clean.map(({ from, field }) => [field.name, columns[from] ?? []] as const),
    ),
    renamed,
  };
}

/** A name that UTF-8 can hold: halves of letters that stand alone are replaced, as every encoder does. */
function wellFormed(name: string): string {
  return name.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Columns of the layer's file and of the engine's tables. */
const RESERVED = ['geometry', 'bbox', '__row'];

/** Columns that an answer adds to a layer's fields. */
const MEASURE_NAME = /^(area_m2|length_m|distance_\d+_m|overlap_\d+_m2?|share_\d+)$/i;
