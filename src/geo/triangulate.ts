import earcut from 'earcut';
import { GEOMETRY_KIND, type GeometryColumn } from './geometry-column.ts';

/**
 * The polygons of a column cut into triangles that fill them, holes left open: three numbers of vertices of the column each, those of
 * a row together, rows in order. Rings may be closed or not, and wound either way; parts without area give nothing. Ear clipping with
 * an index of the vertices (earcut): near linear for parcels, and never an error, whatever the ring.
 */
export function triangulate(column: GeometryColumn): Uint32Array<ArrayBuffer> {
  const { length, kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const rings = vertexOffsets.length - 1;
  const triangles = new Uint32Array(3 * (xy.length / 2 + 2 * rings));
  let count = 0;
  for (let row = 0; row < length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.polygon) continue;
    for (let part = partOffsets[row]!; part < partOffsets[row + 1]!; part++) {
      const [first, end] = [ringOffsets[part]!, ringOffsets[part + 1]!];
      const start = vertexOffsets[first]!;
      const holes = Array.from(vertexOffsets.subarray(first + 1, end), (v) => v - start);
      const flat = xy.subarray(2 * start, 2 * vertexOffsets[end]!);
      for (const vertex of earcut(flat, holes)) triangles[count++] = start + vertex;
    }
  }
  return triangles.slice(0, count);
}
