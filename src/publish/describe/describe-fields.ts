import type { Value } from '../../domain/feature.ts';
import type { Field, LayerMeta } from '../../domain/layer.ts';
import type { SchemaField, TableSchema } from '../standards/table-schema.ts';
import { NUMBER_LABEL } from '../strings/metadata.ts';
import { GENERATED_KEY, type NamedColumns } from './find-key.ts';
import { officialFields } from './match-fields.ts';

/** What somebody says of a field: name and type are the file's. */
export type FieldWords = Partial<Omit<Field, 'name' | 'type'>>;

/**
 * The fields with what is known of each: what somebody says, then the words of the version before while its type is the
 * same or a number still, then the official schema's, then its name made readable. Name and type stay the file's.
 */
export function describeFields(
  { fields, columns, schema }: NamedColumns,
  said: Record<string, FieldWords>,
  before: LayerMeta | null,
): Field[] {
  return fields.map((field) => {
    const { name } = field;
    const known = before && knownField(before, field);
    const official = officialWords(field, columns[name] ?? [], schema);
    const isDefault = known?.label === toLabel(name) || known?.label === name;
    return {
      ...field,
      label: toLabel(name),
      ...(name === GENERATED_KEY && { label: NUMBER_LABEL }),
      ...official,
      ...known,
      ...(isDefault && official?.label && { label: official.label }),
      ...said[name],
    };
  });
}

/** What the version before says of a field of the same type, or that was a number and still is; of a simulated one, not what it says of its values. */
function knownField({ fields, simulated }: LayerMeta, { name, type }: Field): Field | null {
  const known = fields.find((other) => other.name === name && isSame(other.type, type));
  if (!known) return null;
  const { description, ...words } = { ...known, type };
  return simulated || description === undefined ? words : { ...words, description };
}

/** Numbers of one field may all be whole in a version and not in the next. */
function isSame(before: Field['type'], now: Field['type']): boolean {
  const areNumbers = [before, now].every((type) => type === 'integer' || type === 'number');
  return before === now || areNumbers;
}

function officialWords(
  { name, type }: Field,
  values: readonly Value[],
  schema: TableSchema | null,
): FieldWords | null {
  const field = schema && officialFields(schema).find((other) => other.name === name);
  if (!field) return null;
  const { label, unit, description } = field;
  const codes = codesOf(field, values);
  return {
    label,
    ...(unit && (type === 'integer' || type === 'number') && { unit }),
    ...(codes && areCodesOf(field, type, values) && { codes }),
    ...(description && { description }),
  };
}

/** The official codes, with those of former versions that occur. */
function codesOf({ codes, formerCodes }: SchemaField, values: readonly Value[]) {
  if (!codes || !formerCodes) return codes;
  const seen = new Set(values.map(String));
  const former = Object.entries(formerCodes).filter(([code]) => seen.has(code));
  return { ...codes, ...Object.fromEntries(former) };
}

/**
 * Whether values are the official codes themselves: text, or whole numbers where the codes are numbers; not lists of
 * several codes in one value, which a reader could not choose from.
 */
function areCodesOf(
  { codes = {}, separator }: SchemaField,
  type: Field['type'],
  values: readonly Value[],
): boolean {
  if (type === 'integer') return Object.keys(codes).every((code) => String(Number(code)) === code);
  if (type !== 'text') return false;
  if (separator === undefined) return true;
  const isList = (value: Value) => !(String(value) in codes) && String(value).includes(separator);
  return !values.some(isList);
}

function toLabel(name: string): string {
  const words = name.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
