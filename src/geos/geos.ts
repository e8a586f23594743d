import { AppError } from '../domain/errors.ts';
import { type Construct, createConstruct } from './construct.ts';
import { GeosMemory } from './geos-memory.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { createParts, type Parts } from './parts.ts';
import { createText, type Text } from './text.ts';
import { createValidity, type Validity } from './validity.ts';

/**
 * What the kernel leaves to GEOS 3.13: each function takes and gives WKB (ISO, little-endian, two dimensions; read in
 * any byte order, Z and M dropped) and answers at once. Everything is planar, in the unit of the coordinates, whatever
 * their CRS. What GEOS gives is kept as it is, collections included: `extract` takes the parts of one kind out of
 * them. No function changes what it is given.
 * @throws {AppError} each: see `GeosMemory.run`.
 */
export interface Geos extends Overlay, Construct, Validity, Text, Parts {
  /** `3.13.0-CAPI-1.19.0`. */
  version: string;
  /** Bytes of memory that GEOS holds: they grow when a call needs more, 2 GB at most, and are not given back. */
  memoryBytes(): number;
}

/**
 * GEOS, fetched by the first call (2.6 MB, 0.8 MB compressed) and started in about 0.1 s; every call gives the same.
 * @throws {AppError} `wasm-missing` where the browser has no WebAssembly; `engine-failed` when it cannot be fetched,
 * which the next call tries again.
 */
export function loadGeos(): Promise<Geos> {
  if (!loading) {
    loading = startGeos();
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}

let loading: Promise<Geos> | null = null;

async function startGeos(): Promise<Geos> {
  if (typeof WebAssembly === 'undefined') {
    throw new AppError('wasm-missing', 'this browser has no WebAssembly');
  }
  let lastMessage = '';
  const errorHandler = (message: string) => {
    lastMessage = message;
  };
  const noticeHandler = () => undefined;
  const api = await import('geos-wasm')
    .then(({ default: initGeos }) => initGeos({ errorHandler, noticeHandler }))
    .catch((cause: unknown) => {
      throw new AppError('engine-failed', 'GEOS could not be fetched', {}, cause);
    });
  const memory = new GeosMemory(api, () => lastMessage);
  return {
    version: api.GEOSversion(),
    memoryBytes: () => api.Module.HEAPU8.length,
    ...createOverlay(memory),
    ...createConstruct(memory),
    ...createValidity(memory),
    ...createText(memory),
    ...createParts(memory),
  };
}
