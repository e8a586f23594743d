import { Check, Copy, Focus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import type { MetricCrs } from '../../domain/crs.ts';
import type { Feature } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import { flyTo } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { CommunePageLink } from '../communes/commune-page-link.tsx';
import { communesScreen } from '../strings/communes-screen.ts';
import { formatDate } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import {
  type CardLine,
  cardLines,
  cardText,
  cardTitle,
  countEmptyFields,
  isWebAddress,
} from './card-lines.ts';

interface FeatureCardProps {
  feature: Feature;
  layer: Layer;
  crs: MetricCrs;
}

/** One feature as a reader reads it: its name, what is known of it, its measured size, source and date. */
export function FeatureCard({ feature, layer, crs }: FeatureCardProps) {
  const lines = cardLines(feature, layer, crs);
  const missing = countEmptyFields(feature, layer);
  return (
    <article className="feature-card">
      <p className="card-layer">{layer.title}</p>
      <h2>{cardTitle(feature, layer)}</h2>
      <CardButtons feature={feature} text={cardText(feature, layer, crs)} />
      <Suspense>
        <WhySection feature={feature} />
      </Suspense>
      <dl className="card-lines">
        {lines.map((line) => (
          <Line key={line.label} line={line} />
        ))}
      </dl>
      {missing > 0 && <p className="quiet">{fr.card.empty(missing)}</p>}
      <p className="card-source">
        {fr.card.source(layer.producer, formatDate(layer.date))}
        {layer.simulated && <span className="simulated">{fr.card.simulated}</span>}
      </p>
    </article>
  );
}

/** An answer alone has reasons: the first map does without them. */
const WhySection = lazy(async () => {
  const module = await import('../answer/why-section.tsx');
  return { default: module.WhySection };
});

function Line({ line }: { line: CardLine }) {
  return (
    <div>
      <dt title={line.description}>{line.label}</dt>
      <dd>
        {isWebAddress(line.value) ? (
          <a href={line.value} target="_blank" rel="noreferrer noopener">
            {line.value}
          </a>
        ) : (
          line.value
        )}
        {line.note && <span className="card-note">{line.note}</span>}
      </dd>
    </div>
  );
}

function CardButtons({ feature, text }: { feature: Feature; text: string }) {
  const act = useAct();
  const [label, setLabel] = useState(fr.card.copy);
  const { extent } = feature;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setLabel(fr.card.copied),
      () => setLabel(fr.card.copyRefused),
    );
  const CopyIcon = label === fr.card.copied ? Check : Copy;
  return (
    <p className="card-buttons">
      {extent && (
        <button type="button" className="button" onClick={() => act((s) => flyTo(s, extent))}>
          <Focus size={16} aria-hidden="true" />
          {fr.card.zoom}
        </button>
      )}
      {feature.layer === COMMUNE_LAYER && (
        <CommunePageLink code={feature.key} className="button">
          {communesScreen.page}
        </CommunePageLink>
      )}
      <button type="button" className="button" onClick={copy}>
        <CopyIcon size={16} aria-hidden="true" />
        <span aria-live="polite">{label}</span>
      </button>
    </p>
  );
}
