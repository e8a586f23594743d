import type { Basemap } from '../domain/basemap.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Layer } from '../domain/layer.ts';
import type { AppState, ShownLayer } from './app-state.ts';
import { currentLayer } from './version-actions.ts';

/**
 * How two maps stand beside each other: `volet` is a curtain drawn sideways over one place, `volet-haut` one drawn from top to
 * bottom, `cote` two maps side by side.
 */
export const SPLIT_KINDS = ['volet', 'volet-haut', 'cote'] as const;

/** One of `SPLIT_KINDS`. */
export type SplitKind = (typeof SPLIT_KINDS)[number];

/** A second map of the same place. What it does not say for itself is as on the first. */
export interface Split {
  kind: SplitKind;
  /** Where the curtain hangs: the share, 0 to 1, of the width or height that the first map keeps. */
  at: number;
  /** Layers of the second map, topmost first; null: those of the first. */
  shown: ShownLayer[] | null;
  /** What lies under them; null: what lies under the first map. */
  basemap: Basemap | null;
  /** Layer id → version of its file that the second map shows. */
  versions: Record<string, string>;
}

/**
 * The state as the second map shows it: its layers, basemap and versions; no flight, drawing or comparison of its own, for the
 * first map flies and draws. A version that is not known yet is shown as on the first map. An answer over a layer that is there
 * in another version is left out: its features are of the first.
 */
export function stateOfOtherSide(state: AppState): AppState {
  const { split, catalogue, answer } = state;
  if (!split) return state;
  const others = otherEntries(state);
  const isOther = answer.kind === 'ready' && others.has(answer.answer.question.target);
  return {
    ...state,
    catalogue: catalogue && withEntries(catalogue, others),
    shown: split.shown ?? state.shown,
    basemap: split.basemap ?? state.basemap,
    ...(isOther ? { answer: NO_ANSWER } : {}),
    ...OF_THE_FIRST,
  };
}

/** The second map that is drawn: none before the first is somewhere, nor while a session is presented. */
export const drawnSplit = ({ split, view, seance }: AppState): Split | null =>
  view === null || seance.presenter !== null ? null : split;

/** The entries of the layers that the second map shows in another version than the first, by id; those not known yet are left out. */
export function otherEntries(state: AppState): Map<string, Layer> {
  const found = Object.entries(state.split?.versions ?? {}).flatMap(([id, version]) => {
    const entry = entryOfVersion(state, id, version);
    const own = state.catalogue?.layers.find((layer) => layer.id === id);
    return entry && own && own.file.version !== version ? [[id, entry] as const] : [];
  });
  return new Map(found);
}

function entryOfVersion(state: AppState, id: string, version: string): Layer | undefined {
  const current = currentLayer(state, id);
  if (current?.file.version === version) return current;
  const history = state.histories[id];
  if (history?.kind !== 'ready') return undefined;
  return history.history.versions.find(({ layer }) => layer.file.version === version)?.layer;
}

function withEntries(catalogue: Catalogue, entries: Map<string, Layer>): Catalogue {
  if (entries.size === 0) return catalogue;
  return { ...catalogue, layers: catalogue.layers.map((own) => entries.get(own.id) ?? own) };
}

const NO_ANSWER = { kind: 'none' } as const;

const OF_THE_FIRST = {
  flight: null,
  drawing: null,
  drawingStep: null,
  comparison: null,
  diff: { kind: 'none' },
  change: null,
} as const;
