import { expect, it } from 'vitest';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { readOwnWkb } from '../../src/geo/read-own-wkb.ts';
import { readWkb } from '../../src/geo/read-wkb.ts';
import { concatBytes, withSrid } from '../../src/geo/wkb-coordinates.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { createGridGeometry } from './create-geometry.ts';
import { createRandom } from './create-random.ts';

/** Blobs end to end in one buffer, from an odd address on. */
function inOneBuffer(blobs: Uint8Array[]): Uint8Array[] {
  const bytes = concatBytes([Uint8Array.of(0), ...blobs]);
  let at = 1;
  return blobs.map(({ length }) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}

const random = createRandom(5);
const column = geometriesToColumn(Array.from({ length: 500 }, () => createGridGeometry(random)));
const blobs = Array.from({ length: 500 }, (_, row) => writeWkb(column, row) as Uint8Array);

it('reads what the engine writes as the other reader does', () => {
  expect(readOwnWkb(inOneBuffer(blobs))).toEqual(readWkb(blobs));
  const marked = blobs.map((blob) => withSrid(blob, 4326));
  expect(readOwnWkb(inOneBuffer(marked))).toEqual(readWkb(blobs));
});

it('leaves to the other reader what is of another form, or wrong', () => {
  const polygon = blobs.find((blob) => blob[1] === 3) as Uint8Array;
  const change = (make: (view: DataView) => void) => {
    const bytes = polygon.slice();
    make(new DataView(bytes.buffer));
    return bytes;
  };
  const wrong = [
    polygon.subarray(0, polygon.length - 1),
    concatBytes([polygon, Uint8Array.of(0)]),
    change((view) => view.setUint8(0, 0)),
    change((view) => view.setUint8(1, 7)),
    change((view) => view.setUint32(1, 1003, true)),
    change((view) => view.setUint32(5, 0, true)),
    change((view) => view.setUint32(9, 0xffffffff, true)),
    change((view) => view.setFloat64(13, Number.NaN, true)),
    change((view) => view.setFloat64(13, 5, true)),
    new Uint8Array(0),
  ];
  for (const blob of wrong) expect(readOwnWkb(inOneBuffer([polygon, blob]))).toBeNull();
  expect(readOwnWkb([])).toBeNull();
});
