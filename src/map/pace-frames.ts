import type { Map as MapLibreMap } from 'maplibre-gl';

/** Of the time that a map takes to load, one part goes to frames and so many to what they wait for. */
const LOADING_SHARE = 3;

/**
 * Spaces out the frames of a map while its tiles come. MapLibre draws everything anew for each of them: where software draws, that is
 * what keeps the next ones from being read. A frame then waits as long as `LOADING_SHARE` of the last took, which a graphics card does
 * not notice; a map that moves, or has all its tiles, waits for nothing.
 */
export function paceFrames(map: MapLibreMap): void {
  const draw = map.triggerRepaint.bind(map);
  let timer = 0;
  let due = 0;
  const drawNow = () => {
    clearTimeout(timer);
    timer = 0;
    draw();
  };
  map.triggerRepaint = () => {
    const wait = due - performance.now();
    if (wait <= 0 || map.isMoving() || map.areTilesLoaded()) drawNow();
    else if (timer === 0) timer = window.setTimeout(drawNow, wait);
  };
  map.on('render', () => {
    const start = performance.now();
    // The page is given back once the frame is handed over to the graphics process.
    setTimeout(() => {
      const end = performance.now();
      due = end + LOADING_SHARE * (end - start);
    });
  });
  map.on('remove', () => clearTimeout(timer));
}
