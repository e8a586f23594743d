declare const metresBrand: unique symbol;
declare const squareMetresBrand: unique symbol;

/** A planar length in metres, measured in the territory's metric CRS. */
export type Metres = number & { readonly [metresBrand]: true };

/** A planar area in square metres, measured in the territory's metric CRS. */
export type SquareMetres = number & { readonly [squareMetresBrand]: true };

/** Marks a number as a length in metres. */
export const metres = (value: number): Metres => value as Metres;

/** Marks a number as an area in square metres. */
export const squareMetres = (value: number): SquareMetres => value as SquareMetres;

/** A position in degrees, WGS 84 (OGC:CRS84): longitude first. */
export type LngLat = readonly [lng: number, lat: number];

/** A position in metres in a projected CRS: easting first. */
export type Xy = readonly [x: number, y: number];

/** A box `[minX, minY, maxX, maxY]`, in the CRS that its holder names (degrees for `lngLat` boxes). */
export type Extent = readonly [minX: number, minY: number, maxX: number, maxY: number];
