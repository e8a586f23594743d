import { describe, expect, it } from 'vitest';
import { isAllowed, pageOrigin } from '../../src/embed/allowed-origins.ts';
import { isForAtlas, parseMessage } from '../../src/embed/contract.ts';
import { embedOptions, isEmbedded } from '../../src/embed/embed-options.ts';
import { type FrameWindow, listenToPage } from '../../src/embed/listen-to-page.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const OBJECT = { couche: 'zae', cle: 'ZAE-001' };

describe('a message of a page', () => {
  it.each([
    { arpent: 1, type: 'bonjour' },
    { arpent: 1, type: 'allerA', vue: [2.6, 50.5, 12] },
    { arpent: 1, type: 'allerA', id: 7, emprise: [2, 50, 3, 51] },
    { arpent: 1, type: 'allerA', id: 'x', objet: OBJECT },
    { arpent: 1, type: 'montrer', couches: [{ id: 'zae', opacite: 0.5 }, { id: 'communes' }] },
    { arpent: 1, type: 'selectionner', objet: null },
    { arpent: 1, type: 'poserQuestion', question: { target: 'zae' } },
  ])('is read: %j', (message) => {
    const { arpent: _edition, ...said } = message;
    expect(parseMessage(message)).toEqual(said);
  });

  it.each([
    [{ arpent: 2, type: 'bonjour' }, 'edition'],
    [{ arpent: 1, type: 'effacer' }, 'type'],
    [{ arpent: 1, type: 'toString' }, 'type'],
    [{ arpent: 1, type: 'allerA' }, 'content'],
    [{ arpent: 1, type: 'allerA', vue: [2.6, 50.5] }, 'content'],
    [{ arpent: 1, type: 'allerA', vue: [2.6, Number.NaN, 12] }, 'content'],
    [{ arpent: 1, type: 'allerA', vue: [500, 50.5, 12] }, 'content'],
    [{ arpent: 1, type: 'allerA', emprise: [3, 50, 2, 51] }, 'content'],
    [{ arpent: 1, type: 'allerA', objet: { couche: 'zae"', cle: 'a' } }, 'content'],
    [{ arpent: 1, type: 'montrer', couches: ['zae'] }, 'content'],
    [{ arpent: 1, type: 'montrer', couches: [{ id: 'zae', opacite: 2 }] }, 'content'],
    [{ arpent: 1, type: 'selectionner', objet: OBJECT, autre: 1 }, 'content'],
  ])('that cannot be read is refused with its reason: %j', (message, reason) => {
    expect(() => parseMessage(message)).toThrow(
      expect.objectContaining({
        code: 'message-invalid',
        context: expect.objectContaining({ reason }),
      }),
    );
  });

  it('is told from what others post', () => {
    const posted = ['arpent', null, 1, {}, { source: 'devtools' }, { arpent: 1 }];
    expect(posted.map(isForAtlas)).toEqual([false, false, false, false, false, true]);
  });
});

describe('who may talk', () => {
  const own = 'https://atlas.fr';
  const embed = { origins: ['https://www.ville.fr'] };

  it('is the origin of the atlas and those that the territory names, to the letter', () => {
    const asked = [
      own,
      'https://www.ville.fr',
      'http://www.ville.fr',
      'https://www.ville.fr.pirate.fr',
      'https://www.ville.fr:8443',
      'null',
      '',
    ];
    expect(asked.map((origin) => isAllowed(origin, own, { embed }))).toEqual([
      true,
      true,
      ...Array(5).fill(false),
    ]);
    expect(isAllowed('https://www.ville.fr', own, {})).toBe(false);
    expect(isAllowed('null', 'null', { embed: { origins: ['null'] } })).toBe(false);
  });

  it('is known from the browser where it tells', () => {
    const told = (ancestorOrigins: string[] | undefined, referrer: string) =>
      pageOrigin({
        location: ancestorOrigins ? { ancestorOrigins } : {},
        document: { referrer },
      });
    expect(told(['https://a.fr', 'https://b.fr'], '')).toBe('https://a.fr');
    expect(told(undefined, 'https://c.fr/page?x=1')).toBe('https://c.fr');
    expect(told(undefined, '')).toBeNull();
  });
});

describe('the atlas in a frame', () => {
  it('does what a page that may talk asks, and nothing for another', async () => {
    const { post, posted, store, listener } = createFrame('https://www.ville.fr');
    expect(posted.at(-1)).toMatchObject([{ arpent: 1, type: 'pret' }, 'https://www.ville.fr']);
    posted.length = 0;
    post('https://pirate.fr', { arpent: 1, type: 'montrer', couches: [] });
    post('https://pirate.fr', { arpent: 1, type: 'bonjour' });
    await settled();
    expect([store.getState().shown.length, posted.length, listener.refused()]).toEqual([1, 0, 2]);
    post('https://www.ville.fr', { arpent: 1, type: 'montrer', id: 3, couches: [{ id: 'zae' }] });
    await settled();
    expect(store.getState().shown).toEqual([{ id: 'zae', opacity: 1 }]);
    expect(posted).toEqual([[{ arpent: 1, type: 'fait', repond: 3 }, 'https://www.ville.fr']]);
  });

  it('replies with an error to what it cannot do, and goes on', async () => {
    const { post, posted, store } = createFrame('https://www.ville.fr');
    posted.length = 0;
    post('https://www.ville.fr', {
      arpent: 1,
      type: 'montrer',
      id: 'a',
      couches: [{ id: 'rien' }],
    });
    post('https://www.ville.fr', { arpent: 1, type: 'rien', id: 'b' });
    post('https://www.ville.fr', { arpent: 1, type: 'poserQuestion', question: 'oui' });
    await settled();
    const errors = posted
      .map(([message]) => message as Record<string, unknown>)
      .sort((a, b) => String(a.repond).localeCompare(String(b.repond)));
    expect(errors.map(({ type, code, repond }) => [type, code, repond])).toEqual([
      ['erreur', 'layer-unknown', 'a'],
      ['erreur', 'message-invalid', 'b'],
      ['erreur', 'question-invalid', undefined],
    ]);
    expect(store.getState().shown).toHaveLength(1);
  });

  it('tells nothing to a page that may not talk, nor to one that it does not know', () => {
    for (const page of ['https://pirate.fr', null]) {
      const { posted, store } = createFrame(page);
      store.setState({ view: { lng: 2, lat: 50, zoom: 9, extent: [1, 49, 3, 51] } });
      expect(posted).toEqual([]);
    }
  });

  it('tells where the map looks and what is chosen', () => {
    const { posted, store } = createFrame('https://www.ville.fr');
    posted.length = 0;
    store.setState({ view: { lng: 2, lat: 50, zoom: 9, extent: [1, 49, 3, 51] } });
    store.setState({ selection: { layer: 'zae', key: 'Z1' } });
    expect(posted.map(([message]) => message)).toEqual([
      { arpent: 1, type: 'vue', vue: [2, 50, 9], emprise: [1, 49, 3, 51] },
      { arpent: 1, type: 'selection', objet: { couche: 'zae', cle: 'Z1' } },
    ]);
  });
});

it('the query of a frame says what stands beside the map', () => {
  expect([isEmbedded('?embed=1'), isEmbedded('?embed=0'), isEmbedded('')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(embedOptions('?embed=1')).toEqual({ hasLegend: true, hasSearch: false, hasTools: false });
  expect(embedOptions('?embed=1&legende=0&recherche=1&outils=1')).toEqual({
    hasLegend: false,
    hasSearch: true,
    hasTools: true,
  });
});

/** A frame of the atlas in a page of that origin, which is told where it may not talk; what it posts, and to whom. */
function createFrame(page: string | null) {
  const posted: [unknown, string][] = [];
  const listeners: ((event: unknown) => void)[] = [];
  const catalogue = createCatalogue([createLayer({ id: 'zae' }), createLayer()]);
  const store = createAppStore({
    catalogue: {
      ...catalogue,
      territory: { ...catalogue.territory, embed: { origins: ['https://www.ville.fr'] } },
    },
    shown: [{ id: 'parcelles', opacity: 1 }],
  });
  const parent = { postMessage: (message: unknown, to: string) => posted.push([message, to]) };
  const frame = {
    parent,
    document: { referrer: '' },
    location: { origin: 'https://atlas.fr', ancestorOrigins: page ? [page] : [] },
    addEventListener: (_type: string, listener: (event: unknown) => void) =>
      listeners.push(listener),
    removeEventListener: () => {},
  } as unknown as FrameWindow;
  const listener = listenToPage(frame, {
    store,
    effects: {
      openFeature: async () => {},
      selectFeature: async () => {},
      ask: async () => {},
      cancelAsk: () => {},
    },
    say: ({ code }) => code,
  });
  const post = (origin: string, data: unknown) => {
    for (const heard of listeners) heard({ source: parent, origin, data });
  };
  return { post, posted, store, listener };
}

/** Lets what a message started end: its promises are all settled by then. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
