import type { CollectTerritory } from './collect-territory.ts';
import type { CommuneOutlines } from './make/commune-outlines.ts';
import type { Part, PartRequest } from './part.ts';
import type { Recipe, RecipeLayer } from './recipe.ts';

/** A form that official sources answer in. It asks for nothing itself: it says what is wanted and reads what came. */
export interface SourceReader {
  /** What is asked for first, known without the network. */
  requests(recipe: Recipe, territory: CollectTerritory): PartRequest[];
  /** What a part that came makes necessary: the next page, the quarters of a box with too many objects, the file that a record names. */
  follow?(part: Part, recipe: Recipe, territory: CollectTerritory): Promise<PartRequest[]>;
  /**
   * The layers of the recipe, when all its parts are there. Writes only into `folder`.
   * @throws {AppError} `source-failed`, reason `schema` with the `field` when the source is not what the recipe says.
   */
  make(job: MakeJob): Promise<MadeLayer[]>;
}

/** What a reader makes layers of. */
export interface MakeJob {
  recipe: Recipe;
  territory: CollectTerritory;
  /** The communes' outlines, as `readCommuneOutlines` gives them for the site before each recipe is made. */
  outlines: CommuneOutlines;
  /** Every part, in the order in which they were asked for; those that were `absent` have no body. */
  parts: Part[];
  /** An empty folder of this recipe's own. */
  folder: string;
  signal?: AbortSignal;
}

/** What a layer of a recipe is published of. */
export interface MadeLayer {
  layer: RecipeLayer;
  /** Files in any form that publishing reads, in `folder` or bodies of parts. Empty: the source returned no data for this territory. */
  paths: string[];
  /** Table to take of files that hold several. */
  from?: string;
  /** CRS of the files where they are not in the recipe's: `OGC:CRS84` of what a reader brought to degrees. */
  crs?: string;
  /** Objects that the source returned, and those of them that are the territory's. */
  read: number;
  kept: number;
  /** Day that the data are of, `YYYY-MM-DD`, where the source tells it. */
  date?: string;
  /** French sentences for the report: rows without place, double objects, communes that the source does not have. */
  notes: string[];
}
