import { closestName } from '../../src/domain/nearest-name.ts';
import type { LibraryFault } from './library-fault.ts';

/** What Valibot says of a value: the values it may have, each in quotes, and the one it has. */
export interface ShapeIssue {
  type: string;
  expected: string | null;
  received: string;
}

/** The fault of a text that is none of the texts allowed in its place, or null for an issue of another kind. */
export function listFault(
  path: string,
  { type, expected, received }: ShapeIssue,
): Omit<LibraryFault, 'file'> | null {
  if (type !== 'picklist' && type !== 'variant') return null;
  const allowed = [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => name ?? '');
  const value = unquoted(received);
  return { path, kind: 'unknown-value', value, nearest: closestName(value, allowed) };
}

/** A text of an issue without its quotes. */
export function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/s, '$1');
}
