import { beforeAll, describe, expect, it } from 'vitest';
import type { SqlDesk } from '../../src/engine/sql/sql-desk.ts';
import { createSqlDesk, refusalOf } from './create-sql-desk.ts';
import { SMALL_LAYERS } from './small-layers.ts';

let desk: SqlDesk;
beforeAll(async () => {
  ({ desk } = await createSqlDesk(SMALL_LAYERS));
});

describe('a fault is told at its place, with what may have been meant', () => {
  it.each([
    [
      'SELECT * FROM parcels',
      { reason: 'table-unknown', word: 'parcels', position: 14, nearest: 'parcelles' },
    ],
    [
      'SELECT 1 FROM zones',
      { reason: 'table-unknown', word: 'zones', position: 14, nearest: 'zones_urba' },
    ],
    ['SELECT 1 FROM xyz', { reason: 'table-unknown', word: 'xyz', position: 14 }],
    [
      'SELECT contenanse FROM parcelles',
      { reason: 'column-unknown', word: 'contenanse', position: 7, nearest: 'contenance' },
    ],
    [
      'SELECT p.nom\nFROM parcelles p\nWHERE p.surfase > 3',
      { reason: 'column-unknown', line: 3, column: 9 },
    ],
    [
      'SELECT 1\nFROM parcelles p\nWHERE\n  p.valeurs > 3',
      { reason: 'column-unknown', line: 4, column: 5 },
    ],
    [
      'SELECT ST_Aera(geom) FROM parcelles',
      { reason: 'function-unknown', word: 'ST_Aera', position: 7, nearest: 'ST_Area' },
    ],
    [
      'SELECT summ(contenance) FROM parcelles',
      { reason: 'function-unknown', word: 'summ', position: 7 },
    ],
    ['SELEC 1', { reason: 'not-read-only', word: 'SELEC', position: 0 }],
    ['SELECT FROM WHERE', { reason: 'syntax', word: 'WHERE', position: 12 }],
    ['SELECT 1 +', { reason: 'syntax', position: 10 }],
    ["SELECT 'é', (1", { reason: 'syntax' }],
    [
      "SELECT 'éé', contenanc FROM parcelles",
      { reason: 'column-unknown', word: 'contenanc', position: 13 },
    ],
    ['SELECT id, count(*) FROM parcelles', { reason: 'grouping', word: 'id', position: 7 }],
    [
      'SELECT geom FROM parcelles a, parcelles b',
      { reason: 'ambiguous', word: 'geom', position: 7 },
    ],
    ['SELECT ST_Area(geom, 2) FROM parcelles', { reason: 'arguments', nearest: 'ST_Area(g)' }],
    ['SELECT ST_Buffer(geom) FROM parcelles', { reason: 'arguments', word: 'ST_Buffer' }],
    ['SELECT $n', { reason: 'parameter', word: '$n', position: 7 }],
    ['SELECT 1 + ?', { reason: 'parameter', word: '?', position: 11 }],
    ['SELECT id FROM parcelles LIMIT $1', { reason: 'parameter', word: '$1', position: 31 }],
    ["SELECT * FROM parcelles WHERE contenance = 'abc'", { reason: 'type' }],
    [
      'SELECT ST_Area(libelle) FROM zones_urba',
      { reason: 'geometry', word: 'ST_Area', position: 7 },
    ],
    [
      'SELECT ST_Area(contenance) FROM parcelles',
      { reason: 'geometry', word: 'contenance', position: 15 },
    ],
    ["SELECT ST_Transform(geom, 'rgf93') FROM parcelles", { reason: 'type', position: 26 }],
    [
      'SELECT ST_DWithin(geom, geom, -2) FROM parcelles',
      { reason: 'distance', word: 'ST_DWithin', position: 7, value: '-2' },
    ],
    [
      "SELECT ST_GeomFromText('POINT(1')",
      { reason: 'geometry', word: 'ST_GeomFromText', position: 7 },
    ],
    ["SELECT 1 FROM parcelles, 'x.csv'", { reason: 'file' }],
  ])('%s', async (sql, expected) => {
    expect(await refusalOf(desk, sql)).toMatchObject({ code: 'sql-invalid', ...expected });
  });

  it('in a statement whose join was rewritten too', async () => {
    const sql = 'SELECT p.idd FROM parcelles p JOIN zones_urba z ON ST_Intersects(p.geom, z.geom)';
    expect(await refusalOf(desk, sql)).toMatchObject({
      reason: 'column-unknown',
      position: 9,
      word: 'idd',
    });
  });

  it('when all pairs of two layers would be compared', async () => {
    const sql = 'SELECT 1 FROM arbres a, bornes b WHERE ST_Intersects(a.geom, b.geom) OR false';
    expect(await refusalOf(desk, sql)).toMatchObject({
      reason: 'nested-loop',
      pairs: 25_000_000,
      position: 39,
    });
  });
});
