import type { Catalogue } from '../domain/catalogue.ts';
import type { PackRecord } from './pack-record.ts';
import type { PackPlan } from './plan-pack.ts';
import type { EngineFile } from './shell.ts';

/** What is asked of the worker that prepares sessions. Addresses end in `/`. */
export interface PackRequest {
  name: 'measure' | 'prepare';
  /** Where the layers come from, and whose pages will show the session. */
  root: string;
  catalogue: Catalogue;
  plan: PackPlan;
  /** The session as it is edited, as JSON text. */
  source: string;
  /** The files of the engine; none when the session does not need them. */
  engine: EngineFile[];
}

/** How far a preparation is. */
export interface PackProgress {
  /** Title of the layer that is being cut or fetched; null for what is no layer. */
  layer: string | null;
  done: number;
  /** Bytes that are read in all. */
  total: number;
}

/** What the worker gives. */
export type PackAnswer =
  | { kind: 'measured'; bytes: number }
  | { kind: 'prepared'; record: PackRecord };
