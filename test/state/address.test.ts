import { describe, expect, it } from 'vitest';
import { parseAddress, stateToAddress } from '../../src/state/address.ts';
import { type AnswerView, EMPTY_VIEW } from '../../src/state/answer-view-actions.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { EMPTY_SHELF } from '../../src/state/shelf.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

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
    expect(parseAddress(stateToAddress(state, []))).toMatchObject({
      screen: 'question',
      view: state.view,
      shown: state.shown,
      selection: state.selection,
      question,
      versions: state.pinned,
      statement: null,
      theme: null,
      open: null,
      sheet: null,
      comparison: null,
      reading: null,
      shelf: null,
      faults: [],
    });
  });

  it('holds how the answer is looked at, but for the id that the engine gave it', () => {
    const answer = { kind: 'ready', answer: { id: 'a', versions: {} } } as AppState['answer'];
    const reading: AnswerView = {
      ...EMPTY_VIEW,
      filters: [
        { kind: 'range', column: 'area_m2', min: 2000, max: null },
        { kind: 'among', column: 'type', values: ['AU', null] },
      ],
      sort: { column: 'area_m2', descending: true },
      group: 'commune',
      hidden: ['id'],
      charts: [{ kind: 'bars', column: 'type' }],
      why: '62119000AB0123',
    };
    const state = createState({ answer, answerView: { ...reading, answer: 'a' } });
    expect(parseAddress(stateToAddress(state, []))).toMatchObject({ reading, faults: [] });
    const other = createState({ answer, answerView: { ...reading, answer: 'b' } });
    expect(stateToAddress(other, [])).not.toContain('lecture');
  });

  it('holds the part of the library that is shown in place of the question being written', () => {
    const shelf = { ...EMPTY_SHELF, part: 'roles' } as const;
    expect(stateToAddress(createState({ shelf }), [])).toMatch(/^#\/question\?bibliotheque=roles&/);
    expect(parseAddress(stateToAddress(createState({ shelf }), [])).shelf).toBe('roles');
    expect(parseAddress(stateToAddress(createState({ shelf, screen: 'carte' }), [])).shelf).toBe(
      null,
    );
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

  it('holds the page of a layer and the two versions compared on it', () => {
    const comparison = { layer: 'zae', from: '3f2a91c0', to: '0b77c1de' };
    const state = createState({ screen: 'donnees', sheet: 'zae', comparison, asked: null });
    const hash = stateToAddress(state, []);
    expect(hash).toMatch(/^#\/donnees\?couche=zae&de=3f2a91c0&a=0b77c1de&/);
    expect(parseAddress(hash)).toMatchObject({ sheet: 'zae', comparison, faults: [] });
    expect(parseAddress(stateToAddress({ ...state, screen: 'carte' }, [])).comparison).toBeNull();
  });

  it('pins the layers that are shown in an older version, without a question too', () => {
    const catalogue = createCatalogue([createLayer({ id: 'zae' }), createLayer()]);
    const past = { zae: { publishedAt: '2026-03-03T10:00:00Z', current: createLayer() } };
    const state = createState({ screen: 'carte', asked: null, pinned: null, catalogue, past });
    expect(parseAddress(stateToAddress(state, [])).versions).toEqual({ zae: '00000000' });
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
    const { screen, faults, ...parts } = parseAddress('');
    expect([screen, faults]).toEqual(['carte', []]);
    expect(Object.values(parts).filter((part) => part !== null)).toEqual([]);
  });
});

describe('a malformed address', () => {
  it.each([
    ['#/carte?vue=nord', 'vue'],
    ['#/carte?vue=2,95,3', 'vue'],
    ['#/carte?couches=zae:deux', 'couches'],
    ['#/carte?objet=zae', 'objet'],
    ['#/carte?versions=zae', 'versions'],
    ['#/question?lecture={"filters":[{"kind":"range"}]}', 'lecture'],
    ['#/question?lecture={', 'lecture'],
    ['#/question?bibliotheque=autres', 'bibliotheque'],
    ['#/carte?question={', 'question'],
    ['#/carte?question=%E0%A4%A', 'question'],
    ['#/indicateurs?theme=<b>', 'theme'],
    ['#/indicateurs?reponse=../q1', 'reponse'],
    ['#/indicateurs?choix={"a":[1]}', 'choix'],
    ['#/donnees?couche=<b>', 'couche'],
    ['#/donnees?couche=zae&de=hier', 'de'],
    ['#/donnees?couche=zae&a=12', 'a'],
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
