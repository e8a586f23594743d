import type { Map as MapLibreMap } from 'maplibre-gl';
import { AppError } from '../domain/errors.ts';

/**
 * What a map shows, as a PNG image. The picture is read inside the frame that draws it: afterwards the browser may
 * have cleared the canvas.
 * @throws {AppError} `webgl-missing` when the graphics context was lost.
 */
export function pictureOf(map: MapLibreMap): Promise<Blob> {
  return new Promise((resolve, reject) => {
    map.once('render', () => {
      map.getCanvas().toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new AppError('webgl-missing', 'the canvas of the map could not be read'));
      });
    });
    map.triggerRepaint();
  });
}
