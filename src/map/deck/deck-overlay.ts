import { MapboxOverlay } from '@deck.gl/mapbox';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type AnswerScene, answerLayers } from './answer-layers.ts';
import { type LargeLayerScene, tileLayers } from './tile-layers.ts';
import { type UnchangedScene, unchangedLayers } from './unchanged-layers.ts';

/** All that deck.gl draws on the map. */
export interface DeckScene {
  zoom: number;
  /** Bottom first. */
  large: LargeLayerScene[];
  unchanged: UnchangedScene | null;
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
    draw({ zoom, large, unchanged, answer }) {
      const layers = [
        ...large.flatMap((scene) => tileLayers(scene, zoom)),
        ...(unchanged ? unchangedLayers(unchanged) : []),
        ...(answer ? answerLayers(answer, zoom) : []),
      ];
      overlay.setProps({ layers });
    },
    remove: () => map.removeControl(overlay),
  };
}
