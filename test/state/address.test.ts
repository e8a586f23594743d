import { describe, expect, it } from 'vitest';
import { parseAddress, stateToAddress } from '../../src/state/address.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { createAppStore } from '../../src/state/store.ts';

const question = {
  target: 'parcelles',
  where: {
    kind: 'and' as const,
    conditions: [{ kind: 'contains' as const, field: 'nom', text: 'é&=#% "œ" ' }],
  },
};

function createState(overrides: Partial<AppState> = {}): AppState {
  return createAppStore({
    screen: 'question',
    view: { lng: 2.63671, lat: 50.53012, zoom: 12.5 },
    shown: [
      { id: 'zae', opacity: 0.35 },
      { id: 'communes', opacity: 1 },
    ],
    selection: { layer: 'parcelles', key: '62119000AB0123' },
    asked: question,
    pinned: { parcelles: '0a1b2c3d' },
    ...overrides,
  }).getState();
}

describe('an address', () => {
  it('holds the screen, view, layers, feature, question and versions', () => {
    const state = createState();
    expect(parseAddress(stateToAddress(state, []))).toEqual({
      screen: 'question',
      view: state.view,
      shown: state.shown,
      selection: state.selection,
      question,
      versions: state.pinned,
      theme: null,
      open: null,
      faults: [],
    });
  });

  it('holds the page of a theme, the question open on it and what was chosen', () => {
    const open = { id: 'q22', values: { commune: '62119', metres: 800 } };
    const page = createState({ screen: 'indicateurs', theme: 'risques', open, asked: null });
    const asked: AppState = { ...page, reply: { kind: 'asking', progress: null } };
    expect(stateToAddress(page, [])).toMatch(/^#\/indicateurs\?theme=risques&ouverte=q22&choix=/);
    expect(parseAddress(stateToAddress(page, []))).toMatchObject({
      theme: 'risques',
      open: { ...open, isAsked: false },
    });
    expect(parseAddress(stateToAddress(asked, [])).open).toEqual({ ...open, isAsked: true });
    expect(parseAddress(stateToAddress({ ...page, screen: 'carte' }, [])).open).toBeNull();
  });

  it('leaves out the layers that any page shows', () => {
    const state = createState();
    expect(parseAddress(stateToAddress(state, state.shown)).shown).toBeNull();
  });

  it('says that all layers are turned off', () => {
    const address = stateToAddress(createState({ shown: [] }), [{ id: 'zae', opacity: 1 }]);
    expect(parseAddress(address).shown).toEqual([]);
  });

  it('of a bare page is the map screen, without a fault', () => {
    expect(parseAddress('')).toEqual({
      screen: 'carte',
      view: null,
      shown: null,
      selection: null,
      question: null,
      versions: null,
      theme: null,
      open: null,
      faults: [],
    });
  });
});

describe('a malformed address', () => {
  it.each([
    ['#/carte?vue=nord', 'vue'],
    ['#/carte?vue=2,95,3', 'vue'],
    ['#/carte?couches=zae:deux', 'couches'],
    ['#/carte?objet=zae', 'objet'],
    ['#/carte?versions=zae', 'versions'],
    ['#/carte?question={', 'question'],
    ['#/carte?question=%E0%A4%A', 'question'],
    ['#/indicateurs?theme=<b>', 'theme'],
    ['#/indicateurs?reponse=../q1', 'reponse'],
    ['#/indicateurs?choix={"a":[1]}', 'choix'],
    ['#/tableau', 'écran'],
  ])('%s names its fault', (hash, part) => {
    const { faults } = parseAddress(hash);
    expect(faults.map(({ code, context }) => [code, context.part])).toEqual([
      ['link-invalid', part],
    ]);
  });

  it('keeps what can be read', () => {
    const address = parseAddress('#/question?vue=2.6,50.5,11&question={"target":3}');
    expect(address.view).toEqual({ lng: 2.6, lat: 50.5, zoom: 11 });
    expect(address.question).toBeNull();
    expect(address.faults[0]).toMatchObject({
      code: 'question-invalid',
      context: { path: 'target' },
    });
  });
});
