import type { Map as MapLibreMap } from 'maplibre-gl';
import type { FirstRest } from '../first-rest.ts';
import type { DeckOverlay, DeckScene } from './deck-overlay.ts';

/** The deck.gl part of a map, which is only downloaded once the map has been painted or has something for it. */
export interface LazyDeck {
  /** Draws a scene, now or as soon as deck.gl is there. */
  draw(scene: DeckScene): void;
  /** Takes deck.gl off a map that lost its graphics context. */
  remove(): void;
}

/** A deck.gl part that calls `onReady` once, when scenes can be drawn. */
export function createLazyDeck(
  map: MapLibreMap,
  onRest: FirstRest,
  onReady: () => void,
  onFailure: (error: unknown) => void,
): LazyDeck {
  let create: ((map: MapLibreMap) => DeckOverlay) | null = null;
  let overlay: DeckOverlay | null = null;
  let isLoading = false;

  function load(): void {
    if (isLoading) return;
    isLoading = true;
    import('./deck-overlay.ts')
      .then((module) => {
        create = module.createDeckOverlay;
        onReady();
      })
      .catch(onFailure);
  }

  onRest(load);
  return {
    draw(scene) {
      const isEmpty =
        !scene.answer &&
        scene.plain.length === 0 &&
        scene.large.every(({ tiles }) => tiles.length === 0);
      if (isEmpty && !overlay) return;
      if (create) {
        overlay ??= create(map);
        overlay.draw(scene);
      } else load();
    },
    remove() {
      overlay?.remove();
      overlay = null;
    },
  };
}
