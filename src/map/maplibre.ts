import 'maplibre-gl/dist/maplibre-gl.css';
import maplibregl from 'maplibre-gl';

/**
 * MapLibre in its main build, whose worker is made of a blob: the code that page and worker share is downloaded once. The
 * build with a worker file of its own costs 100 kB gzipped more before the first map, for `worker-src` without `blob:`;
 * `script-src` is as strict with either.
 */
export { maplibregl };
