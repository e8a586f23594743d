import { STORAGE_CRS } from '../domain/crs.ts';
import { AppError } from '../domain/errors.ts';
import type { GdalModule } from './gdal-module.ts';
import { codeByParameters } from './known-parameters.ts';
import { recognise } from './recognise.ts';

/** A CRS as `ogrinfo -json` tells it. */
export interface GdalCrs {
  wkt: string;
  projjson?: { type: string; name?: string; id?: { authority: string; code: string | number } };
}

/** `OGC:CRS84`, the code that a CRS has or that PROJ finds for it, else its WKT; null when it is no place on Earth. */
export function crsOf(gdal: GdalModule, { wkt, projjson }: GdalCrs): string | null {
  if (projjson?.type === 'EngineeringCRS' || /^(undefined|unknown)\b/i.test(projjson?.name ?? '')) {
    return null;
  }
  const id = projjson?.id;
  return id && COMMON.includes(id.authority)
    ? toCode(id.authority, id.code)
    : (identifyCrs(gdal, wkt) ?? wkt);
}

/** Registries whose codes everybody reads; EDIGEO names those of IGNF. */
const COMMON = ['EPSG', 'OGC'];

/** What `identifyCrs` of `Gdal` does: the code in the definition, else what its parameters or PROJ tell. */
export function identifyCrs(gdal: GdalModule, definition: string): string | null {
  const wkt = withCrs(gdal, definition, (crs) => exportWkt(gdal, crs));
  if (wkt === null) return null;
  const own = codeIn(wkt);
  const isCommon = own && COMMON.some((authority) => own.startsWith(`${authority}:`));
  const code = isCommon ? own : (codeByParameters(wkt) ?? own);
  if (code) return code;
  const recognised = recognise(gdal, wkt);
  return recognised && toCode(...recognised);
}

/** What `toDegrees` of `Gdal` does: 1 µs a position or so, in blocks. */
export function toDegrees(gdal: GdalModule, xy: Float64Array, crs: string): Float64Array {
  const degrees = withCrs(gdal, crs, (from) =>
    withCrs(gdal, STORAGE_CRS, (to) => {
      const transformation = gdal.call('OCTNewCoordinateTransformation', 'number', from, to);
      if (!transformation) return null;
      try {
        return transformBlocks(gdal, transformation, xy);
      } finally {
        gdal.call('OCTDestroyCoordinateTransformation', null, transformation);
      }
    }),
  );
  const words = gdal.takeMessages().join('\n').slice(0, 500);
  if (degrees) return degrees;
  throw new AppError('crs-unknown', `${crs}: ${words}`, { reason: 'unknown', crs, words });
}

/** Positions of a block: enough that calls cost nothing, little enough to lie in any memory. */
const BLOCK = 65_536;

function transformBlocks(gdal: GdalModule, transformation: number, xy: Float64Array): Float64Array {
  const degrees = new Float64Array(xy.length);
  const bytes = 8 * BLOCK;
  gdal.withMemory(3 * bytes, (x) => {
    for (let first = 0; first < xy.length / 2; first += BLOCK) {
      const count = Math.min(BLOCK, xy.length / 2 - first);
      const block = gdal.numbersAt(x, 3 * BLOCK);
      for (let i = 0; i < count; i++) {
        block[i] = xy[2 * (first + i)]!;
        block[BLOCK + i] = xy[2 * (first + i) + 1]!;
        block[2 * BLOCK + i] = 0;
      }
      gdal.call('OCTTransform', 'number', transformation, count, x, x + bytes, x + 2 * bytes);
      const done = gdal.numbersAt(x, 2 * BLOCK);
      for (let i = 0; i < count; i++) {
        degrees[2 * (first + i)] = done[i]!;
        degrees[2 * (first + i) + 1] = done[BLOCK + i]!;
      }
    }
  });
  return degrees;
}

/** Runs `use` with a CRS whose first axis is easting or longitude; null when PROJ does not know the definition. */
function withCrs<T>(
  gdal: GdalModule,
  definition: string,
  use: (crs: number) => T | null,
): T | null {
  const crs = gdal.call('OSRNewSpatialReference', 'number', '');
  try {
    // Addresses and paths are no definitions, though the function takes them.
    const isKnown = DEFINITION.test(definition) && definition.length < MAX_DEFINITION;
    if (!isKnown || gdal.call('OSRSetFromUserInput', 'number', crs, definition) !== 0) return null;
    gdal.call('OSRSetAxisMappingStrategy', null, crs, TRADITIONAL_ORDER);
    return use(crs);
  } finally {
    gdal.call('OSRDestroySpatialReference', null, crs);
  }
}

/** A code, a URN, WKT, PROJJSON or a PROJ string. */
const DEFINITION = /^\s*(\w+:[\w.-]+$|urn:ogc:|\w+\s*[[(]|\{|\+)/i;
const MAX_DEFINITION = 100_000;
/** `OAMS_TRADITIONAL_GIS_ORDER`. */
const TRADITIONAL_ORDER = 0;

function exportWkt(gdal: GdalModule, crs: number): string | null {
  return gdal.withMemory(4, (result) => {
    gdal.pointersAt(result, 1)[0] = 0;
    const fault = gdal.call('OSRExportToWkt', 'number', crs, result);
    const pointer = gdal.pointersAt(result, 1)[0];
    return fault === 0 && pointer ? gdal.textAt(pointer) : null;
  });
}

/** The code that stands at the end of WKT, which is that of the whole. */
function codeIn(wkt: string): string | null {
  const [, authority, code] = wkt.match(/AUTHORITY\["(\w+)","(\w+)"\]\]\s*$/) ?? [];
  return authority && code ? toCode(authority, code) : null;
}

function toCode(authority: string, code: string | number): string {
  const name = `${authority.toUpperCase()}:${code}`;
  return name === 'EPSG:4326' || name === 'OGC:CRS84' ? STORAGE_CRS : name;
}
