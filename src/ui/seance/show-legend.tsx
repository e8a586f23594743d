import type { Layer } from '../../domain/layer.ts';
import type { Scene } from '../../domain/seance.ts';
import { legendOf, measureOf } from '../../domain/style/legend.ts';
import { useAppState } from '../app-context.tsx';
import { useShownLayers } from '../carte/use-shown-layers.ts';
import { SymbolSwatch } from '../legend/symbol-swatch.tsx';
import { show } from '../strings/seance.ts';

/**
 * What the colours and lines of the scene mean, in large type: of the layers that are shown now and in sight at this zoom. Those that
 * lie under every map of the territory, communes and rivers, need no words unless they are all there is.
 */
export function ShowLegend({ scene }: { scene: Scene }) {
  const layers = useShownLayers();
  const zoom = useAppState((state) => state.zoom);
  const choropleth = useAppState((state) => state.choropleth);
  const hasFailed = useAppState((state) => state.answer.kind === 'failed');
  const layerStatus = useAppState((state) => state.layerStatus);
  const drawn = layers.filter(
    ({ id, minZoom = 0 }) => zoom >= minZoom && layerStatus[id]?.kind !== 'failed',
  );
  const spoken = drawn.filter(({ defaultVisible }) => !defaultVisible);
  const isAsked = scene.question && !hasFailed;
  const isSubject = !choropleth && !isAsked && spoken.length === 0;
  const shown = isSubject ? drawn : [...(choropleth ? [choropleth.layer] : []), ...spoken];
  if (shown.length === 0 && !isAsked) return null;
  return (
    <section className="show-legend" aria-label={show.legend}>
      {isAsked && (
        <p className="show-entry">
          <span className="swatch swatch-answer" aria-hidden="true" />
          {show.answerEntry}
        </p>
      )}
      {shown.map((layer) => (
        <LayerEntries key={layer.id} layer={layer} />
      ))}
    </section>
  );
}

function LayerEntries({ layer }: { layer: Layer }) {
  const entries = legendOf(layer);
  const measure = measureOf(layer);
  return (
    <div>
      {entries.length > 1 && <p className="show-legend-title">{measure ?? layer.title}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.label} className="show-entry">
            <SymbolSwatch symbol={entry.symbol} geometry={entry.geometry} height={entry.height} />
            {entry.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
