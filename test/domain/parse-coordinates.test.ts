import { describe, expect, it } from 'vitest';
import { parseCoordinates } from '../../src/domain/parse-coordinates.ts';
import { shapeOfPositions } from '../../src/domain/shape-of-positions.ts';

describe('coordinates that are typed', () => {
  it.each([
    ['2.6405 50.5303', [[2.6405, 50.5303]]],
    [
      '2,6405 50,5303\n2,65\t50,54',
      [
        [2.6405, 50.5303],
        [2.65, 50.54],
      ],
    ],
    ['2.6405,50.5303', [[2.6405, 50.5303]]],
    ['674 470,3 ; 7 048 173,7', [[674470.3, 7048173.7]]],
    ['2.6405, 50.5303\n\n', [[2.6405, 50.5303]]],
  ])('%j are pairs of numbers', (text, pairs) => {
    expect(parseCoordinates(text)).toEqual(pairs);
  });

  it('name the line that is no pair', () => {
    expect(() => parseCoordinates('2.6 50.5\nBéthune')).toThrow(
      expect.objectContaining({ context: { reason: 'coordinates', line: 2, text: 'Béthune' } }),
    );
  });

  it('close a polygon, and are refused when they are too few', () => {
    const { coordinates } = shapeOfPositions('polygon', [
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(coordinates).toEqual([
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ]);
    expect(() =>
      shapeOfPositions('polygon', [
        [0, 0],
        [1, 0],
        [0, 0],
      ]),
    ).toThrow(expect.objectContaining({ context: { reason: 'few', found: 2, wanted: 3 } }));
  });
});
