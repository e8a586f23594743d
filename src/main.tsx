import '@fontsource-variable/source-sans-3';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { AppError } from './domain/errors.ts';
import type { LayerHistory } from './domain/layer-history.ts';
import type { Library } from './domain/library.ts';
import type { LngLat } from './domain/units.ts';
import { isEmbedded } from './embed/embed-options.ts';
import { createEngine } from './engine/client.ts';
import EngineWorker from './engine/worker.ts?worker';
import { startWatched, tellsDeath } from './engine/worker-life.ts';
import { createCameraLink } from './map/camera-link.ts';
import type { MapOptions } from './map/map-options.ts';
import { addNotice, setLayerStatus, setView, setZoom } from './state/actions.ts';
import { parseAddress } from './state/address.ts';
import { followAddress } from './state/address-bar.ts';
import { keepAppearance } from './state/appearance.ts';
import { keepDraft } from './state/draft-storage.ts';
import { createEffects } from './state/effects.ts';
import { openingAddress } from './state/kept-basemap.ts';
import { createKeptStorage } from './state/kept-storage.ts';
import { addVertex, finishMeasure, setPointer } from './state/measure-actions.ts';
import { keepScenario } from './state/scenario-storage.ts';
import { isSmallPhone, spareEngine } from './state/spared-engine.ts';
import { chooseResultRow } from './state/sql-actions.ts';
import { keepStatements } from './state/statement-storage.ts';
import { createAppStore } from './state/store.ts';
import { tabOf } from './state/territory-tab.ts';
import { watchView } from './state/view-watch.ts';
import { App } from './ui/app.tsx';
import { AppContext, type ExportServices, type MapFrame } from './ui/app-context.tsx';
import { lazyPart } from './ui/frame/lazy-part.tsx';
import { PartBoundary } from './ui/frame/part-boundary.tsx';
import { formatLength } from './ui/strings/format.ts';

/** Longest silence of an engine that was told to stop, where its end is not told: it is then taken for dead. */
const PATIENCE_MS = 10_000;

const mapModule = import('./map/create-map.ts');
const cameras = createCameraLink();
const isFramed = isEmbedded(location.search);
const store = createAppStore({
  screen: parseAddress(location.hash).screen,
  isEngineSpared: isSmallPhone(window),
});
const engine = spareEngine(
  createEngine(
    () => startWatched('engine', (name) => new EngineWorker({ name })),
    tellsDeath() && !isFramed ? null : PATIENCE_MS,
  ),
  () => store.getState().isEngineSpared,
);
const baseUrl = new URL('.', location.href).href;
const effects = createEffects(store, {
  engine,
  baseUrl,
  fetchCatalogue,
  fetchRestricted,
  fetchLibrary,
  fetchHistory,
  storage: window,
  openStorage: (territory) => createKeptStorage(window, territory),
  now: () => new Date().toISOString(),
  newId: () => crypto.getRandomValues(new BigUint64Array(1))[0]?.toString(36) ?? '',
  async decodeRows(stream) {
    const { readRows } = await import('./loaders/read-arrow.ts');
    return readRows(stream);
  },
  async openRows(stream) {
    const { openRows } = await import('./loaders/read-arrow.ts');
    return openRows(stream);
  },
});

async function fetchCatalogue(): Promise<unknown> {
  const url = new URL('catalogue.json', baseUrl).href;
  const { first } = window;
  const asked = first.catalogue;
  first.catalogue = null;
  try {
    if (asked) return await asked;
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new AppError('catalogue-missing', `${url}: ${String(cause)}`, { url }, cause);
  }
}

async function fetchRestricted(folder: string): Promise<unknown> {
  const url = new URL(`${folder}catalogue.json`, baseUrl).href;
  try {
    const response = await fetch(url, { cache: 'no-cache' });
    if (REFUSALS.includes(response.status)) return null;
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return await response.json();
  } catch (cause) {
    throw new AppError('restricted-missing', `${url}: ${String(cause)}`, { url }, cause);
  }
}

/** How a host says that a reader may not have a folder, or that it is not there for them. */
const REFUSALS = [401, 403, 404];

async function fetchLibrary(): Promise<Library> {
  const url = new URL('library.json', baseUrl).href;
  const { parseLibrary } = await import('./domain/parse-library.ts');
  try {
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return parseLibrary(await response.json());
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('library-missing', `${url}: ${String(cause)}`, { url }, cause);
  }
}

async function fetchHistory(layer: string, path: string): Promise<LayerHistory> {
  const url = new URL(path, baseUrl).href;
  const { parseHistory } = await import('./versions/parse-history.ts');
  try {
    const response = await fetch(url, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return parseHistory(await response.json());
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('layer-missing', `${url}: ${String(cause)}`, { layer, url }, cause);
  }
}

/** On the SQL screen a click means a row of the result, where there is one. */
async function onMapClick(at: LngLat, radius: number): Promise<void> {
  const { screen, sqlMap, catalogue } = store.getState();
  if (screen === 'sql' && sqlMap && catalogue) {
    const { statementRowAt } = await import('./map/statement-row.ts');
    const { metricCrs } = catalogue.territory;
    const row = statementRowAt(sqlMap.shapes.geometry, at, radius, metricCrs);
    store.setState((state) => chooseResultRow(state, row));
    if (row !== null) return;
  }
  await effects.identify(at, radius);
}

const exports: ExportServices = {
  async answerContent(...request) {
    const { answerContent } = await import('./export/answer-content.ts');
    return answerContent(engine, ...request);
  },
  async printSource(state, drawnTitle, signal) {
    const { printSource } = await import('./map/print-source.ts');
    return printSource(state, engine, drawnTitle, signal);
  },
  async featureExtent(layer, key, signal) {
    const feature = await engine.call('feature', { layer, key }, signal ? { signal } : {});
    return feature?.extent ?? null;
  },
};

async function createMap(container: HTMLElement, frame: MapFrame) {
  const map = await mapModule;
  return map.createMap(mapOptions(container, frame));
}

/** The second map reads and reports as the first does, but for a click, which is of its own layers. */
async function createOtherMap(container: HTMLElement, frame: MapFrame) {
  const [{ createOtherMap: create }, { stateOfOtherSide }, { engineOfOtherSide }] =
    await Promise.all([
      import('./map/other-side.ts'),
      import('./state/split.ts'),
      import('./state/split-engine.ts'),
    ]);
  const { onLayerStatus, onFirstIdle, ...options } = mapOptions(container, frame);
  return create({
    ...options,
    onClick(at, radius) {
      const state = stateOfOtherSide(store.getState());
      const asked = engineOfOtherSide(engine, store.getState);
      void effects.identify(at, radius, { state, engine: asked });
    },
  });
}

function mapOptions(container: HTMLElement, frame: MapFrame): MapOptions {
  return {
    container,
    store,
    engine,
    cameras,
    ...frame,
    onViewChange: (view) => store.setState((state) => setView(state, view)),
    onZoom: (zoom) => store.setState((state) => setZoom(state, zoom)),
    onClick: (at, radius) => void onMapClick(at, radius),
    async onOutline(geometry) {
      const { drawing } = await import('./ui/strings/drawing.ts');
      const { drawing: asked, drawn } = store.getState();
      void effects.takeOutline(geometry, drawing.newName(asked?.kind, drawn));
    },
    onPointerMove(at) {
      if (store.getState().tool === 'coordonnees') store.setState((s) => setPointer(s, at));
    },
    onMeasure(step) {
      store.setState((s) => (step.kind === 'finish' ? finishMeasure(s) : addVertex(s, step.at)));
    },
    formatLength,
    onLayerStatus: (id, status) => store.setState((state) => setLayerStatus(state, id, status)),
    onFirstIdle() {
      performance.mark('arpent:first-map');
      store.setState({ isPainted: true });
    },
    onFailure: (error) => store.setState((state) => addNotice(state, error)),
  };
}

keepAppearance(store, window);
if (!isFramed) {
  const tab = tabOf(window, document.documentElement.dataset.territory);
  keepDraft(store, tab);
  keepScenario(store, tab);
  keepStatements(store, tab);
}
watchView(store, engine);
followAddress(store, window, (hash) => void effects.readAddress(hash));
void effects.start(openingAddress(location.hash, window));

const EmbedFrame = lazyPart(async () => (await import('./ui/embarque/embed-frame.tsx')).EmbedFrame);

const root = document.getElementById('root');
if (!root) throw new Error('no #root in the page');
createRoot(root).render(
  <AppContext value={{ store, effects, exports, createMap, createOtherMap }}>
    {isFramed ? (
      <Suspense>
        <EmbedFrame />
      </Suspense>
    ) : (
      <PartBoundary>
        <App />
      </PartBoundary>
    )}
  </AppContext>,
);
