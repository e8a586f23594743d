import type { LayerStyle, LayerSymbol, PointShape } from '../layer.ts';

/** The outlines of points, in the order in which classes take them. */
export const POINT_SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const;

/** A point that is no circle. */
export type CornerShape = Exclude<PointShape, 'circle'>;

/** The shape of a symbol where it has corners; null for circles, and where points are in proportion to a number, which circles alone tell. */
export function cornerShape(
  { shape = 'circle' }: LayerSymbol,
  { proportional }: Pick<LayerStyle, 'proportional'>,
): CornerShape | null {
  return shape === 'circle' || proportional ? null : shape;
}

/**
 * The corners of a shape about its centre, `[x, y]` with y down, in the unit of `radius`: about as much ink as a disc of that radius.
 * The first is not repeated.
 */
export function shapeCorners(shape: CornerShape, radius: number): [x: number, y: number][] {
  return CORNERS[shape].map(([x, y]) => [x * radius, y * radius]);
}

/** How far a shape reaches from its centre along an axis, in radii. */
export const SHAPE_REACH = 1.25;

const CORNERS: Record<CornerShape, readonly (readonly [number, number])[]> = {
  square: [
    [-0.89, -0.89],
    [0.89, -0.89],
    [0.89, 0.89],
    [-0.89, 0.89],
  ],
  triangle: [
    [0, -1.2],
    [1.22, 0.92],
    [-1.22, 0.92],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
};
