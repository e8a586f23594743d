import type { Layer } from './layer.ts';

/** One version of a layer, as it was published. */
export interface PublishedVersion {
  /** When it was published, ISO 8601 in UTC. */
  publishedAt: string;
  /** The whole entry of the catalogue: metadata and file. */
  layer: Layer;
  /** Rule → number of warnings that were accepted. */
  accepted: Record<string, number>;
}

/** All versions of a layer whose files are kept, newest first: `layers/<id>.history.json`. */
export interface LayerHistory {
  layer: string;
  versions: PublishedVersion[];
}
