import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * Leaves out the frames in which nothing is drawn otherwise than before. MapLibre draws the whole map when the pointer is pressed and
 * let go, in case the map is moved by it: where software draws, the answer to a click waited for that. `painter` and `_requestFrame`
 * are MapLibre 5.24's own.
 */
export function skipFrames(map: MapLibreMap): void {
  const painter: { render(...args: unknown[]): void } = map.painter;
  const handlers = map.handlers as unknown as { _requestFrame(): number };
  const draw = painter.render.bind(painter);
  const repaint = map.triggerRepaint.bind(map);
  const takeGesture = handlers._requestFrame.bind(handlers);
  let isNeeded = true;
  map.triggerRepaint = () => {
    isNeeded = true;
    repaint();
  };
  handlers._requestFrame = () => {
    const wasNeeded = isNeeded;
    const task = takeGesture();
    isNeeded = wasNeeded;
    return task;
  };
  painter.render = (...args) => {
    if (!isNeeded && !map.isMoving()) return;
    isNeeded = false;
    draw(...args);
  };
}
