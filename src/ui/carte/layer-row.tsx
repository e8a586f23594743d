import { Info } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { legendOf } from '../../domain/style/legend.ts';
import { toggleLayer } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { SymbolSwatch } from '../legend/symbol-swatch.tsx';
import { formatBytes, formatCount } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { FreshnessBadge } from './freshness-badge.tsx';
import { LayerStatusLine } from './layer-status-line.tsx';

/** One layer of the theme tree: turn it on, see what it holds and how fresh it is, open what is known of it. */
export function LayerRow({ layer }: { layer: Layer }) {
  const isShown = useAppState((state) => state.shown.some(({ id }) => id === layer.id));
  const isLoaded = useAppState((state) => state.layerStatus[layer.id]?.kind === 'ready');
  const [isInfoOpen, setInfoOpen] = useState(false);
  const act = useAct();
  const infoId = useId();
  const symbol = legendOf(layer)[0]?.symbol ?? layer.style.symbol;
  const facts = [
    formatCount(layer.file.rows, layer.noun),
    fr.layers.date(layer.date),
    ...(layer.restricted ? [fr.layers.restricted] : []),
    ...(layer.simulated ? [fr.layers.simulated] : []),
    ...(isShown || isLoaded ? [] : [fr.layers.size(formatBytes(layer.file.bytes))]),
  ];
  return (
    <li className="layer-row">
      <label className="layer-check">
        <input
          type="checkbox"
          checked={isShown}
          onChange={() => act((state) => toggleLayer(state, layer.id))}
        />
        <SymbolSwatch symbol={symbol} geometry={layer.geometry} />
        <span className="layer-title">{layer.title}</span>
      </label>
      <button
        type="button"
        className="icon-button"
        aria-label={fr.layers.info(layer.title)}
        aria-expanded={isInfoOpen}
        aria-controls={infoId}
        onClick={() => setInfoOpen(!isInfoOpen)}
      >
        <Info size={16} aria-hidden="true" />
      </button>
      <p className="layer-facts">
        <span>{facts.join('\u00a0· ')}</span>
        <FreshnessBadge layer={layer} />
      </p>
      <LayerStatusLine layer={layer} />
      {isInfoOpen && (
        <Suspense>
          <LayerInfo id={infoId} layer={layer} />
        </Suspense>
      )}
    </li>
  );
}

const LayerInfo = lazy(async () => {
  const module = await import('./layer-info.tsx');
  return { default: module.LayerInfo };
});
