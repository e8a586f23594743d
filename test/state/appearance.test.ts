import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { setAppearance } from '../../src/state/actions.ts';
import { APPEARANCE_KEY, keepAppearance } from '../../src/state/appearance.ts';
import { createAppStore } from '../../src/state/store.ts';

const createHost = (appearance?: string) => {
  const kept = new Map<string, string>();
  const dataset: DOMStringMap = appearance ? { appearance } : {};
  const document = { documentElement: { dataset } };
  const localStorage = { setItem: (key: string, text: string) => void kept.set(key, text) };
  return { host: { document, localStorage }, dataset, kept };
};

it('an appearance that was chosen is put on the page and kept', () => {
  const { host, dataset, kept } = createHost();
  const store = createAppStore();
  keepAppearance(store, host);
  expect(store.getState().appearance).toBe('system');
  store.setState((state) => setAppearance(state, 'dark'));
  expect(dataset.appearance).toBe('dark');
  expect([...kept]).toEqual([[APPEARANCE_KEY, 'dark']]);
});

it('the appearance of the first paint is taken over, and what nobody offers is as the system says', () => {
  for (const [painted, known] of [
    ['dark', 'dark'],
    ['light', 'light'],
    ['pink', 'system'],
  ] as const) {
    const store = createAppStore();
    keepAppearance(store, createHost(painted).host);
    expect(store.getState().appearance).toBe(known);
  }
});

it('a storage that refuses is told of, and the choice holds', () => {
  const { host } = createHost();
  const store = createAppStore();
  const refuse = () => {
    throw new Error('full');
  };
  keepAppearance(store, { ...host, localStorage: { setItem: refuse } });
  store.setState((state) => setAppearance(state, 'dark'));
  expect(store.getState().appearance).toBe('dark');
  expect(store.getState().notices.map(({ error }) => error.code)).toEqual(['storage-refused']);
});

it('what runs before the first paint reads the same key', () => {
  const text = readFileSync(new URL('../../src/first-paint.js', import.meta.url), 'utf8');
  expect(text).toContain(`'${APPEARANCE_KEY}'`);
});
