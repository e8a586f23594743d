import { createStore, type StoreApi } from 'zustand/vanilla';
import { errorToData, isAbort } from '../../domain/errors.ts';
import type { LayerMeta } from '../../domain/layer.ts';
import { unionExtents } from '../../domain/union-extents.ts';
import type { Publisher } from '../../publish/client.ts';
import type { PrepareStep } from '../../publish/prepare.ts';
import type { SourceFile } from '../../publish/source-file.ts';
import type { StyleChoice } from '../../publish/style/make-style.ts';
import { flyTo } from '../../state/actions.ts';
import { describeTemporary } from '../../state/temporary-layers.ts';
import type { AppServices } from '../app-context.tsx';
import { today } from '../carte/today.ts';
import { saveFile } from '../frame/save-file.ts';
import { openPublisher } from './open-publisher.ts';
import { siteOf } from './site-of.ts';
import {
  EMPTY_WIZARD,
  isPrepared,
  type MetaEdits,
  metaOf,
  readyReports,
  type Step,
  type TableChoice,
  type Task,
  takenChoices,
  type WizardState,
  warningRules,
} from './wizard-state.ts';

/** The publication that is being made in this page, and all that can be done to it. */
export type Wizard = ReturnType<typeof createWizard>;

const wizards = new WeakMap<object, Wizard>();

/** The one publication of a page: it stays while the reader looks at other screens. */
export function wizardOf(services: AppServices): Wizard {
  const wizard = wizards.get(services.store) ?? createWizard(services, openPublisher());
  wizards.set(services.store, wizard);
  return wizard;
}

function createWizard(services: AppServices, publisher: Publisher) {
  const store: StoreApi<WizardState> = createStore(() => EMPTY_WIZARD);
  const { effects } = services;
  const set = (part: Partial<WizardState>) => store.setState(part);
  const act: (typeof services.store)['setState'] = (action) => services.store.setState(action);
  let working: AbortController | null = null;

  /** Runs a task that is told of and can be stopped; false when it failed or was stopped. What was entered stays. */
  async function run(
    task: Task,
    work: (options: { signal: AbortSignal; onStep: (step: PrepareStep) => void }) => Promise<void>,
  ): Promise<boolean> {
    working?.abort();
    const controller = new AbortController();
    working = controller;
    const onStep = (step: PrepareStep) => {
      if (working === controller) set({ work: { kind: 'busy', task, step } });
    };
    set({ work: { kind: 'busy', task, step: null } });
    try {
      await work({ signal: controller.signal, onStep });
      set({ work: { kind: 'idle' } });
      return true;
    } catch (error) {
      if (working !== controller) return false;
      set({
        work: isAbort(error)
          ? { kind: 'idle' }
          : { kind: 'failed', task, error: errorToData(error) },
      });
      return false;
    }
  }

  async function takeFiles(reading: Promise<SourceFile[]>): Promise<boolean> {
    return run('read', async (options) => {
      const files = await reading;
      const delivery = await publisher.call('read', { files, site: siteOf(services) }, options);
      forget();
      const choices = delivery.layers.map(({ id, schema }, index): TableChoice => {
        return { index, id, crs: null, keep: [], schema, isTaken: true };
      });
      const sizes = files.map(({ path, bytes }) => ({ path, bytes: bytes.length }));
      set({ files: sizes, delivery, choices, step: 'couche' });
    });
  }

  async function prepare(): Promise<boolean> {
    const choices = takenChoices(store.getState());
    return run('prepare', async (options) => {
      const reports = await publisher.call('prepare', { choices }, options);
      set({ reports, preparedFor: JSON.stringify(choices), bundle: null });
      await showOnMap(options.signal);
    });
  }

  /** Shows what was prepared, and its issues, as temporary layers. */
  async function showOnMap(signal?: AbortSignal): Promise<void> {
    hide();
    const options = signal ? { signal } : {};
    const state = store.getState();
    const ready = readyReports(state);
    const shownAs: Record<number, string> = {};
    for (const report of [...ready].reverse()) {
      const { index } = report;
      const encoded = await publisher.call(
        'encode',
        { index, meta: metaOf(state, report) },
        options,
      );
      shownAs[index] = await effects.holdLayer(encoded.layer, encoded.data);
      set({ shownAs: { ...shownAs } });
    }
    const indexes = ready.map(({ index }) => index);
    const issues = await publisher.call('encodeIssues', { indexes, id: 'signalements' }, options);
    if (issues) set({ issuesAs: await effects.holdLayer(issues.layer, issues.data) });
    seeLayers(Object.values(shownAs));
  }

  function seeLayers(ids: string[]): void {
    const layers = services.store.getState().catalogue?.layers ?? [];
    const boxes = layers.filter(({ id }) => ids.includes(id)).map(({ extent }) => extent);
    if (boxes.length > 0) act((state) => flyTo(state, unionExtents(boxes)));
  }

  function hide(): void {
    const { shownAs, issuesAs } = store.getState();
    const known = services.store.getState().catalogue?.layers ?? [];
    for (const id of [...Object.values(shownAs), issuesAs]) {
      if (id && known.some((layer) => layer.id === id)) effects.releaseLayer(id);
    }
    set({ shownAs: {}, issuesAs: null });
  }

  function forget(): void {
    hide();
    store.setState({ ...EMPTY_WIZARD, work: store.getState().work }, true);
  }

  function describe(index: number, edits: MetaEdits): void {
    const { edits: before, shownAs } = store.getState();
    set({ edits: { ...before, [index]: { ...before[index], ...edits } }, bundle: null });
    const { title, style } = edits;
    const id = shownAs[index];
    if (!id || (!title && !style)) return;
    act((state) =>
      describeTemporary(state, id, { ...(title && { title }), ...(style && { style }) }),
    );
  }

  function choose(index: number, part: Partial<TableChoice>): void {
    const choices = store
      .getState()
      .choices.map((choice) => (choice.index === index ? { ...choice, ...part } : choice));
    set({ choices });
  }

  async function makeBundle(): Promise<void> {
    const state = store.getState();
    const layers = readyReports(state).map((report) => ({
      index: report.index,
      meta: metaOf(state, report),
      accepted: Object.fromEntries(
        [...warningRules(report)].filter(([rule]) => state.accepted[report.index]?.includes(rule)),
      ),
    }));
    await run('bundle', async (options) => {
      const bytes = await publisher.call('bundle', { layers }, options);
      const name = bundleName(layers.map(({ meta }) => meta));
      set({ bundle: { name, bytes: bytes.length } });
      saveFile(bytes, 'application/zip', name);
    });
  }

  return {
    store,
    takeFiles,
    prepare,
    makeBundle,
    describe,
    /** Goes to a step; what it needs is prepared first. */
    async goTo(step: Step): Promise<void> {
      const needsLayers = step !== 'fichier' && step !== 'couche';
      if (needsLayers && !isPrepared(store.getState()) && !(await prepare())) return;
      set({ step });
    },
    choose,
    /** Publishes columns though they look personal: the layer is prepared again. */
    async keepColumns(index: number, keep: string[]): Promise<void> {
      choose(index, { keep });
      await prepare();
    },
    accept(index: number, rule: string, isAccepted: boolean): void {
      const { accepted } = store.getState();
      const others = (accepted[index] ?? []).filter((own) => own !== rule);
      set({
        accepted: { ...accepted, [index]: isAccepted ? [...others, rule] : others },
        bundle: null,
      });
    },
    look: (index: number) => set({ current: index }),
    /** Shows again what was prepared, where somebody has removed it from the map. */
    showAgain: () => run('prepare', ({ signal }) => showOnMap(signal)),
    /** Flies to the layers of these tables. */
    see(indexes: readonly number[]): void {
      const { shownAs } = store.getState();
      seeLayers(indexes.flatMap((index) => shownAs[index] ?? []));
    },
    setStyle(index: number, choice: StyleChoice, style: LayerMeta['style']): void {
      set({ styles: { ...store.getState().styles, [index]: choice } });
      describe(index, { style });
    },
    /** Leaves what was prepared on the map as temporary layers, and begins anew. */
    leaveOnMap(): void {
      const { issuesAs } = store.getState();
      if (issuesAs) effects.releaseLayer(issuesAs);
      set({ shownAs: {}, issuesAs: null });
      forget();
      publisher.close();
    },
    stop(): void {
      working?.abort();
    },
    restart(): void {
      working?.abort();
      forget();
      publisher.close();
      set({ work: { kind: 'idle' } });
    },
  };
}

function bundleName(metas: readonly LayerMeta[]): string {
  const [first] = metas;
  const what = metas.length === 1 && first ? first.id : `${metas.length}-couches`;
  return `publication-${what}-${today()}.zip`;
}
