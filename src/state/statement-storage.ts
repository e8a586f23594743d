import { AppError, errorToData } from '../domain/errors.ts';
import { addNotice, writeStatement } from './actions.ts';
import type { AppState } from './app-state.ts';
import { addPast, type PastStatement, textToPast } from './past-statements.ts';
import type { AppStore } from './store.ts';

/** The part of a page that keeps statements: those in work for its tab, those that were run for all; `window` is one. */
export interface StatementHost {
  /** Both throw where the browser keeps nothing. */
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  addEventListener(type: 'storage', listener: (event: { key: string | null }) => void): void;
}

/** Key of the statement in work, in the storage of the tab. */
const STATEMENT_KEY = 'arpent.sql';

/**
 * Keeps the statement being written and gives it back to a tab that is loaded again; keeps the statements that were run, by
 * territory. A change of the history is made to what the storage holds then, so that two tabs never write over each other.
 * A storage that refuses is told of once.
 */
export function keepStatements(
  store: AppStore,
  host: StatementHost,
  now: () => string = () => new Date().toISOString(),
): void {
  let isRefused = false;
  /** The history as it was last read or written here. */
  let known: PastStatement[] = [];
  const attempt = <T>(use: () => T): T | null => {
    try {
      return use();
    } catch (cause) {
      if (isRefused) return null;
      isRefused = true;
      const error = new AppError('storage-refused', `storage of statements: ${cause}`, {}, cause);
      store.setState((state) => addNotice(state, errorToData(error)));
      return null;
    }
  };
  const readPast = (key: string) =>
    textToPast(attempt(() => host.localStorage.getItem(key)) ?? '[]');
  const show = (past: PastStatement[]) => {
    known = past;
    store.setState({ pastStatements: past });
  };
  const kept = attempt(() => host.sessionStorage.getItem(STATEMENT_KEY));
  if (kept) store.setState((state) => writeStatement(state, kept));
  store.subscribe((state, before) => {
    const key = keyOf(state);
    if (key !== null && key !== keyOf(before)) show(readPast(key));
    if (state.statement !== before.statement) keepWritten(state.statement);
    const ended = state.sql !== before.sql ? endOf(state, now) : null;
    if (ended) store.setState({ pastStatements: addPast(store.getState().pastStatements, ended) });
    const { pastStatements } = store.getState();
    if (key !== null && pastStatements !== known) write(key, pastStatements);
  });
  host.addEventListener('storage', ({ key }) => {
    const own = keyOf(store.getState());
    if (own !== null && (key === null || key === own)) show(readPast(own));
  });

  function keepWritten(text: string): void {
    attempt(() =>
      text === ''
        ? host.sessionStorage.removeItem(STATEMENT_KEY)
        : host.sessionStorage.setItem(STATEMENT_KEY, text),
    );
  }

  /** Writes the history with what another tab put there since it was read. */
  function write(key: string, past: PastStatement[]): void {
    const seen = new Set([...known, ...past].map(({ text }) => text));
    const merged = [...readPast(key).filter(({ text }) => !seen.has(text)), ...past];
    merged.sort((a, b) => b.at.localeCompare(a.at));
    attempt(() => host.localStorage.setItem(key, JSON.stringify(merged)));
    show(merged);
  }
}

function keyOf({ catalogue }: AppState): string | null {
  return catalogue && `arpent.sql:${catalogue.territory.siren}`;
}

/** What became of the statement that ran, once it has ended. */
function endOf({ sql, ran }: AppState, now: () => string): Omit<PastStatement, 'isPinned'> | null {
  if (ran === null) return null;
  const entry = { text: ran, at: now() };
  if (sql.kind === 'ready') {
    const { rowCount: rows, elapsedMs } = sql.result;
    return { ...entry, rows, elapsedMs, failure: null };
  }
  if (sql.kind !== 'failed') return null;
  const failure = String(sql.error.context.reason ?? sql.error.code);
  return { ...entry, rows: null, elapsedMs: null, failure };
}
