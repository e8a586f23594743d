import { writeWkb } from '../../../src/geo/write-wkb.ts';
import { type Postgis, startPostgis, type Unavailable } from '../../steps/postgis.mjs';
import type { LoadedLayer, LoadedLayers } from '../kernel/load-layers.ts';
import type { BenchSystem, Outcome, Timing, Work } from '../works.ts';
import { PLAIN_STATEMENTS, type Statements, TUNED_STATEMENTS } from './statements.ts';

/** PostGIS as written and as tuned by an expert, on one private server; who stops it is the caller. */
export interface PostgisSystems {
  unavailable?: undefined;
  version: string;
  plain: BenchSystem;
  tuned: BenchSystem;
}

/**
 * Starts a server, loads the workload into it, and gives its two ways to work, both in a single process: whole zones, or
 * zones cut into pieces. `isFull` lets the first do what takes it minutes (within 100 m).
 */
export async function startPostgisSystems(
  layers: LoadedLayers,
  isFull: boolean,
): Promise<PostgisSystems | Unavailable> {
  const server = await startPostgis();
  if (server.unavailable !== undefined) return server;
  const load = await timedOnClock(() => loadTables(server, layers));
  await server.run(TIMING_FUNCTION);
  const plainIndex = await timedOnClock(() => server.run(PLAIN_INDEX));
  const tunedIndex = await timedOnClock(() => server.run(TUNED_INDEX));
  const plainWorks = worksOf(PLAIN_STATEMENTS).filter((work) => isFull || work !== 'within100');
  const system = (name: string, statements: Statements, index: Timing): BenchSystem => {
    const best = new Map<Work, string>();
    return {
      name,
      setUp: { load: [load], index: [index] },
      works: worksOf(statements),
      time: (work) => timeBest(server, work, statements[work] as readonly string[], best),
      outcome: (work) =>
        readOutcome(server, work, best.get(work) ?? (statements[work]?.[0] as string)),
      peakMemory: async () => null,
      close: async () => server.stop(),
    };
  };
  const plain = system('PostGIS as written', PLAIN_STATEMENTS, plainIndex);
  return {
    version: server.version,
    plain: { ...plain, works: plainWorks, once: ['within100', 'overlap'] },
    tuned: system('PostGIS tuned', TUNED_STATEMENTS, tunedIndex),
  };
}

function worksOf(statements: Statements): Work[] {
  return Object.keys(statements) as Work[];
}

async function loadTables(server: Postgis, { parcels, zones, points }: LoadedLayers) {
  await server.run(`
    CREATE TABLE parcels (id int, commune text, section text, contenance int, geom geometry);
    CREATE TABLE zones (id int, type text, geom geometry);
    CREATE TABLE points (id int, kind text, geom geometry);`);
  await server.copy('parcels', linesOf(parcels, ['commune', 'section', 'contenance']));
  await server.copy('zones', linesOf(zones, ['type']));
  await server.copy('points', linesOf(points, ['kind']));
}

/** Rows in COPY's text format: the row's number, some fields, the geometry as hexadecimal WKB. */
function* linesOf({ geometry, columns }: LoadedLayer, names: string[]): Generator<string> {
  for (let row = 0; row < geometry.length; row++) {
    const wkb = Buffer.from(writeWkb(geometry, row) ?? []).toString('hex');
    yield [row, ...names.map((name) => columns[name]?.[row]), wkb].join('\t');
  }
}

/** Every form once, then the fastest. */
async function timeBest(
  server: Postgis,
  work: Work,
  forms: readonly string[],
  best: Map<Work, string>,
): Promise<Timing> {
  const known = best.get(work);
  if (known !== undefined) return timeStatement(server, known);
  let least: Timing | null = null;
  for (const form of forms) {
    const timing = await timeStatement(server, form);
    if (least !== null && timing.wallMs >= least.wallMs) continue;
    least = timing;
    best.set(work, form);
  }
  return least as Timing;
}

async function timeStatement(server: Postgis, statement: string): Promise<Timing> {
  const text = await server.run(
    `${WARM_UP} SELECT * FROM bench_time($statement$${statement}$statement$);`,
  );
  const [wallMs, ticks] = (text.trim().split('\n').at(-1) as string).split('|').map(Number);
  return { wallMs: wallMs as number, cpuMs: (ticks as number) * 10 };
}

async function readOutcome(server: Postgis, work: Work, statement: string): Promise<Outcome> {
  const text = await server.run(`SELECT id, value FROM (${statement}) q ORDER BY id;`);
  const rows = text.split('\n').filter((line) => line !== '');
  const values = rows.map((line) => Number(line.slice(line.indexOf('|') + 1)));
  const isMeasured = work === 'overlap' || work === 'nearest' || work === 'groupBy';
  return { ids: rows.map((line) => Number.parseInt(line, 10)), values: isMeasured ? values : null };
}

async function timedOnClock(step: () => Promise<unknown>): Promise<Timing> {
  const start = performance.now();
  await step();
  return { wallMs: performance.now() - start, cpuMs: null };
}

/** A new session reads the libraries of PostGIS first, and the planner its tables: not part of the work. */
const WARM_UP = `SET client_min_messages = error;
  SELECT ST_Area(ST_Intersection(a.geom, b.geom)) FROM parcels a, zones b WHERE a.id = 0 AND b.id = 0
    AND ST_Intersects(a.geom, b.geom) AND ST_DWithin(a.geom, b.geom, 1);`;

/** Runs a statement inside the server, every row and value asked for, none sent: milliseconds, and ticks of 10 ms of processor. */
const TIMING_FUNCTION = `
  CREATE FUNCTION process_ticks() RETURNS bigint LANGUAGE sql AS $$
    SELECT f[12]::bigint + f[13]::bigint
    FROM (SELECT string_to_array(split_part(pg_read_file('/proc/self/stat'), ') ', 2), ' ') AS f) s
  $$;
  CREATE FUNCTION bench_time(statement text) RETURNS TABLE (ms double precision, ticks bigint) LANGUAGE plpgsql AS $$
  DECLARE
    before timestamptz;
    before_ticks bigint := process_ticks();
    found record;
  BEGIN
    before := clock_timestamp();
    EXECUTE 'SELECT count(*), sum(id), sum(value) FROM (' || statement || ') q' INTO found;
    ms := extract(epoch FROM clock_timestamp() - before) * 1000;
    ticks := process_ticks() - before_ticks;
    RETURN NEXT;
  END $$;`;

const PLAIN_INDEX = `
  CREATE INDEX ON parcels USING gist (geom);
  CREATE INDEX ON zones USING gist (geom);
  CREATE INDEX ON points USING gist (geom);
  VACUUM ANALYZE parcels; VACUUM ANALYZE zones; VACUUM ANALYZE points;`;

const TUNED_INDEX = `
  CREATE TABLE zone_pieces AS SELECT id AS zone, ST_Subdivide(geom, 64) AS geom FROM zones;
  CREATE INDEX ON zone_pieces USING gist (geom);
  VACUUM ANALYZE zone_pieces;`;
