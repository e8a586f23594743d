import type { SchemaField } from './table-schema.ts';

/** What is said of an attribute besides its name, label and presence; it is text unless said otherwise. */
type More = Partial<Omit<SchemaField, 'name' | 'label' | 'presence'>>;

/** An attribute that must be there, with a value in every row. */
export function filled(name: string, label: string, more: More = {}): SchemaField {
  return { ...required(name, label, more), notEmpty: true };
}

/** An attribute that must be there, perhaps without a value. */
export function required(name: string, label: string, more: More = {}): SchemaField {
  return { name, label, type: 'text', presence: 'required', ...more };
}

/** An attribute that should be there. */
export function advised(name: string, label: string, more: More = {}): SchemaField {
  return { name, label, type: 'text', presence: 'advised', ...more };
}

/** An attribute that may be there. */
export function optional(name: string, label: string, more: More = {}): SchemaField {
  return { name, label, type: 'text', presence: 'optional', ...more };
}

/** Values that are their own meaning → themselves, as `codes` wants them. */
export function values(...list: string[]): Record<string, string> {
  return Object.fromEntries(list.map((value) => [value, value]));
}
