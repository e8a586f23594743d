import { History } from 'lucide-react';
import { useState } from 'react';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import {
  canReopen,
  currentMoved,
  isWhole,
  type MovedLayer,
  type MovedLink,
  momentOf,
  showsThen,
} from '../../state/moved-link.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { moved as words } from '../strings/moved.ts';
import { AnswerChangeView } from './answer-change-view.tsx';
import '../styles/liens.css';

/** Says that the data have moved on since the link that was followed, what that changes, and offers both answers. */
export function MovedNotice({ catalogue }: { catalogue: Catalogue }) {
  const moved = useAppState(currentMoved);
  const isThen = useAppState((state) => moved !== null && showsThen(state, moved));
  const isKnown = useAppState(({ answer }) => answer.kind === 'ready');
  const [folded, setFolded] = useState<MovedLink['pins'] | null>(null);
  if (!moved || !isKnown) return null;
  const isFolded = folded === moved.pins;
  return (
    <section className="moved" aria-label={words.title} role="status">
      <h3>
        <History size={16} aria-hidden="true" />
        {words.title}
      </h3>
      {!isFolded && (
        <ul>
          {moved.layers.map((layer) => (
            <li key={layer.id}>{sentenceOf(layer, catalogue)}</li>
          ))}
        </ul>
      )}
      <p>{shownSentence(moved, isThen)}</p>
      {canReopen(moved) && (
        <>
          {!isFolded && <AnswerChangeView moved={moved} catalogue={catalogue} />}
          <MovedButtons
            moved={moved}
            isThen={isThen}
            isFolded={isFolded}
            onFold={(isFolding) => setFolded(isFolding ? moved.pins : null)}
          />
        </>
      )}
    </section>
  );
}

interface MovedButtonsProps {
  moved: MovedLink;
  isThen: boolean;
  isFolded: boolean;
  onFold: (isFolding: boolean) => void;
}

function MovedButtons({ moved, isThen, isFolded, onFold }: MovedButtonsProps) {
  const { answerThen, answerNow } = useEffects();
  const moment = momentOf(moved);
  const go = (answer: () => Promise<void>) => {
    onFold(false);
    void answer();
  };
  return (
    <p className="moved-buttons">
      {isFolded ? (
        <button type="button" className="link-button" onClick={() => onFold(false)}>
          {words.unfold}
        </button>
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => (isThen ? onFold(true) : go(answerThen))}
        >
          {isThen ? words.keepThen(moment) : words.backToThen(moment)}
        </button>
      )}
      {isThen && (
        <button type="button" className="button" onClick={() => go(answerNow)}>
          {words.takeNow}
        </button>
      )}
    </p>
  );
}

function sentenceOf({ id, fate }: MovedLayer, catalogue: Catalogue): string {
  return words.fates[fate](findLayer(catalogue, id).title);
}

function shownSentence(moved: MovedLink, isThen: boolean): string {
  if (!canReopen(moved)) return words.lost;
  if (!isThen) return words.shownNow;
  return isWhole(moved) ? words.shownThen : words.shownPart;
}
