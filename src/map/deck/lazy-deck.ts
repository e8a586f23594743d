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
  let drawn: DeckScene | null = null;

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
      if (!create) load();
      else if (!overlay || !drawn || !isSameScene(scene, drawn)) {
        overlay ??= create(map);
        overlay.draw(scene);
        drawn = scene;
      }
    },
    remove() {
      overlay?.remove();
      overlay = null;
    },
  };
}

/** Whether nothing would be drawn otherwise: deck.gl draws the whole map anew for any scene that it is given. */
function isSameScene(a: DeckScene, b: DeckScene): boolean {
  return (
    !a.isRestacked &&
    a.zoom === b.zoom &&
    a.plain.length + b.plain.length === 0 &&
    isSame(a.answer, b.answer) &&
    a.large.length === b.large.length &&
    a.large.every((scene, i) => isSame(scene, b.large[i]!))
  );
}

/** Whether two objects have the same values. */
function isSame<T extends object>(a: T | null, b: T | null): boolean {
  if (!a || !b) return a === b;
  return Object.entries(a).every(([name, value]) => value === b[name as keyof T]);
}
