import { ArrowLeft, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import { chooseCardFeature, showCardList } from '../../state/actions.ts';
import type { CardStatus } from '../../state/card-status.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { card as words } from '../strings/card.ts';
import { cardTitle } from './card-lines.ts';
import { FeatureCard } from './feature-card.tsx';
import { FoundList } from './found-list.tsx';
import '../styles/found.css';

type OpenCard = Extract<CardStatus, { kind: 'open' }>;

/** What was found under the click, by layer, and one feature of it at a time; nothing when the card is closed. */
export function FeatureCards() {
  const card = useAppState((state) => state.card);
  const catalogue = useAppState((state) => state.catalogue);
  const { closeCard } = useEffects();
  if (card.kind === 'closed' || !catalogue) return null;
  return (
    <aside className="card" aria-label={words.label}>
      <Announcement card={card} catalogue={catalogue} />
      <div className="card-bar">
        {card.kind === 'open' && !card.isList && card.features.length + card.silent.length > 1 && (
          <CardSteps card={card} />
        )}
        <button
          type="button"
          className="icon-button card-close"
          aria-label={words.close}
          title={words.close}
          onClick={closeCard}
        >
          <X size={20} aria-hidden="true" />
        </button>
      </div>
      {card.kind === 'loading' && <p className="quiet">{words.loading}</p>}
      {card.kind === 'failed' && (
        <div role="alert">
          <ErrorText error={card.error} />
        </div>
      )}
      {card.kind === 'open' && <OpenedCard card={card} catalogue={catalogue} />}
    </aside>
  );
}

/** The list, or the feature in front; going from one to the other takes the focus along, a click on the map does not. */
function OpenedCard({ card, catalogue }: { card: OpenCard; catalogue: Catalogue }) {
  const [came, setCame] = useState<OpenCard['features'] | null>(null);
  const hasBeenRead = came === card.features;
  const feature = card.features[card.index];
  if (card.isList || !feature) {
    return (
      <FoundList
        card={card}
        catalogue={catalogue}
        takesFocus={hasBeenRead}
        onOpen={() => setCame(card.features)}
      />
    );
  }
  return (
    <FeatureCard
      key={`${feature.layer} ${feature.key}`}
      feature={feature}
      layer={findLayer(catalogue, feature.layer)}
      crs={catalogue.territory.metricCrs}
      takesFocus={hasBeenRead}
    />
  );
}

/** Says politely what the card shows, without reading it all; the region is there before its words, so that they are heard. */
function Announcement({ card, catalogue }: { card: CardStatus; catalogue: Catalogue }) {
  const [text, setText] = useState('');
  useEffect(() => setText(announced(card, catalogue)), [card, catalogue]);
  return (
    <p role="status" className="visually-hidden">
      {text}
    </p>
  );
}

function announced(card: CardStatus, catalogue: Catalogue): string {
  if (card.kind === 'loading') return words.loading;
  if (card.kind !== 'open') return '';
  const feature = card.features[card.index];
  if (card.isList || !feature) {
    const layers = new Set(card.features.map(({ layer }) => layer));
    return words.found(card.features.length, layers.size);
  }
  const layer = findLayer(catalogue, feature.layer);
  return words.opened(cardTitle(feature, layer), layer.title);
}

function CardSteps({ card: { index, features } }: { card: OpenCard }) {
  const act = useAct();
  const count = features.length;
  const choose = (next: number) => act((state) => chooseCardFeature(state, next));
  return (
    <span className="card-steps">
      <button
        type="button"
        className="button card-back"
        title={words.back}
        onClick={() => act(showCardList)}
      >
        <ArrowLeft size={16} aria-hidden="true" />
        {words.list}
      </button>
      {count > 1 && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={words.previous}
            disabled={index === 0}
            onClick={() => choose(index - 1)}
          >
            <ChevronLeft size={20} aria-hidden="true" />
          </button>
          <span>{words.position(index, count)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={words.next}
            disabled={index === count - 1}
            onClick={() => choose(index + 1)}
          >
            <ChevronRight size={20} aria-hidden="true" />
          </button>
        </>
      )}
    </span>
  );
}
