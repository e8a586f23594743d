import type initGeos from 'geos-wasm';
import { AppError } from '../domain/errors.ts';

/** The C interface of GEOS, each function bound to one context. Addresses are plain numbers. */
export type GeosApi = Awaited<ReturnType<typeof initGeos>>;

/** Address of something in the memory of GEOS; 0 is nothing. */
export type Pointer = number;

/**
 * The memory of GEOS and the way in and out of it: WKB in, WKB out (ISO, little-endian, two dimensions, no SRID). What
 * one call makes is freed when it ends, whatever happens.
 */
export class GeosMemory {
  readonly api: GeosApi;
  readonly #reader: Pointer;
  readonly #writer: Pointer;
  readonly #lastMessage: () => string;
  #broken: unknown = null;

  /** `lastMessage` gives what GEOS said when it last failed. */
  constructor(api: GeosApi, lastMessage: () => string) {
    this.api = api;
    this.#lastMessage = lastMessage;
    this.#reader = api.GEOSWKBReader_create();
    this.#writer = api.GEOSWKBWriter_create();
    api.GEOSWKBWriter_setOutputDimension(this.#writer, 2);
    api.GEOSWKBWriter_setByteOrder(this.#writer, LITTLE_ENDIAN);
    api.GEOSWKBWriter_setFlavor(this.#writer, ISO);
  }

  /**
   * What `operation` gives; everything its call keeps is freed afterwards.
   * @throws {AppError} `geometry-invalid` for what is no WKB or WKT; `geometry-failed` when GEOS cannot compute, its
   * words in the context and as the cause; `too-large` when its 2 GB are used up; `engine-failed` when its stack
   * overflowed, now and at every later call, until the worker is started anew.
   */
  run<T>(name: string, operation: (call: GeosCall) => T): T {
    if (this.#broken) throw brokenDown(name, this.#broken);
    const call = new GeosCall(this.api, name, this.#reader, this.#writer, this.#lastMessage);
    try {
      return operation(call);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.#broken = error;
      throw brokenDown(name, error);
    } finally {
      if (!this.#broken) call.free();
    }
  }
}

/** One call into GEOS, and all it must free. */
export class GeosCall {
  readonly api: GeosApi;
  readonly #name: string;
  readonly #reader: Pointer;
  readonly #writer: Pointer;
  readonly #lastMessage: () => string;
  readonly #kept: { pointer: Pointer; free: (pointer: Pointer) => void }[] = [];

  constructor(
    api: GeosApi,
    name: string,
    reader: Pointer,
    writer: Pointer,
    lastMessage: () => string,
  ) {
    this.api = api;
    this.#name = name;
    this.#reader = reader;
    this.#writer = writer;
    this.#lastMessage = lastMessage;
  }

  /** The geometry of a WKB of any type. @throws {AppError} `geometry-invalid`. */
  read(wkb: Uint8Array): Pointer {
    const { Module } = this.api;
    const bytes = this.#malloc(wkb.length);
    Module.HEAPU8.set(wkb, bytes);
    const geometry = this.api.GEOSWKBReader_read(this.#reader, bytes, wkb.length);
    Module._free(bytes);
    return this.parsed(geometry);
  }

  /** All geometries in one collection, which GEOS owns. */
  readCollection(wkbs: readonly Uint8Array[]): Pointer {
    return this.collect(
      COLLECTION,
      wkbs.map((wkb) => this.read(wkb)),
    );
  }

  /** A collection of that OGC type that takes over the geometries, which this call must have kept. */
  collect(type: number, geometries: readonly Pointer[]): Pointer {
    const list = this.allocate(4 * geometries.length);
    this.api.Module.HEAPU32.set(geometries, list / 4);
    const taken = new Set(geometries);
    const rest = this.#kept.filter(({ pointer }) => !taken.has(pointer));
    this.#kept.splice(0, this.#kept.length, ...rest);
    return this.keep(this.api.GEOSGeom_createCollection(type, list, geometries.length));
  }

  /** WKB of a geometry. */
  write(geometry: Pointer): Uint8Array {
    const size = this.allocate(4);
    const bytes = this.api.GEOSWKBWriter_write(this.#writer, geometry, size);
    if (bytes === 0) throw this.failure();
    const length = this.api.Module.getValue(size, 'i32');
    const wkb = this.api.Module.HEAPU8.slice(bytes, bytes + length);
    this.api.GEOSFree(bytes);
    return wkb;
  }

  /** Takes over a geometry that an operation made. @throws {AppError} when it made none. */
  keep(geometry: Pointer): Pointer {
    if (geometry === 0) throw this.failure();
    return this.keepWith(geometry, this.api.GEOSGeom_destroy);
  }

  /** Takes over a geometry that was read. @throws {AppError} `geometry-invalid` when there is none. */
  parsed(geometry: Pointer): Pointer {
    if (geometry === 0) throw this.failure('geometry-invalid');
    return this.keepWith(geometry, this.api.GEOSGeom_destroy);
  }

  /** Takes over anything, to be freed by its own function. */
  keepWith(pointer: Pointer, free: (pointer: Pointer) => void): Pointer {
    this.#kept.push({ pointer, free });
    return pointer;
  }

  /** Room for that many bytes. @throws {AppError} `too-large`. */
  allocate(bytes: number): Pointer {
    return this.keepWith(this.#malloc(bytes), this.api.Module._free);
  }

  /** What GEOS just failed of. */
  failure(code: 'geometry-failed' | 'geometry-invalid' = 'geometry-failed'): AppError {
    const reason = this.#lastMessage();
    if (reason.includes('bad_alloc')) return this.#tooLarge(reason);
    const context = { operation: this.#name, reason };
    return new AppError(code, `${this.#name}: ${reason}`, context, reason);
  }

  /** Frees all that was kept, the last first. */
  free(): void {
    for (const { pointer, free } of this.#kept.reverse()) free(pointer);
    this.#kept.length = 0;
  }

  #malloc(bytes: number): Pointer {
    const pointer = this.api.Module._malloc(Math.max(bytes, 1));
    if (pointer === 0) throw this.#tooLarge(`no room for ${bytes} bytes`);
    return pointer;
  }

  #tooLarge(reason: string): AppError {
    const context = { operation: this.#name, reason };
    return new AppError('too-large', `${this.#name}: ${reason}`, context, reason);
  }
}

/** OGC type of a GeometryCollection. */
const COLLECTION = 7;
const LITTLE_ENDIAN = 1;
const ISO = 2;

function brokenDown(name: string, cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError('engine-failed', `${name}: GEOS broke down (${reason})`, { reason }, cause);
}
