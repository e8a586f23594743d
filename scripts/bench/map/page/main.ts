import { maplibregl } from '../../../../src/map/maplibre.ts';
import type {} from '../watched-page.ts';

/** MapLibre alone, with the settings of the app's map: what is held against it. */
const container = document.createElement('div');
Object.assign(container.style, { position: 'fixed', inset: '0' });
document.body.append(container);

const map = new maplibregl.Map({
  container,
  style: {
    version: 8,
    sources: {},
    layers: [{ id: 'paper', type: 'background', paint: { 'background-color': '#fbfaf6' } }],
  },
  center: [2.6, 50.6],
  zoom: 13,
  maxPitch: 0,
  renderWorldCopies: false,
});

window.plainMap = {
  show(url) {
    map.addSource('parcels', { type: 'geojson', data: url, maxzoom: 16 });
    map.addLayer({
      id: 'parcels',
      type: 'line',
      source: 'parcels',
      minzoom: 14,
      paint: { 'line-color': '#8d8175', 'line-width': 0.6 },
    });
    map.addLayer(
      {
        id: 'areas',
        type: 'fill',
        source: 'parcels',
        minzoom: 14,
        paint: { 'fill-color': '#ffffff', 'fill-opacity': 0.01 },
      },
      'parcels',
    );
  },
  look: (lng, lat, zoom) => {
    map.jumpTo({ center: [lng, lat], zoom });
  },
  pick(x, y) {
    const start = performance.now();
    map.queryRenderedFeatures([
      [x - 5, y - 5],
      [x + 5, y + 5],
    ]);
    return performance.now() - start;
  },
};
