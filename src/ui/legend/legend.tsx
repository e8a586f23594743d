import { ChevronDown, ChevronUp } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { isDrawnAt } from '../../domain/style/drawn-at-zoom.ts';
import { type LegendEntry, legendOf, measureOf } from '../../domain/style/legend.ts';
import { drawnDiff, isCompared } from '../../state/version-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { useOtherSideLayers, useShownLayers } from '../carte/use-shown-layers.ts';
import { lazyPart } from '../frame/lazy-part.tsx';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { formatNumber } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { SymbolSwatch } from './symbol-swatch.tsx';

/** What the colours and lines on the map mean, for the layers that are shown, topmost first, and how many of each are in sight. */
export function Legend() {
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(!isNarrow);
  const layers = useShownLayers();
  const others = useOtherSideLayers();
  const isComparing = useAppState((state) => drawnDiff(state) !== null);
  const act = useAct();
  const isCounted =
    useAppState(
      ({ isPainted, isMapless, seance }) => (isPainted || isMapless) && !seance.presenter,
    ) && isOpen;
  useEffect(() => {
    act((state) => ({ ...state, isLegendCounted: isCounted }));
    return () => act((state) => ({ ...state, isLegendCounted: false }));
  }, [act, isCounted]);
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
          <CountNote />
          <AnswerEntry />
          <ChoroplethEntries />
          {layers.map((layer) => (
            <LayerLegend key={layer.id} layer={layer} />
          ))}
          {layers.length === 0 && <p className="quiet">{fr.legend.empty}</p>}
          {others.length > 0 && <p className="legend-side">{fr.legend.otherSide}</p>}
          {others.map((layer) => (
            <LayerLegend key={layer.id} layer={layer} />
          ))}
        </ScrollRegion>
      )}
    </section>
  );
}

/** What the numbers of the legend are, once there are some. */
function CountNote() {
  const hasCounts = useAppState(({ inView }) => inView !== null && inView.length > 0);
  return hasCounts && <p className="legend-note">{fr.legend.counted}</p>;
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
  const isVeiled = useAppState(({ shown }) =>
    shown.some(({ id, opacity }) => id === layer.id && opacity === 0),
  );
  const isTooFar = useAppState((state) => state.zoom < (layer.minZoom ?? 0));
  const found = useAppState(({ inView }) => inView?.find((one) => one.layer === layer.id));
  if (isReplaced || isVeiled) return null;
  const entries = legendOf(layer);
  const isSingle = entries.length < 2;
  const measure = measureOf(layer);
  const counts = isTooFar ? undefined : found;
  return (
    <div className="legend-layer" data-far={isTooFar}>
      {!isSingle && (
        <p className="legend-title">
          {layer.title}
          <Count value={counts?.count} />
        </p>
      )}
      {measure && measure !== layer.title && <p className="legend-measure">{measure}</p>}
      <ul>
        {entries.map((entry, place) => (
          <LegendLine
            key={entry.label}
            layer={layer}
            entry={entry}
            count={isSingle ? counts?.count : counts?.classCounts[place]}
          />
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

interface LegendLineProps {
  layer: Layer;
  entry: LegendEntry;
  /** How many features of it are in sight; absent where they were not counted. */
  count: number | undefined;
}

/** One line of the legend of a layer that the map shows: whether its scale leaves the class out is said. */
function LegendLine({ layer, entry, count }: LegendLineProps) {
  const isLeftOut = useAppState(
    ({ zoom }) => zoom >= (layer.minZoom ?? 0) && !isDrawnAt(layer, entry.symbol, zoom),
  );
  return (
    <li className="legend-entry" data-none={count === 0 || isLeftOut}>
      <SymbolSwatch symbol={entry.symbol} geometry={entry.geometry} height={entry.height} />
      <span>
        {entry.label}
        {isLeftOut && <span className="legend-far"> {fr.legend.leftOut}</span>}
      </span>
      <Count value={count} />
    </li>
  );
}

/** How many features are in sight; nothing where they were not counted. */
function Count({ value }: { value: number | undefined }) {
  if (value === undefined) return null;
  return (
    <span className="legend-count">
      {formatNumber(value, 0)}
      <span className="visually-hidden"> {fr.legend.inSight}</span>
    </span>
  );
}

const ComparisonEntries = lazyPart(
  async () => (await import('./comparison-entries.tsx')).ComparisonEntries,
);

const TemporaryTools = lazyPart(
  async () => (await import('../temporaires/temporary-tools.tsx')).TemporaryTools,
);
