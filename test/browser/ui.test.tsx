import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { Feature } from '../../src/domain/feature.ts';
import type { Engine, EngineMessages, MessageName } from '../../src/engine/protocol.ts';
import { openCard, setCatalogue } from '../../src/state/actions.ts';
import { createEffects } from '../../src/state/effects.ts';
import { type AppStore, createAppStore } from '../../src/state/store.ts';
import { App } from '../../src/ui/app.tsx';
import { AppContext, type ExportServices } from '../../src/ui/app-context.tsx';
import { keptNowhere } from '../helpers/kept-nowhere.ts';
import { createAtlas } from '../ui/create-atlas.ts';

/** The Question screen is fetched when it is first shown, on a machine that other tests share. */
const PATIENCE_MS = 20_000;

/** What the engine was asked, in order. */
let asked: { name: MessageName; request: unknown }[];
let store: AppStore;
let root: Root;

beforeEach(() => {
  asked = [];
  store = createAppStore();
  store.setState((state) => setCatalogue(state, createAtlas()));
  const container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

/** An engine that finds one place and never ends answering. */
const engine: Engine = {
  async call<N extends MessageName>(name: N, request: EngineMessages[N]['request']) {
    asked.push({ name, request });
    const extent = [2.6, 50.5, 2.7, 50.6];
    const place = { layer: 'parcelles', key: '1', title: 'Béthune', subtitle: '', extent };
    if (name === 'search') return [place] as unknown as EngineMessages[N]['response'];
    return new Promise<EngineMessages[N]['response']>(() => undefined);
  },
};

/** Nothing is taken away in these tests. */
const noExports: ExportServices = {
  answerContent: () => Promise.reject(new Error('no export in this test')),
  printSource: () => Promise.reject(new Error('no map in this test')),
  featureExtent: () => Promise.resolve(null),
};

function render(): void {
  const effects = createEffects(store, {
    ...keptNowhere,
    engine,
    baseUrl: location.href,
    fetchRestricted: async () => null,
    fetchCatalogue: async () => createAtlas(),
    fetchLibrary: () => Promise.reject(new Error('no library in this test')),
    fetchHistory: () => Promise.reject(new Error('no history in this test')),
    decodeRows: async () => ({ columns: [], rows: [] }),
    openRows: async () => ({ columns: [], length: 0, rowAt: () => [], valueAt: () => null }),
  });
  const createMap = () => {
    throw new AppError('webgl-missing', 'no WebGL 2 in this test');
  };
  root.render(
    <AppContext
      value={{ store, effects, exports: noExports, createMap, createOtherMap: createMap }}
    >
      <App />
    </AppContext>,
  );
}

/** The element of that role and name, once it is there. */
function find(selector: string, text = ''): Promise<HTMLElement> {
  return vi.waitFor(() => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)];
    const found = all.find((element) => element.textContent?.includes(text));
    if (!found) throw new Error(`no ${selector} with "${text}"`);
    return found;
  }, PATIENCE_MS);
}

async function type(selector: string, text: string): Promise<HTMLInputElement> {
  const input = (await find(selector)) as HTMLInputElement;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return input;
}

const press = (element: HTMLElement, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

test('without WebGL the map says so and the layers are still there', async () => {
  render();
  await find('[role=alert]', 'WebGL 2');
  await find('.catalogue .theme');
  for (const theme of document.querySelectorAll<HTMLElement>('.catalogue .theme summary'))
    theme.click();
  await find('.layer-row', 'Parcelles');
});

test('HTML in an attribute is shown as text, and Escape closes the card', async () => {
  render();
  const feature: Feature = {
    layer: 'parcelles',
    row: 0,
    key: '<img src=x onerror=alert(1)>',
    attributes: { nom: '<b>Pré</b>', adresse: 'javascript:alert(1)' },
    extent: null,
    size: 1250,
  };
  store.setState((state) => openCard(state, [feature]));
  const card = await find('.card', '<b>Pré</b>');
  expect(card.querySelector('b, .feature-card img, a')).toBeNull();
  press(document.body, 'Escape');
  await vi.waitFor(() => expect(document.querySelector('.card')).toBeNull());
});

test('Enter in the search field opens the first place, even before it has come', async () => {
  render();
  (await find('[role=combobox]')).focus();
  press(await type('[role=combobox]', 'béth'), 'Enter');
  await vi.waitFor(() => {
    expect(asked.at(-1)).toEqual({ name: 'feature', request: { layer: 'parcelles', key: '1' } });
  });
});
