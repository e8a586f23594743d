import type { AppState } from '../state/app-state.ts';
import type { MapParts } from './draw-state.ts';
import { stackOf } from './stack.ts';

/**
 * Comes true once all that the state shows has been fetched, or has failed, and was drawn. Rejects with the abort of
 * `signal`.
 */
export function whenSettled(
  parts: MapParts,
  getState: () => AppState,
  signal: AbortSignal,
): Promise<void> {
  const { map } = parts;
  return new Promise((resolve, reject) => {
    let wasThere = false;
    const stop = () => {
      map.off('idle', look);
      clearInterval(timer);
      signal.removeEventListener('abort', abort);
    };
    const abort = () => {
      stop();
      reject(signal.reason);
    };
    /** What came last is drawn by the frame after: so all is there twice, at two rests. */
    const look = () => {
      const isThere = isAllThere(parts, getState());
      if (isThere && wasThere) {
        stop();
        resolve();
      }
      wasThere = isThere;
      if (isThere) map.triggerRepaint();
    };
    map.on('idle', look);
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    // A map at rest says so once: what is fetched meanwhile and changes nothing in sight would wait for ever.
    const timer = setInterval(() => map.triggerRepaint(), LOOK_MS);
  });
}

function isAllThere({ map, areFontsThere, deck, highlights }: MapParts, state: AppState): boolean {
  const { answer, layerStatus } = state;
  const isAnswerThere =
    answer.kind !== 'ready' || answer.answer.count === 0 || highlights.answer() !== null;
  const areLayersThere = stackOf(state).every(({ layer }) => {
    const status = layerStatus[layer.id]?.kind;
    return status === 'ready' || status === 'failed' || map.getZoom() < (layer.minZoom ?? 0);
  });
  return areFontsThere && deck.isReady() && isAnswerThere && areLayersThere;
}

const LOOK_MS = 200;
