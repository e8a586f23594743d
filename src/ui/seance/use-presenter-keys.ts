import { type RefObject, useCallback, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { type KeyCommand, keyToCommand } from '../../state/seance-keys.ts';
import { canDismiss, type PresenterCommand } from '../../state/seance-presenter.ts';
import { useServices } from '../app-context.tsx';
import { useSeance } from './seance-context.ts';
import { timeScene } from './time-scene.ts';

/** What a window of the presentation does with the keys pressed in it. */
export interface ShowCommands {
  /** Does what a button asks for. */
  run(command: KeyCommand): void;
  /** Does what a key asks for, unless it belongs to the browser or to a field. */
  onKey(event: KeyboardEvent): void;
}

/**
 * The keys of the presentation, heard before the map hears them. "Next" first shows the rest of a text that is longer than the
 * screen, then the next item, and "previous" likewise: nothing stays unseen, and a remote has two keys only.
 */
export function usePresenterKeys(
  panel: RefObject<HTMLElement | null>,
  toggleFullScreen: () => void,
): ShowCommands {
  const { store, effects } = useServices();
  const seance = useSeance();
  const run = useCallback(
    (command: KeyCommand) => {
      const state = store.getState();
      const { presenter } = state.seance;
      if (!presenter) return;
      if (command.kind === 'full-screen') toggleFullScreen();
      else if (command.kind === 'escape') {
        if (canDismiss(presenter)) seance.command({ kind: 'dismiss' });
        else if (state.card.kind !== 'closed') effects.closeCard();
        else seance.leave();
      } else if (presenter.isBlank || !scrollFor(command, panel.current)) {
        // The legend of the scene is then there to be measured before the map flies.
        timeScene(store, () => flushSync(() => seance.command(command)));
      }
    },
    [store, effects, seance, panel, toggleFullScreen],
  );
  const onKey = useCallback(
    (event: KeyboardEvent) => {
      const { presenter } = store.getState().seance;
      const command = presenter && keyToCommand(pressedOf(event), presenter.typed);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      run(command);
    },
    [store, run],
  );
  useEffect(() => {
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [onKey]);
  return { run, onKey };
}

/** Scrolls the text by what is in sight of it, less a line; false where the command is no step, or the end that way is in sight. */
function scrollFor({ kind }: PresenterCommand, text: HTMLElement | null): boolean {
  if (!text || (kind !== 'next' && kind !== 'previous')) return false;
  const { scrollTop, clientHeight, scrollHeight } = text;
  const left = kind === 'next' ? scrollHeight - clientHeight - scrollTop : scrollTop;
  if (left <= SLACK_PX) return false;
  text.scrollBy({ top: clientHeight * SCROLLED_SHARE * (kind === 'next' ? 1 : -1) });
  return true;
}

/** Less than this below the edge is padding. */
const SLACK_PX = 24;

/** Of the height in sight: the last lines stay, for the eye to follow. */
const SCROLLED_SHARE = 0.8;

function pressedOf(event: KeyboardEvent) {
  const element = event.target instanceof Node ? (event.target as Partial<HTMLElement>) : null;
  const { matches } = element ?? {};
  const is = (selector: string) => (matches ? matches.call(element, selector) : false);
  return {
    key: event.key,
    code: event.code,
    isCombined: event.ctrlKey || event.altKey || event.metaKey,
    isInField: is('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'),
    isOnButton: is('button, a, summary, input[type="checkbox"]'),
  };
}
