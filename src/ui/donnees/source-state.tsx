import { Check, CircleSlash2, RefreshCw, TriangleAlert } from 'lucide-react';
import type { CollectedSource } from '../../domain/collection.ts';
import type { Layer } from '../../domain/layer.ts';
import { officialSources } from '../strings/official-sources.ts';
import { hasStandIn, servedSince } from './served-since.ts';

/** What became of a source at the last collection, in a word and a sign. */
export function SourceState({
  source,
  layers,
}: {
  source: CollectedSource;
  layers: readonly Layer[];
}) {
  const Icon = ICONS[source.state];
  return (
    <span className="source-state" data-state={source.state}>
      <Icon size={14} aria-hidden="true" />
      {stateWords(source, layers)}
    </span>
  );
}

function stateWords(source: CollectedSource, layers: readonly Layer[]): string {
  if (source.state !== 'failed') return officialSources.states[source.state];
  const since = servedSince(source, layers);
  if (since === null && hasStandIn(source, layers)) return officialSources.simulatedStays;
  return officialSources.stays(since);
}

const ICONS = { published: RefreshCw, same: Check, empty: CircleSlash2, failed: TriangleAlert };
