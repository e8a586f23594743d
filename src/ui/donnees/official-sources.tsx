import type { CollectedSource } from '../../domain/collection.ts';
import type { Layer } from '../../domain/layer.ts';
import { officialSources } from '../strings/official-sources.ts';
import '../styles/official-sources.css';
import { SourceFacts } from './source-facts.tsx';
import { SourceLayers } from './source-layers.tsx';
import { SourceState } from './source-state.tsx';
import { useCollection } from './use-collection.ts';

/** What the last collection brought of each official source; nothing where nothing was collected. */
export function OfficialSources({ layers }: { layers: readonly Layer[] }) {
  const collection = useCollection();
  if (!collection || collection.sources.length === 0) return null;
  const { at, sources } = collection;
  const counts = ORDER.flatMap((state) => {
    const count = sources.filter((source) => source.state === state).length;
    return count === 0 ? [] : [officialSources.counts(state, count)];
  });
  const ordered = [...sources].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.title.localeCompare(b.title, 'fr'),
  );
  return (
    <section aria-labelledby="official-sources">
      <h3 id="official-sources">{officialSources.title}</h3>
      <p className="quiet">{officialSources.collected(at, sources.length, counts)}</p>
      <ul className="source-list">
        {ordered.map((source) => (
          <li key={source.id}>
            <SourceItem source={source} layers={layers} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceItem({ source, layers }: { source: CollectedSource; layers: readonly Layer[] }) {
  return (
    <details className="source">
      <summary>
        <h4>{source.title}</h4>
        <SourceState source={source} layers={layers} />
      </summary>
      <SourceFacts source={source} />
      <SourceLayers source={source} layers={layers} />
    </details>
  );
}

/** What needs somebody first. */
const ORDER: CollectedSource['state'][] = ['failed', 'empty', 'published', 'same'];
