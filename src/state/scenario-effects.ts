import { errorToData, isAbort } from '../domain/errors.ts';
import type { Variant } from '../domain/impact.ts';
import type { LeastParcels, LeastParcelsRequest } from '../domain/least-parcels.ts';
import type { Engine } from '../engine/protocol.ts';
import type { AppState } from './app-state.ts';
import { type ImpactStatus, impactOf, setImpact, variantsOf } from './scenario-actions.ts';
import type { AppStore } from './store.ts';

/** What one feature of a layer is called. */
export interface NamedFeature {
  key: string;
  title: string;
  /** The title, and what tells it from another of that title. */
  label: string;
}

/** The effects of the screen of scenarios. */
export function createScenarioEffects(
  store: AppStore,
  engine: Engine,
  readLibrary: () => Promise<void>,
) {
  const apply = (action: (state: AppState) => AppState) =>
    store.setState(action(store.getState()), true);
  const running = new Map<string, AbortController>();

  async function measure(variant: Variant): Promise<void> {
    const { name, shapes, halfWidth } = variant;
    const { library } = store.getState();
    const [shape] = shapes;
    if (!shape || library.kind !== 'ready') return;
    running.get(name)?.abort();
    const controller = new AbortController();
    running.set(name, controller);
    const { signal } = controller;
    const set = (status: ImpactStatus) => {
      if (!signal.aborted) apply((state) => setImpact(state, name, status));
    };
    const own = { shape, halfWidth };
    set({ ...own, kind: 'measuring', progress: null });
    try {
      const criteria = library.library.impacts ?? [];
      const impact = await engine.call(
        'impact',
        { shapes, halfWidth, criteria },
        { signal, onProgress: (progress) => set({ ...own, kind: 'measuring', progress }) },
      );
      set({ ...own, kind: 'ready', impact });
    } catch (error) {
      if (!isAbort(error)) set({ ...own, kind: 'failed', error: errorToData(error) });
    }
  }

  return {
    /** Measures the variants that are not measured as they now stand, one after the other. */
    async measureVariants(): Promise<void> {
      await readLibrary();
      for (const variant of variantsOf(store.getState())) {
        if (!impactOf(store.getState(), variant)) await measure(variant);
      }
    },

    /** Stops measuring; what is measured stays. */
    stopMeasuring(): void {
      for (const controller of running.values()) controller.abort();
      apply((state) => ({
        ...state,
        impacts: Object.fromEntries(
          Object.entries(state.impacts).filter(([, { kind }]) => kind !== 'measuring'),
        ),
      }));
    },

    /** The parcels that a work needs; null when no adjacent ones reach the area. Rejects as the engine does. */
    leastParcels(request: LeastParcelsRequest, signal: AbortSignal): Promise<LeastParcels | null> {
      return engine.call('leastParcels', request, { signal });
    },

    /** The features of a layer by name, all of them. */
    async namesOf(layer: string): Promise<NamedFeature[]> {
      const meta = store.getState().catalogue?.layers.find(({ id }) => id === layer);
      if (!meta) return [];
      const texts = meta.fields.filter(({ type }) => type === 'text').map(({ name }) => name);
      const named = [meta.key, meta.titleField, ...subtitle(meta.subtitleField)];
      const fields = [...new Set([...named, ...texts])];
      const { rows, columns } = await engine.call('drawLayer', { layer, fields });
      const features = Array.from(rows, (_, i) => {
        const text = (field: string) => String(columns[field]?.[i] ?? '');
        const more = subtitle(meta.subtitleField).map((field) => text(field));
        const key = text(meta.key);
        const title = text(meta.titleField) || key;
        const label = [title, ...more].filter((part) => part !== '').join(', ');
        return { key, title, label };
      });
      return tellApart(features, (row) =>
        texts.map((field) => String(columns[field]?.[row] ?? '')),
      );
    },
  };
}

/**
 * The features with the names that several bear told apart by the first text that differs among them, their key if none:
 * `textsOf` gives the texts of a row, in the order of the fields.
 */
function tellApart(
  features: readonly NamedFeature[],
  textsOf: (row: number) => string[],
): NamedFeature[] {
  const rowsByLabel = new Map<string, number[]>();
  for (const [row, { label }] of features.entries()) {
    rowsByLabel.set(label, [...(rowsByLabel.get(label) ?? []), row]);
  }
  return features.map((feature, row) => {
    const alike = rowsByLabel.get(feature.label) ?? [];
    if (alike.length < 2) return feature;
    const texts = alike.map((own) => [...textsOf(own), features[own]?.key ?? '']);
    const own = texts[alike.indexOf(row)] ?? [];
    const differs = (at: number) => new Set(texts.map((some) => some[at])).size === alike.length;
    const mark = own.find((text, at) => text !== '' && text !== feature.key && differs(at));
    const told = mark ?? feature.key;
    const { key, title, label } = feature;
    return { key, title: `${title} (${told})`, label: `${label}, ${told}` };
  });
}

const subtitle = (field: string | undefined): string[] => (field ? [field] : []);
