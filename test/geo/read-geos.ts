import type { Geometry } from 'geojson';
import initGeosJs from 'geos-wasm';
import type { PredicateKind } from '../../src/geo/predicates.ts';

/** A geometry in the memory of GEOS. */
export type GeosGeometry = number;

/** What the tests ask of GEOS, the independent oracle of the predicates. */
export interface GeosOracle {
  read(geometry: Geometry): GeosGeometry;
  write(geometry: GeosGeometry): Geometry;
  isValid(geometry: GeosGeometry): boolean;
  /** Whether a line passes no point twice, but for its ends. */
  isSimple(geometry: GeosGeometry): boolean;
  union(geometry: GeosGeometry): GeosGeometry;
  intersection(a: GeosGeometry, b: GeosGeometry): GeosGeometry;
  length(geometry: GeosGeometry): number;
  distance(a: GeosGeometry, b: GeosGeometry): number;
  isDisjoint(a: GeosGeometry, b: GeosGeometry): boolean;
  /** Whether two geometries relate as a predicate of ours says. */
  relates: Record<PredicateKind, (a: GeosGeometry, b: GeosGeometry) => boolean>;
  /** Frees every geometry read or made so far. */
  free(): void;
}

/** Starts GEOS, which takes about 0.1 s. */
export async function startGeosOracle(): Promise<GeosOracle> {
  const geos = await initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined });
  const { Module } = geos;
  const reader = geos.GEOSGeoJSONReader_create();
  const writer = geos.GEOSGeoJSONWriter_create();
  const held: GeosGeometry[] = [];
  const hold = (geometry: GeosGeometry) => {
    if (!geometry) throw new Error('GEOS gave no geometry');
    held.push(geometry);
    return geometry;
  };
  const number = Module._malloc(8);
  const measure = (fill: (pointer: number) => number) => {
    if (fill(number) === 0) throw new Error('GEOS gave no measure');
    return Module.getValue(number, 'double');
  };
  const test = (predicate: (a: GeosGeometry, b: GeosGeometry) => number) => {
    return (a: GeosGeometry, b: GeosGeometry) => {
      const answer = predicate(a, b);
      if (answer > 1) throw new Error('GEOS failed');
      return answer === 1;
    };
  };
  return {
    read(geometry) {
      const text = JSON.stringify(geometry);
      const pointer = Module._malloc(text.length + 1);
      Module.stringToUTF8(text, pointer, text.length + 1);
      const read = geos.GEOSGeoJSONReader_readGeometry(reader, pointer);
      Module._free(pointer);
      return hold(read);
    },
    write(geometry) {
      const pointer = geos.GEOSGeoJSONWriter_writeGeometry(writer, geometry, -1);
      const text = Module.UTF8ToString(pointer);
      geos.GEOSFree(pointer);
      return JSON.parse(text) as Geometry;
    },
    isValid: (geometry) => geos.GEOSisValid(geometry) === 1,
    isSimple: (geometry) => geos.GEOSisSimple(geometry) === 1,
    union: (geometry) => hold(geos.GEOSUnaryUnion(geometry)),
    intersection: (a, b) => hold(geos.GEOSIntersection(a, b)),
    length: (geometry) => measure((pointer) => geos.GEOSLength(geometry, pointer)),
    distance: (a, b) => measure((pointer) => geos.GEOSDistance(a, b, pointer)),
    isDisjoint: test(geos.GEOSDisjoint),
    relates: {
      intersects: test(geos.GEOSIntersects),
      within: test(geos.GEOSWithin),
      contains: test(geos.GEOSContains),
      touches: test(geos.GEOSTouches),
      crosses: test(geos.GEOSCrosses),
      overlaps: test(geos.GEOSOverlaps),
      equals: test(geos.GEOSEquals),
    },
    free() {
      for (const geometry of held.splice(0)) geos.GEOSGeom_destroy(geometry);
    },
  };
}
