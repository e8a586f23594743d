import type { Layer } from './layer.ts';

/** One version of a layer, as it was published. */
export interface PublishedVersion {
  /** When it was published, ISO 8601 in UTC. */
  publishedAt: string;
  /** The whole entry of the catalogue, metadata and file, but for the path of the history. */
  layer: Layer;
  /** Rule → number of warnings that were accepted. */
  accepted: Record<string, number>;
}

/**
 * All versions of a layer whose files are kept, newest first; the first is the one that is served. Several in a row may have
 * the same file: then only the metadata changed. It stands at the path that `Layer.history` names,
 * `layers/<id>.<8 digits of its SHA-256>.history.json`: as its name changes with its content, the catalogue alone says
 * which history is the served one.
 */
export interface LayerHistory {
  layer: string;
  versions: PublishedVersion[];
}
