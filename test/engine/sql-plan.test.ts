import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { placeShapes } from '../../src/engine/sql/place-shapes.ts';
import type { SqlDesk } from '../../src/engine/sql/sql-desk.ts';
import { projectPosition } from '../../src/geo/project.ts';
import { createSqlDesk, createWork } from './create-sql-desk.ts';

let desk: SqlDesk;
const CORNERS = [
  [0, 0],
  [15, 0],
  [15, 15],
  [0, 15],
  [0, 0],
];
const [x, y] = projectPosition([2.6, 50.5], 'EPSG:3950');

beforeAll(async () => {
  const squareAt = (i: number): Geometry => ({
    type: 'Polygon',
    coordinates: [CORNERS.map(([dx = 0, dy = 0]) => [x + 20 * i + dx, y + dy])],
  });
  const layerOf = (count: number) => ({
    geometries: Array.from({ length: count }, (_, i) => (i === 2 ? null : squareAt(i))),
    types: { id: 'text' } as const,
    columns: { id: Array.from({ length: count }, (_, i) => `n${i}`) },
  });
  ({ desk } = await createSqlDesk({ parcelles: layerOf(6), zones: layerOf(3) }));
});

const shapesOf = async (sql: string) => {
  const { ipc } = await desk.run(sql, createWork());
  return placeShapes(ipc, 0, 'EPSG:3950', createWork());
};

describe('the plan of a statement', () => {
  const join = 'SELECT p.id FROM parcelles p JOIN zones z ON ST_Intersects(p.geom, z.geom)';

  it('has the steps of the statement as rewritten, and the joins of the index', async () => {
    const { rewritten, root, joins } = await desk.plan(join, false, createWork());
    expect(rewritten).toContain('__pairs_1');
    expect(joins).toMatchObject([{ aliases: ['p', 'z'], relation: 'intersects', pairs: 2 }]);
    expect(JSON.stringify(root)).toContain('JOIN');
    expect(root.elapsedMs).toBeNull();
  });

  it('has the rows and the time of each step when it is run', async () => {
    const { root } = await desk.plan(join, true, createWork());
    expect(root.rows).toBe(2);
    expect(root.elapsedMs).toBeGreaterThanOrEqual(0);
  });

  it('fails where the statement fails, at its place', async () => {
    const failed = desk.plan('SELECT idd FROM parcelles', false, createWork());
    await expect(failed).rejects.toMatchObject({ code: 'sql-invalid', context: { position: 7 } });
  });
});

describe('the geometries of a result', () => {
  it.each(['geom', 'ST_Transform(geom, 2154)', 'ST_Transform(geom, 4326)'])(
    'are put in degrees out of their own CRS: %s',
    async (column) => {
      const { geometry, unplaced } = await shapesOf(`SELECT ${column} FROM parcelles ORDER BY id`);
      expect(geometry.length).toBe(6);
      expect(geometry.kinds[2]).toBe(0);
      expect(geometry.xy[0]).toBeCloseTo(2.6, 8);
      expect(geometry.xy[1]).toBeCloseTo(50.5, 8);
      expect(unplaced).toEqual({ crs: 0, kind: 0 });
    },
  );

  it('are not placed where their CRS cannot be told', async () => {
    const { geometry, unplaced } = await shapesOf(
      'SELECT ST_Point(2.6, 50.5) UNION ALL SELECT ST_AsWKB(ST_Transform(geom, 4326)) FROM zones',
    );
    expect(geometry.xy.length).toBe(0);
    expect(unplaced).toEqual({ crs: 3, kind: 0 });
  });
});
