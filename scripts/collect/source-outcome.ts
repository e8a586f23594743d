import type { CollectedLayer, CollectedSource } from '../../src/domain/collection.ts';
import type { AppError } from '../../src/domain/errors.ts';
import type { Issue } from '../../src/publish/issue.ts';
import type { LayerOutcome } from '../publish/publish.ts';
import type { Refusal } from '../publish/refusal.ts';
import type { Recipe } from './recipe.ts';
import type { TallyCount } from './tally.ts';

/** What became of a source in a run. */
export interface SourceOutcome {
  recipe: Recipe;
  state: CollectedSource['state'];
  answeredAt: string | null;
  /** What came over the network in this run. */
  fetched: TallyCount;
  layers: CollectedLayer[];
  /** French sentences of its reader, and of layers for which nothing came. */
  notes: string[];
  /** What stopped it; null for nothing. */
  failure: AppError | null;
  /** What its publication came to; null where none was tried. */
  published: { refusal: Refusal | null; issues: Issue[]; layers: PublishedLayer[] } | null;
}

/** A layer of a publication; `replacesSimulated`: what was served before was made up, and no measure of it. */
export interface PublishedLayer extends LayerOutcome {
  replacesSimulated: boolean;
}
