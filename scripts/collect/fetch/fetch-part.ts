import type { Part, PartRequest } from '../part.ts';

/** What every request of a run shares: cache, limits, proxy, how often it tries. */
export interface Fetcher {
  /**
   * A request answered: from the cache while it is fresh (`freshDays`), else asked for with the validators of what is there
   * (`If-None-Match`, `If-Modified-Since`), resumed where it broke off (`Range`, `If-Range`), tried again on 429 (its `Retry-After`), 5xx,
   * broken connections and bodies that are not of their `kind`.
   * @throws {AppError} `source-failed` with the `url` and a `reason`: `status` (with it), `network`, `timeout`, `truncated`,
   * `wrong-type`, `redirects`; `site-unwritable` for the disk of the cache. Aborted, it throws the signal's reason.
   */
  fetch(request: PartRequest, from: FetchFrom): Promise<Part>;
  /** Lets connections go. */
  close(): Promise<void>;
}

/** Whose request it is. */
export interface FetchFrom {
  /** Folder of the cache for the recipe: `.cache/collect/<siren>/<recipe>`. */
  folder: string;
  /** Key of `data/services.json`. */
  service: string;
  freshDays: number;
  signal?: AbortSignal;
  /** Hears bytes as they come, and the length that the host announced. */
  onBytes?: (count: number, expected: number | null) => void;
  /** Hears that a request waits before it is tried again. */
  onRetry?: (attempt: number, waitMs: number, why: string) => void;
}
