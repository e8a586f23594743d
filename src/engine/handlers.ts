import { AppError } from '../domain/errors.ts';
import { memorySource } from '../loaders/byte-source.ts';
import type { AnswerDesk } from './answer/answer-desk.ts';
import { distribution } from './answer/views/distribution.ts';
import { DiffDesk } from './diff-desk.ts';
import { drawExtent, drawLayer, drawRows } from './draw.ts';
import { findFeature, identify } from './identify.ts';
import { inlineKernel } from './kernel/inline-kernel.ts';
import { createKernelPool } from './kernel/kernel-pool.ts';
import { LayerStore } from './layer-store.ts';
import type { Platform } from './platform.ts';
import type { EngineMessages, MessageName } from './protocol.ts';
import { SearchIndex, search } from './search.ts';
import type { SqlDesk } from './sql/sql-desk.ts';
import type { Work } from './work.ts';

/** What answers each message of the protocol. */
export type Handlers = {
  [N in MessageName]: (
    request: EngineMessages[N]['request'],
    work: Work,
  ) => Promise<EngineMessages[N]['response']>;
};

/**
 * The handlers of one engine on its platform. DuckDB and Arrow, 8 MB of them, are fetched by the first message that needs them, so that
 * the map is drawn before.
 */
export function createHandlers(platform: Platform): Handlers {
  let opened: { store: LayerStore; index: SearchIndex; diffs: DiffDesk } | null = null;
  let answers: AnswerDesk | null = null;
  /** Address → bytes of the layers that are held. */
  const held = new Map<string, Uint8Array<ArrayBuffer>>();
  const { kernelWorkers } = platform;
  const kernel = kernelWorkers ? createKernelPool(kernelWorkers) : inlineKernel;
  let statements: SqlDesk | null = null;
  const session = () => {
    if (!opened) throw new AppError('engine-failed', 'the engine was not given a catalogue');
    return opened;
  };
  const desk = async () => {
    const { AnswerDesk: Desk } = await import('./answer/answer-desk.ts');
    answers ??= new Desk(session().store, platform, kernel);
    return answers;
  };
  const sqlDesk = async (work: Work) => {
    const [answerDesk, { SqlDesk: Desk }] = await Promise.all([
      desk(),
      import('./sql/sql-desk.ts'),
    ]);
    const database = await answerDesk.database(work);
    statements ??= new Desk(database, session().store, kernel);
    return statements;
  };
  return {
    async open({ catalogue, baseUrl }) {
      const openFile = (url: string, bytes: number) => {
        const data = held.get(url);
        return data ? memorySource(url, data) : platform.openFile(url, bytes);
      };
      const store = new LayerStore(catalogue, baseUrl, { ...platform, openFile });
      opened = { store, index: new SearchIndex(store), diffs: new DiffDesk(store) };
      answers = null;
      statements = null;
      return null;
    },
    async hold({ layer, data }) {
      held.set(layer.file.path, data);
      session().store.add(layer);
      return null;
    },
    async release({ layer }) {
      const { store } = session();
      held.delete(store.layer(layer).file.path);
      store.remove(layer);
      return null;
    },
    drawLayer: ({ layer, fields }, work) => drawLayer(session().store, layer, fields, work),
    drawExtent: (request, work) => drawExtent(session().store, request, work),
    identify: ({ at, radius, layers }, work) => identify(session().store, at, radius, layers, work),
    feature: ({ layer, key }, work) => findFeature(session().store, layer, key, work),
    async featureGeometry({ layer, row }, work) {
      const loaded = await session().store.holdingRow(layer, row, work);
      return drawRows(loaded, Uint32Array.of(row), []).geometry;
    },
    search: ({ text, limit }, work) => search(session().index, session().store, text, limit, work),
    async layerFaults(request, work) {
      const { layerFaults } = await import('./layer-faults.ts');
      return layerFaults(session().store, request, work);
    },
    fieldValues: async (request, work) => (await desk()).fieldValues(request, work),
    diff: (pair, work) => session().diffs.diff(pair, work),
    diffShapes: (pair, work) => session().diffs.shapes(pair, work),
    changedShapes: (request, work) => session().diffs.rows(request, work),
    changeAt: ({ pair, at, radius }, work) => session().diffs.changeAt(pair, at, radius, work),
    versionFeature: ({ layer, row }, work) => session().diffs.feature(layer, row, work),
    preview: async ({ question }, work) => (await desk()).preview(question, work),
    explain: async (request, work) => (await desk()).explain(request, work),
    answerView: async (request, work) => (await desk()).view(request, work),
    answerChange: async (request, work) => (await desk()).change(request, work),
    async distribution({ layer, field, bins }, work) {
      const rows = await session().store.whole(layer, work);
      return distribution(rows, field, bins);
    },
    ask: async ({ question }, work) => (await desk()).ask(question, work),
    answerRows: async (request, work) => (await desk()).rows(request, work),
    answerGeometry: async (request, work) => (await desk()).geometry(request, work),
    async leastParcels(request, work) {
      const { leastParcels } = await import('./scenario/least-parcels.ts');
      return leastParcels(session().store, request, work);
    },
    async impact(request, work) {
      const { measureImpact } = await import('./scenario/measure-impact.ts');
      return measureImpact(session().store, request, work);
    },
    async readShape(request, work) {
      const { readShape } = await import('./shapes/read-shape.ts');
      return readShape(session().store, request, work);
    },
    sql: async ({ sql }, work) => (await sqlDesk(work)).run(sql, work),
    sqlPlan: async ({ sql, isAnalysed }, work) => (await sqlDesk(work)).plan(sql, isAnalysed, work),
    async sqlShapes({ ipc, column }, work) {
      const { placeShapes } = await import('./sql/place-shapes.ts');
      return placeShapes(ipc, column, session().store.catalogue.territory.metricCrs, work);
    },
  };
}
