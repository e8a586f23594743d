/** Why PostGIS cannot be had, in a French sentence without its full stop. */
export interface Unavailable {
  unavailable: string;
}

/** The PostgreSQL programs of this machine, and the account that must run them when this one may not. */
export interface FoundPostgis {
  unavailable?: undefined;
  bin: string;
  user: { uid: number; gid: number } | null;
}

/** A private PostgreSQL with PostGIS that runs until `stop`, or until this process ends. */
export interface Postgis {
  unavailable?: undefined;
  /** `PostgreSQL 15.8, PostGIS 3.3.2, GEOS 3.11.1…` */
  version: string;
  /**
   * Runs statements in one session of psql (its backslash commands too) and gives what they print: one line a row,
   * columns parted by `|`, no header. Rejects with psql's message at the first error.
   */
  run(sql: string): Promise<string>;
  /** Fills a table: each line is a row in COPY's text format, columns parted by tabs, without the end of line. */
  copy(table: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void>;
  stop(): void;
}

/** The PostgreSQL 14+ with PostGIS of this machine, or why there is none. */
export function findPostgis(): Promise<FoundPostgis | Unavailable>;

/** `findPostgis`, after trying to install it where the package manager is at hand. Never fails. */
export function obtainPostgis(): Promise<FoundPostgis | Unavailable>;

/** Starts one; `parallel` is how many more processes a query may use, 0 unless said. */
export function startPostgis(options?: { parallel?: number }): Promise<Postgis | Unavailable>;
