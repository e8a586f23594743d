import type { FaultReason } from '../domain/geometry-fault.ts';
import type { GeosCall, GeosMemory, Pointer } from './geos-memory.ts';

/** Why a geometry is not valid, and where. */
export interface Invalidity {
  code: FaultReason;
  /** The words of GEOS, which are those of PostGIS too: `Self-intersection`. */
  reason: string;
  /** A place where the rule is broken, in the CRS of the geometry; NaN when GEOS names none. */
  x: number;
  y: number;
}

/**
 * How a geometry is repaired: `linework` (the default of PostGIS) cuts its lines where they cross and makes polygons of
 * what an odd number of them goes round, keeping every vertex, so that a polygon may give lines and points besides;
 * `structure` repairs each ring, unites the shells (a hole outside them becomes one) and takes off the holes, and gives
 * nothing of a lower dimension.
 */
export type RepairMethod = 'linework' | 'structure';

/** Whether geometries follow the rules of OGC Simple Features, and what to do when not. */
export interface Validity {
  /** Whether a geometry is valid; an empty one is. */
  isValid(wkb: Uint8Array): boolean;
  /** What is wrong with a geometry, null when it is valid. */
  validReason(wkb: Uint8Array): Invalidity | null;
  /** A valid geometry of the same points; a valid one comes back as it is, but for the order of its vertices. */
  makeValid(wkb: Uint8Array, method?: RepairMethod): Uint8Array;
}

/** The validity operations of GEOS. */
export function createValidity(memory: GeosMemory): Validity {
  return {
    isValid: (wkb) =>
      memory.run('isValid', (call) => {
        const answer = call.api.GEOSisValid(call.read(wkb));
        if (answer > 1) throw call.failure();
        return answer === 1;
      }),
    validReason: (wkb) => memory.run('validReason', (call) => findReason(call, call.read(wkb))),
    makeValid: (wkb, method = 'linework') =>
      memory.run('makeValid', (call) => {
        const { api } = call;
        const geometry = call.read(wkb);
        const options = call.keepWith(
          api.GEOSMakeValidParams_create(),
          api.GEOSMakeValidParams_destroy,
        );
        api.GEOSMakeValidParams_setMethod(options, METHODS[method]);
        api.GEOSMakeValidParams_setKeepCollapsed(options, 0);
        return call.write(call.keep(api.GEOSMakeValidWithParams(geometry, options)));
      }),
  };
}

/** The code of each reason, by the words of GEOS in lower case (`TopologyValidationError` of GEOS 3.13). */
const CODES: Record<string, FaultReason> = {
  'self-intersection': 'self-intersection',
  'ring self-intersection': 'ring-self-intersection',
  'hole lies outside shell': 'hole-outside',
  'holes are nested': 'nested-holes',
  'nested shells': 'nested-shells',
  'duplicate rings': 'duplicate-rings',
  'interior is disconnected': 'disconnected-interior',
  'too few points in geometry component': 'too-few-points',
  'invalid coordinate': 'not-finite',
  'ring is not closed': 'open-ring',
};

const METHODS: Record<RepairMethod, number> = { linework: 0, structure: 1 };

function findReason(call: GeosCall, geometry: Pointer): Invalidity | null {
  const { api } = call;
  const found = call.allocate(8);
  const answer = api.GEOSisValidDetail(geometry, 0, found, found + 4);
  if (answer > 1) throw call.failure();
  if (answer === 1) return null;
  const text = call.keepWith(api.Module.getValue(found, 'i32'), api.GEOSFree);
  const reason = api.Module.UTF8ToString(text);
  const code = CODES[reason.toLowerCase()] ?? 'other';
  return { code, reason, ...readPlace(call, api.Module.getValue(found + 4, 'i32')) };
}

function readPlace(call: GeosCall, place: Pointer): { x: number; y: number } {
  if (place === 0) return { x: Number.NaN, y: Number.NaN };
  const { api } = call;
  const pair = call.allocate(16);
  const point = call.keep(place);
  if (api.GEOSisEmpty(point) !== 0) return { x: Number.NaN, y: Number.NaN };
  api.GEOSGeomGetX(point, pair);
  api.GEOSGeomGetY(point, pair + 8);
  return { x: api.Module.getValue(pair, 'double'), y: api.Module.getValue(pair + 8, 'double') };
}
