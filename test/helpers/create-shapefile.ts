import { strToU8, zipSync } from 'fflate';

/** A field of a dBase file: type `C`, `N`, `D` or `L`. */
export interface DbfField {
  name: string;
  type: 'C' | 'N' | 'D' | 'L';
  length: number;
}

/** Rings of each polygon as the Shapefile has them (clockwise shells); null for a null shape. */
export type ShapeRings = [number, number][][] | null;

/** WKT of Lambert-93 as ArcGIS writes it, cut to what tells it. */
export const LAMBERT_93_WKT =
  'PROJCS["RGF_1993_Lambert_93",GEOGCS["GCS_RGF_1993"],PROJECTION["Lambert_Conformal_Conic"],' +
  'PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0]]';

/** A ZIP of a polygon Shapefile; files given in `extra` are added or stand in place of ours, null leaves one out. */
export function createZippedShapefile(
  shapes: ShapeRings[],
  fields: DbfField[],
  records: string[][],
  extra: Record<string, Uint8Array | string | null> = {},
): Uint8Array {
  const files: Record<string, Uint8Array | string | null> = {
    'couche.shp': createShp(shapes),
    'couche.dbf': createDbf(fields, records, (text) => strToU8(text)),
    'couche.prj': LAMBERT_93_WKT,
    'couche.cpg': 'UTF-8',
    ...extra,
  };
  const present = Object.entries(files).filter(([, data]) => data !== null);
  return zipSync(
    Object.fromEntries(
      present.map(([name, data]) => [
        name,
        typeof data === 'string' ? strToU8(data) : (data as Uint8Array),
      ]),
    ),
  );
}

/** A `.shp` of polygons. */
export function createShp(shapes: ShapeRings[]): Uint8Array {
  const records = shapes.map((rings, index) => {
    const content = rings ? polygonContent(rings) : Buffer.alloc(4);
    const header = Buffer.alloc(8);
    header.writeInt32BE(index + 1, 0);
    header.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([header, content]);
  });
  const header = Buffer.alloc(100);
  const body = Buffer.concat(records);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + body.length) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return new Uint8Array(Buffer.concat([header, body]));
}

/** A `.dbf` whose cells are already the text that the file holds, encoded by `encode`. */
export function createDbf(
  fields: DbfField[],
  records: string[][],
  encode: (text: string) => Uint8Array,
): Uint8Array {
  const headerBytes = 32 + 32 * fields.length + 1;
  const recordBytes = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const data = Buffer.alloc(headerBytes + records.length * recordBytes, ' ');
  data.fill(0, 0, headerBytes);
  data[0] = 3;
  data.writeUInt32LE(records.length, 4);
  data.writeUInt16LE(headerBytes, 8);
  data.writeUInt16LE(recordBytes, 10);
  fields.forEach(({ name, type, length }, index) => {
    data.write(name, 32 + 32 * index, 'latin1');
    data.write(type, 43 + 32 * index, 'latin1');
    data[48 + 32 * index] = length;
  });
  data[headerBytes - 1] = 0x0d;
  records.forEach((cells, row) => {
    let at = headerBytes + row * recordBytes + 1;
    cells.forEach((cell, index) => {
      data.set(encode(cell), at);
      at += fields[index]?.length ?? 0;
    });
  });
  return new Uint8Array(data);
}

function polygonContent(rings: [number, number][][]): Buffer {
  const points = rings.flat();
  const content = Buffer.alloc(44 + 4 * rings.length + 16 * points.length);
  content.writeInt32LE(5, 0);
  content.writeInt32LE(rings.length, 36);
  content.writeInt32LE(points.length, 40);
  let start = 0;
  rings.forEach((ring, index) => {
    content.writeInt32LE(start, 44 + 4 * index);
    start += ring.length;
  });
  points.forEach(([x, y], index) => {
    content.writeDoubleLE(x, 44 + 4 * rings.length + 16 * index);
    content.writeDoubleLE(y, 52 + 4 * rings.length + 16 * index);
  });
  return content;
}
