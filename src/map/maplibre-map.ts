import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapOptions } from './map-options.ts';
import { maplibregl } from './maplibre.ts';
import { paceFrames } from './pace-frames.ts';
import { skipFrames } from './skip-frames.ts';

/** Widest scale bar, in pixels. */
const SCALE_BAR_PX = 120;

/** An empty MapLibre map, north up, with its zoom buttons and metric scale bar; nothing is fetched. */
export function createMapLibreMap({ container, strings }: MapOptions): MapLibreMap {
  const map = new maplibregl.Map({
    container,
    // A change of paint is drawn once: to fade it in would draw the whole map for 300 ms.
    style: { version: 8, sources: {}, layers: [], transition: { duration: 0, delay: 0 } },
    minZoom: 7,
    maxZoom: 20,
    maxPitch: 0,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 150,
    ...(strings ? { locale: localeOf(strings) } : {}),
  });
  paceFrames(map);
  skipFrames(map);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(
    new maplibregl.ScaleControl({ unit: 'metric', maxWidth: SCALE_BAR_PX }),
    'bottom-left',
  );
  if (strings?.describedBy) map.getCanvas().setAttribute('aria-describedby', strings.describedBy);
  return map;
}

function localeOf(strings: NonNullable<MapOptions['strings']>): Record<string, string> {
  return {
    'Map.Title': strings.label,
    'NavigationControl.ZoomIn': strings.zoomIn,
    'NavigationControl.ZoomOut': strings.zoomOut,
  };
}
