import { AppError } from '../domain/errors.ts';
import type { GeosMemory } from './geos-memory.ts';

/** Geometries as text. */
export interface Text {
  /** The geometry of a WKT; Z and M are dropped. @throws {AppError} `geometry-invalid` with what GEOS says of it. */
  fromText(wkt: string): Uint8Array;
  /** WKT as PostGIS writes it, `POLYGON((0 0,1 0,1 1,0 0))`, each coordinate with 16 significant digits. */
  toText(wkb: Uint8Array): string;
}

/** The reading and writing of WKT by GEOS. */
export function createText(memory: GeosMemory): Text {
  return {
    fromText: (wkt) => {
      checkDepth(wkt);
      return memory.run('fromText', (call) => {
        const { api } = call;
        const size = 3 * wkt.length + 1;
        const text = call.allocate(size);
        api.Module.stringToUTF8(wkt, text, size);
        const reader = call.keepWith(api.GEOSWKTReader_create(), api.GEOSWKTReader_destroy);
        return call.write(call.parsed(api.GEOSWKTReader_read(reader, text)));
      });
    },
    toText: (wkb) =>
      memory.run('toText', (call) => {
        const { api } = call;
        const geometry = call.read(wkb);
        const writer = call.keepWith(api.GEOSWKTWriter_create(), api.GEOSWKTWriter_destroy);
        api.GEOSWKTWriter_setTrim(writer, 1);
        api.GEOSWKTWriter_setOutputDimension(writer, 2);
        const text = api.GEOSWKTWriter_write(writer, geometry);
        if (text === 0) throw call.failure();
        call.keepWith(text, api.GEOSFree);
        return api.Module.UTF8ToString(text).replaceAll(' (', '(').replaceAll(', ', ',');
      }),
  };
}

/** Collections in collections recurse in GEOS, whose stack of 64 kB some hundreds of them would overflow. */
function checkDepth(wkt: string): void {
  let depth = 0;
  for (const character of wkt) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    if (depth <= MAX_DEPTH) continue;
    const reason = `more than ${MAX_DEPTH} parentheses are open`;
    throw new AppError('geometry-invalid', `fromText: ${reason}`, { reason });
  }
}

/** A MultiPolygon in a collection takes four. */
const MAX_DEPTH = 32;
