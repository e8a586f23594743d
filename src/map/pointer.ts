import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapOptions } from './map-options.ts';

/** How far from a feature, in pixels, a click still means it: a mouse, and a finger. */
const CLICK_RADIUS_PX = 5;
const TOUCH_RADIUS_PX = 14;

/** Reports clicks, Enter as a click on the middle of the map, and the place of the pointer. */
export function listenToPointer(
  map: MapLibreMap,
  { onClick, onPointerMove }: Pick<MapOptions, 'onClick' | 'onPointerMove'>,
): void {
  map.on('click', ({ lngLat, originalEvent }) => {
    const isTouch = (originalEvent as PointerEvent).pointerType === 'touch';
    const pixels = isTouch ? TOUCH_RADIUS_PX : CLICK_RADIUS_PX;
    const radius = pixels * metresPerPixel(map.getZoom(), lngLat.lat);
    onClick([lngLat.lng, lngLat.lat], radius);
  });
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const { lng, lat } = map.getCenter();
    onClick([lng, lat], CLICK_RADIUS_PX * metresPerPixel(map.getZoom(), lat));
  });
  if (!onPointerMove) return;
  map.on('mousemove', ({ lngLat }) => onPointerMove([lngLat.lng, lngLat.lat]));
  map.on('mouseout', () => onPointerMove(null));
}

/** Ground metres that a pixel covers at a zoom (512-pixel tiles) and a latitude in degrees. */
export function metresPerPixel(zoom: number, latitude: number): number {
  return (EQUATOR_M * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/** Length of the equator on the WGS 84 ellipsoid, in metres. */
const EQUATOR_M = 2 * Math.PI * 6_378_137;
