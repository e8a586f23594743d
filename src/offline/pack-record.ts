import type { EnginePart } from './shell.ts';

/** A layer as a prepared session holds it. */
export interface PackedLayer {
  id: string;
  title: string;
  /** Date of the data, `YYYY-MM-DD`. */
  date: string;
  /** Version of the file of the site that it was taken from. */
  version: string;
  /** True when the file is the site's, false when it holds only the rows around the scenes. */
  isWhole: boolean;
  rows: number;
  bytes: number;
}

/** What is known of a prepared session without opening its files: it is prepared when this is kept, and not before. */
export interface PackRecord {
  /** Id of the session. */
  id: string;
  title: string;
  /** Name of the cache that holds its files. */
  cache: string;
  /** ISO date and time. */
  preparedAt: string;
  /** The session as JSON text, to tell whether it was changed since. */
  seance: string;
  layers: PackedLayer[];
  /** Titles of the layers that only some readers may have: they are not kept. */
  leftOut: string[];
  /** The parts of the engine that must be kept for it. */
  parts: EnginePart[];
  /** Bytes of its files, those of the engine included. */
  bytes: number;
}
