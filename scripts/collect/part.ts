/** What a body must be; anything else (the HTML page of a proxy, a cut file) counts as a fault of the source. */
export type BodyKind =
  | 'json'
  | 'csv'
  | 'zip'
  | 'parquet'
  | 'geopackage'
  | 'xml'
  | 'gpx'
  | 'gzip-json'
  | 'gzip-csv';

/** One request to a source. */
export interface PartRequest {
  /** Unique in its recipe and the same at every run: `parcelles-62119`, `zone_urba-62119-0`. Names its files in the cache. */
  key: string;
  url: string;
  /** Sent by POST as `application/x-www-form-urlencoded` or JSON, as `contentType` says; absent: GET. */
  body?: string;
  contentType?: string;
  /** Bytes wanted of a large file, `end` exclusive; a host that ignores it fails. Absent: the whole. */
  range?: { start: number; end: number };
  kind: BodyKind;
  /** What it is of, for progress and `--dry-run`: "Béthune", "page 3". */
  subject: string;
  /** Guess for `--dry-run` and the estimate; absent: not known. */
  expectedBytes?: number;
  /** What 404 and 410 mean: a fault, or that the source has nothing here (a commune merged since). */
  absent: 'fault' | 'nothing';
}

/** A request that was answered, now or at an earlier run. */
export interface Part extends PartRequest {
  /** File of the body, gzip opened; null where the source has nothing here. */
  path: string | null;
  bytes: number;
  /** Length of the whole file, of which a `range` is a part; null where the host does not tell it, or nothing is there. */
  totalBytes: number | null;
  /** Address that answered at last, after redirects: tells the edition that `latest` stands for. */
  finalUrl: string;
  /** Of the body, hexadecimal; empty where there is none. */
  sha256: string;
  etag: string | null;
  lastModified: string | null;
  /** When it was last asked for, ISO 8601 in UTC. */
  askedAt: string;
  /** Of this run: came anew, `304` or the same bytes, not asked for as it is fresh, or nothing there. */
  state: 'new' | 'same' | 'fresh' | 'absent';
}
