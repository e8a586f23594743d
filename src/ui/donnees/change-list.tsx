import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import type { Change } from '../../domain/change.ts';
import { CHANGE_SYMBOLS } from '../../map/style/change-symbols.ts';
import { chooseChange } from '../../state/version-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { SymbolSwatch } from '../legend/symbol-swatch.tsx';
import { comparison as words } from '../strings/donnees.ts';

interface ChangeListProps {
  changes: Change[];
  onSeeMap: () => void;
}

/** Features that changed, one a line; those out of sight are not in the page. */
export function ChangeList({ changes, onSeeMap }: ChangeListProps) {
  const box = useRef<HTMLUListElement>(null);
  const virtual = useVirtualizer({
    count: changes.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  useFollowChosen(changes, virtual.scrollToIndex, box);
  return (
    <ul className="change-list" ref={box} tabIndex={-1} aria-label={words.list}>
      <li aria-hidden="true" style={{ height: virtual.getTotalSize() }} />
      {virtual.getVirtualItems().map(({ index, start }) => {
        const change = changes[index];
        return (
          change && (
            <li
              key={`${change.rowBefore} ${change.rowAfter}`}
              className="change-row"
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
              aria-setsize={changes.length}
              aria-posinset={index + 1}
            >
              <ChangeButton change={change} onSeeMap={onSeeMap} />
            </li>
          )
        );
      })}
    </ul>
  );
}

/**
 * Shows the line of a change that was chosen elsewhere, on the map; once its detail is closed, the line takes the focus that
 * the detail had.
 */
function useFollowChosen(
  changes: readonly Change[],
  scrollToIndex: (index: number) => void,
  box: RefObject<HTMLUListElement | null>,
): void {
  const chosen = useAppState((state) => state.change);
  const last = useRef<number>(-1);
  useEffect(() => {
    if (chosen) {
      last.current = changes.findIndex((change) => isSame(chosen, change));
      if (last.current >= 0) scrollToIndex(last.current);
      return;
    }
    const hasLostFocus = document.activeElement === document.body;
    if (last.current < 0 || !hasLostFocus) return;
    const line = box.current?.querySelector<HTMLElement>(`[aria-posinset="${last.current + 1}"]`);
    (line?.querySelector('button') ?? box.current)?.focus({ preventScroll: line !== null });
    last.current = -1;
  }, [chosen, changes, scrollToIndex, box]);
}

function ChangeButton({ change, onSeeMap }: { change: Change; onSeeMap: () => void }) {
  const act = useAct();
  const isChosen = useAppState((state) => isSame(state.change, change));
  const geometry = useAppState(({ diff }) =>
    diff.kind === 'ready' ? diff.to.geometry : 'polygon',
  );
  return (
    <button
      type="button"
      className="change-button"
      aria-pressed={isChosen}
      onClick={() => {
        act((state) => chooseChange(state, change));
        onSeeMap();
      }}
    >
      <SymbolSwatch symbol={CHANGE_SYMBOLS[geometry][change.kind]} geometry={geometry} />
      <span className="change-key">{change.key || words.noKey}</span>
      <span className="quiet">{words.kinds[change.kind]}</span>
    </button>
  );
}

const isSame = (a: Change | null, b: Change) =>
  a !== null && a.rowBefore === b.rowBefore && a.rowAfter === b.rowAfter;

/** Height of a line: that of a control, so that a finger finds it. */
const ROW_PX = 44;
