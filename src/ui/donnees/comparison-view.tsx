import { ArrowLeft, ArrowLeftRight } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { changesOf } from '../../domain/change.ts';
import type { Layer } from '../../domain/layer.ts';
import type { LayerDiff } from '../../domain/layer-diff.ts';
import { chooseChange } from '../../state/version-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { ProgressLine } from '../frame/progress-line.tsx';
import { useHeadingFirst } from '../indicateurs/use-heading-first.ts';
import { comparison as words } from '../strings/donnees.ts';
import { formatCount } from '../strings/format.ts';
import { ChangeBrowser } from './change-browser.tsx';
import { useVersionDate } from './use-version-date.ts';

interface ComparisonViewProps {
  layer: Layer;
  onSeeMap: () => void;
}

/** Two versions of a layer compared: how many features changed and how, then each of them. Escape leaves it. */
export function ComparisonView({ layer, onSeeMap }: ComparisonViewProps) {
  const { compare, leaveComparison } = useEffects();
  const comparison = useAppState((state) => state.comparison);
  const status = useAppState((state) => state.diff);
  const heading = useHeadingFirst();
  const dateOf = useVersionDate(layer.id);
  useEscapeToLeave();
  if (!comparison) return null;
  const { from, to } = comparison;
  return (
    <div className="data comparison">
      <button type="button" className="link-button back-link" onClick={leaveComparison}>
        <ArrowLeft size={16} aria-hidden="true" />
        {words.leave}
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {layer.title}
      </h2>
      <p className="comparison-title">{words.title(dateOf(from), dateOf(to))}</p>
      {status.kind === 'comparing' && (
        <ProgressLine
          progress={status.progress}
          first={words.comparing}
          stop={words.stop}
          takesFocus={false}
          onStop={leaveComparison}
        />
      )}
      {status.kind === 'failed' && (
        <div role="alert">
          <ErrorText error={status.error} />
        </div>
      )}
      {status.kind === 'ready' && (
        <>
          <button
            type="button"
            className="button"
            onClick={() => void compare({ layer: layer.id, from: to, to: from })}
          >
            <ArrowLeftRight size={16} aria-hidden="true" />
            {words.swap}
          </button>
          <DiffNotes diff={status.diff} layer={layer} />
          <Changes diff={status.diff} onSeeMap={onSeeMap} />
        </>
      )}
    </div>
  );
}

function Changes({ diff, onSeeMap }: { diff: LayerDiff; onSeeMap: () => void }) {
  const changes = useMemo(() => changesOf(diff), [diff]);
  if (changes.length === 0) return null;
  return <ChangeBrowser changes={changes} onSeeMap={onSeeMap} />;
}

/** What a reader must know of the whole before reading the list. */
function DiffNotes({ diff, layer }: { diff: LayerDiff; layer: Layer }) {
  const { added, removed, changed, unchanged, fieldsAdded, fieldsRemoved, fieldsRetyped } = diff;
  const isSame = added.length + removed.length + changed.length === 0;
  return (
    <div role="status" className="diff-notes">
      {isSame && <p>{words.same}</p>}
      {diff.key === null && <p className="quiet">{words.noCommonKey}</p>}
      <ul className="diff-counts">
        {countsOf(diff).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="quiet">{words.unchanged(unchanged, layer.noun)}</p>
      {fieldsAdded.length > 0 && <p className="quiet">{words.fieldsAdded(fieldsAdded)}</p>}
      {fieldsRemoved.length > 0 && <p className="quiet">{words.fieldsRemoved(fieldsRemoved)}</p>}
      {fieldsRetyped.length > 0 && <p className="quiet">{words.fieldsRetyped(fieldsRetyped)}</p>}
    </div>
  );
}

function countsOf({ added, removed, changed }: LayerDiff): string[] {
  const moved = changed.filter(({ isMoved }) => isMoved).length;
  const counts = [
    [added.length, words.counts.added],
    [removed.length, words.counts.removed],
    [moved, words.counts.moved],
    [changed.length - moved, words.counts.edited],
  ] as const;
  return counts.filter(([count]) => count > 0).map(([count, noun]) => formatCount(count, noun));
}

/** Escape closes the change that is open, then leaves the comparison, unless something has taken the key for itself. */
function useEscapeToLeave(): void {
  const act = useAct();
  const { leaveComparison } = useEffects();
  const isChosen = useAppState((state) => state.change !== null);
  const isCardOpen = useAppState((state) => state.card.kind !== 'closed');
  useEffect(() => {
    if (isCardOpen) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (isChosen) act((state) => chooseChange(state, null));
      else leaveComparison();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act, leaveComparison, isChosen, isCardOpen]);
}
