import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/protocol.ts';
import { select, setCatalogue } from '../../src/state/actions.ts';
import { parseAddress, stateToAddress } from '../../src/state/address.ts';
import { followLink } from '../../src/state/follow-link.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createTemporaryEffects } from '../../src/state/temporary-effects.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const DATA = new Uint8Array([1]);

function createAtlas() {
  const store = createAppStore();
  const catalogue = createCatalogue([createLayer({ defaultVisible: true })]);
  store.setState(setCatalogue(store.getState(), catalogue));
  const calls: { name: string; request: unknown }[] = [];
  const call = async (name: string, request: unknown) => {
    calls.push({ name, request });
    return null;
  };
  const effects = createTemporaryEffects(store, { call } as unknown as Engine);
  return { store, catalogue, calls, ...effects };
}

describe('a temporary layer', () => {
  it('joins the catalogue under a free id, on top, and is marked', async () => {
    const { store, holdLayer } = createAtlas();
    const id = await holdLayer(createLayer({ search: 'title', defaultVisible: true }), DATA);
    expect(id).toBe('parcelles_2');
    const { catalogue, shown } = store.getState();
    expect(shown.map((layer) => layer.id)).toEqual(['parcelles_2', 'parcelles']);
    const layer = catalogue?.layers.at(-1);
    expect(layer).toMatchObject({ id, isTemporary: true, theme: 'temporaires' });
    expect(layer?.file.path).toBe('temporary:parcelles_2.00000000.parquet');
    expect(layer).not.toHaveProperty('search');
  });

  it('never takes the id of one that was removed, and is forgotten whole', async () => {
    const { store, calls, holdLayer, releaseLayer } = createAtlas();
    const id = await holdLayer(createLayer(), DATA);
    store.setState(select(store.getState(), { layer: id, key: 'a' }));
    releaseLayer(id);
    const { catalogue, shown, selection } = store.getState();
    expect([catalogue?.layers.length, shown.length, selection]).toEqual([1, 1, null]);
    expect(await holdLayer(createLayer(), DATA)).toBe('parcelles_3');
    expect(calls.map(({ name }) => name)).toEqual(['hold', 'release', 'hold']);
  });

  it('is in no link: the link says how many it leaves out', async () => {
    const { store, holdLayer } = createAtlas();
    const id = await holdLayer(createLayer(), DATA);
    store.setState(select(store.getState(), { layer: id, key: 'a' }));
    const shown = [{ id: 'parcelles', opacity: 1 }];
    const address = stateToAddress(store.getState(), shown);
    expect(address).toBe('#/carte?temporaires=1');
    expect(parseAddress(address).faults[0]?.context).toMatchObject({
      reason: 'temporary',
      count: 1,
    });
  });

  it('stays on the map of its own page when that page follows a link, without a word', async () => {
    const { store, catalogue, holdLayer } = createAtlas();
    const address = parseAddress('#/carte?vue=2.6,50.5,12&temporaires=1');
    const stranger = followLink(store.getState(), address, catalogue);
    expect(stranger.notices[0]?.error.context.reason).toBe('temporary');
    const id = await holdLayer(createLayer(), DATA);
    const state = store.getState();
    const own = followLink(state, address, state.catalogue!);
    expect(own.notices).toEqual([]);
    expect(own.shown.map((layer) => layer.id)).toEqual([id, 'parcelles']);
  });
});
