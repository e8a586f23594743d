import { Check, Minus, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import { type ErrorData, errorToData, isAbort } from '../../domain/errors.ts';
import type { Feature } from '../../domain/feature.ts';
import { holdsFor, isExcused } from '../../domain/holds-for.ts';
import { isRelation } from '../../domain/question.ts';
import type { Explanation, Reason } from '../../domain/reason.ts';
import { changeView, currentView } from '../../state/answer-view-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { ErrorText } from '../frame/notices.tsx';
import {
  criterion,
  relatedLine,
  relatedRest,
  sourceOf,
  valueMet,
  why,
} from '../strings/reason-sentence.ts';
import { WhyMap } from './why-map.tsx';
import '../styles/why.css';

/** Why a feature is in the answer that is there, or is not: a button, then each condition; nothing of another layer. */
export function WhySection({ feature }: { feature: Feature }) {
  const act = useAct();
  const catalogue = useAppState((state) => state.catalogue);
  const status = useAppState((state) => state.answer);
  const isOpen = useAppState((state) => currentView(state).why === feature.key);
  if (!catalogue || status.kind !== 'ready' || status.answer.question.target !== feature.layer)
    return null;
  const { id, question } = status.answer;
  const show = (key: string | null) => act((state) => changeView(state, { why: key }));
  return isOpen ? (
    <WhyPanel
      key={id}
      answer={id}
      feature={feature}
      where={question.where}
      catalogue={catalogue}
      onClose={() => show(null)}
    />
  ) : (
    <WhyButton answer={id} feature={feature} onOpen={() => show(feature.key)} />
  );
}

interface WhyButtonProps {
  answer: string;
  feature: Feature;
  onOpen: () => void;
}

/** Says whether the feature is in the answer, which takes one look at its key. */
function WhyButton({ answer, feature, onOpen }: WhyButtonProps) {
  const isIn = useIsInAnswer(answer, feature);
  return (
    <button type="button" className="button why-button" onClick={onOpen}>
      {isIn === false ? why.askNot : why.ask}
    </button>
  );
}

function useIsInAnswer(answer: string, { layer, key }: Feature): boolean | null {
  const { viewAnswer } = useEffects();
  const field = useAppState(
    ({ catalogue }) => catalogue?.layers.find(({ id }) => id === layer)?.key ?? null,
  );
  const [isIn, setIn] = useState<boolean | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    if (field === null) return;
    const isKey = { kind: 'among' as const, column: field, values: [key, Number(key)] };
    viewAnswer(answer, [isKey], { kind: 'sums', columns: [] }, signal).then(
      ({ count }) => !signal.aborted && setIn(count > 0),
      () => setIn(null),
    );
    return () => controller.abort();
  }, [viewAnswer, answer, field, key]);
  return isIn;
}

interface WhyPanelProps {
  answer: string;
  feature: Feature;
  where: Explanation['reasons'][number]['condition'];
  catalogue: Catalogue;
  onClose: () => void;
}

function WhyPanel({ answer, feature, where, catalogue, onClose }: WhyPanelProps) {
  const { explain } = useEffects();
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const controller = new AbortController();
    explain(answer, feature.row, controller.signal).then(setExplanation, (cause: unknown) => {
      if (!isAbort(cause)) setError(errorToData(cause));
    });
    return () => controller.abort();
  }, [explain, answer, feature.row]);
  // Asked from the table, it would stay under the edge of a card that the table leaves little room.
  useEffect(() => {
    if (explanation) section.current?.scrollIntoView({ block: 'nearest' });
  }, [explanation]);
  return (
    <section ref={section} className="why" aria-live="polite">
      <header>
        <h3>{explanation ? why.title(holdsFor(where, explanation.reasons)) : why.ask}</h3>
        <IconButton label={why.close} icon={X} onClick={onClose} />
      </header>
      {error && <ErrorText error={error} />}
      {!explanation && !error && <p className="quiet">{why.reading}</p>}
      {explanation?.reasons.length === 0 && <p>{why.none}</p>}
      {explanation && (
        <ol>
          {explanation.reasons.map((reason) => (
            <ReasonItem
              key={reason.path}
              reason={reason}
              isExcused={isExcused(where, explanation.reasons, reason.path)}
              explanation={explanation}
              catalogue={catalogue}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

interface ReasonItemProps {
  reason: Reason;
  /** Whether it may fail: another condition of its group is met. */
  isExcused: boolean;
  explanation: Explanation;
  catalogue: Catalogue;
}

function ReasonItem({ reason, isExcused, explanation, catalogue }: ReasonItemProps) {
  const target = findLayer(catalogue, explanation.layer);
  const isMet = reason.isMet !== reason.isNegated;
  const Icon = isMet ? Check : isExcused ? Minus : X;
  const unmet = isExcused ? why.excused : why.unmet;
  const rest = relatedRest(reason);
  const isPlaced = isRelation(reason.condition);
  return (
    <li data-met={isMet ? 'true' : isExcused ? 'excused' : 'false'}>
      <p className="why-verdict">
        <Icon size={16} aria-hidden="true" />
        {isMet ? why.met : unmet}
      </p>
      <p>{criterion(reason, target, catalogue)}</p>
      <p className="why-value">{valueMet(reason, target)}</p>
      {isPlaced && (
        <div className="why-place">
          <WhyMap
            layer={explanation.layer}
            row={explanation.row}
            title={explanation.title}
            reason={reason}
          />
          <ul>
            {reason.related.map((related) => (
              <li key={`${related.row} ${related.key}`}>{relatedLine(related, target)}</li>
            ))}
            {rest && <li className="quiet">{rest}</li>}
          </ul>
        </div>
      )}
      <p className="quiet">{sourceOf(reason, catalogue)}</p>
    </li>
  );
}
