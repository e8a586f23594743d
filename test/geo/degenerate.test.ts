import type { Geometry } from 'geojson';
import { describe, expect, test } from 'vitest';
import { distance } from '../../src/geo/distance.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { createSide } from '../../src/geo/layer-index.ts';
import { overlap } from '../../src/geo/overlap.ts';
import { PREDICATES } from '../../src/geo/predicates.ts';
import { rowAreas } from '../../src/geo/row-measures.ts';
import { createRing, createSquare, shift } from './create-polygons.ts';
import { createRandom } from './create-random.ts';
import { line, lines, point, polygon, polygons } from './create-shapes.ts';

const SQUARE = polygon(createSquare(0, 0, 10));

/** The names of the predicates that hold, but for `intersects` where another does. */
function relate(a: Geometry, b: Geometry): string {
  const one = createSide(geometriesToColumn([a]));
  const other = createSide(geometriesToColumn([b]));
  const held = Object.entries(PREDICATES).filter(([, predicate]) => predicate(one, 0, other, 0));
  return held
    .map(([name]) => name)
    .join(' ')
    .replace('intersects ', '');
}

function metresBetween(a: Geometry, b: Geometry): number {
  const side = createSide(geometriesToColumn([a, b]));
  return distance(side, 0, side, 1);
}

describe('geometry without size', () => {
  const flat = polygon(
    createRing([
      [2, 2],
      [8, 8],
      [8, 8],
    ]),
  );
  const still = line([5, 5], [5, 5]);

  test('a polygon without area counts as a polygon where it runs through an inside', () => {
    expect(relate(flat, SQUARE)).toBe('within');
    expect(relate(flat, polygon(createSquare(5, 0, 10)))).toBe('overlaps');
    expect(relate(flat, flat)).toBe('within contains equals');
    expect(metresBetween(flat, polygon(createSquare(20, 2, 2)))).toBe(Math.hypot(12, 4));
  });

  test('a line without length is the point it covers', () => {
    expect(relate(still, SQUARE)).toBe('within');
    expect(relate(line([10, 5], [10, 5]), SQUARE)).toBe('touches');
    expect(relate(still, line([0, 0], [9, 9]))).toContain('within');
    expect(relate(still, still)).toContain('equals');
    expect(relate(point(5, 5), still)).toContain('within');
    expect(metresBetween(still, point(5, 9))).toBe(4);
  });

  test('repeated vertices change nothing', () => {
    const doubled = polygon(
      createRing([
        [0, 0],
        [0, 0],
        [10, 0],
        [10, 10],
        [10, 10],
        [0, 10],
      ]),
    );
    expect(relate(doubled, SQUARE)).toBe('within contains equals');
    expect(relate(line([0, 0], [0, 0], [9, 9]), line([0, 0], [9, 9], [9, 9]))).toContain('equals');
    expect(relate(line([-5, 0], [0, 0], [0, 0]), SQUARE)).toBe('touches');
  });
});

describe('a spike', () => {
  /** A square of 5 m from [1, 1], with a spike 10 m long upwards from its corner. */
  const spiked = polygon(
    createRing([
      [1, 1],
      [6, 1],
      [6, 6],
      [6, 16],
      [6, 6],
      [1, 6],
    ]),
  );

  test('is border and has no inside', () => {
    expect(relate(point(6, 12), spiked)).toBe('touches');
    expect(relate(line([6, 10], [6, 14]), spiked)).toBe('touches');
    expect(relate(line([6, 12], [8, 12]), spiked)).toBe('touches');
    expect(metresBetween(point(9, 12), spiked)).toBe(3);
    expect([...rowAreas(geometriesToColumn([spiked]))]).toEqual([25]);
  });

  test('that leaves a polygon keeps its own from being within', () => {
    expect(relate(spiked, SQUARE)).toBe('overlaps');
    expect(relate(spiked, polygon(createSquare(0, 0, 20)))).toBe('within');
  });

  test('counts as having an inside where another runs across it', () => {
    expect(relate(line([4, 12], [8, 12]), spiked)).toBe('crosses');
    expect(relate(polygon(createSquare(4, 10, 4)), spiked)).toBe('overlaps');
  });

  test('along a side of a neighbour is a shared border', () => {
    expect(relate(polygon(createSquare(6, 8, 4)), spiked)).toBe('touches');
  });
});

describe('a ring that crosses itself', () => {
  /** Two triangles, left and right, that meet at [5, 5]. */
  const bowtie = polygon(
    createRing([
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
    ]),
  );
  /** A five-pointed star in one stroke: its middle lies inside twice. */
  const pentagram = polygon(
    createRing(
      Array.from({ length: 5 }, (_, i) => [
        20 * Math.cos((4 * Math.PI * i) / 5),
        20 * Math.sin((4 * Math.PI * i) / 5),
      ]),
    ),
  );

  test.each<[string, Geometry, Geometry, string]>([
    ['a point of the left half', point(2, 5), bowtie, 'within'],
    ['a point of the right half', point(8, 5), bowtie, 'within'],
    ['a point between them', point(5, 2), bowtie, ''],
    ['the point where it crosses itself', point(5, 5), bowtie, 'touches'],
    ['a square in a half', polygon(createSquare(1, 4, 2)), bowtie, 'within'],
    ['a square between the halves', polygon(createSquare(4, 1, 1)), bowtie, ''],
    ['a line from half to half above the crossing', line([1, 6], [9, 6]), bowtie, 'crosses'],
    ['the whole square', bowtie, SQUARE, 'within'],
    ['a tip of the pentagram', point(18, 0), pentagram, 'within'],
    ['its middle, inside twice', point(0, 0), pentagram, ''],
    ['a square in its middle', polygon(createSquare(-1, -1, 2)), pentagram, ''],
    ['a line from its middle into a tip', line([0, 0], [18, 0]), pentagram, 'crosses'],
  ])('stands for the points inside it an odd number of times: %s', (_, a, b, held) => {
    expect(relate(a, b)).toBe(held);
  });

  test('has the area of its ring, where halves that turn the other way cancel, as in PostGIS', () => {
    expect([...rowAreas(geometriesToColumn([bowtie]))]).toEqual([0]);
  });

  test('covers the area of its points', () => {
    const side = createSide(geometriesToColumn([SQUARE, bowtie]));
    expect(overlap(side, 0, side, [1])).toBeCloseTo(50, 9);
  });
});

describe('parts', () => {
  const adjoining = polygons([createSquare(0, 0, 5)], [createSquare(5, 0, 5)]);

  test('that share an edge keep it as a border', () => {
    expect(relate(point(5, 2), adjoining)).toBe('touches');
    expect(relate(line([1, 2], [9, 2]), adjoining)).toBe('crosses');
    expect(relate(polygon(createSquare(1, 1, 3)), adjoining)).toBe('within');
  });

  test('of a line that end where the same line goes on make a border there', () => {
    const crossroads = lines(
      [
        [0, 0],
        [9, 0],
      ],
      [
        [4, 0],
        [4, 9],
      ],
    );
    expect(relate(point(4, 0), crossroads)).toBe('touches');
    expect(relate(point(5, 0), crossroads)).toBe('within');
  });
});

describe('the last unit in the last place decides', () => {
  const slant = polygon(
    createRing([
      [0, 0],
      [300, 100],
      [0, 100],
    ]),
  );
  const [x, y] = shift([0, 0]) as [number, number];

  test('of a point by an edge', () => {
    const at = (dy: number): Geometry => ({ type: 'Point', coordinates: [x + 150, y + 50 + dy] });
    expect(relate(at(0), slant)).toBe('touches');
    expect(relate(at(2 ** -29), slant)).toBe('within');
    expect(relate(at(-(2 ** -29)), slant)).toBe('');
  });

  test('of a line from point to point of the border, closer to it than a point half-way could be told', () => {
    const notched = (dy: number): Geometry => ({
      type: 'Polygon',
      coordinates: [
        [
          [x, y],
          [x + 300, y + 100],
          [x + 600, y + 200],
          [x + 600, y],
          [x, y],
        ].map(([px, py], i) => (i === 1 ? [px!, py! + dy] : [px!, py!])),
      ],
    });
    const chord = line([0, 0], [600, 200]);
    expect(relate(chord, notched(0))).toBe('touches');
    expect(relate(chord, notched(2 ** -29))).toBe('within');
    expect(relate(chord, notched(-(2 ** -29)))).toBe('touches');
  });
});

describe('rings of 100 000 vertices', () => {
  const COUNT = 100_000;
  /** A river bank: bends of 100 m, and a wobble of centimetres at each vertex. */
  const ring = (x: number) => {
    const random = createRandom(7);
    const positions = Array.from({ length: COUNT }, (_, i) => {
      const angle = (2 * Math.PI * i) / COUNT;
      const reach = 900 + 100 * Math.sin(60 * angle) + 0.02 * random();
      return [x + reach * Math.cos(angle), reach * Math.sin(angle)];
    });
    return polygon(createRing(positions));
  };
  const column = geometriesToColumn([
    ring(0),
    ring(0),
    ring(1),
    ring(2500),
    reversed(ring(0)),
    polygon(createSquare(-100, -100, 200)),
    polygon(createSquare(-2000, -2000, 4000)),
  ]);
  const side = createSide(column);

  test.each<[string, number, number, string]>([
    ['the same ring', 0, 1, 'within contains equals'],
    ['the same ring the other way round', 0, 4, 'within contains equals'],
    ['a ring one metre away', 0, 2, 'overlaps'],
    ['a ring apart', 0, 3, ''],
    ['a parcel in the middle', 5, 0, 'within'],
    ['a square around', 0, 6, 'within'],
  ])('are related in far less than the pairs of their edges would take: %s', (_, a, b, held) => {
    const found = Object.entries(PREDICATES).filter(([, predicate]) => predicate(side, a, side, b));
    const names = found.map(([name]) => name).filter((name) => name !== 'intersects');
    expect(names.join(' ')).toBe(held);
    expect(distance(side, a, side, b) > 0).toBe(held === '');
  });
});

function reversed(geometry: Geometry): Geometry {
  if (geometry.type !== 'Polygon') return geometry;
  return {
    type: 'Polygon',
    coordinates: geometry.coordinates.map((ring) => [...ring].reverse()),
  };
}
