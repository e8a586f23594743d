import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnExtent } from '../../../src/geo/row-boxes.ts';
import { toDegrees } from '../../../src/publish/crs/to-degrees.ts';
import { unpack } from '../../../src/publish/read/archive/unpack.ts';
import { readFiles } from '../../../src/publish/read/read-files.ts';
import type { SourceTable } from '../../../src/publish/read/source.ts';
import { REAL_FIGURES } from './real-figures.ts';

const REAL = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'real-data');
const context = {
  gdal: () => Promise.reject(new Error('no GDAL here')),
  territory: { extent: [2.4, 50.4, 2.8, 50.65] as const },
};

function listFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => listFiles(join(path, name)));
}

async function read(path: string): Promise<SourceTable[]> {
  const files = listFiles(join(REAL, path)).map((file) => {
    return { path: relative(REAL, file), bytes: new Uint8Array(readFileSync(file)) };
  });
  return readFiles(unpack(files), context);
}

describe.skipIf(!existsSync(REAL))(
  'real files (skipped where ../shared/real-data is absent)',
  () => {
    const sources = [
      'bassin-minier-unesco',
      'cadastre',
      'cartofriches/cartofriches_cabbalr_2024-03.geojson',
      'communes-62-gregoiredavid',
      'eurovelo5/eurovelo5_osm.geojson',
      'plu-cnig/172014607_AC1_2A_20180130',
      'plu-cnig/241800432_PLUi_20200128',
      'plu-cnig/41175_PLU_20140603',
      'plu-cnig/TRI_JTEST_TOPO_SIG_DI',
      'ppr/38DDT20010005.zip',
      'ppr/Exemple_Couche_Repere_Crue.zip',
      'qpv-anct',
      'schemas/amenagements-cyclables/exemple-valide.json',
      'sncf',
    ];

    it.each(sources)('every row of %s is where GDAL says, to the millimetre', async (source) => {
      const wanted = REAL_FIGURES.filter(([path]) => path.startsWith(source));
      const tables = await read(source);
      expect(tables.flatMap(({ table }) => table.faults)).toEqual([]);
      const spatial = tables.filter(({ table }) => table.geometry.xy.length > 0);
      expect(spatial.map(({ path }) => path).sort()).toEqual(wanted.map(([path]) => path).sort());
      for (const table of spatial) {
        const [, rows, extent] = wanted.find(([path]) => path === table.path) ?? [];
        const placed = await toDegrees(table, null, context);
        expect(table.table.geometry.length, table.path).toBe(rows);
        columnExtent(placed.geometry)?.forEach((bound, i) => {
          expect(Math.abs(bound - (extent?.[i] ?? 0)), table.path).toBeLessThan(1e-8);
        });
      }
    });

    it('tables without geometry have their rows and accents', async () => {
      const tables = await read('plu-cnig/172014607_AC1_2A_20180130');
      const rows = tables.map(({ name, table }) => [name, table.geometry.length]);
      expect(rows).toContainEqual(['AC1_SERVITUDE', 104]);
      expect(rows).toContainEqual(['AC1_GESTIONNAIRE_SUP', 1]);
      const names = tables.find(({ name }) => name === 'AC1_ACTE_SUP')?.table.columns;
      expect(JSON.stringify(names)).not.toMatch(/\uFFFD|Ã/);
    });

    it('the standard export of Cartofriches has its 2 594 points, NA as nothing', async () => {
      const [friches] = await read('cartofriches/friches_standard_test.csv');
      expect(friches?.table.geometry.length).toBe(2594);
      expect(friches?.table.faults).toEqual([]);
      expect(friches?.table.columns.comm_insee?.every((code) => typeof code === 'string')).toBe(
        true,
      );
      expect(Object.values(friches?.table.columns ?? {}).flat()).not.toContain('NA');
    });
  },
);
