import { beforeAll, describe, expect, it } from 'vitest';
import { inlineKernel } from '../../src/engine/kernel/inline-kernel.ts';
import { SqlDesk } from '../../src/engine/sql/sql-desk.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { questionToSql } from '../../src/sql/dialects/question-sql.ts';
import { differingKeys, engineGroups } from './compare.ts';
import { openTerritory, savedQuestions, territoryFault, work } from './open-territory.ts';
import { NESTED_QUESTIONS, QUESTIONS } from './questions.ts';

/** All but those of every parcel, which take a minute. */
const questions = Object.entries({ ...savedQuestions(), ...QUESTIONS, ...NESTED_QUESTIONS }).filter(
  ([name, { target }]) => target !== 'parcelles' || name.includes('of a commune'),
);

describe.skipIf(territoryFault)(
  'the DuckDB SQL of a question, in our own console',
  { timeout: 120_000 },
  () => {
    let { catalogue, ask } = {} as ReturnType<typeof openTerritory>;
    let sqlDesk: SqlDesk;

    beforeAll(async () => {
      const territory = openTerritory();
      const { desk, store } = territory;
      ({ catalogue, ask } = territory);
      sqlDesk = new SqlDesk(await desk.database(work), store, inlineKernel);
    });

    it.each(questions)('finds and measures what the engine does: %s', async (_name, question) => {
      const { answer, rows } = await ask(question);
      const { select, groups } = questionToSql(question, catalogue, 'duckdb');
      const found = readRows((await sqlDesk.run(select, work)).ipc);
      const names = answer.measures.map(({ name }) => found.columns.indexOf(name));
      const measured = found.rows.map((row): [string, (number | null)[]] => [
        String(row[0]),
        names.map((at) => row[at] as number | null),
      ]);
      expect(measured.length).toBe(answer.count);
      expect(differingKeys(rows, new Map(measured), 1e-3)).toEqual([]);
      if (groups === null) return;
      const counted = readRows((await sqlDesk.run(groups, work)).ipc).rows;
      expect(counted.map(([value, count]) => `${value}: ${count}`).sort()).toEqual(
        engineGroups(answer.groups)
          .map(({ name }) => name)
          .sort(),
      );
    });
  },
);
