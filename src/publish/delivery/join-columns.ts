import type { Value } from '../../domain/feature.ts';
import type { Field } from '../../domain/layer.ts';
import type { SchemaField, TableSchema } from '../standards/table-schema.ts';
import { joinedNote } from '../strings/delivery.ts';
import { officialValues } from './official-values.ts';
import type { OfficialTable, RecognisedTable } from './recognised-table.ts';

/** Where columns come from, and how rows find theirs. Fields are named as the standard names them. */
export interface Join {
  /** Tables of one kind, taken together. */
  from: readonly OfficialTable[];
  /** Field of the table that receives. */
  local: string;
  /** Field of the tables that give. */
  foreign: string;
  /** Field of the tables that give → what it becomes; every other field of theirs, as it is, when absent. */
  take?: Record<string, Arrival>;
  /** Name of the table that a reader is told of, where `from` only relates it. */
  origin?: string;
}

/** Name of a column where it arrives, with a label that says more there. */
export type Arrival = string | { name: string; label: string };

/**
 * The table with the columns of others beside its own: those that have a value and whose name is free. A row whose key is
 * found in several rows has their values joined by ` | `, each once; one whose key is found nowhere has none.
 */
export function joinColumns(table: RecognisedTable, join: Join): RecognisedTable {
  const keys = officialValues(table, join.local);
  const [first] = join.from;
  if (!table.schema || !keys || !first) return table;
  const taken = new Set(table.source.fields.map(({ name }) => name.toLowerCase()));
  const wanted = join.take ?? namesOf(first, join.foreign);
  const added = Object.entries(wanted)
    .filter(([, arrival]) => !taken.has(nameOf(arrival).toLowerCase()))
    .flatMap(([field, arrival]) => gather(keys, field, arrival, join));
  return added.reduce(withColumn, table);
}

/** A column and the official field that it holds. */
interface JoinedColumn {
  field: SchemaField;
  values: Value[];
}

function nameOf(arrival: Arrival): string {
  return typeof arrival === 'string' ? arrival : arrival.name;
}

function gather(
  keys: readonly Value[],
  field: string,
  arrival: Arrival,
  join: Join,
): JoinedColumn[] {
  const found = new Map<string, Set<Value>>();
  let official: SchemaField | undefined;
  for (const table of join.from) {
    const foreign = officialValues(table, join.foreign);
    const values = officialValues(table, field);
    if (!foreign || !values) continue;
    official ??= table.schema.fields.find((candidate) => candidate.name === field);
    foreign.forEach((key, row) => {
      const value = values[row] ?? null;
      if (key === null || value === null) return;
      found.set(String(key), (found.get(String(key)) ?? new Set()).add(value));
    });
  }
  if (!official || found.size === 0) return [];
  const isList = [...found.values()].some(({ size }) => size > 1);
  const valueAt = (key: Value): Value => {
    const values = key === null ? null : found.get(String(key));
    if (!values) return null;
    const [value = null] = values;
    return isList ? [...values].join(' | ') : value;
  };
  const { type, unit, codes } = official;
  const label = typeof arrival === 'string' ? official.label : arrival.label;
  const description = joinedNote(join.origin ?? join.from[0]?.schema.table ?? '', join.local);
  const plain = isList ? {} : { ...(unit && { unit }), ...(codes && { codes }) };
  return [
    {
      field: {
        name: nameOf(arrival),
        label,
        type: isList ? 'text' : type,
        presence: 'optional',
        ...plain,
        description,
      },
      values: keys.map(valueAt),
    },
  ];
}

function namesOf({ schema }: OfficialTable, key: string): Record<string, string> {
  const names = schema.fields.map(({ name }) => name).filter((name) => name !== key);
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** The table with one more column, at its end; its field joins those of the schema unless it is one of them. */
export function withColumn(
  { source, schema, madeFor }: RecognisedTable,
  { field, values }: JoinedColumn,
): RecognisedTable {
  const { name, label, description = '' } = field;
  const type = values.some((value) => typeof value === 'number') ? field.type : plainType(field);
  const shown: Field = { name, label, type, description };
  const columns = { ...source.table.columns, [name]: values };
  return {
    source: {
      ...source,
      fields: [...source.fields, shown],
      table: { ...source.table, columns },
    },
    schema: schema && withJoinedField(schema, field),
    madeFor,
  };
}

/** A field of a former version that the document gives today is no longer one of the table's own. */
function withJoinedField(schema: TableSchema, field: SchemaField): TableSchema {
  const isOther = ({ name }: SchemaField) => name !== field.name;
  if (!schema.fields.every(isOther)) return schema;
  return {
    ...schema,
    formerFields: schema.formerFields?.filter(isOther) ?? [],
    joinedFields: [...(schema.joinedFields ?? []), field],
  };
}

function plainType({ type }: SchemaField): Field['type'] {
  return type === 'integer' || type === 'number' ? 'text' : type;
}
