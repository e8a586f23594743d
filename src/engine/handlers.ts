import { AppError } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import { memorySource } from '../loaders/byte-source.ts';
import type { AnswerDesk } from './answer/answer-desk.ts';
import type { DiffDesk } from './diff-desk.ts';
import { drawLayer, drawRows } from './draw.ts';
import { findFeature } from './find-feature.ts';
import type { Kernel } from './kernel/kernel.ts';
import { LayerStore } from './layer-store.ts';
import { layerTile, openTiles } from './layer-tiles.ts';
import type { Platform } from './platform.ts';
import type { EngineMessages, MessageName } from './protocol.ts';
import type { SearchIndex } from './search.ts';
import type { SqlDesk } from './sql/sql-desk.ts';
import { VersionStores } from './version-stores.ts';
import type { Work } from './work.ts';

/** What answers each message of the protocol. */
export type Handlers = {
  [N in MessageName]: (
    request: EngineMessages[N]['request'],
    work: Work,
  ) => Promise<EngineMessages[N]['response']>;
};

/**
 * The handlers of one engine on its platform. What the first map does without is fetched by the first message that needs it:
 * DuckDB and Arrow, 8 MB of them, the kernel, the desks.
 */
export function createHandlers(platform: Platform): Handlers {
  let opened: { store: LayerStore; versions: VersionStores } | null = null;
  let index: SearchIndex | null = null;
  let comparisons: DiffDesk | null = null;
  let answers: AnswerDesk | null = null;
  /** Address → bytes of the layers that are held. */
  const held = new Map<string, Uint8Array<ArrayBuffer>>();
  let kernel: Kernel | null = null;
  let statements: SqlDesk | null = null;
  const session = () => {
    if (!opened) throw new AppError('engine-failed', 'the engine was not given a catalogue');
    return opened;
  };
  const storeOf = (version: Layer | undefined) => session().versions.of(version);
  const desk = async () => {
    const { AnswerDesk: Desk } = await import('./answer/answer-desk.ts');
    kernel ??= await openKernel(platform);
    answers ??= new Desk(session().store, platform, kernel);
    return answers;
  };
  const diffs = async () => {
    const { DiffDesk: Desk } = await import('./diff-desk.ts');
    comparisons ??= new Desk(session().versions);
    return comparisons;
  };
  const sqlDesk = async (work: Work) => {
    const [answerDesk, { SqlDesk: Desk }] = await Promise.all([
      desk(),
      import('./sql/sql-desk.ts'),
    ]);
    const database = await answerDesk.database(work);
    kernel ??= await openKernel(platform);
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
      opened = { store, versions: new VersionStores(store) };
      index = null;
      comparisons = null;
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
    drawLayer: ({ layer, fields, version }, work) =>
      drawLayer(storeOf(version), layer, fields, work),
    openTiles: ({ layer, version }, work) => openTiles(storeOf(version), layer, work),
    layerTile: (request, work) => layerTile(storeOf(request.version), request, work),
    async drawExtent(request, work) {
      const { drawTiles } = await import('./draw-tiles.ts');
      return drawTiles(storeOf(request.version), request, work);
    },
    async identify({ at, radius, layers, version }, work) {
      const { identify } = await import('./identify.ts');
      return identify(storeOf(version), at, radius, layers, work);
    },
    feature: ({ layer, key, version }, work) => findFeature(storeOf(version), layer, key, work),
    async inView(request, work) {
      const { inView } = await import('./in-view.ts');
      return inView(session().store, request, work);
    },
    async featureGeometry({ layer, row, version }, work) {
      const loaded = await storeOf(version).holdingRow(layer, row, work);
      return drawRows(loaded, Uint32Array.of(row), []).geometry;
    },
    async search({ text, limit }, work) {
      const { SearchIndex: Index, search } = await import('./search.ts');
      const { store } = session();
      index ??= new Index(store);
      return search(index, store, text, limit, work);
    },
    async layerFaults(request, work) {
      const { layerFaults } = await import('./layer-faults.ts');
      return layerFaults(session().store, request, work);
    },
    async fieldValues({ layer, field }, work) {
      const { fieldValues } = await import('./answer/field-values.ts');
      return fieldValues(session().store, layer, field, work);
    },
    diff: async (pair, work) => (await diffs()).diff(pair, work),
    diffShapes: async (pair, work) => (await diffs()).shapes(pair, work),
    changedShapes: async (request, work) => (await diffs()).rows(request, work),
    changeAt: async ({ pair, at, radius }, work) =>
      (await diffs()).changeAt(pair, at, radius, work),
    versionFeature: async ({ layer, row }, work) => (await diffs()).feature(layer, row, work),
    preview: async ({ question }, work) => (await desk()).preview(question, work),
    explain: async (request, work) => (await desk()).explain(request, work),
    answerView: async (request, work) => (await desk()).view(request, work),
    answerChange: async (request, work) => (await desk()).change(request, work),
    async distribution({ layer, field, bins }, work) {
      const { distribution } = await import('./answer/views/distribution.ts');
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
    async parcelSheet(request, work) {
      const { parcelSheet } = await import('./parcel-sheet/parcel-sheet.ts');
      return parcelSheet(session().store, request, work);
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

/** The kernel of a platform: on its workers, or in the thread of the engine. */
async function openKernel({ kernelWorkers }: Platform): Promise<Kernel> {
  if (!kernelWorkers) return (await import('./kernel/inline-kernel.ts')).inlineKernel;
  const { createKernelPool } = await import('./kernel/kernel-pool.ts');
  return createKernelPool(kernelWorkers);
}
