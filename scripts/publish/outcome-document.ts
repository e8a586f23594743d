import type { LayerDiff } from '../../src/domain/layer-diff.ts';
import type { LayerOutcome, Outcome } from './publish.ts';

/** The answer of `npm run publish -- --json`, plain data: layers, issues, and how many rows differ from what was served. */
export function outcomeDocument({ delivery, isWritten, refusal, layers, issues }: Outcome): object {
  return { delivery, isWritten, refusal, layers: layers.map(layerDocument), issues };
}

/** How many rows differ, and which fields came, went or changed their type. */
export function diffCounts(diff: LayerDiff): object {
  const moved = diff.changed.filter(({ isMoved }) => isMoved).length;
  return {
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
}

function layerDocument({ id, title, rows, warnings, diff, written }: LayerOutcome): object {
  return { id, title, rows, warnings, ...written, diff: diff && diffCounts(diff) };
}
