import { type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { stepDrawing, stopDrawing } from '../../state/drawing-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { drawing as words } from '../strings/drawing.ts';
import { vertices } from '../strings/vertices.ts';
import { OtherWays } from './other-ways.tsx';

/** Over the map while something is drawn: what to do, what is wrong, and the same steps as keys and as buttons. */
export function DrawingBar() {
  const drawing = useAppState((state) => state.drawing);
  const facts = useAppState(({ drawing: current, shapeFacts }) =>
    current?.edited ? shapeFacts[current.edited] : undefined,
  );
  const [isListed, setListed] = useState(false);
  const steps = useSteps();
  useDrawingKeys(steps);
  const bar = useBorrowedFocus(drawing !== null);
  if (!drawing) return null;
  const { kind, edited } = drawing;
  const fault = facts?.fault;
  return (
    <section ref={bar} tabIndex={-1} className="drawing-bar" aria-label={words.bar}>
      <p aria-live="polite">{edited ? words.howEdit : words.how[kind]}</p>
      {edited && fault && (
        <p className="drawing-fault" role="alert">
          {words.fault(edited, fault)}
        </p>
      )}
      {!edited && <p className="quiet drawing-keys">{words.keys}</p>}
      <p className="drawing-steps">
        {(kind !== 'point' || edited) && (
          <button type="button" className="button" onClick={steps.finish}>
            {words.finish}
          </button>
        )}
        {(kind !== 'point' || edited) && (
          <button type="button" className="button" onClick={steps.undo}>
            {edited ? words.undoEdit : words.undo}
          </button>
        )}
        <button type="button" className="button" onClick={steps.cancel}>
          {edited ? words.close : words.cancel}
        </button>
      </p>
      {edited ? (
        <details
          className="other-ways"
          onToggle={({ currentTarget }) => setListed(currentTarget.open)}
        >
          <summary>{vertices.title}</summary>
          {isListed && (
            <Suspense>
              <VertexEditor key={edited} name={edited} />
            </Suspense>
          )}
        </details>
      ) : (
        <OtherWays />
      )}
    </section>
  );
}

const VertexEditor = lazyPart(async () => (await import('./vertex-editor.tsx')).VertexEditor);

/** Takes the focus to the bar as long as something is drawn, then back to what started it, unless it went elsewhere meanwhile. */
function useBorrowedFocus(isDrawing: boolean): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const [element, before] = [bar.current, document.activeElement];
    if (!isDrawing || !element) return;
    element.focus({ preventScroll: true });
    return () => {
      const { activeElement, body } = document;
      const isLost = activeElement === body || element.contains(activeElement);
      if (isLost && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [isDrawing]);
  return bar;
}

interface Steps {
  finish(): void;
  undo(): void;
  cancel(): void;
}

function useSteps(): Steps {
  const act = useAct();
  const { finishEditing } = useEffects();
  const isEditing = useAppState((state) => Boolean(state.drawing?.edited));
  return {
    finish: () => (isEditing ? void finishEditing() : act((state) => stepDrawing(state, 'finish'))),
    undo: () => act((state) => stepDrawing(state, 'undo')),
    cancel: () => act(stopDrawing),
  };
}

/** Enter, Backspace (or Ctrl and Z) and Escape, unless a field or a button has the key for itself. */
function useDrawingKeys({ finish, undo, cancel }: Steps): void {
  const isDrawing = useAppState((state) => state.drawing !== null);
  useEffect(() => {
    if (!isDrawing) return;
    const onKey = (event: KeyboardEvent) => {
      const isBusy = event.target instanceof Element && event.target.closest(FIELDS) !== null;
      if (event.defaultPrevented || isBusy) return;
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey);
      if (event.key === 'Escape') cancel();
      else if (event.key === 'Enter') finish();
      else if (event.key === 'Backspace' || isUndo) undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isDrawing, finish, undo, cancel]);
}

/** What keeps keys for itself. */
const FIELDS = 'input, select, textarea, button, summary, a, dialog, [contenteditable]';
