import type { Position } from 'geojson';

/** `[minX, minY, maxX, maxY]`, metres. */
export type OracleBox = [number, number, number, number];

/**
 * Polygons with the corners that matter inside a box: a corner is left out where it lies with the one before and the one
 * after on one outer side of the box. What the polygons hold of the box is the same, since a side is a half-plane and the
 * shortcut stays in it.
 */
export function keepNear(polygons: Position[][][], box: OracleBox): Position[][][] {
  return polygons
    .map((rings) => rings.map((ring) => shorten(ring, box)))
    .filter(([shell]) => shell && shell.length > 3)
    .map((rings) => rings.filter((ring) => ring.length > 3));
}

function shorten(ring: Position[], box: OracleBox): Position[] {
  const kept: Position[] = [];
  ring.forEach((corner, i) => {
    const [before, after] = [kept.at(-1), ring[i + 1]];
    if (!before || !after || !areAside([before, corner, after], box)) kept.push(corner);
  });
  return kept;
}

/** Whether positions lie on one outer side of a box. */
function areAside(positions: Position[], [minX, minY, maxX, maxY]: OracleBox): boolean {
  return (
    positions.every(([x]) => x! < minX) ||
    positions.every(([x]) => x! > maxX) ||
    positions.every(([, y]) => y! < minY) ||
    positions.every(([, y]) => y! > maxY)
  );
}
