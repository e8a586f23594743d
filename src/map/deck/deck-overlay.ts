import { MapboxOverlay } from '@deck.gl/mapbox';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type AnswerScene, answerLayers } from './answer-layers.ts';
import { type PlainScene, plainLayers } from './plain-layers.ts';
import { type LargeLayerScene, tileLayers } from './tile-layers.ts';

/** All that deck.gl draws on the map. */
export interface DeckScene {
  /** Whether MapLibre's layers, which those of deck.gl lie between, are others or in another order. */
  isRestacked: boolean;
  zoom: number;
  /** Bottom first. */
  large: LargeLayerScene[];
  /** Bottom first, above those. */
  plain: PlainScene[];
  answer: AnswerScene | null;
}

/** The deck.gl layers of a map, drawn between its own. */
export interface DeckOverlay {
  draw(scene: DeckScene): void;
  remove(): void;
}

/** Adds deck.gl to a map. This module weighs as much as the map itself: import it when there is something to draw. */
export function createDeckOverlay(map: MapLibreMap): DeckOverlay {
  const overlay = new MapboxOverlay({ interleaved: true, layers: [] });
  map.addControl(overlay);
  return {
    draw({ zoom, large, plain, answer }) {
      const layers = [
        ...large.flatMap((scene) => tileLayers(scene, zoom)),
        ...plain.flatMap(plainLayers),
        ...(answer ? answerLayers(answer, zoom) : []),
      ];
      overlay.setProps({ layers });
    },
    remove: () => map.removeControl(overlay),
  };
}
