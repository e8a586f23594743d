import { expect, test } from 'vitest';
import { writeStatement } from '../../src/state/actions.ts';
import { clearPast, pinPast } from '../../src/state/past-statements.ts';
import { keepStatements } from '../../src/state/statement-storage.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';

/** A browser with tabs: each has its own statement in work, all share the history. */
function createBrowser() {
  const shared = new Map<string, string>();
  const listeners: ((event: { key: string | null }) => void)[] = [];
  const storageOf = (held: Map<string, string>) => ({
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
    removeItem: (key: string) => void held.delete(key),
  });
  let clock = 0;
  const openTab = (own = new Map<string, string>()) => {
    const store = createAppStore();
    const host = {
      sessionStorage: storageOf(own),
      localStorage: storageOf(shared),
      addEventListener: (_: 'storage', listener: (event: { key: string | null }) => void) =>
        void listeners.push(listener),
    };
    keepStatements(store, host, () => `2026-01-01T00:00:0${clock++}Z`);
    store.setState({ catalogue: createCatalogue([]) });
    const run = (text: string) => {
      store.setState({ ran: text, sql: { kind: 'running', progress: null } });
      const error = { code: 'sql-invalid', message: '', context: { reason: 'syntax' } } as const;
      store.setState({ sql: { kind: 'failed', error } });
    };
    const texts = () => store.getState().pastStatements.map(({ text }) => text);
    return { store, run, texts, own };
  };
  return { openTab, tell: () => listeners.forEach((listener) => void listener({ key: null })) };
}

test('a tab that is loaded again has its statement back', () => {
  const { openTab } = createBrowser();
  const { store, own } = openTab();
  store.setState((state) => writeStatement(state, 'SELECT 1'));
  expect(openTab(own).store.getState().statement).toBe('SELECT 1');
  expect(openTab().store.getState().statement).toBe('');
});

test('what was run is kept once each, the latest first, with what became of it', () => {
  const { openTab } = createBrowser();
  const { run, texts, store } = openTab();
  for (const text of ['a', 'b', 'a']) run(text);
  expect(texts()).toEqual(['a', 'b']);
  expect(store.getState().pastStatements[0]).toMatchObject({ rows: null, failure: 'syntax' });
  expect(openTab().texts()).toEqual(['a', 'b']);
});

test('two tabs share one history', () => {
  const { openTab, tell } = createBrowser();
  const [one, other] = [openTab(), openTab()];
  one.run('a');
  other.run('b');
  expect(other.texts()).toEqual(['b', 'a']);
  tell();
  expect(one.texts()).toEqual(['b', 'a']);
});

test('a pinned statement stays when the history is cleared', () => {
  const { openTab } = createBrowser();
  const { run, store } = openTab();
  for (const text of ['a', 'b']) run(text);
  store.setState(({ pastStatements }) => ({ pastStatements: pinPast(pastStatements, 'a') }));
  store.setState(({ pastStatements }) => ({ pastStatements: clearPast(pastStatements) }));
  expect(openTab().texts()).toEqual(['a']);
});
