/** What became of the last collection of official data: `collecte.json` beside the catalogue, which the Données screen shows. */
export interface Collection {
  version: 1;
  siren: string;
  /** When it ended, ISO 8601 in UTC. */
  at: string;
  sources: CollectedSource[];
}

/** What became of one source. */
export interface CollectedSource {
  /** Id of its recipe. */
  id: string;
  title: string;
  producer: string;
  licence: string;
  attribution: string;
  page: string;
  /** What a planner must know before using it; null for nothing. */
  caution: string | null;
  /** `published`: new or changed layers; `same`: nothing new; `empty`: no data returned for this territory; `failed`: what was served stays. */
  state: 'published' | 'same' | 'empty' | 'failed';
  /** When the source last answered whole, ISO 8601 in UTC; null when it never did. */
  answeredAt: string | null;
  /** French sentences: what failed and what to do, what was left out. */
  notes: string[];
  layers: CollectedLayer[];
}

/** What became of one layer of a source. */
export interface CollectedLayer {
  id: string;
  /** Version that is served, or null when none is. */
  version: string | null;
  /** Objects that the source returned, and those of them that are the territory's. */
  read: number;
  kept: number;
  warnings: number;
  bytes: number;
}
