import { expect, it } from 'vitest';
import { openGdal } from '../../src/gdal/browser-gdal.ts';
import type { Gdal } from '../../src/gdal/gdal.ts';
import { readWithGdal } from '../../src/publish/read/gdal-tables.ts';

it('GDAL reads a file and projects in a worker of Chromium', async () => {
  const gdal: Gdal = openGdal();
  const lines = [
    'Version 300',
    'Charset "WindowsLatin1"',
    'Delimiter ","',
    'CoordSys Earth Projection 3, 33, "m", 3, 46.5, 44, 49, 700000, 6600000',
    'Columns 1',
    '  Nom Char(20)',
    'Data',
    'Point 700000 6600000',
  ];
  const mif = { path: 'a.mif', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
  const mid = { path: 'a.mid', bytes: new TextEncoder().encode('"Lens"\n') };
  const [table] = await readWithGdal([mif, mid], mif, { gdal: async () => gdal });
  expect(table?.crs).toBe('EPSG:2154');
  expect(table?.table.columns).toEqual({ Nom: ['Lens'] });
  const degrees = await gdal.toDegrees(table?.table.geometry.xy as Float64Array, 'EPSG:2154');
  expect(degrees[0]).toBeCloseTo(3, 9);
  expect(degrees[1]).toBeCloseTo(46.5, 9);
});
