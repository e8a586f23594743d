import { currentItem, itemsOf } from '../../state/seance-actions.ts';
import type { Presenter } from '../../state/seance-presenter.ts';
import { useAppState } from '../app-context.tsx';
import { show } from '../strings/seance.ts';
import '../styles/seance-notes.css';
import { useSeance } from './seance-context.ts';
import { formatElapsed, useClock } from './show-timer.tsx';

const words = show.notes;

/** What the speaker alone sees: notes, the item and the one after it, the time taken, the time of day. */
export function SpeakerNotes({ presenter }: { presenter: Presenter }) {
  const item = useAppState(currentItem);
  const items = useAppState(itemsOf);
  const { command } = useSeance();
  const now = useClock();
  if (!item) return null;
  const next = items[presenter.index + 1];
  const clock = new Date(now).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' });
  return (
    <main className="notes">
      <header>
        <p>{`${show.progress(presenter.index + 1, items.length)} · ${show.point(item.number)}`}</p>
        <h1>{item.title}</h1>
        {presenter.isBlank && <p className="notes-blank">{words.blank}</p>}
      </header>
      <div className="notes-text">
        {(item.notes || words.none).split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <p className="notes-next">
        <strong>{next ? words.next : words.last}</strong>
        {next && ` ${show.point(next.number)} : ${next.title}`}
      </p>
      <footer>
        <dl>
          <div>
            <dt>{show.timer.item}</dt>
            <dd>{formatElapsed(now - presenter.itemAt)}</dd>
          </div>
          <div>
            <dt>{show.timer.total}</dt>
            <dd>{formatElapsed(now - presenter.startedAt)}</dd>
          </div>
          <div>
            <dt>{words.clock}</dt>
            <dd>{clock}</dd>
          </div>
        </dl>
        <button type="button" className="button" onClick={() => command({ kind: 'previous' })}>
          {show.controls.previous}
        </button>
        <button type="button" className="button" onClick={() => command({ kind: 'next' })}>
          {show.controls.next}
        </button>
        <button type="button" className="button" onClick={() => command({ kind: 'restart' })}>
          {show.timer.restart}
        </button>
      </footer>
    </main>
  );
}
