import { AppError, errorToData } from '../domain/errors.ts';
import { identifyCrs, toDegrees } from './crs.ts';
import type { GdalModule } from './gdal-module.ts';
import type { FromGdal, ToGdal } from './gdal-protocol.ts';
import { readTables } from './read-tables.ts';
import { writeTables } from './write-tables.ts';

/** What the thread of GDAL does with a call: an `AppError` is an answer, anything else has broken the instance. */
export function answer(gdal: GdalModule, request: ToGdal): FromGdal {
  try {
    return { kind: 'done', result: run(gdal, request) };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'failed', error: errorToData(error) };
    const said = gdal.takeMessages().join('\n');
    return { kind: 'broken', words: `${error}\n${said}`.slice(0, 500) };
  }
}

/** What of an answer is handed over in place of being copied. */
export function transferOf(reply: FromGdal): ArrayBuffer[] {
  if (reply.kind !== 'done') return [];
  const { result } = reply;
  if (Array.isArray(result)) return result.map(({ geoJson }) => geoJson.buffer);
  if (result instanceof Float64Array) return [result.buffer as ArrayBuffer];
  return result && typeof result === 'object'
    ? Object.values(result).map(({ buffer }) => buffer)
    : [];
}

function run(gdal: GdalModule, request: ToGdal) {
  switch (request.call) {
    case 'readTables':
      return readTables(gdal, request.files, request.main);
    case 'toDegrees':
      return toDegrees(gdal, request.xy, request.crs);
    case 'identifyCrs':
      return identifyCrs(gdal, request.definition);
    case 'writeTables':
      return writeTables(gdal, request.tables, request.output, request.options);
  }
}
