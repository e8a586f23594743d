import { describe, expect, it } from 'vitest';
import { holdSeance } from '../../src/domain/hold-seance.ts';
import type { Question } from '../../src/domain/question.ts';
import { openTool, showLayers } from '../../src/state/actions.ts';
import { parseAddress, stateToAddress } from '../../src/state/address.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { followLink } from '../../src/state/follow-link.ts';
import { startMeasure } from '../../src/state/measure-actions.ts';
import {
  commandPresenter,
  currentItem,
  leavePresentation,
  openSeance,
  startPresenting,
} from '../../src/state/seance-actions.ts';
import { keyToCommand } from '../../src/state/seance-keys.ts';
import { isAstray, sceneLayers, sceneToState, stateToScene } from '../../src/state/seance-scene.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createItem, createScene, createSeance } from '../helpers/create-seance.ts';

const catalogue = createCatalogue(
  ['parcelles', 'zae', 'communes'].map((id) => createLayer({ id })),
);
const question: Question = { target: 'zae', where: { kind: 'and', conditions: [] } };

const reader = createAppStore({
  catalogue,
  view: { lng: 2.5, lat: 50.5, zoom: 12, extent: [2, 50, 3, 51] },
  shown: [{ id: 'communes', opacity: 0.5 }],
  selection: { layer: 'communes', key: '62119' },
}).getState();

const seance = createSeance([
  createItem('1'),
  createItem('2', {
    beforeAfter: {
      before: { label: 'Avant', layers: ['parcelles'] },
      after: { label: 'Après', layers: ['zae'] },
    },
  }),
  createItem('3.1', { selection: { layer: 'zae', key: '7' } }),
  createItem('12'),
]);
const opened = openSeance(reader, holdSeance(seance, catalogue));
const presented = startPresenting(opened, null, 1000);

describe('a scene', () => {
  it('comes back from the state that shows it', () => {
    const scene = createScene({
      layers: [{ id: 'zae', opacity: 0.4 }, { id: 'parcelles' }],
      selection: { layer: 'zae', key: '7' },
      commune: '62119',
      question,
    });
    const shown = sceneToState(scene, reader);
    const view = { lng: 2.55, lat: 50.45, zoom: 12, extent: scene.extent };
    const answered: AppState = { ...shown, view, asked: question };
    expect(shown.flight?.extent).toEqual(scene.extent);
    expect(stateToScene(answered, catalogue.territory.extent)).toEqual(scene);
    expect(
      sceneToState(scene, { ...answered, answer: { kind: 'ready' } as never }).answer.kind,
    ).toBe('ready');
  });

  it('takes the place of all that was on the map', () => {
    const busy: AppState = {
      ...reader,
      asked: question,
      answer: { kind: 'ready' } as never,
      choropleth: { column: 'part' } as never,
      card: { kind: 'loading' },
    };
    const shown = sceneToState(createScene(), busy);
    expect(shown).toMatchObject({
      shown: [{ id: 'parcelles', opacity: 1 }],
      selection: null,
      card: { kind: 'closed' },
      asked: null,
      answer: { kind: 'none' },
      choropleth: null,
    });
  });

  it('keeps the figure of the communes that is its own', () => {
    const choropleth = { theme: 'risques', figure: 'part' };
    const values = { part: { '62119': 1 } };
    const state: AppState = {
      ...reader,
      choropleth: { column: 'part' } as never,
      communeFigures: { risques: { kind: 'ready', values, versions: {} } },
    };
    const shown = sceneToState(createScene({ choropleth }), state);
    expect(stateToScene(shown, [0, 0, 1, 1]).choropleth).toEqual(choropleth);
  });

  it('shows the layers of one side and those of both', () => {
    const scene = createScene({
      layers: [{ id: 'zae', opacity: 0.5 }, { id: 'parcelles' }, { id: 'communes' }],
      beforeAfter: {
        before: { label: '', layers: ['parcelles'] },
        after: { label: '', layers: ['zae', 'ppr'] },
      },
    });
    expect(sceneLayers(scene, 'before').map(({ id }) => id)).toEqual(['parcelles', 'communes']);
    expect(sceneLayers(scene, 'after')).toEqual([
      { id: 'ppr', opacity: 1 },
      { id: 'zae', opacity: 0.5 },
      { id: 'communes', opacity: 1 },
    ]);
  });
});

describe('a presentation', () => {
  it('goes from item to item, stays within the session, and to a number that is typed', () => {
    expect(numberAfter('PageDown')).toBe('2');
    expect(numberAfter('ArrowLeft')).toBe('1');
    expect(numberAfter('End')).toBe('12');
    expect(numberAfter('End', 'ArrowRight', 'PageUp')).toBe('3.1');
    expect(numberAfter('Digit3', '.', '1', 'Enter')).toBe('3.1');
    expect(numberAfter('Digit1', 'Digit2', 'Enter', 'Home', ' ')).toBe('2');
    const astray = press('Digit9', 'Enter').seance.presenter;
    expect(astray).toMatchObject({ index: 0, typed: '', unknown: '9' });
    expect(press('Digit1', 'Backspace', 'Digit2', 'Enter').seance.presenter?.index).toBe(1);
  });

  it('goes blank by B and by the point of a remote, and comes back with the next item', () => {
    expect(press('b').seance.presenter?.isBlank).toBe(true);
    expect(press('.', '.').seance.presenter?.isBlank).toBe(false);
    expect(press('b', 'PageDown').seance.presenter).toMatchObject({ isBlank: false, index: 1 });
  });

  it('takes the start button of a remote for the full screen, which would else load the page anew', () => {
    const pressed = { isCombined: false, isInField: false, isOnButton: false };
    expect(keyToCommand({ key: 'F5', code: 'F5', ...pressed }, '')).toEqual({
      kind: 'full-screen',
    });
    expect(keyToCommand({ key: 'F5', code: 'F5', ...pressed, isCombined: true }, '')).toBeNull();
  });

  it('leaves keys to fields, buttons and the browser', () => {
    const plain = { isCombined: false, isInField: false, isOnButton: false };
    const key = { key: 'b', code: 'KeyB', ...plain };
    expect(keyToCommand({ ...key, isCombined: true }, '')).toBeNull();
    expect(keyToCommand({ ...key, isInField: true }, '')).toBeNull();
    expect(keyToCommand({ ...plain, key: ' ', code: 'Space', isOnButton: true }, '')).toBeNull();
    expect(keyToCommand({ ...plain, key: '&', code: 'Digit1' }, '')).toEqual({
      kind: 'type',
      text: '1',
    });
    // The digits of a keyboard whose number pad is off.
    expect(keyToCommand({ ...plain, key: 'PageDown', code: 'Numpad3' }, '')).toEqual({
      kind: 'next',
    });
    expect(keyToCommand({ ...plain, key: '3', code: 'Numpad3' }, '')).toMatchObject({ text: '3' });
  });

  it('switches between before and after, the map staying where it is', () => {
    const second = press('PageDown');
    const after = press('PageDown', 'a');
    expect(second.shown.map(({ id }) => id)).toEqual(['parcelles']);
    expect(after.shown.map(({ id }) => id)).toEqual(['zae']);
    expect(after.flight?.serial).toBe(second.flight?.serial);
    expect(press('a')).toEqual(presented);
  });

  it('comes back to the scene after a layer was turned on and a feature chosen', () => {
    const live: AppState = {
      ...showLayers(presented, ['zae']),
      selection: { layer: 'zae', key: '1' },
    };
    const item = currentItem(live);
    expect(item && isAstray(item.scene, live, 'before')).toBe(true);
    const back = commandPresenter(live, { kind: 'back' }, 2000);
    expect(item && isAstray(item.scene, back, 'before')).toBe(false);
    expect(back.shown).toEqual(presented.shown);
    expect(back.flight?.serial).toBeGreaterThan(live.flight?.serial ?? 0);
  });

  it('gives the reader their map back', () => {
    const left = leavePresentation(press('PageDown', 'PageDown'));
    expect(left.seance).toMatchObject({ presenter: null, kept: null, outlined: null });
    for (const part of ['view', 'shown', 'selection', 'card', 'asked', 'screen'] as const) {
      expect(left[part]).toEqual(opened[part]);
    }
  });

  it('puts away what the reader was doing on the map, and gives it back', () => {
    const doing = openTool(startMeasure(opened, 'line'), 'mesure');
    const shown = startPresenting(doing, null, 1000);
    expect(shown).toMatchObject({ tool: null, measure: null });
    const left = leavePresentation(shown);
    expect(left).toMatchObject({ tool: 'mesure', measure: doing.measure });
  });

  it('gives the reader by "back" what no link holds: a choropleth, the question being written', () => {
    const shaded = { column: 'pop' } as unknown as NonNullable<AppState['choropleth']>;
    const scene = { ...presented, choropleth: shaded, draft: question };
    const left = followLink(scene, parseAddress('#/carte'), catalogue);
    expect(left.seance).toMatchObject({ presenter: null, kept: null });
    expect(left.choropleth).toBe(opened.choropleth);
    expect(left.draft).toBe(opened.draft);
  });

  it('is in the address by its session and item, and opened from it', () => {
    const state = { ...press('PageDown', 'PageDown'), screen: 'seance' as const };
    const hash = stateToAddress(state, []);
    expect(hash).toBe('#/seance?seance=essai&point=3.1');
    expect(parseAddress(hash)).toMatchObject({
      screen: 'seance',
      seance: { id: 'essai', point: '3.1' },
      faults: [],
    });
    expect(startPresenting(opened, '3.1', 0).seance.presenter?.index).toBe(2);
    expect(parseAddress('#/seance?seance=Essai').faults).toHaveLength(1);
  });
});

/** The state after keys, each a `key`, or the `code` of a digit. */
function press(...keys: string[]): AppState {
  return keys.reduce((state, key) => {
    const pressed = { key, code: key, isCombined: false, isInField: false, isOnButton: false };
    const command = keyToCommand(pressed, state.seance.presenter?.typed ?? '');
    if (!command || command.kind === 'escape' || command.kind === 'full-screen') {
      throw new Error(`no command for ${key}`);
    }
    return commandPresenter(state, command, 2000);
  }, presented);
}

const numberAfter = (...keys: string[]) => currentItem(press(...keys))?.number;
