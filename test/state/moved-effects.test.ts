import { describe, expect, it } from 'vitest';
import type { AnswerChange } from '../../src/domain/answer-change.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { LayerHistory } from '../../src/domain/layer-history.ts';
import type { Question } from '../../src/domain/question.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { setCatalogue } from '../../src/state/actions.ts';
import { createEffects } from '../../src/state/effects.ts';
import { currentMoved, momentOf, showsThen } from '../../src/state/moved-link.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { keptNowhere } from '../helpers/kept-nowhere.ts';

const version = (id: string, name: string, changes: Partial<Layer> = {}): Layer =>
  createLayer({
    id,
    file: { path: `layers/${id}.${name}.parquet`, bytes: 1, rows: 1, version: name },
    ...changes,
  });

const older = version('zae', 'aaaaaaaa');
const served = version('zae', 'bbbbbbbb', { history: 'layers/zae.history.json' });
const built = version('communes', 'cccccccc');

const history: LayerHistory = {
  layer: 'zae',
  versions: [
    { publishedAt: '2026-10-12T09:30:00Z', layer: version('zae', 'bbbbbbbb'), accepted: {} },
    { publishedAt: '2026-03-03T10:00:00Z', layer: older, accepted: {} },
  ],
};

const question: Question = { target: 'zae', where: { kind: 'intersects', layer: 'communes' } };

const figures = (count: number) => ({ versions: {}, dates: {}, count, outOf: 9, total: count });

/** A page over an engine that finds four features in the older version and six in the served one. */
function createPage(failure: AppError | null = null) {
  const asked: { name: string; request: unknown }[] = [];
  let opened: Record<string, string> = {};
  const versionsOf = (layers: Layer[]) =>
    Object.fromEntries(layers.map(({ id, file }) => [id, file.version]));
  const countOf = (zae: string | undefined) => (zae === 'aaaaaaaa' ? 4 : 6);
  const engine = {
    async call(name: string, request: { catalogue: Catalogue; versions: Record<string, Layer> }) {
      asked.push({ name, request });
      if (name === 'open') opened = versionsOf(request.catalogue.layers);
      if (name === 'ask') return { id: 'a', versions: opened, count: countOf(opened.zae) };
      if (name !== 'answerChange') return null;
      if (failure) throw failure;
      const before = versionsOf(Object.values(request.versions));
      return {
        before: figures(countOf(before.zae)),
        now: figures(countOf(opened.zae)),
        onlyBefore: [{ key: 'before' }],
        onlyNow: [{ key: 'now' }],
        remeasured: [],
      };
    },
  } as unknown as Engine;
  const store = createAppStore();
  store.setState((state) => setCatalogue(state, createCatalogue([served, built])));
  opened = versionsOf([served, built]);
  const effects = createEffects(store, {
    ...keptNowhere,
    engine,
    baseUrl: '/',
    fetchCatalogue: async () => createCatalogue([version('zae', 'dddddddd'), built]),
    fetchRestricted: async () => null,
    fetchLibrary: () => Promise.reject(new Error('no library in this test')),
    fetchHistory: async () => history,
    decodeRows: async () => ({ columns: [], rows: [] }),
    openRows: async () => ({ columns: [], length: 0, rowAt: () => [] }),
    saveAnswer: async () => {},
  } as unknown as Parameters<typeof createEffects>[1]);
  const follow = (versions: string) =>
    effects.readAddress(
      `#/question?question=${encodeURIComponent(JSON.stringify(question))}&versions=${versions}`,
    );
  const count = () => {
    const { answer } = store.getState();
    return answer.kind === 'ready' ? answer.answer.count : null;
  };
  const change = (): AnswerChange | null => {
    const status = store.getState().moved?.change;
    return status?.kind === 'ready' ? status.change : null;
  };
  return { effects, store, asked, follow, count, change };
}

describe('a link whose data have moved on', () => {
  it('gives its own answer, and tells what differs from that of now', async () => {
    const { store, follow, count, change } = createPage();
    await follow('zae:aaaaaaaa,communes:cccccccc');
    expect(count()).toBe(4);
    const moved = currentMoved(store.getState());
    expect(moved?.layers).toEqual([
      {
        id: 'zae',
        pinned: 'aaaaaaaa',
        current: 'bbbbbbbb',
        publishedAt: '2026-03-03T10:00:00Z',
        fate: 'kept',
      },
    ]);
    expect(moved && momentOf(moved)).toBe('2026-03-03T10:00:00Z');
    expect([change()?.before.count, change()?.now.count]).toEqual([4, 6]);
    expect(change()?.onlyNow).toEqual([{ key: 'before' }]);
  });

  it('gives the answer of now when it is asked for, and its own again', async () => {
    const { effects, store, follow, count, change } = createPage();
    await follow('zae:aaaaaaaa,communes:cccccccc');
    await effects.answerNow();
    expect(count()).toBe(6);
    const moved = currentMoved(store.getState());
    expect(moved && showsThen(store.getState(), moved)).toBe(false);
    expect([change()?.before.count, change()?.now.count]).toEqual([4, 6]);
    await effects.answerThen();
    expect(count()).toBe(4);
  });

  it('says of a layer without history, or whose version was pruned, that it cannot be reopened', async () => {
    const { store, follow, count, asked } = createPage();
    await follow('zae:eeeeeeee,communes:ffffffff');
    expect(count()).toBe(6);
    expect(store.getState().moved?.layers).toMatchObject([
      { id: 'zae', fate: 'pruned', publishedAt: null },
      { id: 'communes', fate: 'unkept' },
    ]);
    expect(asked.map(({ name }) => name)).not.toContain('answerChange');
  });

  it('tells why both answers cannot be compared', async () => {
    const { store, follow } = createPage(new AppError('layer-missing', '404'));
    await follow('zae:aaaaaaaa,communes:cccccccc');
    expect(store.getState().moved?.change).toMatchObject({
      kind: 'failed',
      error: { code: 'layer-missing' },
    });
  });

  it('is forgotten with its question', async () => {
    const { effects, store, follow } = createPage();
    await follow('zae:aaaaaaaa,communes:cccccccc');
    await effects.ask({ ...question, target: 'communes' });
    expect(currentMoved(store.getState())).toBeNull();
  });

  it('of the same question with other versions is asked again', async () => {
    const { store, follow, count } = createPage();
    await follow('zae:bbbbbbbb,communes:cccccccc');
    expect([count(), store.getState().moved]).toEqual([6, null]);
    await follow('zae:aaaaaaaa,communes:cccccccc');
    expect(count()).toBe(4);
    await follow('zae:bbbbbbbb,communes:cccccccc');
    expect([count(), store.getState().moved]).toEqual([6, null]);
  });
});
