import type { ErrorData } from '../domain/errors.ts';
import type { GdalTable, TableToWrite } from './gdal.ts';

/** What the thread of GDAL may be asked, and what it gives. */
export interface GdalCalls {
  readTables: { asks: { files: Record<string, Uint8Array>; main: string }; gives: GdalTable[] };
  toDegrees: { asks: { xy: Float64Array; crs: string }; gives: Float64Array };
  identifyCrs: { asks: { definition: string }; gives: string | null };
  writeTables: {
    asks: { tables: readonly TableToWrite[]; output: string; options: readonly string[] };
    gives: Record<string, Uint8Array<ArrayBuffer>>;
  };
}

/** A call to the thread; it answers one after the other. */
export type ToGdal = {
  [Call in keyof GdalCalls]: { call: Call } & GdalCalls[Call]['asks'];
}[keyof GdalCalls];

/** What the thread says: `ready` once, then one message a call. After `broken` it is not to be used again. */
export type FromGdal =
  | { kind: 'ready' }
  | { kind: 'done'; result: GdalCalls[keyof GdalCalls]['gives'] }
  | { kind: 'failed'; error: ErrorData }
  | { kind: 'broken'; words: string };
