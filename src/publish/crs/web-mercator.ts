/**
 * Degrees `[lng, lat, …]` of the metres `[x, y, …]` of Web Mercator (EPSG:3857). Source: EPSG Guidance Note 7-2, method
 * 1024 (Popular Visualisation Pseudo Mercator), on the sphere of radius 6 378 137 m: λ = x / R, φ = atan(sinh(y / R)).
 */
export function webMercatorToLngLat(xy: Float64Array): Float64Array<ArrayBuffer> {
  return Float64Array.from(xy, (value, index) =>
    index % 2 === 0 ? value / DEGREE_M : Math.atan(Math.sinh(value / RADIUS_M)) / RADIANS,
  );
}

const RADIUS_M = 6_378_137;
const RADIANS = Math.PI / 180;
const DEGREE_M = RADIUS_M * RADIANS;
