import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/domain/errors.ts';
import type { Library } from '../../src/domain/library.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { goToTheme, openQuestion, setAnswer, setCatalogue } from '../../src/state/actions.ts';
import { createLibraryEffects, type LibraryPorts } from '../../src/state/library-effects.ts';
import { createAppStore } from '../../src/state/store.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createLibrary } from '../helpers/create-library.ts';

function createEffects(ports: Partial<LibraryPorts> = {}) {
  const store = createAppStore();
  const layers = [createLayer({ id: 'communes', key: 'code', titleField: 'nom' })];
  store.setState((state) => setCatalogue(state, createCatalogue(layers)));
  const effects = createLibraryEffects(store, {
    engine: { call: () => new Promise(() => {}) } as Engine,
    fetchLibrary: async () => createLibrary(),
    ask: async () => {},
    cancelAsk: () => {},
    ...ports,
  });
  return { store, effects };
}

describe('the library', () => {
  it('is fetched once, and again after a failure', async () => {
    const tries: (Library | AppError)[] = [
      new AppError('library-missing', 'gone'),
      createLibrary(),
    ];
    let asked = 0;
    const { store, effects } = createEffects({
      fetchLibrary: async () => {
        const found = tries[asked++];
        if (found instanceof AppError) throw found;
        return found as Library;
      },
    });
    await effects.readLibrary();
    expect(store.getState().library).toMatchObject({
      kind: 'failed',
      error: { code: 'library-missing' },
    });
    await Promise.all([effects.readLibrary(), effects.readLibrary()]);
    expect(store.getState().library.kind).toBe('ready');
    expect(asked).toBe(2);
  });

  it('gives the communes by name', async () => {
    const columns = { code: ['62119', '62048'], nom: ['Béthune', 'Auchel'] };
    const call = async () => ({ rows: Uint32Array.of(0, 1), columns });
    const { store, effects } = createEffects({ engine: { call } as unknown as Engine });
    await effects.readCommunes();
    expect(store.getState().communes).toEqual([
      { code: '62048', name: 'Auchel' },
      { code: '62119', name: 'Béthune' },
    ]);
  });
});

describe('the open question', () => {
  it('is answered by the rows of its statement', async () => {
    const call = async (_name: string, { sql }: { sql: string }) => ({ rowCount: sql.length });
    const { store, effects } = createEffects({ engine: { call } as unknown as Engine });
    await effects.askOpen({ sql: ['SELECT 1', 'FROM communes'] });
    expect(store.getState().reply).toMatchObject({
      kind: 'ready',
      reply: { kind: 'rows', statement: 'SELECT 1\nFROM communes', result: { rowCount: 22 } },
    });
  });

  it('says why its question was refused', async () => {
    const error = { code: 'field-unknown', message: 'no field', context: {} } as const;
    const { store, effects } = createEffects({
      ask: async () => store.setState((state) => setAnswer(state, { kind: 'failed', error })),
    });
    await effects.askOpen({
      question: { target: 'communes', where: { kind: 'and', conditions: [] } },
    });
    expect(store.getState().reply).toEqual({ kind: 'failed', error });
  });

  it('is as before it was asked once it is stopped', async () => {
    const { store, effects } = createEffects();
    const asking = effects.askOpen({ sql: ['SELECT 1'] });
    expect(store.getState().reply.kind).toBe('asking');
    effects.cancelReply();
    expect(store.getState().reply).toEqual({ kind: 'none' });
    void asking;
  });

  it('is closed by the page of another theme', () => {
    const { store } = createEffects();
    store.setState((state) => openQuestion(goToTheme(state, 'eau'), { id: 'q38', values: {} }));
    expect(goToTheme(store.getState(), 'eau').open).toEqual({ id: 'q38', values: {} });
    expect(goToTheme(store.getState(), 'nature').open).toBeNull();
  });
});
