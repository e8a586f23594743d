import { deserialize, serialize } from 'node:v8';
import { expect, it } from 'vitest';
import type { DemoLayer } from '../../scripts/demo/demo-layer.ts';
import { packLayer, unpackLayer } from '../../scripts/demo/packed-layer.ts';

const RING = [
  [0, 0],
  [10.25, 0],
  [10, 1e-9],
  [0, 0],
];

const LAYER: DemoLayer = {
  id: 'essais',
  features: [
    { geometry: { type: 'Point', coordinates: [1, 2] }, properties: { id: 'a', n: 1 } },
    { geometry: null, properties: { n: null, id: 'b' } },
    { geometry: { type: 'Polygon', coordinates: [RING, RING] }, properties: { id: '', n: -0.5 } },
    { geometry: { type: 'MultiPolygon', coordinates: [[RING], [RING, RING]] }, properties: {} },
    { geometry: { type: 'LineString', coordinates: RING }, properties: { id: 'c', ouvert: true } },
    { geometry: { type: 'MultiLineString', coordinates: [RING, []] }, properties: { id: 'd' } },
    { geometry: { type: 'MultiPoint', coordinates: RING }, properties: { id: 'e', n: 2 } },
  ],
};

it('a layer that was packed comes back with every number, and its properties in their order', () => {
  const back = unpackLayer(deserialize(serialize(packLayer(LAYER))));
  expect(back).toEqual(LAYER);
  expect(JSON.stringify(back)).toBe(JSON.stringify(LAYER));
});
