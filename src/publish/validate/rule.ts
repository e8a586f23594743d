import type { Territory } from '../../domain/catalogue.ts';
import type { LayerMeta } from '../../domain/layer.ts';
import type { LayerTable } from '../../loaders/layer-table.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Finding, Severity } from '../issue.ts';
import type { TableSchema } from '../standards/table-schema.ts';

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
  delivery: Delivery;
  territory: Territory;
  /** The communes of the territory, geometry in degrees; null where the site has none. */
  communes: LayerTable | null;
  before: PublishedLayer | null;
  /** Names of columns that somebody decided to publish though they look personal. */
  keep: readonly string[];
  signal?: AbortSignal;
}

/** One rule of validation: it collects all that it finds and never throws because of what the data hold. */
export interface Rule {
  /** `family.name`; its sentences are in `strings/issue-sentences.ts`. */
  id: string;
  severity: Severity;
  check(context: RuleContext): Finding[] | Promise<Finding[]>;
}
