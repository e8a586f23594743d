import { VectorTile } from '@mapbox/vector-tile';
import type { Feature, Geometry, LineString, Polygon, Position } from 'geojson';
import Protobuf from 'pbf';
import { describe, expect, it } from 'vitest';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import { cutTile, type TilePlace } from '../../../src/geo/tiles/cut-tile.ts';
import { encodeTile, TILE_LAYER } from '../../../src/geo/tiles/encode-tile.ts';
import { FINEST_ZOOM, tileShapes } from '../../../src/geo/tiles/tile-shapes.ts';
import { createSquare } from '../../helpers/create-layer.ts';

/** The tile of a zoom that holds a place. */
function placeOf(z: number, [lng = 0, lat = 0]: Position): TilePlace {
  const y = 0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
  return [z, Math.floor((lng / 360 + 0.5) * 2 ** z), Math.floor(y * 2 ** z)];
}

/** What a reader of the format reads in a tile of these geometries, in degrees. */
function read(geometries: Geometry[], place: TilePlace, columns = {}) {
  const features = cutTile(tileShapes(geometriesToColumn(geometries)), place);
  const tile = new VectorTile(new Protobuf(encodeTile(features, columns, (row) => row + 100)));
  const layer = tile.layers[TILE_LAYER];
  const [z, x, y] = place;
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i).toGeoJSON(x, y, z));
}

/** The vertices of a line, or of the shell of a polygon. */
function pathOf(feature: Feature | undefined): Position[] {
  const geometry = feature?.geometry;
  if (geometry?.type === 'LineString') return geometry.coordinates;
  if (geometry?.type === 'Polygon') return geometry.coordinates[0] ?? [];
  throw new Error(`neither a line nor a polygon: ${geometry?.type}`);
}

const HOLED: Polygon = {
  type: 'Polygon',
  coordinates: [
    pathOf({ type: 'Feature', properties: null, geometry: createSquare(2.5, 50.5, 0.004) }),
    pathOf({ type: 'Feature', properties: null, geometry: createSquare(2.501, 50.501, 0.001) }),
  ],
};

/** A bent line around a place: simplifying may leave its bends out from afar, never near by. */
const BENT: LineString = {
  type: 'LineString',
  coordinates: Array.from({ length: 40 }, (_, i) => [2.5 + i * 5e-5, 50.5 + Math.sin(i) * 2e-5]),
};

describe('a tile', () => {
  it('holds, in the finest zoom, each vertex where it is, to the width of a hand', () => {
    const point: Geometry = { type: 'Point', coordinates: [2.5002, 50.5002] };
    const [line, dot] = read([BENT, point], placeOf(FINEST_ZOOM, [2.5005, 50.5001]));
    expect(dot?.geometry).toMatchObject({ type: 'Point' });
    const read2 = pathOf(line);
    expect(read2).toHaveLength(40);
    read2.forEach(([lng, lat], i) => {
      expect(lng).toBeCloseTo(BENT.coordinates[i]![0]!, 6);
      expect(lat).toBeCloseTo(BENT.coordinates[i]![1]!, 6);
    });
  });

  it('has fewer vertices from afar, and the same ends', () => {
    const [line] = read([BENT], placeOf(10, [2.5, 50.5]));
    const coordinates = pathOf(line);
    expect(coordinates).toHaveLength(2);
    expect(coordinates[1]![0]).toBeCloseTo(BENT.coordinates.at(-1)![0]!, 4);
  });

  it('tells a polygon from its holes, however both were turned', () => {
    const turned = { ...HOLED, coordinates: HOLED.coordinates.map((ring) => [...ring].reverse()) };
    for (const feature of read([HOLED, turned], placeOf(14, [2.501, 50.501])))
      expect(feature.geometry).toMatchObject({ type: 'Polygon', coordinates: [{}, {}] });
  });

  it('ends what goes beyond it a little after its edge', () => {
    const wide = createSquare(2, 50, 1);
    const place = placeOf(12, [2.5, 50.5]);
    const [feature] = read([wide], place);
    const ring = pathOf(feature);
    const lngs = ring.map(([lng]) => lng!);
    const side = 360 / 2 ** 12;
    expect(Math.max(...lngs) - Math.min(...lngs)).toBeCloseTo(side * 1.25, 6);
  });

  it('parts a line that leaves it and comes back', () => {
    const place = placeOf(12, [2.5, 50.5]);
    const line: Geometry = {
      type: 'LineString',
      coordinates: [
        [2.49, 50.5],
        [2.49, 50.9],
        [2.5, 50.9],
        [2.5, 50.5],
      ],
    };
    expect(read([line], place)[0]?.geometry.type).toBe('MultiLineString');
  });

  it('names each row and its values, but those that are missing', () => {
    const dots: Geometry[] = [2.5, 2.5001].map((lng) => ({
      type: 'Point',
      coordinates: [lng, 50.5],
    }));
    const columns = { nom: ['été', null], aire: [-1.5, 12], est: [true, true] };
    const read2 = read(dots, placeOf(14, [2.5, 50.5]), columns);
    expect(read2.map(({ id, properties }) => [id, properties])).toEqual([
      [100, { nom: 'été', aire: -1.5, est: true }],
      [101, { aire: 12, est: true }],
    ]);
  });

  it('is empty where nothing lies', () => {
    const features = cutTile(tileShapes(geometriesToColumn([BENT])), [12, 0, 0]);
    expect(encodeTile(features, {}, (row) => row)).toHaveLength(0);
  });
});
