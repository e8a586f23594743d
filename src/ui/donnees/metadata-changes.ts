import type { Layer } from '../../domain/layer.ts';
import { versions } from '../strings/donnees.ts';

/** French names of what a version says otherwise than the one before it, in the order of a page; files aside. */
export function metadataChanges(before: Layer, after: Layer): string[] {
  const names = Object.entries(versions.metadataNames) as [keyof Layer, string][];
  return names
    .filter(([name]) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map(([, label]) => label);
}
