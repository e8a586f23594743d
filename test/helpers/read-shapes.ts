import { readFileSync } from 'node:fs';

/** Records of a Shapefile, from the length of its index (ESRI, Shapefile Technical Description, 1998: 100 bytes, then 8 a record). */
export function countShapes(path: string): number {
  return (readFileSync(path.replace(/\.shp$/, '.shx')).length - 100) / 8;
}

/**
 * Area of the polygons of a Shapefile in the plane of the file, m²: in each record 44 bytes lie before the ring starts, shells turn
 * clockwise and holes the other way (the same description). 0 for lines and points.
 */
export function measureShapes(path: string): number {
  const bytes = readFileSync(path);
  let area = 0;
  for (let at = 100; at < bytes.length; at += 8 + 2 * bytes.readInt32BE(at + 4)) {
    if (bytes.readInt32LE(at + 8) % 10 !== 5) continue;
    const [parts, points] = [bytes.readInt32LE(at + 44), bytes.readInt32LE(at + 48)];
    const first = at + 52 + 4 * parts;
    const ends = new Set(
      Array.from({ length: parts }, (_, part) => {
        return part + 1 < parts ? bytes.readInt32LE(at + 52 + 4 * (part + 1)) : points;
      }),
    );
    const xy = (point: number) => [first + 16 * point, first + 16 * point + 8] as const;
    const [x0, y0] = [bytes.readDoubleLE(xy(0)[0]), bytes.readDoubleLE(xy(0)[1])];
    for (let point = 0; point + 1 < points; point++) {
      if (ends.has(point + 1)) continue;
      const [[ax, ay], [bx, by]] = [xy(point), xy(point + 1)].map(([x, y]) => {
        return [bytes.readDoubleLE(x) - x0, bytes.readDoubleLE(y) - y0];
      }) as [[number, number], [number, number]];
      area += (ay * bx - ax * by) / 2;
    }
  }
  return area;
}
