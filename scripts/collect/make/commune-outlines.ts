import type { Geometry } from 'geojson';
import type { Extent } from '../../../src/domain/units.ts';
import { geometriesToColumn } from '../../../src/geo/from-geojson.ts';
import type { GeometryColumn } from '../../../src/geo/geometry-column.ts';
import { createSide, type Side } from '../../../src/geo/layer-index.ts';
import { columnExtent } from '../../../src/geo/row-boxes.ts';
import { selectRows } from '../../../src/geo/select-rows.ts';
import { rowToGeometry } from '../../../src/geo/to-geojson.ts';
import type { LayerTable } from '../../../src/loaders/layer-table.ts';
import { readCatalogue, type Site } from '../../publish/site.ts';
import { readTable } from '../../publish/site-context.ts';
import type { CollectTerritory } from '../collect-territory.ts';
import { boxOutline } from './box-outline.ts';

/** What features are held against to know whether they are the territory's. */
export interface CommuneOutlines {
  /** A row a commune of the territory, its coordinates as `toGrid` gives them. */
  side: Side;
  /** Around the outlines, degrees. */
  extent: Extent;
  /** INSEE codes of the communes whose extent, a box, stands for an outline that is not known. */
  boxed: string[];
}

/**
 * The outlines of a territory's communes: those of the layer `communes` that a site serves, unless it is simulated; extents
 * stand in for what it does not have.
 * @throws {AppError} `catalogue-version`, `catalogue-invalid`, and as `readTable`.
 */
export async function readCommuneOutlines(
  site: Site,
  territory: CollectTerritory,
): Promise<CommuneOutlines> {
  const catalogue = await readCatalogue(site);
  const layer = catalogue?.layers.find(({ id, simulated }) => id === 'communes' && !simulated);
  return outlinesOf(territory, layer ? await readTable(site, layer) : null);
}

/** The outlines that a table of communes has (degrees, INSEE codes in its column `code`), and the extents of those that it has not. */
export function outlinesOf(
  { communes }: Pick<CollectTerritory, 'communes'>,
  table: LayerTable | null,
): CommuneOutlines {
  const rows = new Map(table?.columns.code?.map((code, row) => [String(code), row]));
  const boxed: string[] = [];
  const geometries = communes.map(({ code, extent }) => {
    const row = rows.get(code);
    const outline = table && row !== undefined ? rowToGeometry(table.geometry, row) : null;
    if (outline) return outline;
    boxed.push(code);
    return boxOutline(extent);
  });
  const column = geometriesToColumn(geometries);
  return { side: createSide(toGrid(column)), extent: columnExtent(column) as Extent, boxed };
}

/**
 * Degrees on the grid that outlines are met on: times 2¹⁷, which makes a unit about a metre (0.85 m northward, 0.55 m eastward at
 * 50° N) and loses no digit, so that what touches in degrees touches there. It serves to tell what meets, not to measure.
 */
export function toGrid(column: GeometryColumn): GeometryColumn {
  return { ...column, xy: column.xy.map((degrees) => degrees * GRID) };
}

/** The outline of the commune at that place of the territory's list, degrees; null where only its extent is known. */
export function communeShape(
  { side, boxed }: CommuneOutlines,
  { communes }: Pick<CollectTerritory, 'communes'>,
  place: number,
): Geometry | null {
  if (boxed.includes(communes[place]?.code ?? '')) return null;
  const column = selectRows(side.column, Uint32Array.of(place));
  return rowToGeometry({ ...column, xy: column.xy.map((units) => units / GRID) }, 0);
}

const GRID = 2 ** 17;
