import { expect, test } from 'vitest';
import type { Condition, Question } from '../../src/domain/question.ts';
import { writeDraft } from '../../src/state/draft-history.ts';
import { DRAFT_KEY, draftToText, keepDraft, textToDraft } from '../../src/state/draft-storage.ts';
import { createAppStore } from '../../src/state/store.ts';

function createTab(entries: Record<string, string> = {}) {
  const held = new Map(Object.entries(entries));
  return {
    held,
    sessionStorage: {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, text: string) => void held.set(key, text),
      removeItem: (key: string) => void held.delete(key),
    },
  };
}

const ofAll = (...conditions: Condition[]): Question => ({
  target: 'parcelles',
  where: { kind: 'and', conditions },
});

const UNFINISHED = ofAll(
  { kind: 'compare', field: 'contenance', op: '>', value: Number.NaN },
  { kind: 'not', condition: { kind: 'among', field: 'etat', values: [] } },
  {
    kind: 'distance',
    metres: 100,
    layer: 'gone',
    where: [{ kind: 'contains', field: 'x', text: '' }],
  },
  {
    kind: 'inside',
    shape: { name: 'secteur 1', geometry: { type: 'Polygon', coordinates: [[[2.6, 50.5]]] } },
  },
);

test('what is still to be written comes back as it was left', () => {
  expect(textToDraft(draftToText({ draft: UNFINISHED, asked: null }))).toEqual({
    draft: UNFINISHED,
    asked: null,
  });
});

test('a tab that is loaded again has its question back, and what had been asked', () => {
  const tab = createTab();
  const before = createAppStore();
  keepDraft(before, tab);
  const asked = ofAll({ kind: 'empty', field: 'nom' });
  before.setState({ asked });
  before.setState((state) => writeDraft(state, UNFINISHED));
  const after = createAppStore();
  keepDraft(after, tab);
  expect(after.getState()).toMatchObject({ draft: UNFINISHED, restored: { asked } });
});

test('a question that is asked as it stands is not kept beside the address', () => {
  const tab = createTab();
  const store = createAppStore();
  keepDraft(store, tab);
  store.setState((state) => writeDraft(state, UNFINISHED));
  expect(tab.held.has(DRAFT_KEY)).toBe(true);
  store.setState({ asked: UNFINISHED });
  expect(tab.held.has(DRAFT_KEY)).toBe(false);
});

test.each([
  'nonsense',
  '{}',
  '{"draft":{"target":"a"}}',
  '{"draft":{"target":"a","where":{"kind":"and"}}}',
  '{"draft":{"target":"a","where":{"kind":"inside"}}}',
  '{"draft":{"target":"a","where":{"kind":"distance","layer":"b","where":[3]}}}',
])('%s restores nothing', (text) => {
  expect(textToDraft(text)).toBeNull();
});

test('a browser that keeps nothing says so once, and the form goes on', () => {
  const host = {
    get sessionStorage(): never {
      throw new Error('denied');
    },
  };
  const store = createAppStore();
  keepDraft(store, host);
  store.setState((state) => writeDraft(state, UNFINISHED));
  expect(store.getState().draft).toEqual(UNFINISHED);
  expect(store.getState().notices.map(({ error }) => error.code)).toEqual(['storage-refused']);
});
