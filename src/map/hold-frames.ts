import type { Map as MapLibreMap } from 'maplibre-gl';

/** Longest that a map stays as it was while the tiles of what it shows next are cut, in milliseconds. */
const HOLD_MS = 500;

/**
 * Gives the function that lets a map stay as it is until the tiles of what it shows from now on are there: it is then drawn once,
 * whole, with its names. MapLibre draws a change at once, then again for tiles as they come, then while names fade in, and where
 * software draws each of those takes as long as the last. What is late by `HOLD_MS` is drawn as it comes; a map in flight is not held.
 */
export function createHold(map: MapLibreMap): () => void {
  const painter: { render(...args: unknown[]): void } = map.painter;
  const draw = painter.render.bind(painter);
  const fadeMs = map._fadeDuration;
  let until = 0;
  let timer = 0;
  painter.render = (...args) => {
    const isWhole = map.isMoving() || map.isStyleLoaded() === true;
    const isHeld = until > 0;
    if (performance.now() < until && !isWhole) return;
    until = 0;
    clearTimeout(timer);
    draw(...args);
    // Names do not fade in: what MapLibre 5.24 would draw once more for them is the same picture.
    if (isHeld && isWhole) map._placementDirty = false;
  };
  map.on('idle', () => {
    map._fadeDuration = fadeMs;
  });
  map.on('remove', () => clearTimeout(timer));
  return () => {
    if (map.isMoving()) return;
    until = performance.now() + HOLD_MS;
    map._fadeDuration = 0;
    clearTimeout(timer);
    timer = window.setTimeout(() => map.triggerRepaint(), HOLD_MS);
  };
}
