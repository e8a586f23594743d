import { type Annotation, INKS } from '../domain/annotation.ts';
import { DEFAULT_HALF_WIDTH, type Scenario } from '../domain/impact.ts';
import { linkToScenario } from '../domain/scenario-file.ts';
import type { AppState } from './app-state.ts';
import type { AppStore } from './store.ts';
import { createTabEntry, type TabHost } from './tab-entry.ts';

/** Key of the entry in the storage. */
export const SCENARIO_KEY = 'arpent.scenario';

type Kept = Pick<AppState, 'drawn' | 'scenario'> & Partial<Pick<AppState, 'annotations'>>;

/**
 * Keeps what is drawn and compared for the tab each time that it changes, and puts it back once the catalogue tells that the
 * territory is the same: links hold small scenarios alone. A storage that refuses is told of in a notice. Gives a function
 * that stops it.
 */
export function keepScenario(store: AppStore, host: TabHost): () => void {
  const entry = createTabEntry(store, host, SCENARIO_KEY);
  return store.subscribe(({ catalogue, drawn, annotations, scenario }, before) => {
    if (!catalogue) return;
    const { siren } = catalogue.territory;
    if (!before.catalogue) {
      const kept = entry.read();
      const own = kept ? textToKept(kept, siren) : null;
      if (own && drawn.length === 0) store.setState(own);
      return;
    }
    const isSame = drawn === before.drawn && annotations === before.annotations;
    if (isSame && scenario === before.scenario) return;
    entry.write(drawn.length === 0 ? null : keptToText({ drawn, annotations, scenario }, siren));
  });
}

/** What is drawn and compared in a territory, as text: every shape as a variant, and the names of those that are compared. */
export function keptToText({ drawn, annotations, scenario }: Kept, territory: string): string {
  const compared = scenario.variants.map(({ name }) => name);
  const others = drawn.filter(({ name }) => !compared.includes(name));
  const unused = others.map(({ name }) => {
    return { name, halfWidth: DEFAULT_HALF_WIDTH, holding: 'purchase' as const };
  });
  const variants = [...scenario.variants, ...unused].map((variant) => ({
    ...variant,
    shapes: drawn.filter(({ name }) => name === variant.name),
  }));
  const looks = Object.entries(annotations ?? {});
  const annotated = looks.map(([name, { ink, note, isText }]) => [name, ink, note, isText]);
  return JSON.stringify({ territory, compared, annotated, scenario: { ...scenario, variants } });
}

/** What a text of the storage keeps; null when it is of another territory, or of another version of the page. */
export function textToKept(text: string, territory: string): Kept | null {
  try {
    const kept = JSON.parse(text) as Record<string, unknown>;
    if (kept.territory !== territory || !Array.isArray(kept.compared)) return null;
    const { compared } = kept;
    const { variants, ...rest } = linkToScenario(JSON.stringify(kept.scenario)) as Scenario;
    return {
      drawn: variants.flatMap(({ shapes }) => shapes),
      annotations: annotationsOf(kept.annotated),
      scenario: {
        ...rest,
        variants: variants
          .filter(({ name }) => compared.includes(name))
          .map(({ name, halfWidth, holding }) => ({ name, halfWidth, holding })),
      },
    };
  } catch {
    // What another version of the page, or its reader, wrote there is no scenario: there is nothing to restore.
    return null;
  }
}

/** The annotations of a kept text, by the names of their shapes; what cannot be read is left out. */
function annotationsOf(kept: unknown): AppState['annotations'] {
  if (!Array.isArray(kept)) return {};
  return Object.fromEntries(
    kept.flatMap((entry: unknown): [string, Annotation][] => {
      if (!Array.isArray(entry)) return [];
      const [name, ink, note, isText] = entry as unknown[];
      const own = INKS.find((candidate) => candidate === ink);
      if (typeof name !== 'string' || !own || typeof note !== 'string') return [];
      return [[name, { ink: own, note, isText: isText === true }]];
    }),
  );
}
