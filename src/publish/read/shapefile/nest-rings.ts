import type { Position } from 'geojson';

/**
 * The polygons that the loose rings of a Shapefile make. Clockwise rings are shells, the others holes of the smallest
 * shell that holds them; a hole that no shell holds is a shell drawn the wrong way round. Shells come out
 * counterclockwise, holes clockwise; empty rings are dropped.
 */
export function nestRings(rings: Position[][]): Position[][][] {
  const measured = rings.filter((ring) => ring.length > 0).map(measureRing);
  const shells = measured.filter(({ area }) => area <= 0).sort((a, b) => b.area - a.area);
  const polygons = new Map(shells.map((shell) => [shell, [shell.ring.toReversed()]]));
  for (const hole of measured.filter(({ area }) => area > 0)) {
    const shell = shells.find((candidate) => holds(candidate, hole));
    if (shell) polygons.get(shell)?.push(hole.ring.toReversed());
    else polygons.set(hole, [hole.ring]);
  }
  return [...polygons.values()];
}

interface MeasuredRing {
  ring: Position[];
  area: number;
  box: [minX: number, minY: number, maxX: number, maxY: number];
}

function measureRing(ring: Position[]): MeasuredRing {
  const box: MeasuredRing['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring as [number, number][]) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return { ring, area: signedArea(ring), box };
}

/** Positive when the ring turns counterclockwise. */
function signedArea(ring: Position[]): number {
  const [x0, y0] = ring[0] as [number, number];
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[i + 1] as [number, number];
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}

/** Whether most of some vertices of `inner` are inside `outer`: a few may lie on it, as holes may touch their shell. */
function holds(outer: MeasuredRing, inner: MeasuredRing): boolean {
  const [left, bottom, right, top] = outer.box;
  const [minX, minY, maxX, maxY] = inner.box;
  if (minX < left || minY < bottom || maxX > right || maxY > top) return false;
  const stride = Math.ceil(inner.ring.length / TESTED_VERTICES);
  const tested = inner.ring.filter((_, index) => index % stride === 0);
  return tested.filter((position) => isInside(outer.ring, position)).length * 2 > tested.length;
}

function isInside(ring: Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[j] as [number, number];
    const crosses = ay > (y as number) !== by > (y as number);
    if (crosses && (x as number) < ((bx - ax) * ((y as number) - ay)) / (by - ay) + ax) {
      inside = !inside;
    }
  }
  return inside;
}

const TESTED_VERTICES = 15;
