import { closestName } from '../../src/domain/nearest-name.ts';
import type { LibraryFault } from './library-fault.ts';
import type { Filed } from './read-library-files.ts';

/** The fault of an entry that names, at `path` in it, a layer or a field that is not among the `known`. */
export function nameFault(
  { file, at }: Filed<unknown>,
  kind: 'layer' | 'field',
  path: string,
  value: string,
  known: string[],
): LibraryFault {
  return { file, path: `${at}.${path}`, kind, value, nearest: closestName(value, known) };
}
