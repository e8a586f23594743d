import { describe, expect, it } from 'vitest';
import type { KeptContent } from '../../src/domain/kept-question.ts';
import { writeQuestionFile } from '../../src/domain/question-file.ts';
import { createKeptEffects } from '../../src/state/kept-effects.ts';
import { createKeptStorage } from '../../src/state/kept-storage.ts';
import { createAppStore } from '../../src/state/store.ts';
import { BrowserStorage } from '../helpers/browser-storage.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const catalogue = createCatalogue([createLayer({ id: 'zae' })]);

let minute = 0;
let ids = 0;

function createTab(browser = new BrowserStorage()) {
  const store = createAppStore({ catalogue });
  const host = browser.tab();
  const effects = createKeptEffects(store, {
    openStorage: (territory) => createKeptStorage(host, territory),
    now: () => new Date(Date.UTC(2026, 2, 3, 10, minute++)).toISOString(),
    newId: () => `id${++ids}`,
  });
  effects.readKept();
  const shelf = () => store.getState().shelf;
  const names = () => shelf().kept?.map((kept) => kept.name);
  const idOf = (wanted: string) => shelf().kept?.find((kept) => kept.name === wanted)?.id ?? '';
  return { browser, store, effects, shelf, names, idOf };
}

const contentOf = (name: string): KeptContent => ({
  name,
  description: '',
  theme: null,
  question: { target: 'zae', where: { kind: 'and', conditions: [] } },
  versions: null,
});

describe('the questions that a reader keeps', () => {
  it('are there at the next visit, the latest first', () => {
    const { browser, effects } = createTab();
    effects.keep(contentOf('Un'));
    effects.keep(contentOf('Deux'));
    expect(createTab(browser).names()).toEqual(['Deux', 'Un']);
  });

  it('that two tabs keep are all there, in both', () => {
    const one = createTab();
    const two = createTab(one.browser);
    one.effects.keep(contentOf('Un'));
    two.effects.keep(contentOf('Deux'));
    expect(one.names()).toEqual(['Deux', 'Un']);
    expect(two.names()).toEqual(['Deux', 'Un']);
  });

  it('that two tabs change keep what each changed', () => {
    const one = createTab();
    const two = createTab(one.browser);
    one.effects.keep(contentOf('Un'));
    const id = one.idOf('Un');
    one.effects.changeKept(id, { name: 'Zones' });
    two.effects.changeKept(id, { description: 'Pour le bureau' });
    expect(one.shelf().kept).toMatchObject([{ name: 'Zones', description: 'Pour le bureau' }]);
  });

  it('are copied, deleted and brought back', () => {
    const { effects, names, idOf, shelf } = createTab();
    effects.keep(contentOf('Un'));
    effects.duplicateKept(idOf('Un'), 'Un (copie)');
    effects.deleteKept(idOf('Un'));
    expect(names()).toEqual(['Un (copie)']);
    effects.restoreKept();
    expect(names()).toEqual(['Un', 'Un (copie)']);
    expect(shelf().deleted).toBeNull();
  });

  it('stay in the page where the browser has no room, or keeps nothing, and it says so', () => {
    const { browser, effects, names, shelf } = createTab();
    effects.keep(contentOf('Un'));
    browser.room = 1;
    effects.keep(contentOf('Deux'));
    expect(names()).toEqual(['Deux', 'Un']);
    expect(shelf().failure?.code).toBe('storage-full');
    browser.isRefusing = true;
    effects.keep(contentOf('Trois'));
    expect(names()).toContain('Trois');
    expect(shelf().failure?.code).toBe('storage-refused');
  });

  it('of a later edition are counted and left as they are', () => {
    const { browser, effects, idOf } = createTab();
    effects.keep(contentOf('Un'));
    const [key, text] = [...browser.entries][0] as [string, string];
    const later = text.replace('"schema":1', '"schema":2');
    browser.entries.set(key, later);
    const { shelf } = createTab(browser);
    expect(shelf()).toMatchObject({ kept: [], unread: 1 });
    expect(browser.entries.get(key)).toBe(later);
    expect(idOf('Un')).not.toBe('');
  });
});

describe('the file of a question', () => {
  const fileOf = (text: string) => ({ size: text.length, text: async () => text });

  it('comes into the form', async () => {
    const { store, effects } = createTab();
    await effects.openQuestionFile(
      fileOf(writeQuestionFile(contentOf('Zones'), catalogue.territory)),
    );
    const { screen, draft, shelf } = store.getState();
    expect([screen, draft]).toEqual(['question', contentOf('').question]);
    expect(shelf).toMatchObject({ part: null, opened: { content: { name: 'Zones' }, faults: [] } });
  });

  it('that cannot be read leaves the form as it was, and the library says why', async () => {
    const { store, effects } = createTab();
    const draft = { target: 'zae', where: { kind: 'and' as const, conditions: [] } };
    store.setState({ draft });
    await effects.openQuestionFile(fileOf('{'));
    expect(store.getState()).toMatchObject({
      draft,
      shelf: { part: 'miennes', failure: { code: 'question-file-invalid' } },
    });
    await effects.openQuestionFile({ size: 30_000_000, text: async () => '' });
    expect(store.getState().shelf.failure?.context.reason).toBe('size');
  });
});
