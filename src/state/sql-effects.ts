import { errorToData } from '../domain/errors.ts';
import type { Engine } from '../engine/protocol.ts';
import * as actions from './actions.ts';
import type { AppStore } from './store.ts';

/** The effects of the SQL screen; what a statement gave, or why it failed, is in the state. Neither rejects. */
export function createSqlEffects(store: AppStore, engine: Engine) {
  let running: AbortController | null = null;
  const set = (status: Parameters<typeof actions.setSql>[1]) =>
    store.setState(actions.setSql(store.getState(), status), true);

  /** Runs a statement; the one that still runs is cancelled. */
  async function runSql(sql: string): Promise<void> {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    set({ kind: 'running', progress: null });
    try {
      const result = await engine.call(
        'sql',
        { sql },
        {
          signal,
          onProgress: (progress) => {
            if (running === controller) set({ kind: 'running', progress });
          },
        },
      );
      set({ kind: 'ready', result });
    } catch (error) {
      if (!signal.aborted) set({ kind: 'failed', error: errorToData(error) });
    }
  }

  function cancelSql(): void {
    running?.abort();
    running = null;
    set({ kind: 'none' });
  }

  return { runSql, cancelSql };
}
