import { ChevronDown, ChevronUp } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { legendOf, measureOf } from '../../domain/style/legend.ts';
import { drawnDiff, isCompared } from '../../state/version-actions.ts';
import { useAppState } from '../app-context.tsx';
import { useShownLayers } from '../carte/use-shown-layers.ts';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { fr } from '../strings/fr.ts';
import { SymbolSwatch } from './symbol-swatch.tsx';

/** What the colours and lines on the map mean, for the layers that are shown, topmost first. */
export function Legend() {
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(!isNarrow);
  const layers = useShownLayers();
  const isComparing = useAppState((state) => drawnDiff(state) !== null);
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <section className="legend" aria-label={fr.legend.title}>
      <button
        type="button"
        className="legend-toggle"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {fr.legend.title}
        <Chevron size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <ScrollRegion className="legend-body" label={fr.legend.entries}>
          {isComparing && (
            <Suspense>
              <ComparisonEntries />
            </Suspense>
          )}
          <AnswerEntry />
          <ChoroplethEntries />
          {layers.map((layer) => (
            <LayerLegend key={layer.id} layer={layer} />
          ))}
          {layers.length === 0 && <p className="quiet">{fr.legend.empty}</p>}
        </ScrollRegion>
      )}
    </section>
  );
}

function AnswerEntry() {
  const hasAnswer = useAppState((state) => state.answer.kind === 'ready');
  if (!hasAnswer) return null;
  return (
    <p className="legend-entry">
      <span className="swatch swatch-answer" aria-hidden="true" />
      {fr.legend.answer}
    </p>
  );
}

/** The classes of a figure of the communes. */
function ChoroplethEntries() {
  const choropleth = useAppState((state) => state.choropleth);
  return choropleth && <LayerLegend layer={choropleth.layer} />;
}

function LayerLegend({ layer }: { layer: Layer }) {
  const isReplaced = useAppState((state) => isCompared(state, layer));
  const isTooFar = useAppState((state) => state.zoom < (layer.minZoom ?? 0));
  if (isReplaced) return null;
  const entries = legendOf(layer);
  const isSingle = entries.length < 2;
  const measure = measureOf(layer);
  return (
    <div className="legend-layer" data-far={isTooFar}>
      {!isSingle && <p className="legend-title">{layer.title}</p>}
      {measure && measure !== layer.title && <p className="legend-measure">{measure}</p>}
      <ul>
        {entries.map((entry) => (
          <li key={entry.label} className="legend-entry">
            <SymbolSwatch symbol={entry.symbol} geometry={entry.geometry} height={entry.height} />
            {entry.label}
          </li>
        ))}
      </ul>
      {isTooFar && <p className="legend-far">{fr.legend.hidden}</p>}
      {layer.isTemporary && (
        <Suspense>
          <TemporaryTools layer={layer} />
        </Suspense>
      )}
    </div>
  );
}

const ComparisonEntries = lazy(async () => {
  const module = await import('./comparison-entries.tsx');
  return { default: module.ComparisonEntries };
});

const TemporaryTools = lazy(async () => {
  const module = await import('../temporaires/temporary-tools.tsx');
  return { default: module.TemporaryTools };
});
