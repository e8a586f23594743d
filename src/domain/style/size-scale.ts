/** How a size given in a style (pixels at zoom 14) grows with the zoom: pairs of zoom and factor. */
export type ZoomScale = readonly (readonly [zoom: number, factor: number])[];

/** Width, in pixels, below which a line of the base map or an outline is not drawn. */
export const HAIRLINE_PX = 0.55;
/** Width, in pixels, from which such a line is drawn in full. */
export const FIRM_PX = 1;

/** Roads of the base map: hairlines at the size of the territory, true streets at the size of a parcel. */
export const ROAD_SCALE: ZoomScale = [
  [8, 0.2],
  [10, 0.32],
  [11, 0.34],
  [12, 0.52],
  [13, 0.72],
  [14, 1.1],
  [16, 2.8],
  [18, 7],
];

/** The dark edge of a road, on each side. */
export const ROAD_EDGE_SCALE: ZoomScale = [
  [10, 0.25],
  [13, 0.5],
  [16, 0.8],
  [18, 1.2],
];

/** Rivers, rail and borders of the base map. */
export const BASE_LINE_SCALE: ZoomScale = [
  [8, 0.4],
  [11, 0.65],
  [14, 1],
  [16, 1.6],
  [18, 2.6],
];

/** The paper on each side of a theme's line, or on dark what makes it stand: little where lines are thin, which it would double. */
export const THEME_EDGE_SCALE: ZoomScale = [
  [9, 0.2],
  [12, 0.6],
  [14, 1.2],
];

/** Lines and outlines of the themes. */
export const THEME_LINE_SCALE: ZoomScale = [
  [8, 0.5],
  [11, 0.7],
  [14, 1],
  [17, 1.5],
];

/** Points of the themes. */
export const POINT_SCALE: ZoomScale = [
  [8, 0.5],
  [11, 0.75],
  [14, 1],
  [17, 1.4],
];

/** Outlines of large layers: hairlines that are hardly there where parcels are small, and firm up as one comes near. */
export const LARGE_LINE_SCALE: ZoomScale = [
  [14, 0.7],
  [16, 1],
  [18, 1.5],
];

/** Opacity of the outlines of large layers. */
export const LARGE_LINE_OPACITY: ZoomScale = [
  [14, 0.35],
  [15, 0.55],
  [16.5, 0.85],
];

/** The factor of a scale at a zoom, for what MapLibre does not draw. */
export function scaleAt(scale: ZoomScale, zoom: number): number {
  const after = scale.findIndex(([stop]) => stop >= zoom);
  if (after === 0) return scale[0]![1];
  if (after === -1) return scale[scale.length - 1]![1];
  const [lowZoom, low] = scale[after - 1]!;
  const [highZoom, high] = scale[after]!;
  return low + ((high - low) * (zoom - lowZoom)) / (highZoom - lowZoom);
}

/** The share of its opacity, 0 to 1, that a line of so many pixels is drawn with: none below a hairline, all once it is firm. */
export function firmnessAt(width: number): number {
  return Math.min(1, Math.max(0, (width - HAIRLINE_PX) / (FIRM_PX - HAIRLINE_PX)));
}

/** The zoom up to which a line of that size (pixels at zoom 14) is not drawn; 0 where it is drawn at every zoom. */
export function hiddenUpTo(size: number, scale: ZoomScale): number {
  return scale.findLast(([, factor]) => firmnessAt(size * factor) === 0)?.[0] ?? 0;
}
