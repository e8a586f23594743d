import type { LayerSpecification, Map as MapLibreMap, RasterTileSource } from 'maplibre-gl';
import { type NetworkBasemap, resolveBasemap } from '../../domain/basemap.ts';
import { AppError, errorToData } from '../../domain/errors.ts';
import type { AppState, LayerStatus } from '../../state/app-state.ts';
import { baseOpacity, NETWORK_STATUS } from '../../state/basemap-actions.ts';
import type { MapOptions } from '../map-options.ts';

/** Tiles refused one after another before the host is said not to answer. */
const REFUSALS = 3;

/** What the ids of their sources begin with: no layer's does. */
const PREFIX = 'fond/';

/** Pixels of a tile's side. */
const TILE_PX = 256;

interface Shown {
  basemap: NetworkBasemap;
  /** Id of its source and of its layer. */
  id: string;
  status: LayerStatus['kind'];
  refused: number;
}

/**
 * The pictures of a basemap of the network. A tile that does not come leaves what lies beneath to be seen; after some in a row the
 * state hears that the host does not answer, and that it does again with the next tile. They are asked for anew when the state
 * forgets the failure, or the browser is back on the network.
 */
export function createNetworkPictures(map: MapLibreMap, onStatus: MapOptions['onLayerStatus']) {
  let shown: Shown | null = null;
  let attempts = 0;

  function tell(status: LayerStatus): void {
    if (!shown || shown.status === status.kind) return;
    shown.status = status.kind;
    onStatus(NETWORK_STATUS, status);
  }

  function hide(): void {
    if (!shown) return;
    map.off('error', onError);
    map.off('idle', onIdle);
    if (map.getLayer(shown.id)) map.removeLayer(shown.id);
    if (map.getSource(shown.id)) map.removeSource(shown.id);
    shown = null;
  }

  function show(basemap: NetworkBasemap): void {
    hide();
    attempts += 1;
    shown = { basemap, id: `${PREFIX}${basemap.id}/${attempts}`, status: 'ready', refused: 0 };
    map.addSource(shown.id, {
      type: 'raster',
      tiles: [basemap.tiles],
      tileSize: TILE_PX,
      minzoom: basemap.minZoom ?? 0,
      maxzoom: basemap.maxZoom,
    });
    map.getSource<RasterTileSource>(shown.id)?.on('data', onTile);
    map.on('error', onError);
    map.on('idle', onIdle);
    tell({ kind: 'loading' });
  }

  function onTile(event: unknown): void {
    const { tile } = event as { tile?: { state: string } };
    if (!shown || tile?.state !== 'loaded') return;
    shown.refused = 0;
    tell({ kind: 'ready' });
  }

  function fail(reason: string): void {
    if (!shown) return;
    const { id, title, tiles } = shown.basemap;
    const context = { title, host: new URL(tiles).host };
    const error = new AppError('basemap-unreachable', `basemap ${id}: ${reason}`, context);
    tell({ kind: 'failed', error: errorToData(error) });
  }

  /** MapLibre says here what goes wrong with any source: what is not ours stays as loud as it was. */
  function onError(event: { error: Error; sourceId?: string }): void {
    if (!event.sourceId?.startsWith(PREFIX)) reportError(event.error);
    else if (shown && ++shown.refused >= REFUSALS) fail(event.error.message);
  }

  /** All is answered and nothing came: MapLibre takes a tile that is not found for one that is empty. */
  function onIdle(): void {
    if (shown?.status === 'loading') fail('no tile was found');
  }

  /** What is asked anew tells the state that it is loading, which then draws its layer. */
  function retry(): void {
    if (shown?.status === 'failed') show(shown.basemap);
  }

  window.addEventListener('online', retry);
  return {
    /** The layer of the pictures of a state's basemap; none for an offline one. */
    layers(state: AppState): LayerSpecification[] {
      const { network } = resolveBasemap(state);
      if (!network) hide();
      else if (network !== shown?.basemap) show(network);
      else if (shown.status === 'failed' && !state.layerStatus[NETWORK_STATUS]) show(network);
      if (!shown) return [];
      const paint = { 'raster-opacity': baseOpacity(state), 'raster-fade-duration': 150 };
      return [{ id: shown.id, type: 'raster', source: shown.id, paint }];
    },
    destroy: () => window.removeEventListener('online', retry),
  };
}
