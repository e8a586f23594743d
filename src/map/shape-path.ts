import { type Shape, shapeFamily, shapeLines } from '../domain/shape.ts';
import type { Extent } from '../domain/units.ts';
import { extentOf } from '../geo/extent-of.ts';
import { GEOMETRY_KIND, type GeometryColumn } from '../geo/geometry-column.ts';

/** A feature of a small picture: the `d` of an SVG path; a point is a line of no length, which round ends make a dot. */
export interface ShapePath {
  d: string;
  kind: 'polygon' | 'line' | 'point';
}

/** What a small picture shows, degrees, and how large it is in pixels: equirectangular about its middle, y downwards. */
export interface PictureFrame {
  extent: Extent;
  width: number;
  height: number;
}

/** A frame around the first feature of a column and `reach` metres of its surroundings; null when it has no position. */
export function frameAround(
  { xy }: GeometryColumn,
  reach: number,
  width: number,
  height: number,
): PictureFrame | null {
  if (xy.length === 0) return null;
  const [west, south, east, north] = extentOf(xy);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const narrowing = Math.cos((y * Math.PI) / 180);
  const around = (2 * Math.max(reach * 1.15, MIN_REACH_M)) / METRES_PER_DEGREE;
  const perPixel = Math.max(
    ((east - west) * narrowing + around) / width,
    (north - south + around) / height,
  );
  const [dx, dy] = [(perPixel * width) / narrowing / 2, (perPixel * height) / 2];
  return { extent: [x - dx, y - dy, x + dx, y + dy], width, height };
}

/** The first feature of a column within a frame; null for one without geometry. */
export function columnPath(column: GeometryColumn, frame: PictureFrame): ShapePath | null {
  const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const kind = FAMILIES.find((name) => GEOMETRY_KIND[name] === kinds[0]);
  if (!kind) return null;
  const lines: number[][][] = [];
  for (let ring = ringOffsets[partOffsets[0]!]!; ring < ringOffsets[partOffsets[1]!]!; ring++) {
    const line: number[][] = [];
    for (let v = vertexOffsets[ring]!; v < vertexOffsets[ring + 1]!; v++) {
      line.push([xy[2 * v]!, xy[2 * v + 1]!]);
    }
    lines.push(line);
  }
  return { kind, d: pathOf(lines, kind, frame) };
}

/** A drawn shape within a frame. */
export function drawnPath(shape: Shape, frame: PictureFrame): ShapePath {
  const kind = shapeFamily(shape);
  return { kind, d: pathOf(shapeLines(shape), kind, frame) };
}

function pathOf(
  lines: number[][][],
  kind: ShapePath['kind'],
  { extent, width, height }: PictureFrame,
): string {
  const [west, south, east, north] = extent;
  const end = { polygon: 'Z', line: '', point: 'h0' }[kind];
  return lines
    .map((line) => {
      const pixels = line.map(([lng = 0, lat = 0]) => {
        const x = ((lng - west) / (east - west)) * width;
        const y = ((north - lat) / (north - south)) * height;
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      });
      return `M${pixels.join('L')}${end}`;
    })
    .join('');
}

const FAMILIES = ['polygon', 'line', 'point'] as const;

/** Least ground that is shown on each side, so that a lone feature has surroundings. */
const MIN_REACH_M = 20;
const METRES_PER_DEGREE = 111_320;
