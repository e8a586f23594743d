import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Catalogue, parseCatalogue } from '../../src/domain/catalogue.ts';
import { writeWkb } from '../../src/geo/write-wkb.ts';
import { loadGeos } from '../../src/geos/geos.ts';
import { memorySource } from '../../src/loaders/byte-source.ts';
import { openGeoParquet } from '../../src/loaders/geoparquet.ts';

const PUBLIC = join(import.meta.dirname, '../../public');
const CHECK_MS = 120_000;

describe('the embedded territory', () => {
  const { layers } = readCatalogue();

  it.each(layers.map((layer) => [layer.id, layer] as const))(
    '%s has no geometry that GEOS finds invalid',
    async (_, { key, file }) => {
      const geos = await loadGeos();
      const data = new Uint8Array(readFileSync(join(PUBLIC, file.path)));
      const { rowGroups, readRowGroups } = await openGeoParquet(memorySource(file.path, data));
      const { geometry, columns } = await readRowGroups(
        rowGroups.map(({ index }) => index),
        [key],
      );
      const invalid = columns[key]!.filter((_, row) => {
        const wkb = writeWkb(geometry, row);
        return wkb !== null && !geos.isValid(wkb);
      });
      expect(geometry.length).toBe(file.rows);
      expect(invalid).toEqual([]);
    },
    CHECK_MS,
  );
});

function readCatalogue(): Catalogue {
  return parseCatalogue(JSON.parse(readFileSync(join(PUBLIC, 'catalogue.json'), 'utf8')));
}
