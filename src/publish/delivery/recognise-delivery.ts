import { GEOMETRY_KIND } from '../../geo/geometry-column.ts';
import type { SourceTable } from '../read/source.ts';
import type { SourceFile } from '../source-file.ts';
import type { Delivery } from './delivery.ts';
import { layerId } from './layer-id.ts';

/** What a set of tables is: an official delivery that is taken whole, else tables each on its own. */
export async function recogniseDelivery(
  tables: readonly SourceTable[],
  files: readonly SourceFile[],
): Promise<Delivery> {
  const isSpatial = ({ table }: SourceTable) =>
    table.geometry.kinds.some((kind) => kind !== GEOMETRY_KIND.none);
  const layers = tables.filter(isSpatial).map((source) => ({
    id: layerId(source.name),
    source,
    schema: null,
    madeFor: null,
    described: {},
  }));
  return {
    kind: 'tables',
    layers,
    tables: tables.filter((table) => !isSpatial(table)),
    files: files.map(({ path }) => path),
  };
}
