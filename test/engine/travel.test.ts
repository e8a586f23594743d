import type { Geometry, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TravelMode } from '../../src/domain/network.ts';
import type { AttributeCondition, Condition, Question } from '../../src/domain/question.ts';
import { geometriesToColumn } from '../../src/geo/from-geojson.ts';
import { partPoint } from '../../src/geo/part-points.ts';
import { projectColumn, unprojectColumn } from '../../src/geo/project.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { shift } from '../geo/create-polygons.ts';
import { createRandom } from '../geo/create-random.ts';
import { createTravel, enteredLines } from '../geo/network/create-travel.ts';
import { createTravelOracle, type TravelOracle } from '../geo/network/travel-oracle.ts';
import { createSqlDesk, createWork } from './create-sql-desk.ts';

const SPEEDS: Record<string, Record<TravelMode, number>> = {
  rue: { foot: 4.5, bike: 12, car: 30 },
  route: { foot: 4.5, bike: 15, car: 80 },
  chemin: { foot: 4, bike: 8, car: 0 },
};
const NATURES = Object.keys(SPEEDS);

/** Streets 100 m apart, on both sides of a gap that one track crosses. */
function createStreets(): { lines: Position[][]; natures: string[] } {
  const lines: Position[][] = [];
  for (let i = 0; i <= 12; i++) {
    const row = Array.from({ length: 13 }, (_, j) => shift([100 * j, 100 * i]));
    const column = Array.from({ length: 13 }, (_, j) => shift([100 * i, 100 * j]));
    lines.push(row.slice(0, 6), row.slice(7), column);
  }
  lines.push([shift([500, 300]), shift([600, 300]), shift([700, 300])]);
  const natures = lines.map((_, i) => (i === lines.length - 1 ? 'chemin' : NATURES[i % 2]!));
  return { lines, natures };
}

const { lines, natures } = createStreets();
const random = createRandom(21);
const anywhere = (): Position => shift([1200 * random(), 1200 * random()]);
const services: Geometry[] = [
  ...Array.from({ length: 5 }, (): Geometry => ({ type: 'Point', coordinates: anywhere() })),
  { type: 'MultiPoint', coordinates: [anywhere(), anywhere()] },
];
const places: (Geometry | null)[] = Array.from({ length: 60 }, (_, i) => {
  const [x, y] = anywhere() as [number, number];
  if (i === 7) return null;
  const ring = [
    [x, y],
    [x + 30, y],
    [x + 30, y + 12],
    [x, y],
  ];
  return { type: 'Polygon', coordinates: [ring] };
});

/** The points that features enter the network at, as stored: through degrees and back. */
function pointsOf(geometry: Geometry | null): Position[] {
  const degrees = unprojectColumn(geometriesToColumn([geometry]), 'EPSG:3950');
  const column = projectColumn(degrees, 'EPSG:3950');
  const parts = Array.from({ length: column.partOffsets[1]! }, (_, part) => part);
  return parts.map((part) => partPoint(column, column.kinds[0]!, part));
}

function stored(line: Position[]): Position[] {
  const degrees = unprojectColumn(
    geometriesToColumn([{ type: 'LineString', coordinates: line }]),
    'EPSG:3950',
  );
  const { xy } = projectColumn(degrees, 'EPSG:3950');
  return line.map((_, i) => [xy[2 * i]!, xy[2 * i + 1]!]);
}

let desks: Awaited<ReturnType<typeof createSqlDesk>>;
let oracles: Record<TravelMode, TravelOracle>;

beforeAll(async () => {
  const names = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  desks = await createSqlDesk({
    lieux: {
      geometries: places,
      types: { id: 'text' },
      columns: { id: names(places.length, 'l') },
    },
    services: {
      geometries: services,
      types: { id: 'text', famille: 'text' },
      columns: {
        id: names(services.length, 's'),
        famille: services.map((_, i) => (i % 2 === 0 ? 'école' : 'marché')),
      },
    },
    voirie: {
      geometries: lines.map((coordinates) => ({ type: 'LineString', coordinates })),
      types: { id: 'text', nature: 'text' },
      columns: { id: names(lines.length, 'v'), nature: natures },
      network: {
        field: 'nature',
        speeds: Object.fromEntries(
          (['foot', 'bike', 'car'] as const).map((mode) => [
            mode,
            Object.fromEntries(NATURES.map((nature) => [nature, SPEEDS[nature]![mode]])),
          ]),
        ) as Record<TravelMode, Record<string, number>>,
      },
    },
  });
  const kept = lines.map(stored);
  const oracleOf = (mode: TravelMode) => {
    const kmh = natures.map((nature) => SPEEDS[nature]![mode]);
    const entered = enteredLines(createTravel({ lines: kept, kmh }));
    return createTravelOracle(kept, kmh, (line) => entered.has(line));
  };
  oracles = { foot: oracleOf('foot'), bike: oracleOf('bike'), car: oracleOf('car') };
});

/** Minutes from each place to the nearest of some services, by the oracle; Infinity where no way leads. */
function nearestMinutes(mode: TravelMode, chosen: Geometry[]): number[] {
  return places.map((place) => {
    const times = pointsOf(place).flatMap((from) =>
      chosen.flatMap(pointsOf).map((to) => oracles[mode](from, to) ?? Infinity),
    );
    return Math.min(Infinity, ...times);
  });
}

describe('a question of travel', () => {
  const ask = async (question: Question) => {
    const answer = await desks.answers.ask(question, createWork());
    const request = { answer: answer.id, offset: 0, limit: 1000, sort: null };
    const { columns, rows } = readRows(await desks.answers.rows(request, createWork()));
    const found = rows.map((row) => [
      row[columns.indexOf('id')],
      row[columns.indexOf('minutes_1')],
    ]);
    return { answer, found: new Map(found as [string, number][]) };
  };

  it.each([
    ['foot', 6],
    ['bike', 3],
    ['car', 2],
  ] as const)('finds by %s what every pair tried alone gives', async (mode, minutes) => {
    const where = { kind: 'travel', mode, minutes, layer: 'services' } as const;
    const { answer, found } = await ask({ target: 'lieux', where });
    const wanted = nearestMinutes(mode, services);
    const near = wanted.flatMap((time, i) => (time <= minutes ? [`l${i}`] : []));
    expect(near.length).toBeGreaterThan(5);
    expect([...found.keys()]).toEqual(near);
    for (const [id, time] of found) expect(time).toBeCloseTo(wanted[Number(id.slice(1))]!, 6);
    expect(answer.measures.at(-1)).toMatchObject({ name: 'minutes_1', kind: 'time', unit: 'min' });
  });

  it('pins the version of the network', async () => {
    const where = { kind: 'travel', mode: 'foot', minutes: 5, layer: 'services' } as const;
    const { answer } = await ask({ target: 'lieux', where });
    expect(Object.keys(answer.versions)).toEqual(['lieux', 'services', 'voirie']);
  });

  it('goes to the chosen features alone, and its negation is the rest', async () => {
    const school: AttributeCondition = {
      kind: 'compare',
      field: 'famille',
      op: '=',
      value: 'école',
    };
    const where: Condition = {
      kind: 'travel',
      mode: 'foot',
      minutes: 8,
      layer: 'services',
      where: [school],
    };
    const schools = services.filter((_, i) => i % 2 === 0);
    const near = nearestMinutes('foot', schools).filter((time) => time <= 8).length;
    const { answer } = await ask({ target: 'lieux', where });
    expect(answer.count).toBe(near);
    const others = await ask({ target: 'lieux', where: { kind: 'not', condition: where } });
    expect(others.answer.count).toBe(places.length - near);
  });

  it('is explained by the minutes to those within reach, or to the nearest', async () => {
    const where = { kind: 'travel', mode: 'bike', minutes: 3, layer: 'services' } as const;
    const { answer } = await ask({ target: 'lieux', where });
    const times = services.map((service) => nearestMinutes('bike', [service]));
    for (const row of places.keys()) {
      const near = times
        .map((all, service) => ({ service, minutes: all[row]! }))
        .filter(({ minutes }) => minutes < Infinity)
        .sort((a, b) => a.minutes - b.minutes);
      const within = near.filter(({ minutes }) => minutes <= 3);
      const { reasons } = await desks.answers.explain({ answer: answer.id, row }, createWork());
      expect(reasons).toMatchObject([
        { isMet: within.length > 0, unit: 'min', layer: 'services', relatedCount: within.length },
      ]);
      const [reason] = reasons;
      if (near.length > 0) expect(reason?.value).toBeCloseTo(near[0]!.minutes, 6);
      else expect(reason?.value).toBeNull();
      const named = within.length > 0 ? within.slice(0, 5) : near.slice(0, 1);
      expect(reason?.related.map((one) => one.row)).toEqual(named.map(({ service }) => service));
      for (const [i, { minutes }] of named.entries()) {
        expect(reason?.related[i]?.minutes).toBeCloseTo(minutes, 6);
        expect(reason?.related[i]?.distance).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('stops when it is cancelled', async () => {
    const controller = new AbortController();
    const where = { kind: 'travel', mode: 'foot', minutes: 9, layer: 'services' } as const;
    const asked = desks.answers.ask({ target: 'lieux', where }, createWork(controller.signal));
    controller.abort();
    await expect(asked).rejects.toThrow('aborted');
  });
});

describe('the functions of travel in SQL', () => {
  const run = async (sql: string) => {
    const result = await desks.desk.run(sql, createWork());
    return { ...result, rows: readRows(result.ipc).rows };
  };

  it('give the times that the oracle finds, NULL where no way leads', async () => {
    const { rows, layers } = await run(
      `SELECT l.id, s.id, travel_minutes(l.geom, s.geom, 'car') FROM lieux l, services s ORDER BY ALL`,
    );
    expect(Object.keys(layers)).toContain('voirie');
    expect(rows).toHaveLength(places.length * services.length);
    let reached = 0;
    for (const [place, service, minutes] of rows) {
      const from = pointsOf(places[Number(String(place).slice(1))]!);
      const to = pointsOf(services[Number(String(service).slice(1))]!);
      const times = from.flatMap((a) => to.map((b) => oracles.car(a, b) ?? Infinity));
      const wanted = Math.min(Infinity, ...times);
      if (wanted === Infinity) expect(minutes).toBeNull();
      else expect(minutes).toBeCloseTo(wanted, 6);
      if (minutes !== null) reached++;
    }
    expect([reached > 100, reached < rows.length]).toEqual([true, true]);
  });

  it('a route is as long as it says, from one geometry to the other', async () => {
    const { rows } = await run(
      `SELECT abs(ST_Length(travel_route(l.geom, s.geom, 'foot')) - travel_metres(l.geom, s.geom, 'foot')) AS gap,
        ST_Distance(ST_StartPoint(travel_route(l.geom, s.geom, 'foot')), l.geom) AS start,
        ST_Distance(ST_EndPoint(travel_route(l.geom, s.geom, 'foot')), s.geom) AS finish
      FROM lieux l, services s WHERE l.geom IS NOT NULL`,
    );
    for (const row of rows) for (const value of row) expect(value).toBeLessThan(1e-6);
  });

  it('a zone holds what is near enough', async () => {
    const { rows } = await run(
      `SELECT count(*) FROM lieux l, services s
      WHERE travel_minutes(l.geom, s.geom, 'foot') < 4 AND NOT ST_Intersects(l.geom, travel_zone(s.geom, 'foot', 5))`,
    );
    expect(rows).toEqual([[0]]);
  });

  it.each([
    [`travel_minutes(geom, geom, 'pied')`, 'mode'],
    [`travel_zone(geom, 'foot', 0)`, 'minutes'],
    [`travel_zone(geom, 'foot', 1000)`, 'minutes'],
    [`travel_minutes(ST_Transform(geom, 2154), geom, 'foot')`, undefined],
  ])('refuse %s', async (expression, reason) => {
    const error = await run(`SELECT ${expression} FROM services`).catch((thrown) => thrown);
    expect(error.context.reason).toBe(reason);
    expect(error.context.line).toBe(1);
  });

  it('need a network', async () => {
    const alone = await createSqlDesk({
      lieux: { geometries: places, types: { id: 'text' }, columns: { id: places.map(String) } },
    });
    const asked = alone.desk.run(
      `SELECT travel_minutes(geom, geom, 'foot') FROM lieux`,
      createWork(),
    );
    await expect(asked).rejects.toMatchObject({ code: 'network-missing' });
  });
});
