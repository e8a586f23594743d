import { AppError, dataToError, type ErrorData } from '../domain/errors.ts';
import type { Engine } from '../engine/protocol.ts';
import { setLayerStatus } from '../state/actions.ts';
import type { AppState } from '../state/app-state.ts';
import { openPrintMap } from './create-map.ts';
import { type PrintFrame, type PrintRequest, printFrame } from './print-frame.ts';

/** A picture of the map, to be put on paper. */
export interface PrintedMap extends PrintFrame {
  /** JPEG, opaque. */
  picture: Blob;
  /** Denominator of the scale. */
  scale: number;
  /** Picture pixels an inch of paper: less than asked for where the graphics card would not hold them. */
  dotsPerInch: number;
}

/** What a picture is made of. */
export interface PrintSource {
  /** What is shown: layers, answer, selection. Its view is not looked at. */
  state: AppState;
  engine: Engine;
}

/**
 * Draws what the state shows on a map of its own, out of sight, at an exact scale, and takes its picture once all is there.
 * Takes what fetching the layers takes and a second or so.
 * @throws {AppError} `webgl-missing`; that of the first layer that could not be had; `engine-failed` reason `print` when
 * the picture is not there after five minutes. Rejects with the abort of `signal`.
 */
export async function printMap(
  { state, engine }: PrintSource,
  request: PrintRequest,
  signal?: AbortSignal,
): Promise<PrintedMap> {
  signal?.throwIfAborted();
  const frame = printFrame(request);
  const pixelRatio = Math.min(DOTS_PER_INCH / 96, MAX_PX / Math.max(frame.widthPx, frame.heightPx));
  const container = createContainer(frame);
  const broken = new AbortController();
  let current = viewOf(state, request, frame);
  const listeners = new Set<(state: AppState) => void>();
  const fail = (error: ErrorData) => broken.abort(dataToError(error));
  const map = openPrintMap({
    container,
    engine,
    pixelRatio,
    store: {
      getState: () => current,
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    onLayerStatus(id, status) {
      if (status.kind === 'failed') fail(status.error);
      current = setLayerStatus(current, id, status);
      for (const listener of listeners) listener(current);
    },
    onFailure: fail,
    onViewChange: () => undefined,
    onZoom: () => undefined,
    onClick: () => undefined,
  });
  try {
    const late = setTimeout(() => broken.abort(tooLate()), LONGEST_MS);
    const ends = signal ? AbortSignal.any([signal, broken.signal]) : broken.signal;
    await map.settled(ends).finally(() => clearTimeout(late));
    const picture = await map.picture('image/jpeg');
    return { ...frame, picture, scale: request.scale, dotsPerInch: pixelRatio * 96 };
  } finally {
    map.destroy();
    container.remove();
  }
}

function viewOf(state: AppState, { centre }: PrintRequest, { zoom }: PrintFrame): AppState {
  const [lng, lat] = centre;
  return { ...state, view: { lng, lat, zoom }, zoom, flight: null, layerStatus: {}, drawing: null };
}

/** An element that has a size and is not seen: nobody can reach it. */
function createContainer({ widthPx, heightPx }: PrintFrame): HTMLElement {
  const container = document.createElement('div');
  container.inert = true;
  container.setAttribute('aria-hidden', 'true');
  Object.assign(container.style, {
    position: 'fixed',
    left: '-100000px',
    top: '0',
    width: `${widthPx}px`,
    height: `${heightPx}px`,
  });
  document.body.append(container);
  return container;
}

function tooLate(): AppError {
  return new AppError('engine-failed', 'the map to be printed was not drawn in time', {
    reason: 'print',
  });
}

const DOTS_PER_INCH = 300;
/** Pixels a side that every graphics card of the last ten years can draw. */
const MAX_PX = 4096;
const LONGEST_MS = 300_000;
