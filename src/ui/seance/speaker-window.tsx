import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Presenter } from '../../state/seance-presenter.ts';
import { show } from '../strings/seance.ts';
import { useSeance } from './seance-context.ts';
import { SpeakerNotes } from './speaker-notes.tsx';
import type { ShowCommands } from './use-presenter-keys.ts';

interface SpeakerWindowProps {
  presenter: Presenter;
  commands: ShowCommands;
}

/**
 * The speaker's notes in a window of their own, on the speaker's screen. It is drawn by this page, so that it shows the same
 * state, and its keys are those of the presentation.
 */
export function SpeakerWindow({ presenter, commands: { onKey } }: SpeakerWindowProps) {
  const [opened, setOpened] = useState<Window | null>(null);
  const [isRefused, setRefused] = useState(false);
  const { command } = useSeance();
  useEffect(() => {
    const other = window.open('', 'arpent-orateur', 'popup,width=960,height=720');
    if (!other) {
      setRefused(true);
      const timer = setTimeout(() => command({ kind: 'notes' }), TOLD_MS);
      return () => clearTimeout(timer);
    }
    furnish(other.document);
    other.addEventListener('keydown', onKey);
    setOpened(other);
    const watch = setInterval(() => {
      if (other.closed) command({ kind: 'notes' });
    }, WATCH_MS);
    return () => {
      clearInterval(watch);
      other.close();
    };
  }, [onKey, command]);
  if (isRefused) {
    return (
      <p className="show-typed" role="alert">
        {show.noNotes}
      </p>
    );
  }
  return opened && createPortal(<SpeakerNotes presenter={presenter} />, opened.document.body);
}

/** How long the room sees that the window was blocked. */
const TOLD_MS = 6000;

/** How often it is looked whether the speaker has closed the window. */
const WATCH_MS = 500;

/** Gives an empty document the language, title and style sheets of the page; a sheet that the policy allows here it allows there. */
function furnish(target: Document): void {
  target.documentElement.lang = 'fr';
  target.title = show.notes.title;
  const sheets = document.querySelectorAll('link[rel="stylesheet"], style');
  target.head.replaceChildren(
    ...[...sheets].map((sheet) => {
      const copy = target.importNode(sheet, true);
      if (sheet instanceof HTMLLinkElement) copy.setAttribute('href', sheet.href);
      return copy;
    }),
  );
}
