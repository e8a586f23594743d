import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Change } from '../domain/change.ts';
import type { Layer } from '../domain/layer.ts';
import type { ChangedRows, Engine, VersionPair } from '../engine/protocol.ts';
import { rowToGeometry } from '../geo/to-geojson.ts';
import type { AppState } from '../state/app-state.ts';
import { drawnChange } from '../state/moved-link.ts';
import { drawnDiff } from '../state/version-actions.ts';
import { ComparisonShapes } from './comparison-shapes.ts';
import type { PlainScene } from './deck/plain-layers.ts';
import { createFollower } from './follower.ts';
import { setSource } from './small-layers.ts';
import { CHANGE_SOURCE, changeSpecifications } from './style/change-specifications.ts';
import { comparisonLayer, markSpecifications } from './style/comparison-layer.ts';
import { layerToSpecifications } from './style/layer-specifications.ts';

/** Two versions of a layer on the map: what differs, what does not, and the change that was chosen; or two answers. */
export interface MapComparison {
  /** Fetches what the state compares, forgets what it no longer does. */
  follow(state: AppState): void;
  /** The MapLibre layers of what differs, bottom first. */
  layers(): LayerSpecification[];
  /** What is drawn plainly below those, bottom first: what is the same in both, and what differs where it is too much. */
  plain(beforeId: string): PlainScene[];
  destroy(): void;
}

/** What is compared: two versions, or (`answers`, the versions that each read) a question's answers over them. */
interface Compared {
  pair: VersionPair;
  answers: Record<string, string>[] | null;
}

/** The comparison of a map; `onChange` hears when there is another to draw, `onFailure` why there is none. */
export function createComparison(
  map: MapLibreMap,
  engine: Engine,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): MapComparison {
  let drawn: { layer: Layer; shapes: ComparisonShapes } | null = null;
  let hasChosen = false;
  const shapes = createFollower<Compared>(onFailure);
  const chosen = createFollower<Change>(onFailure);

  async function fetchShapes(
    { pair, answers }: Compared,
    state: AppState,
    signal: AbortSignal,
  ): Promise<void> {
    const found = await (answers
      ? engine.call('changedShapes', { pair, ...changedRows(state) }, { signal })
      : engine.call('diffShapes', pair, { signal }));
    if (signal.aborted) return;
    const layer = comparisonLayer(pair.to);
    const id = `${pair.from.file.version}-${pair.to.file.version}`;
    drawn = { layer, shapes: new ComparisonShapes(map, layer, id, found) };
    onChange();
  }

  async function fetchChosen(change: Change, pair: VersionPair, signal: AbortSignal) {
    const shape = async (layer: Layer, row: number | null, side: 'before' | 'after') => {
      if (row === null) return [];
      const { geometry } = await engine.call('versionFeature', { layer, row }, { signal });
      const found = rowToGeometry(geometry, 0);
      return found ? [{ type: 'Feature' as const, geometry: found, properties: { side } }] : [];
    };
    const features = await Promise.all([
      shape(pair.from, change.rowBefore, 'before'),
      shape(pair.to, change.rowAfter, 'after'),
    ]);
    if (signal.aborted) return;
    const collection: FeatureCollection = { type: 'FeatureCollection', features: features.flat() };
    setSource(map, CHANGE_SOURCE, collection);
    hasChosen = true;
    onChange();
  }

  return {
    follow(state) {
      const diff = drawnDiff(state);
      const pair = diff && { from: diff.from, to: diff.to };
      shapes.follow(
        comparedIn(state),
        (wanted, signal) => fetchShapes(wanted, state, signal),
        () => {
          drawn = null;
          onChange();
        },
      );
      drawn?.shapes.follow();
      chosen.follow(
        pair && state.change,
        (change, signal) => (pair ? fetchChosen(change, pair, signal) : Promise.resolve()),
        () => {
          hasChosen = false;
          onChange();
        },
      );
    },
    layers: () => [
      ...(drawn?.shapes.isNear ? layerToSpecifications(drawn.layer, 1) : []),
      ...(drawn?.shapes.isMarked ? markSpecifications(drawn.layer) : []),
      ...(drawn && hasChosen ? changeSpecifications() : []),
    ],
    plain: (beforeId) => drawn?.shapes.plain(beforeId) ?? [],
    destroy() {
      shapes.stop();
      chosen.stop();
    },
  };
}

function comparedIn(state: AppState): Compared | null {
  const diff = drawnDiff(state);
  if (diff) return { pair: { from: diff.from, to: diff.to }, answers: null };
  const drawn = drawnChange(state);
  if (!drawn) return null;
  const { from, to, change } = drawn;
  return { pair: { from, to }, answers: [change.before.versions, change.now.versions] };
}

/** The features that came into an answer and went out of it. */
function changedRows(state: AppState): Omit<ChangedRows, 'pair'> {
  const change = drawnChange(state)?.change;
  const rowsOf = (rows: { row: number }[] = []) => rows.map(({ row }) => row);
  return { before: rowsOf(change?.onlyBefore), now: rowsOf(change?.onlyNow) };
}
