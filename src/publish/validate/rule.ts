import type { Territory } from '../../domain/catalogue.ts';
import type { LayerMeta } from '../../domain/layer.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Finding, Severity } from '../issue.ts';
import type { TableSchema } from '../standards/table-schema.ts';
import type { Measured } from './measured.ts';

/** What was last published of a layer. */
export interface PublishedLayer {
  meta: LayerMeta;
  version: string;
  table: LayerTable;
}

/** All that a rule may look at. */
export interface RuleContext {
  meta: LayerMeta;
  /** Geometry in degrees, longitude first; rows as in the source. */
  table: LayerTable;
  schema: TableSchema | null;
  /** Version of the standard that the table was made for, when that is not the schema's; null when it is or is not known. */
  madeFor: string | null;
  delivery: Delivery;
  territory: Territory;
  /** The communes of the territory, geometry in degrees; null where the site has none. */
  communes: LayerTable | null;
  before: PublishedLayer | null;
  /** Names of columns that somebody decided to publish though they look personal. */
  keep: readonly string[];
  signal?: AbortSignal;
}

/** What a rule sees: a finding without the rule's own name. */
export type Sighting = Omit<Finding, 'rule'>;

/**
 * One rule of validation: it collects all that it finds and never throws because of what the data hold. What takes long
 * goes through `eachOf` or `finish` (`slices.ts`), so that it can be cancelled.
 */
export interface Rule {
  /** `family.name`; its sentences are in `strings/issues/`. */
  id: string;
  severity: Severity;
  check(context: RuleContext, measured: Measured): Sighting[] | Promise<Sighting[]>;
}
