import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';

/** A polygon part for deck.gl: flat coordinates of all its rings and where its holes start. */
export interface PolygonPart {
  positions: Float64Array;
  /** Index in `positions` of each hole's first coordinate. */
  holeIndices: number[];
  /** Row of the column that the part belongs to. */
  row: number;
}

/** A line, or a ring of a polygon, as flat coordinates. */
export interface PathPart {
  positions: Float64Array;
  row: number;
}

/** The geometries of a column sorted out for deck.gl. Coordinates are views of the column's own, not copies. */
export interface GeometryParts {
  polygons: PolygonPart[];
  paths: PathPart[];
  points: { position: [number, number]; row: number }[];
}

/** Every polygon part, every ring and line, every point of a column. */
export function geometryParts(column: GeometryColumn): GeometryParts {
  const parts: GeometryParts = { polygons: [], paths: [], points: [] };
  for (let row = 0; row < column.length; row++) {
    for (let part = column.partOffsets[row]!; part < column.partOffsets[row + 1]!; part++) {
      addPart(parts, column, row, part);
    }
  }
  return parts;
}

function addPart(parts: GeometryParts, column: GeometryColumn, row: number, part: number): void {
  const { kinds, ringOffsets, vertexOffsets, xy } = column;
  const [first, end] = [ringOffsets[part]!, ringOffsets[part + 1]!];
  const start = 2 * vertexOffsets[first]!;
  if (kinds[row] === GEOMETRY_KIND.point) {
    parts.points.push({ position: [xy[start]!, xy[start + 1]!], row });
    return;
  }
  for (let ring = first; ring < end; ring++) {
    const positions = xy.subarray(2 * vertexOffsets[ring]!, 2 * vertexOffsets[ring + 1]!);
    parts.paths.push({ positions, row });
  }
  if (kinds[row] !== GEOMETRY_KIND.polygon) return;
  parts.polygons.push({
    positions: xy.subarray(start, 2 * vertexOffsets[end]!),
    holeIndices: Array.from(vertexOffsets.subarray(first + 1, end), (v) => 2 * v - start),
    row,
  });
}
