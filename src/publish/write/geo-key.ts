import { GEOMETRY_KIND, type GeometryColumn } from '../../geo/geometry-column.ts';
import { columnExtent } from '../../geo/row-boxes.ts';

/**
 * The `geo` metadata of GeoParquet 1.1 for a geometry column in OGC:CRS84, or in the CRS that PROJJSON gives, with its
 * `bbox` covering. `orientation` is stated only when every shell turns counterclockwise and every hole clockwise.
 */
export function geoMetadata(geometry: GeometryColumn, crs?: object): object {
  const corner = (name: string) => ['bbox', name];
  const isOriented = ringsAreCounterclockwise(geometry);
  const bbox = columnExtent(geometry);
  return {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: geometryTypes(geometry),
        ...(isOriented && { orientation: 'counterclockwise' }),
        ...(crs && { crs }),
        ...(bbox && { bbox }),
        covering: {
          bbox: {
            xmin: corner('xmin'),
            ymin: corner('ymin'),
            xmax: corner('xmax'),
            ymax: corner('ymax'),
          },
        },
      },
    },
  };
}

function geometryTypes({ length, kinds, partOffsets }: GeometryColumn): string[] {
  const types = new Set<string>();
  for (let row = 0; row < length; row++) {
    const name = TYPE_NAMES[kinds[row] as number];
    if (!name) continue;
    const parts = (partOffsets[row + 1] as number) - (partOffsets[row] as number);
    types.add(parts > 1 ? `Multi${name}` : name);
  }
  return [...types].sort();
}

function ringsAreCounterclockwise(column: GeometryColumn): boolean {
  const { length, kinds, partOffsets, ringOffsets } = column;
  let polygons = 0;
  for (let row = 0; row < length; row++) {
    if (kinds[row] !== GEOMETRY_KIND.polygon) continue;
    polygons++;
    for (let part = partOffsets[row] as number; part < (partOffsets[row + 1] as number); part++) {
      const shell = ringOffsets[part] as number;
      for (let ring = shell; ring < (ringOffsets[part + 1] as number); ring++) {
        if (ringArea(column, ring) > 0 !== (ring === shell)) return false;
      }
    }
  }
  return polygons > 0;
}

/** Twice the signed area of a ring, square degrees; positive when counterclockwise. */
function ringArea({ vertexOffsets, xy }: GeometryColumn, ring: number): number {
  const start = vertexOffsets[ring] as number;
  const end = vertexOffsets[ring + 1] as number;
  const x0 = xy[2 * start] as number;
  const y0 = xy[2 * start + 1] as number;
  let area = 0;
  for (let i = start; i < end - 1; i++) {
    const ax = (xy[2 * i] as number) - x0;
    const ay = (xy[2 * i + 1] as number) - y0;
    area += ax * ((xy[2 * i + 3] as number) - y0) - ((xy[2 * i + 2] as number) - x0) * ay;
  }
  return area;
}

const TYPE_NAMES: Record<number, string> = {
  [GEOMETRY_KIND.point]: 'Point',
  [GEOMETRY_KIND.line]: 'LineString',
  [GEOMETRY_KIND.polygon]: 'Polygon',
};
