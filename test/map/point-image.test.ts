import { expect, it } from 'vitest';
import type { Layer } from '../../src/domain/layer.ts';
import { LIGHT_GROUND } from '../../src/domain/style/ground.ts';
import { POINT_SHAPES, shapeCorners } from '../../src/domain/style/point-shape.ts';
import { layerToSpecifications } from '../../src/map/style/layer-specifications.ts';
import { pointImage, pointImageId } from '../../src/map/style/point-image.ts';
import { swatchSvg } from '../../src/map/swatch.ts';
import { swatchMarks } from '../../src/plan/swatch-marks.ts';
import { marksToSvg } from '../../src/plan/to-svg.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

const SYMBOL = { fill: '#a8442a', line: '#1c2530', lineWidth: 2, radius: 6 };
const CORNERED = ['square', 'triangle', 'diamond'] as const;

it('a point with corners has its body, its edge around it, and nothing beyond', () => {
  for (const shape of CORNERED) {
    const image = pointImage(pointImageId(SYMBOL, shape, LIGHT_GROUND), 2)!;
    const at = (x: number, y: number) => {
      const column = image.width / 2 + Math.round(2 * x);
      const i = 4 * ((image.height / 2 + Math.round(2 * y)) * image.width + column);
      return [...image.data.subarray(i, i + 4)];
    };
    expect(at(0, 0)).toEqual([0xa8, 0x44, 0x2a, 255]);
    const [x, y] = middleOfLastSide(shape);
    const far = Math.hypot(x, y);
    expect(at(x * (1 + 1 / far), y * (1 + 1 / far))).toEqual([0x1c, 0x25, 0x30, 255]);
    expect(at(-image.width / 4, -image.height / 4)[3]).toBe(0);
  }
  expect(pointImage('hatch diagonal #1c2530', 2)).toBeNull();
});

it('shapes have about as much ink as a disc', () => {
  for (const shape of CORNERED) {
    const corners = shapeCorners(shape, 1);
    const twice = corners.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = corners[(i + 1) % corners.length]!;
      return sum + x * nextY - nextX * y;
    }, 0);
    expect(twice / 2 / Math.PI).toBeGreaterThan(0.8);
    expect(twice / 2 / Math.PI).toBeLessThan(1.05);
  }
});

it('classes of points are told by the same outline on the map, in the legend and on paper', () => {
  const layer: Layer = {
    ...createLayer({ id: 'lieux' }),
    geometry: 'point',
    style: {
      symbol: SYMBOL,
      field: 'genre',
      classes: POINT_SHAPES.map((shape) => ({
        value: shape,
        label: shape,
        symbol: { ...SYMBOL, shape },
      })),
    },
  };
  const drawn = layerToSpecifications(layer, 1).map(({ id, type }) => [id, type]);
  expect(drawn).toEqual([
    ['lieux/circle', 'circle'],
    ['lieux/shape', 'symbol'],
  ]);
  const svgs = POINT_SHAPES.map((shape) => swatchSvg({ ...SYMBOL, shape }, 'point'));
  expect(new Set(svgs).size).toBe(4);
  const scale = { zoom: 14, pixelMm: 0.2, opacity: 1, base: false };
  const papers = POINT_SHAPES.map((shape) => {
    const { marks, widthMm, heightMm } = swatchMarks(layer, { ...SYMBOL, shape }, scale);
    return marksToSvg(marks, widthMm, heightMm);
  });
  expect(papers.map((svg) => svg.includes('<circle'))).toEqual([true, false, false, false]);
  expect(new Set(papers).size).toBe(4);
});

function middleOfLastSide(shape: (typeof CORNERED)[number]): [number, number] {
  const corners = shapeCorners(shape, SYMBOL.radius);
  const [[x1, y1], [x2, y2]] = [corners.at(-1)!, corners[0]!];
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}
