import { describe, expect, it } from 'vitest';
import type { Layer } from '../../src/domain/layer.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { parseAddress, stateToAddress } from '../../src/state/address.ts';
import type { AppState } from '../../src/state/app-state.ts';
import { followLink } from '../../src/state/follow-link.ts';
import { drawnSplit, type Split, stateOfOtherSide } from '../../src/state/split.ts';
import {
  moveCurtain,
  setOtherBasemap,
  setOtherLayers,
  setOtherVersion,
  startSplit,
  stopSplit,
  swapSides,
} from '../../src/state/split-actions.ts';
import { engineOfOtherSide } from '../../src/state/split-engine.ts';
import { createAppStore } from '../../src/state/store.ts';
import { sideTitles } from '../../src/ui/comparer/side-titles.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const NOW = versionOf('aaaaaaaa');
const OLD = versionOf('bbbbbbbb');
const SPLIT: Split = { kind: 'volet', at: 0.5, shown: null, basemap: null, versions: {} };

function versionOf(version: string): Layer {
  return createLayer({
    id: 'zae',
    title: 'ZAE',
    history: 'layers/zae.history.json',
    file: { path: `layers/zae.${version}.parquet`, bytes: 1, rows: 1, version },
  });
}

/** Two layers shown, one of which has a version before the one that is served. */
function createState(changes: Partial<AppState> = {}): AppState {
  const versions = [
    { publishedAt: '2026-02-01T10:00:00Z', layer: NOW, accepted: {} },
    { publishedAt: '2025-01-01T10:00:00Z', layer: OLD, accepted: {} },
  ];
  return createAppStore({
    catalogue: createCatalogue([NOW, createLayer()]),
    view: { lng: 2.6, lat: 50.5, zoom: 12 },
    shown: [
      { id: 'zae', opacity: 1 },
      { id: 'parcelles', opacity: 0.5 },
    ],
    histories: { zae: { kind: 'ready', history: { layer: 'zae', versions } } },
    ...changes,
  }).getState();
}

const versionShown = ({ catalogue }: AppState) =>
  catalogue?.layers.find(({ id }) => id === 'zae')?.file.version;

describe('the second map', () => {
  it('shows what the first does until it is told otherwise, and follows it', () => {
    const started = startSplit(createState(), 'volet');
    expect(started.split).toEqual(SPLIT);
    const other = stateOfOtherSide({ ...started, basemap: 'gris', shown: [] });
    expect([other.basemap, other.shown]).toEqual(['gris', []]);
  });

  it('has layers, a basemap and versions of its own, which leave the first as it was', () => {
    const own = [{ id: 'zae', opacity: 0.3 }];
    const changed = [
      (state: AppState) => setOtherLayers(state, own),
      (state: AppState) => setOtherBasemap(state, 'sombre'),
      (state: AppState) => setOtherVersion(state, 'zae', 'bbbbbbbb'),
    ].reduce((state, change) => change(state), startSplit(createState(), 'cote'));
    const other = stateOfOtherSide(changed);
    expect([other.shown, other.basemap, versionShown(other)]).toEqual([own, 'sombre', 'bbbbbbbb']);
    expect([changed.basemap, versionShown(changed)]).toEqual(['plan', 'aaaaaaaa']);
    expect(versionShown(stateOfOtherSide(setOtherVersion(changed, 'zae', null)))).toBe('aaaaaaaa');
    expect(stopSplit(changed).split).toBeNull();
  });

  it('shows a version that is not known yet as the first does, and no answer of another version', () => {
    const started = setOtherVersion(startSplit(createState(), 'volet'), 'zae', 'bbbbbbbb');
    expect(versionShown(stateOfOtherSide({ ...started, histories: {} }))).toBe('aaaaaaaa');
    const answerOver = (target: string) =>
      ({ kind: 'ready', answer: { id: 'a', question: { target } } }) as AppState['answer'];
    const kindOf = (target: string) =>
      stateOfOtherSide({ ...started, answer: answerOver(target) }).answer.kind;
    expect([kindOf('zae'), kindOf('parcelles')]).toEqual(['none', 'ready']);
  });

  it('neither flies nor draws nor compares by itself', () => {
    const busy = createState({
      split: SPLIT,
      flight: { extent: [2, 50, 3, 51], serial: 4 },
      drawing: { kind: 'line', purpose: '', edited: null },
      comparison: { layer: 'zae', from: 'bbbbbbbb', to: 'aaaaaaaa' },
    });
    expect(stateOfOtherSide(busy)).toMatchObject({ flight: null, drawing: null, comparison: null });
  });

  it('is drawn once the first is somewhere', () => {
    expect(drawnSplit(createState({ split: SPLIT }))).toEqual(SPLIT);
    expect(drawnSplit(createState({ split: SPLIT, view: null }))).toBeNull();
  });

  it('keeps its curtain within the map', () => {
    const state = startSplit(createState(), 'volet');
    expect([-1, 0.3, 2].map((at) => moveCurtain(state, at).split?.at)).toEqual([0, 0.3, 1]);
  });

  it('changes places with the first, versions too, and back', () => {
    const started = createState({
      split: {
        ...SPLIT,
        shown: [],
        basemap: 'gris',
        versions: { zae: 'bbbbbbbb' },
      },
    });
    const swapped = swapSides(started);
    expect([swapped.shown, swapped.basemap, versionShown(swapped)]).toEqual([
      [],
      'gris',
      'bbbbbbbb',
    ]);
    expect(swapped.past.zae?.current).toEqual(NOW);
    expect(versionShown(stateOfOtherSide(swapped))).toBe('aaaaaaaa');
    const back = swapSides(swapped);
    expect([back.shown, back.basemap, back.split, back.past, versionShown(back)]).toEqual([
      started.shown,
      'plan',
      started.split,
      {},
      'aaaaaaaa',
    ]);
  });
});

describe('the second map in a link', () => {
  const full: Split = {
    kind: 'cote',
    at: 0.25,
    shown: [{ id: 'zae', opacity: 0.35 }],
    basemap: 'gris',
    versions: { zae: 'bbbbbbbb' },
  };

  it.each([[SPLIT], [full], [{ ...SPLIT, shown: [] }]])(
    'is read as it was written: %j',
    (split) => {
      const address = stateToAddress(createState({ split }), []);
      expect(parseAddress(address).split).toEqual(split);
      expect(parseAddress(address).faults).toEqual([]);
    },
  );

  it('is short where both show the same', () => {
    expect(stateToAddress(createState({ split: SPLIT, shown: [] }), [])).toMatch(
      /vue=[\d.,]+&volet=volet,0.5$/,
    );
  });

  it('tells of a part that it cannot read, and keeps the others', () => {
    const { split, faults } = parseAddress('#/carte?volet=volet,0.4&volet-couches=zae:7');
    expect(split).toEqual({ ...SPLIT, at: 0.4 });
    expect(faults.map(({ code }) => code)).toEqual(['link-invalid']);
    const wrong = parseAddress('#/carte?volet=rideau,0.4&volet-fond=gris');
    expect([wrong.split, wrong.faults.length]).toEqual([null, 1]);
  });

  it('leaves out layers that are no longer there, and says so', () => {
    const state = createState();
    const address = parseAddress('#/carte?volet=cote,0.5&volet-couches=zae,partie');
    const followed = followLink(state, address, createCatalogue([NOW, createLayer()]));
    expect(followed.split?.shown).toEqual([{ id: 'zae', opacity: 1 }]);
    expect(followed.notices.map(({ error }) => error.context)).toContainEqual({ layer: 'partie' });
  });
});

it('the second map asks the engine for its own version of a layer, and for all else as the first', async () => {
  const asked: [string, unknown][] = [];
  const engine = {
    call: async (name: string, request: unknown) => {
      asked.push([name, request]);
      const { layers } = request as { layers?: string[] };
      return { features: layers ?? [], failures: [] };
    },
  } as unknown as Engine;
  const state = setOtherVersion(startSplit(createState(), 'volet'), 'zae', 'bbbbbbbb');
  const other = engineOfOtherSide(engine, () => state);
  await other.call('drawLayer', { layer: 'zae', fields: [] });
  await other.call('drawLayer', { layer: 'parcelles', fields: [] });
  expect(asked).toEqual([
    ['drawLayer', { layer: 'zae', fields: [], version: OLD }],
    ['drawLayer', { layer: 'parcelles', fields: [] }],
  ]);
  const clicked = { at: [2.6, 50.5] as [number, number], radius: 5, layers: ['parcelles', 'zae'] };
  const found = await other.call('identify', clicked);
  expect(found).toEqual({ features: ['parcelles', 'zae'], failures: [] });
  expect(asked.slice(2).map(([, request]) => (request as { version?: Layer }).version)).toEqual([
    undefined,
    OLD,
  ]);
});

describe('the titles of two sides', () => {
  it('say what differs with its date, and nothing where nothing does', () => {
    expect(sideTitles(createState({ split: SPLIT }))).toEqual({ first: 'Carte', other: 'Carte' });
    const split = { ...SPLIT, versions: { zae: 'bbbbbbbb' }, basemap: 'gris' };
    const { first, other } = sideTitles(createState({ split }));
    expect(first).toMatch(/^ZAE, version actuelle \(1er février 2026 .*\) · fond « Plan »$/);
    expect(other).toMatch(/^ZAE, version du 1er janvier 2025 .* · fond « Gris »$/);
  });

  it('name two of the layers that one side alone has, and count the others', () => {
    const shown = [{ id: 'parcelles', opacity: 1 }];
    const state = createState({ split: { ...SPLIT, shown } });
    expect(sideTitles(state)).toEqual({ first: 'ZAE (1er janvier 2026)', other: 'Carte' });
  });
});
