import { GEOMETRY_KIND, type GeometryColumn } from '../../src/geo/geometry-column.ts';
import { readWkb } from '../../src/geo/read-wkb.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { loadGeos } from '../../src/geos/geos.ts';

/**
 * The column with the polygons repaired that GEOS finds invalid: narrow ones may cross themselves once their vertices
 * are on the grid. Their new vertices may be off the grid, their rings turned either way. About 15 µs a row.
 */
export async function mendPolygons(column: GeometryColumn): Promise<GeometryColumn> {
  const geos = await loadGeos();
  let isWhole = true;
  const blobs = Array.from({ length: column.length }, (_, row) => {
    const wkb = writeWkb(column, row);
    if (!wkb || column.kinds[row] !== GEOMETRY_KIND.polygon || geos.isValid(wkb)) return wkb;
    isWhole = false;
    return geos.extract(geos.makeValid(wkb, 'structure'), 'polygon');
  });
  return isWhole ? column : readWkb(blobs);
}
