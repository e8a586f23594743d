import type { Map as MapLibreMap } from 'maplibre-gl';
import { AppError } from '../domain/errors.ts';

/**
 * What a map shows, as a PNG image. The picture is read inside the frame that draws it: afterwards the browser may
 * have cleared the canvas.
 * @throws {AppError} `webgl-missing` when the map is removed, or its graphics context lost, before it could be read.
 */
export function pictureOf(map: MapLibreMap): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new AppError('webgl-missing', 'the map could not be read'));
    map.once('remove', fail);
    map.once('render', () => {
      map.off('remove', fail);
      map.getCanvas().toBlob((blob) => (blob ? resolve(blob) : fail()), 'image/png');
    });
    map.triggerRepaint();
  });
}
