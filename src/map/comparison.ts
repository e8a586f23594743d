import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Change } from '../domain/change.ts';
import type { Layer } from '../domain/layer.ts';
import type { DrawBatch, Engine, VersionPair } from '../engine/protocol.ts';
import { rowToGeometry } from '../geo/to-geojson.ts';
import type { AppState } from '../state/app-state.ts';
import { drawnDiff } from '../state/version-actions.ts';
import { batchToGeoJson } from './data/batch-to-geojson.ts';
import { sharedBorders } from './data/shared-borders.ts';
import { createFollower } from './follower.ts';
import { setSource } from './small-layers.ts';
import { CHANGE_SOURCE, changeSpecifications } from './style/change-specifications.ts';
import { comparisonLayer } from './style/comparison-layer.ts';
import { layerToSpecifications } from './style/layer-specifications.ts';
import { sourceIds } from './style/source-ids.ts';

/** Two versions of a layer on the map: what differs, what does not, and the change that was chosen. */
export interface MapComparison {
  /** Fetches what the state compares, forgets what it no longer does. */
  follow(state: AppState): void;
  /** The MapLibre layers of what differs, bottom first. */
  layers(): LayerSpecification[];
  /** The features that are the same in both versions, once they are there. */
  unchanged(): { id: string; batch: DrawBatch } | null;
  destroy(): void;
}

/** The comparison of a map; `onChange` hears when there is another to draw, `onFailure` why there is none. */
export function createComparison(
  map: MapLibreMap,
  engine: Engine,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): MapComparison {
  let drawn: { layer: Layer; id: string; unchanged: DrawBatch } | null = null;
  let hasChosen = false;
  const shapes = createFollower<VersionPair>(onFailure);
  const chosen = createFollower<Change>(onFailure);

  async function fetchShapes(pair: VersionPair, signal: AbortSignal): Promise<void> {
    const { changes, unchanged } = await engine.call('diffShapes', pair, { signal });
    if (signal.aborted) return;
    const layer = comparisonLayer(pair.to);
    setSource(map, sourceIds.features(layer.id), batchToGeoJson(changes));
    if (layer.geometry === 'polygon') {
      setSource(map, sourceIds.borders(layer.id), sharedBorders(changes));
    }
    const id = `${pair.from.file.version}-${pair.to.file.version}`;
    drawn = { layer, id, unchanged };
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
      shapes.follow(pair, fetchShapes, () => {
        drawn = null;
        onChange();
      });
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
      ...(drawn ? layerToSpecifications(drawn.layer, 1) : []),
      ...(drawn && hasChosen ? changeSpecifications() : []),
    ],
    unchanged: () => drawn && { id: drawn.id, batch: drawn.unchanged },
    destroy() {
      shapes.stop();
      chosen.stop();
    },
  };
}
