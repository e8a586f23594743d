/**
 * What a pixel of the styles is on paper, unless a frame says otherwise: paper is read from nearer and is finer than a screen, where a
 * pixel is 0.26 mm; at 0.2 mm a name of 12 pixels is one of 7 points, as atlases have them.
 */
export const PIXEL_MM = 0.2;

/**
 * The zoom of the web map (tiles of 512 pixels) whose picture a plan at a scale looks like, at a latitude in degrees: the zoom at which a
 * pixel is on the ground what `pixelMm` is on paper. Layers, names and widths follow it as they do on the screen.
 */
export function zoomOfScale(scale: number, latitude: number, pixelMm = PIXEL_MM): number {
  return Math.log2(groundAtZoom0(latitude) / ((pixelMm / 1000) * scale));
}

/** The denominator of the scale at which a plan looks like the web map at a zoom: the inverse of `zoomOfScale`. */
export function scaleOfZoom(zoom: number, latitude: number, pixelMm = PIXEL_MM): number {
  return groundAtZoom0(latitude) / ((pixelMm / 1000) * 2 ** zoom);
}

/** Metres on the ground of a pixel of the world in one tile. */
function groundAtZoom0(latitude: number): number {
  return (EQUATOR_M * Math.cos((latitude * Math.PI) / 180)) / TILE_PX;
}

/** Of WGS 84. */
const EQUATOR_M = 2 * Math.PI * 6378137;
const TILE_PX = 512;
