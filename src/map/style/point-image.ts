import type { LayerSymbol } from '../../domain/layer.ts';
import { pointCasing, pointEdge } from '../../domain/style/casing.ts';
import { hexToRgb, INK } from '../../domain/style/colour.ts';
import type { Ground } from '../../domain/style/ground.ts';
import { type CornerShape, SHAPE_REACH, shapeCorners } from '../../domain/style/point-shape.ts';
import { DEFAULT_EDGE_PX, DEFAULT_RADIUS_PX } from '../../domain/style/symbol-defaults.ts';

/** Name of the image of a point with corners over a ground: it says all that is needed to draw it. */
export function pointImageId(symbol: LayerSymbol, shape: CornerShape, ground: Ground): string {
  const { fill, line, fillOpacity = 1, radius = DEFAULT_RADIUS_PX } = symbol;
  const edgeWidth = symbol.lineWidth ?? DEFAULT_EDGE_PX;
  const casing = pointCasing(symbol, ground) ?? '-';
  const edge = pointEdge(symbol, ground);
  return ['point', shape, radius, fill ?? line ?? INK, fillOpacity, edge, edgeWidth, casing].join(
    ' ',
  );
}

/**
 * The image that `pointImageId` named, or null for another name: RGBA bytes, `ratio` image pixels for a screen pixel. As with circles, the edge
 * lies outside the body, and the casing outside the edge.
 */
export function pointImage(
  id: string,
  ratio: number,
): { width: number; height: number; data: Uint8Array } | null {
  const [kind, shape, radius, fill, opacity, edge, edgeWidth, casing] = id.split(' ');
  if (kind !== 'point' || !casing || !isCornerShape(shape)) return null;
  const bands: Band[] = [
    { rgb: hexToRgb(fill!), upTo: 0, alpha: Number(opacity) },
    { rgb: hexToRgb(edge!), upTo: Number(edgeWidth), alpha: 1 },
  ];
  const last = bands[1]!.upTo;
  if (casing !== '-') bands.push({ rgb: hexToRgb(casing), upTo: last + DEFAULT_EDGE_PX, alpha: 1 });
  const half = Math.ceil(SHAPE_REACH * Number(radius) + MITRE * (last + DEFAULT_EDGE_PX) + 1);
  const corners = shapeCorners(shape, Number(radius));
  const side = 2 * half * ratio;
  const data = new Uint8Array(side * side * 4);
  for (let i = 0; i < side * side; i++) {
    const x = ((i % side) + 0.5) / ratio - half;
    const y = (Math.floor(i / side) + 0.5) / ratio - half;
    data.set(colourAt(bands, distanceOutside(corners, x, y), ratio), i * 4);
  }
  return { width: side, height: side, data };
}

/** A ring around the body, or the body itself: from the band before up to a distance from the outline, pixels. */
interface Band {
  rgb: readonly number[];
  upTo: number;
  /** 0 to 1. */
  alpha: number;
}

/** Straight RGBA: each band covers what lies within its outer limit and outside the one before, to a part of a pixel. */
function colourAt(bands: readonly Band[], distance: number, ratio: number): number[] {
  const within = (limit: number) => Math.min(1, Math.max(0, (limit - distance) * ratio + 0.5));
  let [r, g, b, a] = [0, 0, 0, 0];
  let inner = 0;
  for (const { rgb, upTo, alpha } of bands) {
    const share = (within(upTo) - inner) * alpha;
    inner = within(upTo);
    r += rgb[0]! * share;
    g += rgb[1]! * share;
    b += rgb[2]! * share;
    a += share;
  }
  return a === 0 ? [0, 0, 0, 0] : [r / a, g / a, b / a, a * 255].map(Math.round);
}

/** Distance from a convex outline, pixels; negative within. Corners are kept sharp. */
function distanceOutside(corners: readonly [number, number][], x: number, y: number): number {
  return Math.max(
    ...corners.map(([x1, y1], i) => {
      const [x2, y2] = corners[(i + 1) % corners.length]!;
      const [dx, dy] = [x2 - x1, y2 - y1];
      return ((x - x1) * dy - (y - y1) * dx) / Math.hypot(dx, dy);
    }),
  );
}

const isCornerShape = (shape: string | undefined): shape is CornerShape =>
  shape === 'square' || shape === 'triangle' || shape === 'diamond';

/** How far the edge of a sharp corner reaches, in widths of it: that of the triangle's. */
const MITRE = 2.1;
