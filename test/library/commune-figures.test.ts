import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import type { Library } from '../../src/domain/library.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import {
  type OracleFeature,
  oracleArea,
  readOraclePolygons,
  sharedArea,
} from '../helpers/oracle.ts';
import { openTerritory, PUBLIC } from './territory-engine.ts';

type Row = Record<string, unknown>;

let catalogue: Catalogue;
let library: Library;
let engine: Engine;
beforeAll(async () => {
  ({ catalogue, engine } = await openTerritory());
  library = JSON.parse(await readFile(join(PUBLIC, 'library.json'), 'utf8'));
}, 600_000);

/** The rows of a theme's statement, by INSEE code. */
async function figuresOf(theme: string): Promise<Map<string, Row>> {
  const { sql = [] } = library.communeFigures?.find((figures) => figures.theme === theme) ?? {};
  const { columns, rows } = readRows((await engine.call('sql', { sql: sql.join('\n') })).ipc);
  const records = rows.map((cells): Row => {
    return Object.fromEntries(columns.map((name, i) => [name, cells[i]]));
  });
  return new Map(records.map((row) => [String(row.code), row]));
}

function readLayer(id: string): Promise<OracleFeature[]> {
  const { path } = findLayer(catalogue, id).file;
  return readOraclePolygons(join(PUBLIC, path), PROJ_DEFINITIONS[catalogue.territory.metricCrs]);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the figures by which communes are compared', { timeout: 120_000 }, () => {
  it('have one row a commune, and a number or nothing in each column', async () => {
    for (const { theme, figures } of library.communeFigures ?? []) {
      const rows = await figuresOf(theme);
      expect(rows.size, theme).toBe(100);
      for (const { column } of figures) {
        const values = [...rows.values()].map((row) => row[column]);
        const wrong = values.filter((value) => value !== null && !Number.isFinite(value));
        expect(wrong, column).toEqual([]);
        expect(
          values.some((value) => value !== null && Number(value) > 0),
          column,
        ).toBe(true);
      }
    }
  });

  it('are what four communes have, measured another way', async () => {
    const communes = (await readLayer('communes')).filter((_, i) => i % 25 === 0);
    const [limits, plan, risks, land] = [
      await figuresOf('limites'),
      await figuresOf('urbanisme'),
      await figuresOf('risques'),
      await figuresOf('foncier'),
    ];
    const [zones, ppr, sites] = [
      await readLayer('zone_urba'),
      (await readLayer('ppr')).filter(({ properties }) =>
        ['02', '03', '04'].includes(String(properties.typereglement)),
      ),
      (await readLayer('friches')).filter(
        ({ properties }) => properties.site_statut !== 'friche reconvertie',
      ),
    ];
    for (const commune of communes) {
      const code = String(commune.properties.code);
      const area = oracleArea(commune);
      const covered = (features: OracleFeature[]) =>
        sum(features.map((feature) => sharedArea(feature, commune)));
      const ofType = (...types: string[]) =>
        covered(zones.filter(({ properties }) => types.includes(String(properties.TYPEZONE))));
      const own = sites.filter(({ properties }) => properties.comm_insee === code);
      const near = (row: Row | undefined, column: string, expected: number) =>
        expect(Number(row?.[column]) / (expected || 1), `${code} ${column}`).toBeCloseTo(
          expected === 0 ? 0 : 1,
          6,
        );
      near(limits.get(code), 'surface', area / 10_000);
      near(limits.get(code), 'densite', Number(commune.properties.population) / (area / 1e6));
      near(plan.get(code), 'urbaine_pct', (100 * ofType('U')) / area);
      near(plan.get(code), 'au_ha', ofType('AUc', 'AUs') / 10_000);
      near(risks.get(code), 'ppr_ha', covered(ppr) / 10_000);
      near(land.get(code), 'friches', own.length);
      near(
        land.get(code),
        'friches_ha',
        sum(own.map(({ properties }) => Number(properties.unite_fonciere_surface))) / 10_000,
      );
    }
  });
});
