import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlainlyValid } from '../../../src/geo/is-plainly-valid.ts';
import { writeWkb } from '../../../src/geo/write-wkb.ts';
import { loadGeos } from '../../../src/geos/geos.ts';
import { prepareLayer, readDelivery } from '../../../src/publish/prepare.ts';
import { createRuleContext } from '../../helpers/create-rule-context.ts';

const REAL = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'real-data');
const { territory } = createRuleContext([]);

/** The layer of that table in a folder of real files, prepared as it would be published. */
async function prepare(folder: string, table: RegExp) {
  const root = join(REAL, folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(REAL, path), bytes: new Uint8Array(readFileSync(path)) }));
  const request = { files, from: null, crs: null, keep: [], description: {} };
  const context = {
    territory,
    communes: null,
    published: async () => null,
    gdal: () => Promise.reject(new Error('GDAL is not asked for')),
    today: '2025-01-01',
  };
  const delivery = await readDelivery(request, context);
  const draft = delivery.layers.find(({ source }) => table.test(source.name))!;
  return prepareLayer(draft, delivery, request, context);
}

describe.skipIf(!existsSync(REAL))(
  'real files (skipped where ../shared/real-data is absent)',
  () => {
    it.each([
      ['plu-cnig/241800432_PLUi_20200128', /ZONE_URBA/, 2],
      ['plu-cnig/41175_PLU_20140603', /ZONE_URBA/, 0],
      ['cadastre/etalab-27412', /parcelles/, 0],
    ])(
      '%s has the shapes that GEOS finds fault with, and no others',
      async (folder, table, wanted) => {
        const { table: rows, issues } = await prepare(folder, table);
        const geos = await loadGeos();
        const faulty: number[] = [];
        for (let row = 0; row < rows.geometry.length; row++) {
          const isValid = geos.isValid(writeWkb(rows.geometry, row)!);
          if (!isValid) faulty.push(row);
          if (isPlainlyValid(rows.geometry, row)) expect(isValid).toBe(true);
        }
        const told = issues.filter(({ rule }) => /invalid|unsound/.test(rule));
        expect(faulty).toHaveLength(wanted);
        expect(told).toHaveLength(wanted);
      },
    );

    it('a PLU of 2014 may be published once its warnings are accepted', async () => {
      const { issues } = await prepare('plu-cnig/41175_PLU_20140603', /ZONE_URBA/);
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      const rules = new Set(issues.map(({ rule }) => rule));
      expect(rules).toContain('schema.old-version');
      expect(rules).toContain('geometry.partition-gap');
      expect(rules).not.toContain('rule.failed');
    });
  },
);
