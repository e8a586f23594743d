import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { resolveBasemap } from '../domain/basemap.ts';
import { isLarge } from '../domain/style/large-layer.ts';
import type { AppState } from '../state/app-state.ts';
import type { MapBackdrop } from './backdrop/lazy-backdrop.ts';
import { onBasemap } from './base-layers.ts';
import type { MapChoropleth } from './choropleth.ts';
import type { MapComparison } from './comparison.ts';
import { ofItsSource } from './data/tile-source.ts';
import type { LazyDeck } from './deck/lazy-deck.ts';
import type { MapDrawing } from './draw/map-drawing.ts';
import type { Highlights } from './highlights.ts';
import type { LargeLayers } from './large-layers.ts';
import type { LazyMeasure } from './measure/lazy-measure.ts';
import { reconcileLayers } from './reconcile-layers.ts';
import type { SmallLayers } from './small-layers.ts';
import { ANSWER_ANCHOR, anchorId, backdropOf, layersAhead, mapLayers, stackOf } from './stack.ts';

/** All that a map is drawn from and with. */
export interface MapParts {
  map: MapLibreMap;
  small: SmallLayers;
  large: LargeLayers;
  highlights: Highlights;
  comparison: MapComparison;
  choropleth: MapChoropleth;
  drawing: MapDrawing;
  measure: LazyMeasure;
  backdrop: MapBackdrop;
  deck: LazyDeck;
  /** The MapLibre layers on the map, by id. */
  drawn: Map<string, LayerSpecification>;
  /** Names wait for their fonts: a glyph drawn in another face would stay. */
  areFontsThere: boolean;
}

/** Asks for what the state shows and is not there yet, and draws what is. */
export function drawState(parts: MapParts, state: AppState): void {
  const {
    map,
    small,
    large,
    highlights,
    comparison,
    choropleth,
    drawing,
    measure,
    backdrop,
    deck,
  } = parts;
  const stack = stackOf(state);
  const layers = stack.map(({ layer }) => layer);
  const ahead = layersAhead(state);
  const smallLayers = [...layers, ...ahead].filter((layer) => !isLarge(layer));
  small.request(smallLayers, map.getZoom(), state.layerStatus);
  large.request(layers.filter(isLarge), state.layerStatus);
  highlights.follow(state);
  comparison.follow(state);
  choropleth.follow(state);
  const figures = choropleth.layer();
  const shaded = figures && onBasemap(figures, resolveBasemap(state).offline);
  drawing.follow(state);
  measure.follow(state);
  const wanted = mapLayers(
    shaded ? [...stack, { layer: shaded, opacity: 1 }] : stack,
    (layer) => layer === shaded || (isLarge(layer) ? large.isReady(layer) : small.isReady(layer)),
    [...comparison.layers(), ...highlights.selectionLayers()],
    [...drawing.layers(parts.areFontsThere), ...measure.layers(parts.areFontsThere)],
    backdropOf(state, backdrop.layers(state)),
  )
    .filter(({ type }) => type !== 'symbol' || parts.areFontsThere)
    .map((layer) => ofItsSource(map, layer));
  const isRestacked = reconcileLayers(map, wanted, parts.drawn);
  const answer = highlights.answer(state);
  deck.draw({
    isRestacked,
    zoom: map.getZoom(),
    large: stack
      .filter(({ layer }) => isLarge(layer))
      .map(({ layer, opacity }) => ({
        layer,
        opacity,
        tiles: large.tiles(layer),
        beforeId: anchorId(layer.id),
      })),
    plain: comparison.plain(anchorId(ANSWER_ANCHOR)),
    answer: answer && { ...answer, beforeId: anchorId(ANSWER_ANCHOR) },
  });
}
