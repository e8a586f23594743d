import type { SourceTable } from '../read/source.ts';

/**
 * The table with longitude first, when every position is in metropolitan France once x and y are exchanged and none is
 * before: the example of CNIG Friches 1.0.6 writes latitude first in its WKT, and who follows it does so too. A finding
 * tells of it.
 */
export function mendAxes(source: SourceTable): SourceTable {
  const { xy } = source.table.geometry;
  if (!isInDegrees(source) || !isSwapped(xy)) return source;
  const mended = new Float64Array(xy.length);
  for (let i = 0; i < xy.length; i += 2) {
    mended[i] = xy[i + 1] as number;
    mended[i + 1] = xy[i] as number;
  }
  const [x = 0, y = 0] = xy;
  const finding = { rule: 'source.axes-swapped', row: null, place: null, facts: { x, y } };
  return {
    ...source,
    table: { ...source.table, geometry: { ...source.table.geometry, xy: mended } },
    findings: [...source.findings, finding],
  };
}

function isInDegrees({ crs }: SourceTable): boolean {
  return crs === null || crs === 'OGC:CRS84' || crs === 'EPSG:4326';
}

function isSwapped(xy: Float64Array): boolean {
  for (let i = 0; i < xy.length; i += 2) {
    const [lat, lng] = [xy[i] as number, xy[i + 1] as number];
    if (!(lat > 41 && lat < 51.5 && lng > -5.5 && lng < 9.7)) return false;
  }
  return xy.length > 0;
}
