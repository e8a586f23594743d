import { Focus } from 'lucide-react';
import { type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { COMMUNE_LAYER } from '../../domain/commune.ts';
import type { MetricCrs } from '../../domain/crs.ts';
import type { Feature } from '../../domain/feature.ts';
import type { Layer } from '../../domain/layer.ts';
import { flyTo } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { CommunePageLink } from '../communes/commune-page-link.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { card as words } from '../strings/card.ts';
import { communesScreen } from '../strings/communes-screen.ts';
import { formatDate } from '../strings/format.ts';
import { type CardLine, cardLines, cardTitle, countEmptyFields } from './card-lines.ts';
import { CopyButtons } from './copy-buttons.tsx';
import { PieceLinks } from './piece-links.tsx';
import { isWebAddress, writtenPieces } from './written-pieces.ts';

interface FeatureCardProps {
  feature: Feature;
  layer: Layer;
  crs: MetricCrs;
  /** Whether its title takes the focus: the reader came from the list. */
  takesFocus: boolean;
}

/** One feature as a reader reads it: its name, what is known of it, what may be asked of it, source and date. */
export function FeatureCard(props: FeatureCardProps) {
  const { feature, layer } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const sheetButton = useRef<HTMLButtonElement>(null);
  const [isSheet, setSheet] = useState(false);
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const close = () => {
    setSheet(false);
    requestAnimationFrame(() => sheetButton.current?.focus());
  };
  return (
    <article className="feature-card">
      <p className="card-layer">{layer.title}</p>
      <h2 ref={heading} tabIndex={-1}>
        {cardTitle(feature, layer)}
      </h2>
      {isSheet ? (
        <Suspense fallback={<p className="quiet">{words.loading}</p>}>
          <ParcelSheetView feature={feature} layer={layer} crs={props.crs} onClose={close} />
        </Suspense>
      ) : (
        <FeatureFacts {...props} sheetButton={sheetButton} onSheet={() => setSheet(true)} />
      )}
    </article>
  );
}

interface FeatureFactsProps extends FeatureCardProps {
  sheetButton: RefObject<HTMLButtonElement | null>;
  onSheet: () => void;
}

function FeatureFacts({ feature, layer, crs, sheetButton, onSheet }: FeatureFactsProps) {
  const act = useAct();
  const { main, technical } = cardLines(feature, layer, crs);
  const missing = countEmptyFields(feature, layer);
  const pieces = writtenPieces(feature, layer);
  const { extent } = feature;
  return (
    <>
      <p className="card-buttons">
        {extent && (
          <button type="button" className="button" onClick={() => act((s) => flyTo(s, extent))}>
            <Focus size={16} aria-hidden="true" />
            {words.zoom}
          </button>
        )}
        <CopyButtons feature={feature} layer={layer} crs={crs} />
      </p>
      <Suspense>
        <WhySection feature={feature} />
      </Suspense>
      {layer.geometry === 'polygon' && extent && (
        <p className="card-more">
          <button type="button" className="primary-button" ref={sheetButton} onClick={onSheet}>
            {layer.search === 'parcel' ? words.sheetOfParcel : words.sheetOfObject}
          </button>
          {feature.layer === COMMUNE_LAYER && (
            <CommunePageLink code={feature.key} className="button">
              {communesScreen.page}
            </CommunePageLink>
          )}
        </p>
      )}
      <Lines lines={main} />
      {pieces.length > 0 && <PieceLinks pieces={pieces} />}
      {extent && (
        <details className="card-fold">
          <summary>{words.questions}</summary>
          <Suspense>
            <ObjectQuestions feature={feature} layer={layer} />
          </Suspense>
        </details>
      )}
      {technical.length > 0 && (
        <details className="card-fold">
          <summary>{words.technical(technical.length)}</summary>
          <Lines lines={technical} />
        </details>
      )}
      {missing > 0 && <p className="quiet">{words.empty(missing)}</p>}
      <p className="card-source">
        {words.source(layer.producer, formatDate(layer.date))}
        {layer.simulated && <span className="simulated">{words.simulated}</span>}
      </p>
    </>
  );
}

/** An answer alone has reasons: the first map does without them. */
const WhySection = lazyPart(async () => (await import('../answer/why-section.tsx')).WhySection);

const ParcelSheetView = lazyPart(
  async () => (await import('./sheet/parcel-sheet-view.tsx')).ParcelSheetView,
);

const ObjectQuestions = lazyPart(
  async () => (await import('./object-questions.tsx')).ObjectQuestions,
);

function Lines({ lines }: { lines: CardLine[] }) {
  return (
    <dl className="card-lines">
      {lines.map(({ label, value, note, description }) => (
        <div key={label}>
          <dt title={description}>{label}</dt>
          <dd>
            {isWebAddress(value) ? (
              <a href={value} target="_blank" rel="noreferrer noopener">
                {value}
              </a>
            ) : (
              value
            )}
            {note && <span className="card-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
