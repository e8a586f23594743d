import { GEOMETRY_KIND } from '../geo/geometry-column.ts';
import type { GeosCall, GeosMemory, Pointer } from './geos-memory.ts';

/** A kind of which a geometry has parts. */
export type PartKind = 'point' | 'line' | 'polygon';

/** What a geometry is made of. */
export interface Parts {
  /**
   * The parts of one kind, at any depth of collections in collections, as a Multi*: what the geometry kernel and the
   * layers can hold of a collection, which an intersection or a repair may give. Empty when there are none.
   */
  extract(wkb: Uint8Array, kind: PartKind): Uint8Array;
}

/** The taking apart of geometries by GEOS. */
export function createParts(memory: GeosMemory): Parts {
  return {
    extract: (wkb, kind) =>
      memory.run('extract', (call) => {
        const type = GEOMETRY_KIND[kind];
        const found = listParts(call, call.read(wkb), type);
        const copies = found.map((part) => call.keep(call.api.GEOSGeom_clone(part)));
        return call.write(call.collect(type + 3, copies));
      }),
  };
}

/** Single geometries of an OGC type in a geometry, which owns them; empty ones are left out. */
function listParts(call: GeosCall, geometry: Pointer, type: number): Pointer[] {
  const { api } = call;
  const seen = api.GEOSGeomTypeId(geometry);
  if (api.GEOSisEmpty(geometry) === 1) return [];
  if (seen === GEOS_TYPES[type]) return [geometry];
  if (seen < MULTI) return [];
  const count = api.GEOSGetNumGeometries(geometry);
  return Array.from({ length: count }, (_, i) =>
    listParts(call, api.GEOSGetGeometryN(geometry, i), type),
  ).flat();
}

/** OGC type → the number that GEOS gives it (2 is its LinearRing). */
const GEOS_TYPES: Record<number, number> = { 1: 0, 2: 1, 3: 3 };

/** The first number that GEOS gives to a geometry of several parts. */
const MULTI = 4;
