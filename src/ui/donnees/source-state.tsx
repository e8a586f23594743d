import { Check, CircleSlash2, RefreshCw, TriangleAlert } from 'lucide-react';
import type { CollectedSource } from '../../domain/collection.ts';
import type { Layer } from '../../domain/layer.ts';
import { officialSources } from '../strings/official-sources.ts';
import { servedSince } from './served-since.ts';

/** What became of a source at the last collection, in a word and a sign. */
export function SourceState({
  source,
  layers,
}: {
  source: CollectedSource;
  layers: readonly Layer[];
}) {
  const Icon = ICONS[source.state];
  const words =
    source.state === 'failed'
      ? officialSources.stays(servedSince(source, layers))
      : officialSources.states[source.state];
  return (
    <span className="source-state" data-state={source.state}>
      <Icon size={14} aria-hidden="true" />
      {words}
    </span>
  );
}

const ICONS = { published: RefreshCw, same: Check, empty: CircleSlash2, failed: TriangleAlert };
