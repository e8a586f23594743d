import { Pin, PinOff, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import {
  clearPast,
  dropPast,
  MAX_PAST,
  type PastStatement,
  pinPast,
} from '../../state/past-statements.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { formatMoment } from '../strings/format.ts';
import { sqlScreen } from '../strings/sql-screen.ts';

/** The statements that were run on this territory in this browser: found by their text, pinned, taken up again. */
export function SqlHistory({ onOpen }: { onOpen: (text: string) => void }) {
  const past = useAppState((state) => state.pastStatements);
  const act = useAct();
  const id = useId();
  const [sought, setSought] = useState('');
  const words = sqlScreen.history;
  const change = (by: (all: PastStatement[]) => PastStatement[]) =>
    act((state) => ({ ...state, pastStatements: by(state.pastStatements) }));
  const found = past.filter(({ text }) => text.toLowerCase().includes(sought.toLowerCase()));
  const ordered = [...found].sort((a, b) => Number(b.isPinned) - Number(a.isPinned));
  return (
    <details className="sql-help">
      <summary>{`${words.title} (${past.length})`}</summary>
      {past.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <>
          <p className="sql-history-tools">
            <label className="visually-hidden" htmlFor={id}>
              {words.search}
            </label>
            <input
              id={id}
              type="search"
              value={sought}
              placeholder={words.search}
              onChange={({ target }) => setSought(target.value)}
            />
            <button
              type="button"
              className="button"
              title={words.clearHelp}
              onClick={() => change(clearPast)}
            >
              {words.clear}
            </button>
          </p>
          {ordered.length === 0 && <p role="status">{words.noMatch}</p>}
          <ol className="sql-history">
            {ordered.map((one) => (
              <li key={one.text}>
                <button
                  type="button"
                  className="sql-past"
                  aria-label={words.open(one.text.slice(0, 80))}
                  onClick={() => onOpen(one.text)}
                >
                  <code className="sql-past-text">{one.text}</code>
                  <span className="quiet">{`${formatMoment(one.at)} · ${outcomeOf(one)}`}</span>
                </button>
                <IconButton
                  label={one.isPinned ? words.unpin : words.pin}
                  icon={one.isPinned ? PinOff : Pin}
                  onClick={() => change((all) => pinPast(all, one.text))}
                />
                <IconButton
                  label={words.drop}
                  icon={Trash2}
                  onClick={() => change((all) => dropPast(all, one.text))}
                />
              </li>
            ))}
          </ol>
          <p className="quiet">{words.kept(MAX_PAST)}</p>
        </>
      )}
    </details>
  );
}

function outcomeOf({ rows, elapsedMs }: PastStatement): string {
  if (rows === null || elapsedMs === null) return sqlScreen.history.failed;
  return sqlScreen.history.rows(rows, elapsedMs);
}
