import type { ShapeGeometry } from './shape.ts';

/** The vertices of a shape in order, the last of a ring, which closes it, left out; degrees, longitude first. */
export function verticesOf(geometry: ShapeGeometry): number[][] {
  return listsOf(geometry).flatMap((list) => (isRinged(geometry) ? list.slice(0, -1) : list));
}

/** The shape with the vertex of that number (from 0, as `verticesOf` has them) at another place; the rest is as it was. */
export function moveVertex(geometry: ShapeGeometry, index: number, to: number[]): ShapeGeometry {
  return changeList(geometry, index, (list, at) => list.toSpliced(at, 1, to));
}

/** The shape with one more vertex, halfway from that one to the next; the same shape for points and the end of a line. */
export function splitAfterVertex(geometry: ShapeGeometry, index: number): ShapeGeometry {
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return geometry;
  return changeList(geometry, index, (list, at) => {
    const own = list[at];
    const next = list[at + 1] ?? (isRinged(geometry) ? list[0] : undefined);
    if (!own || !next) return list;
    return list.toSpliced(at + 1, 0, [(own[0]! + next[0]!) / 2, (own[1]! + next[1]!) / 2]);
  });
}

/** The shape without that vertex; null where a line would keep fewer than two, a ring fewer than three, or points none. */
export function removeVertex(geometry: ShapeGeometry, index: number): ShapeGeometry | null {
  const fewest = isRinged(geometry) ? 3 : FEWEST[geometry.type];
  let isTooFew = false;
  const left = changeList(geometry, index, (list, at) => {
    isTooFew = list.length <= fewest;
    return list.toSpliced(at, 1);
  });
  return isTooFew ? null : left;
}

/** Fewest vertices of a part. */
const FEWEST = {
  Point: 1,
  MultiPoint: 1,
  LineString: 2,
  MultiLineString: 2,
  Polygon: 3,
  MultiPolygon: 3,
};

function isRinged({ type }: ShapeGeometry): boolean {
  return type === 'Polygon' || type === 'MultiPolygon';
}

/** The lists of positions that a shape is made of, rings closed. */
function listsOf(geometry: ShapeGeometry): number[][][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

/** The shape with the list that holds that vertex made another: open where it is given, closed again where it is a ring. */
function changeList(
  geometry: ShapeGeometry,
  index: number,
  change: (list: number[][], at: number) => number[][],
): ShapeGeometry {
  let first = 0;
  const lists = listsOf(geometry).map((list) => {
    const open = isRinged(geometry) ? list.slice(0, -1) : list;
    const at = index - first;
    first += open.length;
    if (at < 0 || at >= open.length) return list;
    const changed = change(open, at);
    const [start] = changed;
    return isRinged(geometry) && start ? [...changed, start] : changed;
  });
  return withLists(geometry, lists);
}

function withLists(geometry: ShapeGeometry, lists: number[][][]): ShapeGeometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: lists[0]?.[0] ?? geometry.coordinates };
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: lists[0] ?? [] };
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: lists };
    case 'MultiPolygon': {
      const left = [...lists];
      const coordinates = geometry.coordinates.map((rings) => left.splice(0, rings.length));
      return { ...geometry, coordinates };
    }
  }
}
