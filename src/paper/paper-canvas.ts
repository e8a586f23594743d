import { AppError } from '../domain/errors.ts';

/**
 * The pen of a new canvas of so many pixels, in memory: the graphics card is busy with the map, and would have to give all of it back.
 * @throws {AppError} `memory-exhausted` where there is no room for it.
 */
export function paperCanvas(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const canvas = new OffscreenCanvas(Math.round(width), Math.round(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) {
    const size = `${canvas.width} × ${canvas.height}`;
    throw new AppError('memory-exhausted', `no canvas of ${size} pixels`, { size });
  }
  return context;
}
