import type { LayerOutcome, Outcome } from './publish.ts';

/** The answer of `npm run publish -- --json`, plain data: layers, issues, and how many rows differ from what was served. */
export function outcomeDocument({ delivery, isWritten, refusal, layers, issues }: Outcome): object {
  return { delivery, isWritten, refusal, layers: layers.map(layerDocument), issues };
}

function layerDocument({ id, title, rows, warnings, diff, written }: LayerOutcome): object {
  const moved = diff?.changed.filter(({ isMoved }) => isMoved).length ?? 0;
  const counts = diff && {
    from: diff.from,
    to: diff.to,
    key: diff.key,
    added: diff.added.length,
    removed: diff.removed.length,
    moved,
    edited: diff.changed.length - moved,
    unchanged: diff.unchanged,
    fieldsAdded: diff.fieldsAdded,
    fieldsRemoved: diff.fieldsRemoved,
    fieldsRetyped: diff.fieldsRetyped,
  };
  return { id, title, rows, warnings, ...written, diff: counts };
}
