import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import { nodePlatform } from '../../src/engine/node-platform.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { createSqlDesk, createWork } from './create-sql-desk.ts';

const FEATURES = 2048;
const CORNERS = 500;

/** A wheel of radius 10, whose geometry is 8 kB: a vector of 2048 is more than DuckDB's memory begins with. */
function createWheel(x: number): Geometry {
  const ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS;
    return [1_600_000 + x + 10 * Math.cos(angle), 9_200_000 + 10 * Math.sin(angle)];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

it('geometries are whole although the memory grows while they are written', async () => {
  const numbers = Array.from({ length: FEATURES }, (_, i) => i);
  const roues = {
    geometries: numbers.map((i) => createWheel(30 * i)),
    types: { n: 'integer' },
    columns: { n: numbers },
  } as const;
  const { desk } = await createSqlDesk({ roues }, () => nodePlatform.startDatabase(() => {}));
  const sql = 'SELECT count(*), min(ST_NPoints(geom)), max(ST_NPoints(geom)) FROM roues';
  const { rows } = readRows((await desk.run(sql, createWork())).ipc);
  expect(rows).toEqual([[FEATURES, CORNERS + 1, CORNERS + 1]]);
}, 180_000);
