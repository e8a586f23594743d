/** A site that is being served. */
export interface ServedSite {
  /** `http://localhost:…/` */
  url: string;
  close(): Promise<void>;
}

/** Serves `publicDir` (catalogue and layers) and `distDir` (the app) on `port`, or on a free one. */
export function serveSite(options: {
  publicDir: string;
  distDir: string;
  port?: number;
  /** Other origins whose pages may hold the site in a frame. */
  framedBy?: string[];
}): Promise<ServedSite>;
