import type { CollectedLayer, CollectedSource } from '../../domain/collection.ts';
import type { Layer } from '../../domain/layer.ts';
import { officialSources } from '../strings/official-sources.ts';
import { SheetLink } from './sheet-link.tsx';

/** What came for each layer of a source: objects that it sent, and those of them that are the territory's. */
export function SourceLayers({
  source,
  layers,
}: {
  source: CollectedSource;
  layers: readonly Layer[];
}) {
  if (source.layers.length === 0) return null;
  return (
    <div className="source-layers">
      <p className="quiet">{officialSources.layers}</p>
      <ul>
        {source.layers.map((told) => {
          const layer = layers.find(({ id }) => id === told.id);
          return (
            <li key={told.id}>
              {layer ? <SheetLink layer={layer} /> : <code>{told.id}</code>}
              <span className="data-facts">
                {[...cameWords(told), ...servedWords(layer)].join('\u00a0· ')}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function cameWords({ read, kept, warnings }: CollectedLayer): string[] {
  const rows = read === 0 ? officialSources.nothing : officialSources.rows(read, kept);
  return warnings > 0 ? [rows, officialSources.warnings(warnings)] : [rows];
}

function servedWords(layer: Layer | undefined): string[] {
  if (!layer) return [officialSources.notServed];
  return layer.simulated ? [officialSources.simulated] : [];
}
