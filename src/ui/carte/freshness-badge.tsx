import { Check, TimerReset } from 'lucide-react';
import { freshnessOf } from '../../domain/freshness.ts';
import type { Layer } from '../../domain/layer.ts';
import { freshWords } from '../strings/freshness.ts';
import { today } from './today.ts';

/** Whether a layer is as fresh as it is meant to be; nothing where no frequency says so. */
export function FreshnessBadge({ layer }: { layer: Layer }) {
  const freshness = freshnessOf(layer.date, layer.maintenance, today());
  if (freshness.kind === 'open') return null;
  const isFresh = freshness.kind === 'fresh';
  const Icon = isFresh ? Check : TimerReset;
  return (
    <span className="freshness" data-kind={freshness.kind}>
      <Icon size={13} aria-hidden="true" />
      {isFresh ? freshWords.fresh : freshWords.overdue(freshness.due)}
    </span>
  );
}
