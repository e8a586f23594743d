/** What the values of a column of SQL are; `geometry` is WKB. Integers and numbers come as doubles where they are large. */
export type SqlType = 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'geometry' | 'other';

/** Something to know of how a statement ran, with its place in the statement. */
export interface SqlNotice {
  /** `nested-loop`: a spatial join that the index did not serve; `plain`: the statement ran as it stands, joins included. */
  kind: 'nested-loop' | 'plain';
  position: number;
  end: number;
}

/** How one spatial join was done. */
export interface SqlJoin {
  /** The names that the statement gives the two sides. */
  aliases: [string, string];
  relation: string;
  /** Pairs of rows that relate. */
  pairs: number;
  elapsedMs: number;
}

/** What a statement gives. */
export interface SqlResult {
  columns: { name: string; type: SqlType }[];
  /** Every row, as an Arrow IPC stream. */
  ipc: Uint8Array;
  rowCount: number;
  /** Version of the file of each layer that was read. */
  layers: Record<string, string>;
  notices: SqlNotice[];
  joins: SqlJoin[];
  elapsedMs: number;
}

/** One step of the plan of a statement, which takes the rows of its children. */
export interface SqlPlanStep {
  /** DuckDB's name of it: `HASH_JOIN`, `SEQ_SCAN`… */
  name: string;
  /** What DuckDB says of it. */
  details: Record<string, string>;
  /** Rows that it gave, or that DuckDB expects where the statement was not run; null where it does not say. */
  rows: number | null;
  /** Its own time, where the statement was run. */
  elapsedMs: number | null;
  children: SqlPlanStep[];
}

/** How a statement is run. */
export interface SqlPlan {
  /** The statement as DuckDB is given it, its spatial joins made joins of row numbers. */
  rewritten: string;
  root: SqlPlanStep;
  joins: SqlJoin[];
  notices: SqlNotice[];
  elapsedMs: number;
}
