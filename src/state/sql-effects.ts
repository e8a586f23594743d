import { type ErrorData, errorToData } from '../domain/errors.ts';
import type { SqlPlan } from '../domain/sql-result.ts';
import type { Engine, SqlShapes } from '../engine/protocol.ts';
import * as actions from './actions.ts';
import { showOnMap } from './sql-actions.ts';
import type { AppStore } from './store.ts';

/** The effects of the SQL screen; what a statement gave, or why it failed, is in the state. Only `planSql` and `placeRows` reject. */
export function createSqlEffects(store: AppStore, engine: Engine) {
  let running: AbortController | null = null;
  let placing: AbortController | null = null;
  const set = (status: Parameters<typeof actions.setSql>[1]) =>
    store.setState(actions.setSql(store.getState(), status), true);

  /** Runs a statement, which stands after `before` in what is written; the one that still runs is cancelled. */
  async function runSql(sql: string, before = ''): Promise<void> {
    running?.abort();
    placing?.abort();
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    store.setState({ ran: sql, sqlMap: null, sql: { kind: 'running', progress: null } });
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
      if (!signal.aborted) set({ kind: 'failed', error: placedAfter(before, errorToData(error)) });
    }
  }

  function cancelSql(): void {
    running?.abort();
    running = null;
    set({ kind: 'none' });
  }

  /** How a statement is run; `isAnalysed` runs it. */
  function planSql(sql: string, isAnalysed: boolean, signal: AbortSignal): Promise<SqlPlan> {
    return engine.call('sqlPlan', { sql, isAnalysed }, { signal });
  }

  /** The geometries of a column of a result, by its place, in degrees. */
  function placeRows(ipc: Uint8Array, column: number, signal: AbortSignal): Promise<SqlShapes> {
    return engine.call('sqlShapes', { ipc, column }, { signal });
  }

  /** Draws the geometries of a column of the result, by its place. A failure is told in a notice. */
  async function drawResult(column: number): Promise<void> {
    const { sql } = store.getState();
    if (sql.kind !== 'ready') return;
    placing?.abort();
    const controller = new AbortController();
    placing = controller;
    const { signal } = controller;
    try {
      const shapes = await placeRows(sql.result.ipc, column, signal);
      if (!signal.aborted) {
        store.setState((state) => showOnMap(state, { column, shapes, chosen: null }));
      }
    } catch (error) {
      if (!signal.aborted) store.setState((state) => actions.addNotice(state, errorToData(error)));
    }
  }

  return { runSql, cancelSql, planSql, placeRows, drawResult };
}

/** An error in a statement that stands after other text: its place counts from the start of that. */
function placedAfter(before: string, error: ErrorData): ErrorData {
  const { position, line, column } = error.context;
  if (before === '' || typeof position !== 'number') return error;
  const lines = before.split('\n');
  const shift = line === 1 ? (lines.at(-1) as string).length : 0;
  const place = {
    position: position + before.length,
    line: Number(line) + lines.length - 1,
    column: Number(column) + shift,
  };
  return { ...error, context: { ...error.context, ...place } };
}
