import type { Geometry } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/client.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { encodeGeoParquet } from '../../src/publish/write/encode-geoparquet.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';
import { createLayerMeta, createSquare } from '../helpers/create-layer.ts';

let engine: Engine;
let worker: Worker;

/** A layer of squares in a row, each of that many degrees. */
function publish(id: string, count: number, size: number) {
  const squares = Array.from(
    { length: count },
    (_, i): Geometry => createSquare(2.6 + i * size, 50.5, size),
  );
  const meta = createLayerMeta({ n: 'integer' }, { id });
  const columns = { n: squares.map((_, i) => i) };
  const bytes = encodeGeoParquet(meta, { geometry: geometriesToColumn(squares), columns });
  const path = URL.createObjectURL(new Blob([bytes]));
  const file = { path, bytes: bytes.length, rows: count, version: 'abcd1234' };
  return { ...meta, file, extent: [2, 50, 3, 51] as const };
}

beforeAll(async () => {
  const catalogue = createCatalogue([
    publish('parcelles', 30_000, 1e-5),
    publish('zones', 3, 0.01),
  ]);
  worker = new Worker(new URL('../../src/engine/worker.ts', import.meta.url), { type: 'module' });
  engine = createEngine(() => worker);
  await engine.call('open', { catalogue, baseUrl: location.href });
});

afterAll(() => worker.terminate());

describe('SQL in the worker of a browser', () => {
  it('joins by the index, with functions of the kernel and of GEOS', async () => {
    const sql = `SELECT z.n, count(*), round(sum(ST_Area(ST_Intersection(p.geom, z.geom))) / any_value(ST_Area(z.geom)), 4)
      FROM parcelles p JOIN zones z ON ST_Overlaps(p.geom, z.geom) OR ST_Within(p.geom, z.geom)
      WHERE p.n < 100 AND z.n = 0 GROUP BY 1`;
    const { ipc, notices } = await engine.call('sql', { sql });
    expect(readRows(ipc).rows).toHaveLength(1);
    expect(notices).toMatchObject([{ kind: 'nested-loop' }, { kind: 'nested-loop' }]);
    const join =
      'SELECT count(*) FROM parcelles p JOIN zones z ON ST_Within(ST_Centroid(p.geom), z.geom)';
    const indexed = await engine.call('sql', { sql: join });
    expect(indexed.joins).toMatchObject([{ aliases: ['p', 'z'], relation: 'within' }]);
    expect(readRows(indexed.ipc).rows).toEqual([[3000]]);
  });

  it('stops when cancelled, in the midst of a vector too, and runs the next statement soon', async () => {
    const controller = new AbortController();
    const sql =
      'SELECT sum(ST_NPoints(ST_Buffer(p.geom, 5, 2000 + z.n))) FROM parcelles p, zones z';
    const { signal } = controller;
    const running = engine.call('sql', { sql }, { signal });
    const settled = expect(running).rejects.toMatchObject({ name: 'AbortError' });
    await engine
      .call('sql', { sql: 'SELECT 1' }, { signal: AbortSignal.timeout(300) })
      .catch(() => {});
    controller.abort();
    const start = performance.now();
    await settled;
    const { ipc } = await engine.call('sql', { sql: 'SELECT 2' });
    expect(readRows(ipc).rows).toEqual([[2]]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
