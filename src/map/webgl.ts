import { AppError } from '../domain/errors.ts';

/**
 * Checks that the browser can draw the map.
 * @throws {AppError} `webgl-missing` when it has no WebGL 2.
 */
export function assertWebGl(): void {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) throw new AppError('webgl-missing', 'no WebGL 2 context, wanted one for the map');
  context.getExtension('WEBGL_lose_context')?.loseContext();
}
