import { booleanIntersects, rhumbBearing } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import type { Layer } from '../../src/domain/layer.ts';
import type { Extent, LngLat } from '../../src/domain/units.ts';
import { inView } from '../../src/engine/in-view.ts';
import { LayerStore } from '../../src/engine/layer-store.ts';
import type { Platform } from '../../src/engine/platform.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { createRandom } from '../geo/create-random.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createFaultyFile } from '../helpers/create-faulty-file.ts';
import { createLayerTable, createSquare } from '../helpers/create-layer.ts';

const EXTENT: Extent = [2.6, 50.5, 2.7, 50.55];
const MIDDLE: LngLat = [2.65, 50.525];
const metric = proj4(PROJ_DEFINITIONS['EPSG:3950']);

/** Ninety features about the extent, many across its border: zigzags, triangles with a hole, and points. */
function createFeatures(): Geometry[] {
  const random = createRandom(8);
  return Array.from({ length: 90 }, (_, i): Geometry => {
    const [lng, lat] = [2.55 + 0.2 * random(), 50.47 + 0.11 * random()];
    const near = (reach: number): Position => [lng + reach * random(), lat + reach * random()];
    if (i % 3 === 0) return { type: 'Point', coordinates: [lng, lat] };
    if (i % 3 === 1)
      return { type: 'LineString', coordinates: Array.from({ length: 4 }, () => near(0.05)) };
    const ring = (inset: number): Position[] => [
      [lng + inset, lat + inset],
      [lng + 0.05 - 3 * inset, lat + inset],
      [lng + inset, lat + 0.05 - 3 * inset],
      [lng + inset, lat + inset],
    ];
    return { type: 'Polygon', coordinates: [ring(0), ring(0.004).reverse()] };
  });
}

/** A store of one layer, in row groups of four. */
function createStore(geometries: (Geometry | null)[], changes: Partial<Layer> = {}): LayerStore {
  const columns = {
    id: geometries.map((_, row) => `p${row}`),
    contenance: geometries.map((_, row) => row),
  };
  const bytes = createFaultyFile(createLayerTable(geometries, columns), {});
  const file = { path: 'p.parquet', bytes: bytes.length, rows: geometries.length, version: '0' };
  const fields = createLayer().fields.slice(0, 2);
  const platform: Platform = {
    openFile: (url) => memorySource(url, bytes),
    kernelWorkers: null,
    startDatabase: () => Promise.reject(new Error('nothing is asked in SQL here')),
  };
  const layer = createLayer({ file, fields, ...changes });
  return new LayerStore(createCatalogue([layer]), 'http://site/', platform);
}

async function look(store: LayerStore, extent = EXTENT, from = MIDDLE, listed = 5) {
  const work = { signal: new AbortController().signal, onProgress: () => {} };
  const [found] = await inView(store, { extent, from, layers: ['parcelles'], listed }, work);
  return found!;
}

/** The nearest point of a geometry's vertices and edges in metres of CC50, every edge tried. */
function nearestByHand(geometry: Geometry): { metres: number; at: Position } {
  const paths = (
    geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.type === 'LineString'
        ? [geometry.coordinates]
        : [[(geometry as { coordinates: Position }).coordinates]]
  ).map((path) => path.map((position) => metric.forward(position)));
  const [x, y] = metric.forward([...MIDDLE]) as [number, number];
  let best = { metres: Infinity, at: [x, y] as Position };
  for (const path of paths) {
    path.forEach(([ax, ay]: number[], i: number) => {
      const [bx, by] = path[Math.min(i + 1, path.length - 1)]!;
      const square = (bx! - ax!) ** 2 + (by! - ay!) ** 2;
      const along = square && ((x - ax!) * (bx! - ax!) + (y - ay!) * (by! - ay!)) / square;
      const t = Math.min(1, Math.max(0, along));
      const at = [ax! + t * (bx! - ax!), ay! + t * (by! - ay!)];
      const metres = Math.hypot(at[0]! - x, at[1]! - y);
      if (metres < best.metres) best = { metres, at };
    });
  }
  return best;
}

describe('what the map has in sight of a layer', () => {
  const geometries = createFeatures();
  const [west, south, east, north] = EXTENT;
  const ring = [west, south, east, south, east, north, west, north, west, south];
  const corners = Array.from({ length: 5 }, (_, i) => ring.slice(2 * i, 2 * i + 2));
  const sight: Geometry = { type: 'Polygon', coordinates: [corners] };
  const seen = geometries.flatMap((geometry, row) =>
    booleanIntersects(geometry, sight) ? [row] : [],
  );

  it('is every feature whose geometry meets the extent, as Turf counts them', async () => {
    const { count } = await look(createStore(geometries));
    expect(count).toBe(seen.length);
    expect(count).toBeGreaterThan(20);
    const boxes = await look(createStore([triangleBeside(EXTENT)]));
    expect(boxes.count).toBe(0);
  });

  it('is told by the entries of the legend, what has no class last', async () => {
    const symbol = { fill: '#cccccc' };
    const classes = [0, 30, 60].map((value) => ({ value, label: `${value}`, symbol }));
    const style = { symbol, field: 'contenance', classes, graduated: true };
    const { classCounts } = await look(createStore(geometries, { style }));
    const between = (from: number, to: number) =>
      seen.filter((row) => row >= from && row < to).length;
    expect(classCounts).toEqual([between(0, 30), between(30, 60), between(60, 90)]);

    const named = {
      symbol,
      field: 'id',
      otherLabel: 'Autres',
      classes: [{ value: `p${seen[1]}`, label: 'Un', symbol }],
    };
    const others = await look(createStore(geometries, { style: named }));
    expect(others.classCounts).toEqual([1, seen.length - 1]);
    expect((await look(createStore(geometries))).classCounts).toEqual([]);
  });

  it('begins with the nearest features, at their distance in CC50 and in their direction on the map', async () => {
    const { nearest } = await look(createStore(geometries), EXTENT, MIDDLE, 90);
    expect(nearest.map(({ row }) => row).sort((a, b) => a - b)).toEqual(seen);
    const distances = nearest.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    for (const { row, title, distance, bearing } of nearest) {
      expect(title).toBe(`p${row}`);
      if (bearing === null) continue;
      const { metres, at } = nearestByHand(geometries[row]!);
      expect(distance).toBeCloseTo(metres, 4);
      const turn = bearing - rhumbBearing([...MIDDLE], metric.inverse(at));
      expect(Math.abs(Math.sin((turn * Math.PI) / 360))).toBeLessThan(1e-6);
    }
    const few = await look(createStore(geometries), EXTENT, MIDDLE, 3);
    expect(few.nearest).toEqual(nearest.slice(0, 3));
  });

  it('leaves out features without geometry, and is nothing beside the layer', async () => {
    const store = createStore([null, createSquare(2.64, 50.52, 0.02), null]);
    expect(await look(store)).toMatchObject({
      count: 1,
      nearest: [{ key: 'p1', distance: 0, bearing: null }],
    });
    expect(await look(store, [5, 40, 6, 41], [5.5, 40.5])).toMatchObject({ count: 0, nearest: [] });
  });

  it('is not looked for any longer when cancelled', async () => {
    const controller = new AbortController();
    const store = createStore(geometries);
    const request = { extent: EXTENT, from: MIDDLE, layers: ['parcelles'], listed: 1 };
    const looking = inView(store, request, { signal: controller.signal, onProgress: () => {} });
    controller.abort();
    await expect(looking).rejects.toMatchObject({ name: 'AbortError' });
  });
});

/** A triangle whose box meets the extent's south-west corner, but which stays out of it. */
function triangleBeside([west, south]: Extent): Geometry {
  const ring = [
    [west - 0.05, south - 0.05],
    [west + 0.04, south - 0.05],
    [west - 0.05, south + 0.04],
    [west - 0.05, south - 0.05],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}
