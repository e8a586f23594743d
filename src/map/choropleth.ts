import type { Map as MapLibreMap } from 'maplibre-gl';
import { COMMUNE_LAYER } from '../domain/commune.ts';
import type { Layer } from '../domain/layer.ts';
import type { Engine } from '../engine/protocol.ts';
import type { AppState } from '../state/app-state.ts';
import { CHOROPLETH_FIELD, type Choropleth } from '../state/commune-actions.ts';
import { batchToGeoJson } from './data/batch-to-geojson.ts';
import { createFollower } from './follower.ts';
import { setSource } from './small-layers.ts';
import { sourceIds } from './style/source-ids.ts';

/** The communes in the classes of a figure. */
export interface MapChoropleth {
  /** Fetches what the state shows, forgets what it no longer does. */
  follow(state: AppState): void;
  /** The layer to be drawn above those that are shown, once its shapes are there. */
  layer(): Layer | null;
  destroy(): void;
}

/** The choropleth of a map; `onChange` hears when there is another to draw, `onFailure` why there is none. */
export function createChoropleth(
  map: MapLibreMap,
  engine: Engine,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): MapChoropleth {
  let drawn: Layer | null = null;
  const shapes = createFollower<Choropleth>(onFailure);

  async function fetchShapes({ layer, values }: Choropleth, signal: AbortSignal): Promise<void> {
    const { key } = layer;
    const request = { layer: COMMUNE_LAYER, fields: [key] };
    const batch = await engine.call('drawLayer', request, { signal });
    if (signal.aborted) return;
    const codes = batch.columns[key] ?? [];
    const columns = {
      ...batch.columns,
      [CHOROPLETH_FIELD]: codes.map((code) => values[String(code)] ?? null),
    };
    setSource(map, sourceIds.features(layer.id), batchToGeoJson({ ...batch, columns }));
    drawn = layer;
    onChange();
  }

  return {
    follow: ({ choropleth }) =>
      shapes.follow(choropleth, fetchShapes, () => {
        drawn = null;
        onChange();
      }),
    layer: () => drawn,
    destroy: () => shapes.stop(),
  };
}
