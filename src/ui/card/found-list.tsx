import { ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import type { Feature } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import { symbolFor } from '../../domain/style/symbol-for.ts';
import { chooseCardFeature } from '../../state/actions.ts';
import type { CardStatus, SilentLayer } from '../../state/card-status.ts';
import { useAct } from '../app-context.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { SymbolSwatch } from '../legend/symbol-swatch.tsx';
import { card as words } from '../strings/card.ts';
import { formatSize } from '../strings/format.ts';
import { cardTitle } from './card-lines.ts';
import { isFilled } from './readable-value.ts';

interface FoundListProps {
  card: Extract<CardStatus, { kind: 'open' }>;
  catalogue: Catalogue;
  /** Whether the feature that was open last has the focus. */
  takesFocus: boolean;
  onOpen: () => void;
}

/** Everything under the click, by layer, topmost first; then the layers that could not be looked into, and why. */
export function FoundList({ card, catalogue, takesFocus, onOpen }: FoundListProps) {
  const { features, index, silent } = card;
  const act = useAct();
  const last = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus) last.current?.focus();
  }, [takesFocus]);
  const layers = [...new Set(features.map(({ layer }) => layer))];
  const open = (next: number) => {
    onOpen();
    act((state) => chooseCardFeature(state, next));
  };
  return (
    <div className="found">
      <h2>{words.list}</h2>
      <p className="quiet">{words.found(features.length, layers.length)}</p>
      {layers.map((id) => {
        const layer = findLayer(catalogue, id);
        return (
          <section key={id} aria-label={layer.title}>
            <h3>{layer.title}</h3>
            <ul>
              {features.map((feature, i) =>
                feature.layer === id ? (
                  <li key={feature.key}>
                    <button
                      type="button"
                      className="found-feature"
                      ref={i === index ? last : null}
                      onClick={() => open(i)}
                    >
                      <FoundFeature feature={feature} layer={layer} />
                    </button>
                  </li>
                ) : null,
              )}
            </ul>
          </section>
        );
      })}
      {silent.length > 0 && <SilentLayers silent={silent} catalogue={catalogue} />}
    </div>
  );
}

function FoundFeature({ feature, layer }: { feature: Feature; layer: Layer }) {
  const { style, geometry, subtitleField } = layer;
  const value = style.field ? feature.attributes[style.field] : null;
  const subtitle = subtitleField ? feature.attributes[subtitleField] : null;
  const details = [
    isFilled(subtitle) ? String(subtitle) : null,
    feature.size === null ? null : formatSize(feature.size, geometry),
  ].filter((part) => part !== null);
  return (
    <>
      <SymbolSwatch symbol={symbolFor(style, value)} geometry={geometry} />
      <span>
        {cardTitle(feature, layer)}
        {details.length > 0 && <span className="card-note">{details.join(' · ')}</span>}
      </span>
      <ChevronRight size={16} aria-hidden="true" />
    </>
  );
}

function SilentLayers({ silent, catalogue }: { silent: SilentLayer[]; catalogue: Catalogue }) {
  const sentence = useErrorSentence();
  return (
    <section className="found-silent">
      <h3>{words.silent}</h3>
      <ul>
        {silent.map((one) => {
          const { title, minZoom = 0 } = findLayer(catalogue, one.layer);
          return (
            <li key={one.layer}>
              {title}
              <span className="card-note">
                {one.why === 'scale'
                  ? words.tooFar(minZoom)
                  : `${words.unread}. ${sentence(one.error).todo}`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
