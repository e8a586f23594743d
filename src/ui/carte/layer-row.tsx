import { Info, Star } from 'lucide-react';
import { Suspense, useId, useRef, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import type { LayerMatch } from '../../domain/search-layers.ts';
import { legendOf } from '../../domain/style/legend.ts';
import { toggleLayer } from '../../state/actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { SymbolSwatch } from '../legend/symbol-swatch.tsx';
import { catalogue, costText, heavyText } from '../strings/catalogue.ts';
import { fr } from '../strings/fr.ts';
import { FreshnessBadge } from './freshness-badge.tsx';
import { LayerStatusLine } from './layer-status-line.tsx';
import { Marked } from './marked.tsx';
import { MatchReasons } from './match-reasons.tsx';

interface LayerRowProps {
  layer: Layer;
  /** Why it is in a list of layers found, and the words. */
  match?: LayerMatch | undefined;
  words?: readonly string[];
}

/** One layer of the catalogue: turn it on, see what it holds and costs, keep it, open what is known of it. */
export function LayerRow({ layer, match, words = [] }: LayerRowProps) {
  const isShown = useAppState((state) => state.shown.some(({ id }) => id === layer.id));
  const isFavourite = useAppState(({ bookmarks }) => bookmarks.layers.includes(layer.id));
  const [isInfoOpen, setInfoOpen] = useState(false);
  const act = useAct();
  const { bookmarks } = useEffects();
  const infoId = useId();
  const check = useRef<HTMLInputElement>(null);
  const symbol = legendOf(layer)[0]?.symbol ?? layer.style.symbol;
  const keep = async () => (await bookmarks()).toggleFavourite(layer.id);
  return (
    <li className="layer-row">
      <label className="layer-check">
        <input
          ref={check}
          type="checkbox"
          checked={isShown}
          onChange={() => act((state) => toggleLayer(state, layer.id))}
        />
        <SymbolSwatch symbol={symbol} geometry={layer.geometry} />
        <span className="layer-title">
          <Marked text={layer.title} words={words} />
        </span>
      </label>
      <button
        type="button"
        className="icon-button favourite"
        aria-label={catalogue.favourite(layer.title)}
        aria-pressed={isFavourite}
        title={catalogue.favourite(layer.title)}
        onClick={() => void keep()}
      >
        <Star size={16} aria-hidden="true" />
      </button>
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
      {match && <MatchReasons match={match} words={words} />}
      <LayerFacts layer={layer} />
      <LayerStatusLine layer={layer} home={check} />
      {isInfoOpen && (
        <Suspense>
          <LayerInfo id={infoId} layer={layer} />
        </Suspense>
      )}
    </li>
  );
}

/** What a layer holds and costs, and whether it is late: what is needed to choose it. */
function LayerFacts({ layer }: { layer: Layer }) {
  const heavy = heavyText(layer);
  const marks = [
    ...(layer.restricted ? [fr.layers.restricted] : []),
    ...(layer.simulated ? [fr.layers.simulated] : []),
  ];
  return (
    <p className="layer-facts">
      <span>{[costText(layer), ...marks].join('\u00a0· ')}</span>
      <FreshnessBadge layer={layer} />
      {heavy && <span className="layer-heavy">{heavy}</span>}
    </p>
  );
}

const LayerInfo = lazyPart(async () => (await import('./layer-info.tsx')).LayerInfo);
