import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { LayerDiff } from '../../src/domain/layer-diff.ts';
import type { LayerHistory } from '../../src/domain/layer-history.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { setCatalogue } from '../../src/state/actions.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createVersionEffects } from '../../src/state/version-effects.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

const fileOf = (version: string) => ({
  path: `layers/zae.${version}.parquet`,
  bytes: 1,
  rows: 1,
  version,
});

const older = createLayer({ id: 'zae', title: 'ZAE', file: fileOf('aaaaaaaa') });
const served = createLayer({ id: 'zae', title: 'Zones', file: fileOf('bbbbbbbb') });
const current = { ...served, history: 'layers/zae.history.json' };

const history: LayerHistory = {
  layer: 'zae',
  versions: [
    { publishedAt: '2026-10-12T09:30:00Z', layer: served, accepted: {} },
    { publishedAt: '2026-03-03T10:00:00Z', layer: older, accepted: {} },
  ],
};

function createEffects(options: { layer?: Layer; fetch?: () => Promise<LayerHistory> } = {}) {
  const { layer = current, fetch = async () => history } = options;
  const asked: { name: string; request: unknown }[] = [];
  const engine = {
    async call(name: string, request: unknown) {
      asked.push({ name, request });
      return name === 'diff' ? ({ layer: 'zae', added: [] } as unknown as LayerDiff) : null;
    },
  } as unknown as Engine;
  const store = createAppStore();
  store.setState((state) => setCatalogue(state, createCatalogue([layer])));
  const effects = createVersionEffects(store, { engine, baseUrl: '/', fetchHistory: fetch });
  const shown = () => store.getState().catalogue?.layers[0]?.file.version;
  const pin = async (pinned: Record<string, string> | null) => {
    store.setState({ pinned });
    await effects.followPinned(pinned);
  };
  return { effects, store, asked, shown, pin };
}

describe('a link that pins a version', () => {
  it('opens it: the engine is given its entry before the state shows it', async () => {
    const { asked, store, shown, pin } = createEffects();
    await pin({ zae: 'aaaaaaaa' });
    expect(shown()).toBe('aaaaaaaa');
    expect(asked).toMatchObject([
      {
        name: 'open',
        request: { catalogue: { layers: [{ title: 'ZAE', file: { version: 'aaaaaaaa' } }] } },
      },
    ]);
    expect(store.getState().past).toEqual({
      zae: { publishedAt: '2026-03-03T10:00:00Z', current },
    });
  });

  it('is left by a link that pins none, and by the reader', async () => {
    const { effects, store, shown, pin } = createEffects();
    await pin({ zae: 'aaaaaaaa' });
    await pin(null);
    expect(shown()).toBe('bbbbbbbb');
    await pin({ zae: 'aaaaaaaa' });
    effects.showCurrent('zae');
    expect(shown()).toBe('bbbbbbbb');
    expect(store.getState().past).toEqual({});
  });

  it('that is no longer kept is told of, and the layer is shown as it is now', async () => {
    const { store, shown, pin } = createEffects();
    await pin({ zae: 'cccccccc' });
    expect(shown()).toBe('bbbbbbbb');
    expect(store.getState().notices.map(({ error }) => error)).toMatchObject([
      { code: 'version-pruned', context: { layer: 'zae', version: 'cccccccc' } },
    ]);
  });

  it('whose history cannot be read says why', async () => {
    const fetch = async () => Promise.reject(new AppError('layer-missing', 'gone', {}));
    const { store, pin } = createEffects({ fetch });
    await pin({ zae: 'aaaaaaaa' });
    expect(store.getState().notices.map(({ error }) => error.code)).toEqual(['layer-missing']);
  });

  it('asks for nothing when the version is the one that is served', async () => {
    const { asked, pin } = createEffects();
    await pin({ zae: 'bbbbbbbb' });
    expect(asked).toEqual([]);
  });
});

describe('a comparison', () => {
  it('is of the entries of both versions', async () => {
    const { effects, store, asked } = createEffects();
    await effects.compare({ layer: 'zae', from: 'aaaaaaaa', to: 'bbbbbbbb' });
    expect(asked.at(-1)).toMatchObject({
      name: 'diff',
      request: { from: { title: 'ZAE' }, to: { title: 'Zones' } },
    });
    expect(store.getState()).toMatchObject({
      screen: 'donnees',
      sheet: 'zae',
      diff: { kind: 'ready' },
    });
    effects.leaveComparison();
    expect(store.getState()).toMatchObject({
      comparison: null,
      diff: { kind: 'none' },
      sheet: 'zae',
    });
  });

  it('with a version that is no longer kept says so', async () => {
    const { effects, store } = createEffects();
    await effects.compare({ layer: 'zae', from: 'cccccccc', to: 'bbbbbbbb' });
    expect(store.getState().diff).toMatchObject({
      kind: 'failed',
      error: { code: 'version-pruned' },
    });
  });

  it('finds the files of a protected folder in it', async () => {
    const path = 'reserve/layers/zae.history.json';
    const { effects, asked } = createEffects({ layer: { ...served, history: path } });
    await effects.compare({ layer: 'zae', from: 'aaaaaaaa', to: 'bbbbbbbb' });
    expect(asked.at(-1)?.request).toMatchObject({
      from: { file: { path: 'reserve/layers/zae.aaaaaaaa.parquet' } },
    });
  });
});
