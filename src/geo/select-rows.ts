import type { GeometryColumn } from './geometry-column.ts';

/** The column made of the given rows of another, in the given order; a row may come twice. Linear in what is copied. */
export function selectRows(column: GeometryColumn, rows: Uint32Array): GeometryColumn {
  const { kinds, partOffsets, ringOffsets, vertexOffsets, xy } = column;
  const selection = allocate(column, rows);
  let part = 0;
  let ring = 0;
  let vertex = 0;
  rows.forEach((row, i) => {
    const firstPart = partOffsets[row]!;
    const endPart = partOffsets[row + 1]!;
    const firstRing = ringOffsets[firstPart]!;
    const endRing = ringOffsets[endPart]!;
    const first = vertexOffsets[firstRing]!;
    const end = vertexOffsets[endRing]!;
    selection.kinds[i] = kinds[row]!;
    selection.xy.set(xy.subarray(2 * first, 2 * end), 2 * vertex);
    for (let p = firstPart; p < endPart; p++) {
      selection.ringOffsets[++part] = ringOffsets[p + 1]! - firstRing + ring;
    }
    for (let r = firstRing, base = vertex - first; r < endRing; r++) {
      selection.vertexOffsets[++ring] = vertexOffsets[r + 1]! + base;
    }
    vertex += end - first;
    selection.partOffsets[i + 1] = part;
  });
  return selection;
}

function allocate(column: GeometryColumn, rows: Uint32Array): GeometryColumn {
  const { partOffsets, ringOffsets, vertexOffsets } = column;
  let parts = 0;
  let rings = 0;
  let vertices = 0;
  for (const row of rows) {
    const firstPart = partOffsets[row]!;
    const endPart = partOffsets[row + 1]!;
    const firstRing = ringOffsets[firstPart]!;
    const endRing = ringOffsets[endPart]!;
    parts += endPart - firstPart;
    rings += endRing - firstRing;
    vertices += vertexOffsets[endRing]! - vertexOffsets[firstRing]!;
  }
  return {
    length: rows.length,
    kinds: new Uint8Array(rows.length),
    partOffsets: new Uint32Array(rows.length + 1),
    ringOffsets: new Uint32Array(parts + 1),
    vertexOffsets: new Uint32Array(rings + 1),
    xy: new Float64Array(2 * vertices),
  };
}
