import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { siftGeoJson } from '../../../scripts/collect/make/sift-geojson.ts';

const features = Array.from({ length: 40 }, (_, row) => ({
  type: 'Feature',
  properties: { row, nom: `Rue « ${row} » {[\\"é`, list: [{ a: [row] }] },
  geometry: { type: 'Point', coordinates: [2 + row / 10, 50] },
}));
const collection = {
  links: [{ rel: 'self' }, { rel: 'next' }],
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
  features,
  numberMatched: 40,
};

test.each([1, 7, 64, 100_000])(
  'a large file keeps its wanted features and all that is no feature, in chunks of %i bytes',
  async (size) => {
    const wanted = new Set([0, 3, 4, 39]);
    for (const indent of [0, 1]) {
      const whole = Buffer.from(JSON.stringify(collection, null, indent));
      const cuts = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) => i * size);
      const chunks = Readable.from(cuts.map((at) => whole.subarray(at, at + size)));
      const { bytes, read } = await siftGeoJson(chunks, (one) => wanted.has(one.properties?.row));
      const kept = features.filter(({ properties }) => wanted.has(properties.row));
      expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({ ...collection, features: kept });
      expect(read).toBe(40);
    }
  },
);

test('a file of which no feature is wanted stays a collection, without any', async () => {
  const whole = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
  const { bytes } = await siftGeoJson(Readable.from([whole]), () => false);
  expect(JSON.parse(Buffer.from(bytes).toString()).features).toEqual([]);
});
