import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgis, type Postgis, startPostgis } from '../../scripts/steps/postgis.mjs';
import { layersOf, type Question } from '../../src/domain/question.ts';
import { questionToPostgis, questionToSql } from '../../src/sql/dialects/question-sql.ts';
import { copiedGroups, copiedRows, differingKeys, engineGroups } from './compare.ts';
import { loadLayer, toHexEwkb } from './load-layers.ts';
import { openTerritory, savedQuestions, territoryFault, work } from './open-territory.ts';
import { ALONG_THE_RIM, NESTED_QUESTIONS, QUESTIONS } from './questions.ts';

/** Documented tolerance of measures, in m and m²; what PostGIS gives differs by less than a thousandth of it. */
const MILLIMETRE = 1e-3;
/** Lines of 5 936 whose covered length a rounding decides, and those of them that are found for it: 16 and 4 with GEOS 3.11. */
const MAX_RIM_LINES = 20;
const MAX_RIM_IDS = 5;

const { unavailable } = await findPostgis();
const saved = savedQuestions();
const questions = Object.entries({ ...saved, ...QUESTIONS, ...NESTED_QUESTIONS });
const reason = unavailable ?? territoryFault;

describe.skipIf(reason)(
  `the real PostGIS${reason ? ` (${reason})` : ''}`,
  { timeout: 120_000 },
  () => {
    let { catalogue, store, ask } = {} as ReturnType<typeof openTerritory>;
    let postgis: Postgis;

    beforeAll(async () => {
      const started = await startPostgis();
      if (started.unavailable !== undefined) throw new Error(started.unavailable);
      postgis = started;
      ({ catalogue, store, ask } = openTerritory());
      const crs = catalogue.territory.metricCrs;
      const all = [...questions.map(([, question]) => question), ALONG_THE_RIM].flatMap(layersOf);
      for (const id of new Set(all)) await loadLayer(postgis, await store.whole(id, work), crs);
    }, 180_000);

    afterAll(() => postgis?.stop());

    const copy = (statement: string) =>
      postgis.run(`COPY (${statement.trim().replace(/;$/, '')}) TO STDOUT;`);

    it.each(questions)('finds and measures what the engine does: %s', async (_name, question) => {
      const { answer, rows } = await ask(question);
      const { select, groups } = questionToSql(question, catalogue, 'postgis');
      const found = copiedRows(await copy(select));
      expect([...found.keys()].sort()).toEqual([...rows.keys()].sort());
      expect(differingKeys(rows, found, MILLIMETRE)).toEqual([]);
      if (groups === null) return;
      const counted = copiedGroups(await copy(groups));
      const wanted = engineGroups(answer.groups);
      expect(counted.map(({ name }) => name).sort()).toEqual(wanted.map(({ name }) => name).sort());
      const total = (list: { total: number }[]) =>
        list.reduce((sum, group) => sum + group.total, 0);
      expect(Math.abs(total(counted) - total(wanted))).toBeLessThanOrEqual(MILLIMETRE);
    });

    it('runs the whole text, comments and groups included', async () => {
      const question = saved[
        'Friches à reconvertir, près d’une gare ou d’une zone d’activités, peu inondables, par commune'
      ] as Question;
      const { answer } = await ask(question);
      const text = questionToPostgis(question, catalogue, { sentence: 'deux\nlignes ; --' });
      const lines = (await postgis.run(text)).trim().split('\n');
      expect(lines).toHaveLength(answer.count + answer.groups.length);
    });

    it('differs only of lines that run along a rim, where a nanometre decides', async () => {
      const { rows } = await ask(ALONG_THE_RIM);
      const { select } = questionToSql(ALONG_THE_RIM, catalogue, 'postgis');
      const found = copiedRows(await copy(select));
      const differing = differingKeys(rows, found, MILLIMETRE);
      const list = differing.map((key) => `'${key}'`).join(', ');
      const along = await postgis.run(`SELECT count(*) FROM (
      SELECT t.id, ST_Boundary(ST_Union(r.geom)) AS rim, t.geom FROM voirie AS t
      JOIN zone_urba AS r ON ST_Intersects(t.geom, r.geom) AND r."TYPEZONE" IN ('A', 'N')
      WHERE t.id IN (${list}) GROUP BY t.id, t.geom
    ) AS s WHERE ST_Length(ST_Intersection(geom, ST_Buffer(rim, 1e-3))) > 0.1;`);
      expect(Number(along)).toBe(differing.length);
      const foundByOne = [...found.keys()].filter((key) => !rows.has(key));
      const foundByOther = [...rows.keys()].filter((key) => !found.has(key));
      expect(differing.length).toBeLessThanOrEqual(MAX_RIM_LINES);
      expect(foundByOne.length).toBeLessThanOrEqual(MAX_RIM_IDS);
      expect(foundByOther).toEqual([]);
    });

    it('projects as we do, to a thousandth of a millimetre', async () => {
      const { table, metric } = await store.whole('communes', work);
      const rows = Array.from({ length: table.geometry.length }, (_, row) => row);
      const values = rows.map(
        (row) =>
          `('${toHexEwkb(table.geometry, row, 4326)}'::geometry, '${toHexEwkb(metric().column, row, 3950)}'::geometry)`,
      );
      const worst = await postgis.run(
        `SELECT max(ST_HausdorffDistance(ST_Transform(degrees, 3950), metres)) FROM (VALUES ${values.join(', ')}) AS v(degrees, metres);`,
      );
      expect(Number(worst)).toBeLessThan(1e-6);
    });
  },
);
