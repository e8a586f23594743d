import type { LayerDiff } from './layer-diff.ts';

/** What happened to a feature between two versions; one whose shape and attributes both changed is `moved`. */
export const CHANGE_KINDS = ['added', 'removed', 'moved', 'edited'] as const;

/** One of `CHANGE_KINDS`. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One feature that differs between two versions. */
export interface Change {
  kind: ChangeKind;
  key: string;
  /** Row in the file of each version; null in the one that has it not. */
  rowBefore: number | null;
  rowAfter: number | null;
  /** Names of the fields whose values differ. */
  fields: string[];
}

/** Every feature that differs, kind after kind, in the order of `CHANGE_KINDS`. */
export function changesOf({ added, removed, changed }: LayerDiff): Change[] {
  const both = changed.map(
    ({ isMoved, ...row }): Change => ({ kind: isMoved ? 'moved' : 'edited', ...row }),
  );
  return [
    ...added.map(
      ({ key, row }): Change => ({
        kind: 'added',
        key,
        rowBefore: null,
        rowAfter: row,
        fields: [],
      }),
    ),
    ...removed.map(
      ({ key, row }): Change => ({
        kind: 'removed',
        key,
        rowBefore: row,
        rowAfter: null,
        fields: [],
      }),
    ),
    ...both.filter(({ kind }) => kind === 'moved'),
    ...both.filter(({ kind }) => kind === 'edited'),
  ];
}
