/** The files of one version of the app, as the build lists them. Paths are from the site's root. */
export interface Shell {
  /** Name of the script that starts the app, which changes with any of its files. */
  version: string;
  /** What is kept by whoever opens the site: the page, the code of the screens, the fonts. */
  files: { url: string; revision: string | null }[];
  /** What is kept besides by whoever prepares a session that asks for it. */
  engine: EngineFile[];
}

/** What the engine fetches when it is asked: DuckDB with the first question, GEOS for what its functions construct. */
export type EnginePart = 'duckdb' | 'geos';

/** A file of the engine. */
export interface EngineFile {
  part: EnginePart;
  /** Path from the site's root. */
  path: string;
  bytes: number;
}
