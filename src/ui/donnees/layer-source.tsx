import type { Layer } from '../../domain/layer.ts';
import { officialSources } from '../strings/official-sources.ts';
import '../styles/official-sources.css';
import { sourceOf } from './served-since.ts';
import { SourceFacts } from './source-facts.tsx';
import { SourceState } from './source-state.tsx';
import { useCollection } from './use-collection.ts';

/** The official source that a layer was collected from, and what became of it last time; nothing for other layers. */
export function LayerSource({ layer }: { layer: Layer }) {
  const collection = useCollection();
  const source = sourceOf(layer, collection?.sources ?? []);
  if (!source) return null;
  return (
    <section aria-labelledby="sheet-source">
      <h3 id="sheet-source">{officialSources.ofLayer}</h3>
      <p className="source-name">
        <strong>{source.title}</strong>
        <SourceState source={source} layers={[layer]} />
      </p>
      <SourceFacts source={source} />
    </section>
  );
}
