import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { findLayer } from '../../domain/catalogue.ts';
import { chooseCardFeature } from '../../state/actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { fr } from '../strings/fr.ts';
import { FeatureCard } from './feature-card.tsx';

/** What was found under the click, one card at a time; nothing when the card is closed. */
export function FeatureCards() {
  const card = useAppState((state) => state.card);
  const catalogue = useAppState((state) => state.catalogue);
  const { closeCard } = useEffects();
  if (card.kind === 'closed' || !catalogue) return null;
  const feature = card.kind === 'open' ? card.features[card.index] : undefined;
  return (
    <aside className="card" aria-label={fr.card.label} aria-live="polite">
      <div className="card-bar">
        {card.kind === 'open' && card.features.length > 1 && (
          <CardSteps index={card.index} count={card.features.length} />
        )}
        <button
          type="button"
          className="icon-button card-close"
          aria-label={fr.card.close}
          title={fr.card.close}
          onClick={closeCard}
        >
          <X size={20} aria-hidden="true" />
        </button>
      </div>
      {card.kind === 'loading' && <p className="quiet">{fr.card.loading}</p>}
      {card.kind === 'failed' && <ErrorText error={card.error} />}
      {feature && (
        <FeatureCard
          key={`${feature.layer} ${feature.key}`}
          feature={feature}
          layer={findLayer(catalogue, feature.layer)}
          crs={catalogue.territory.metricCrs}
        />
      )}
    </aside>
  );
}

function CardSteps({ index, count }: { index: number; count: number }) {
  const act = useAct();
  const choose = (next: number) => act((state) => chooseCardFeature(state, next));
  return (
    <span className="card-steps">
      <button
        type="button"
        className="icon-button"
        aria-label={fr.card.previous}
        disabled={index === 0}
        onClick={() => choose(index - 1)}
      >
        <ChevronLeft size={20} aria-hidden="true" />
      </button>
      <span>{fr.card.position(index, count)}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={fr.card.next}
        disabled={index === count - 1}
        onClick={() => choose(index + 1)}
      >
        <ChevronRight size={20} aria-hidden="true" />
      </button>
    </span>
  );
}
