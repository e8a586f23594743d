import type { LayerMeta } from '../../domain/layer.ts';
import type { SourceTable } from '../read/source.ts';
import type { TableSchema } from '../standards/table-schema.ts';

/** A table that becomes a layer, with what its delivery says of it. */
export interface DraftLayer {
  /** Proposed id of the layer, with what tells it from that of another place: `zone_urba`, `zone_urba_41175`. */
  id: string;
  source: SourceTable;
  /**
   * The official schema that the table is held against: the current one of its standard, with the geometry and legend of
   * this table and the fields that its delivery joined; null for none.
   */
  schema: TableSchema | null;
  /** Version of the standard that the table was made for, as its columns tell: "v2017"; null when not known. */
  madeFor: string | null;
  /** Title, abstract, producer, date, licence, lineage… that the delivery tells. */
  described: Partial<LayerMeta>;
}

/** What a person hands over, taken whole. */
export interface Delivery {
  kind: 'tables' | 'cnig-plu' | 'cnig-sup' | 'cnig-ppr' | 'covadis-ppr' | 'covadis-tri';
  layers: DraftLayer[];
  /** Tables without geometry, whose columns were joined to the layers or that serve as references, and empty ones. */
  tables: SourceTable[];
  /** Paths of all files of the delivery, written pieces included. */
  files: string[];
}
