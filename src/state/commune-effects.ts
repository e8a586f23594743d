import { errorToData, isAbort } from '../domain/errors.ts';
import type { CommuneFigures } from '../domain/library.ts';
import type { Progress } from '../domain/progress.ts';
import type { SqlResult } from '../domain/sql-result.ts';
import type { Engine } from '../engine/protocol.ts';
import { type CommuneFiguresStatus, setCommuneFigures } from './commune-actions.ts';
import type { RowSource } from './effects.ts';
import type { AppStore } from './store.ts';

/** What the effects of the figures of communes need of the world. */
export interface CommunePorts {
  engine: Engine;
  /** The rows of an Arrow IPC stream. */
  openRows(stream: Uint8Array): Promise<RowSource>;
}

/** The effects of the figures by which communes are compared; what they give, or why they failed, is in the state. */
export function createCommuneEffects(store: AppStore, { engine, openRows }: CommunePorts) {
  const running = new Map<string, AbortController>();
  /** Themes wait for one another: all of them at once would fill the engine. */
  let last: Promise<unknown> = Promise.resolve();
  const set = (theme: string, status: CommuneFiguresStatus | null) =>
    store.setState((state) => setCommuneFigures(state, theme, status));

  return {
    /** Finds the figures of a theme, unless they are known over the versions that the catalogue has now. */
    async readCommuneFigures({ theme, figures, sql }: CommuneFigures): Promise<void> {
      const { communeFigures, catalogue } = store.getState();
      const known = communeFigures[theme];
      if (running.has(theme)) return;
      if (known?.kind === 'ready') {
        const isCurrent = ([id, version]: [string, string]) =>
          catalogue?.layers.find((layer) => layer.id === id)?.file.version === version;
        if (Object.entries(known.versions).every(isCurrent)) return;
      }
      const controller = new AbortController();
      running.set(theme, controller);
      set(theme, { kind: 'reading', progress: null });
      try {
        const options = {
          signal: controller.signal,
          onProgress: (progress: Progress) => set(theme, { kind: 'reading', progress }),
        };
        const found = last.then(() => engine.call('sql', { sql: sql.join('\n') }, options));
        last = found.catch(() => null);
        const result = await found;
        const rows = await openRows(result.ipc);
        const columns = figures.map(({ column }) => column);
        set(theme, {
          kind: 'ready',
          values: valuesOf(result, rows, columns),
          versions: result.layers,
        });
      } catch (error) {
        set(theme, isAbort(error) ? null : { kind: 'failed', error: errorToData(error) });
      } finally {
        running.delete(theme);
      }
    },

    /** Stops finding the figures of a theme. */
    stopCommuneFigures: (theme: string): void => running.get(theme)?.abort(),
  };
}

function valuesOf(result: SqlResult, rows: RowSource, columns: string[]) {
  const names = result.columns.map(({ name }) => name);
  const code = names.indexOf('code');
  const all = Array.from({ length: rows.length }, (_, row) => rows.rowAt(row));
  return Object.fromEntries(
    columns.map((column) => {
      const at = names.indexOf(column);
      const values = all.map((cells) => {
        const value = cells[at];
        return [String(cells[code]), typeof value === 'number' ? value : null] as const;
      });
      return [column, Object.fromEntries(values)];
    }),
  );
}
