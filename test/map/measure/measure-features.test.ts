import { expect, it } from 'vitest';
import { measureFeatures } from '../../../src/map/measure/measure-features.ts';

it('a side is written once the pointer has left the corner', () => {
  const texts = (pointer: [number, number]) =>
    measureFeatures(
      {
        kind: 'line',
        vertices: [
          [2.64, 50.53],
          [2.65, 50.53],
        ],
        isDone: false,
      },
      pointer,
      'EPSG:3950',
      (metres) => `${Math.round(metres)} m`,
    ).features.flatMap(({ properties }) => (properties?.role === 'side' ? [properties.text] : []));
  expect(texts([2.65, 50.53])).toHaveLength(1);
  expect(texts([2.65, 50.54])).toHaveLength(2);
});
