import { AppError } from '../../domain/errors.ts';
import type { LayerStyle } from '../../domain/layer.ts';
import { makeStyle, type StyleChoice, type StyledLayer } from '../../publish/style/make-style.ts';
import type { StyleRequest } from '../../publish/style/style-worker.ts';

/**
 * As `makeStyle`, in a worker where classes of many rows are to be found: Jenks takes 2.5 s for 300 000. The worker is
 * ended when the signal is aborted.
 * @throws {AppError} `engine-failed` when the worker breaks down; the reason of the signal when it is aborted.
 */
export async function makeStyleAside(
  choice: StyleChoice,
  layer: StyledLayer,
  signal: AbortSignal,
): Promise<LayerStyle> {
  const rows = layer.values.reduce((sum, { count }) => sum + count, 0);
  if (choice.kind !== 'classes' || rows <= ROWS_IN_PAGE) return makeStyle(choice, layer);
  const worker = new Worker(new URL('../../publish/style/style-worker.ts', import.meta.url), {
    type: 'module',
    name: 'style',
  });
  try {
    return await new Promise<LayerStyle>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.addEventListener('message', ({ data }: MessageEvent<LayerStyle>) => resolve(data));
      worker.addEventListener('error', ({ message }) => {
        reject(new AppError('engine-failed', message || 'no worker for styles'));
      });
      worker.postMessage({ choice, layer } satisfies StyleRequest);
    });
  } finally {
    worker.terminate();
  }
}

/** Rows whose classes are found in a few hundredths of a second. */
const ROWS_IN_PAGE = 5000;
