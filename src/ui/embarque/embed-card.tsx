import { ChevronRight, X } from 'lucide-react';
import type { Feature } from '../../domain/feature.ts';
import { chooseCardFeature } from '../../state/actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { embed } from '../strings/embed.ts';
import { formatValue } from '../strings/format.ts';

/** What is known of the feature that was chosen in a frame: its fields, and no more, for the atlas has the rest. */
export function EmbedCard() {
  const card = useAppState((state) => state.card);
  const act = useAct();
  const { closeCard } = useEffects();
  if (card.kind === 'closed') return null;
  if (card.kind === 'open' && card.features.length === 0) return null;
  const feature = card.kind === 'open' ? card.features[card.index] : undefined;
  return (
    <section className="embed-card" aria-label={embed.card}>
      <header>
        {card.kind === 'open' && card.features.length > 1 && (
          <>
            <span>{embed.several(card.index + 1, card.features.length)}</span>
            <IconButton
              label={embed.next}
              icon={ChevronRight}
              onClick={() =>
                act((state) => chooseCardFeature(state, (card.index + 1) % card.features.length))
              }
            />
          </>
        )}
        <IconButton label={embed.close} icon={X} onClick={closeCard} />
      </header>
      {card.kind === 'loading' && <p className="quiet">{embed.reading}</p>}
      {card.kind === 'failed' && <ErrorText error={card.error} />}
      {feature && <FeatureFields feature={feature} />}
    </section>
  );
}

function FeatureFields({ feature }: { feature: Feature }) {
  const layer = useAppState(({ catalogue }) =>
    catalogue?.layers.find(({ id }) => id === feature.layer),
  );
  if (!layer) return null;
  const filled = layer.fields.filter(({ name }) => {
    const value = feature.attributes[name];
    return value !== null && value !== '' && value !== undefined;
  });
  return (
    <>
      <p className="quiet">{layer.title}</p>
      <h2>{String(feature.attributes[layer.titleField] ?? feature.key)}</h2>
      <dl>
        {filled.map((field) => (
          <div key={field.name}>
            <dt>{field.label}</dt>
            <dd>{formatValue(feature.attributes[field.name] ?? null, field)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
