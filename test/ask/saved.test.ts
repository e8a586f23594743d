import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAsk, type Terminal } from '../../scripts/ask/run-ask.ts';
import { writeLayer } from '../../scripts/publish/write-layer.ts';
import type { Library, SavedQuestion } from '../../src/domain/library.ts';
import { createCatalogue } from '../helpers/create-catalogue.ts';
import { createLayerMeta, createLayerTable, createSquare } from '../helpers/create-layer.ts';
import { openOnce } from '../helpers/open-once.ts';

const POPULATIONS = [25_000, 3000, 400];

const saved = (id: string, change: Partial<SavedQuestion>): SavedQuestion => ({
  id,
  theme: 'limites',
  role: 'sig',
  sentence: `Question ${id} ?`,
  ask: { sql: ['SELECT 1 AS n'] },
  show: 'number',
  reply: '{rows}',
  method: '',
  needs: '',
  ...change,
});

const QUESTIONS: SavedQuestion[] = [
  saved('q01', {
    ask: {
      sql: ['SELECT nom, population FROM communes WHERE code <> $commune ORDER BY population DESC'],
    },
    parameters: [{ name: 'commune', label: 'Commune', type: 'commune', value: '62003' }],
    columns: { population: { label: 'Population', unit: 'habitants' } },
    reply: '{rows:commune|communes} hors {$commune} : {nom.list}, {population.sum}.',
    empty: 'Aucune commune hors {$commune}.',
  }),
  saved('q02', {
    ask: {
      question: {
        target: 'communes',
        where: { kind: 'compare', field: 'population', op: '>=', value: '$habitants' },
        groupBy: 'nom',
      },
    },
    parameters: [
      { name: 'habitants', label: 'Habitants', type: 'number', value: 3000, min: 0, max: 1e6 },
    ],
    reply: '{rows:commune|communes}, dont {nom} : {groups.list}.',
  }),
  saved('q03', { ask: { sql: ['SELECT absente FROM communes'] } }),
  saved('q04', { ask: { sql: ['SELECT nom FROM communes WHERE population > 100000'] } }),
  saved('q05', { ask: { sql: ['SELECT 0 AS n, NULL AS nom FROM communes LIMIT 1'] } }),
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-saved-'));
  const meta = createLayerMeta(
    { code: 'text', nom: 'text', population: 'integer' },
    { id: 'communes', titleField: 'nom', noun: ['commune', 'communes'], gender: 'f' },
  );
  const table = createLayerTable(
    [2.5, 2.6, 2.7].map((lng) => createSquare(lng, 50.5, 0.05)),
    {
      code: ['62001', '62002', '62003'],
      nom: ['Bruay', 'Lillers', 'Béthune'],
      population: POPULATIONS,
    },
  );
  const layer = await writeLayer(meta, table, folder);
  await writeFile(join(folder, 'catalogue.json'), JSON.stringify(createCatalogue([layer])));
  await keep(QUESTIONS);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function keep(questions: SavedQuestion[]): Promise<void> {
  const library: Library = {
    version: 1,
    documents: {},
    themes: [],
    indicators: [],
    contradictions: [],
    questions,
    systems: [],
  };
  await writeFile(join(folder, 'library.json'), JSON.stringify(library));
}

/** What the command prints and says, plain spaces for others, its exit code. */
async function ask(...argv: string[]) {
  const written = { out: '', err: '' };
  const terminal: Terminal = {
    print: async (text) => {
      written.out += text.replace(/[\u202f\u00a0]/g, ' ');
    },
    say: (line) => {
      written.err += line;
    },
    show: null,
  };
  const code = await runAsk([...argv, '--data', folder], terminal, openOnce);
  return { ...written, code };
}

describe('npm run ask, over a library', { timeout: 60_000 }, () => {
  it('answers every question on a line; one that fails or finds nothing stops no other, and is told', async () => {
    const { out, err, code } = await ask('--all');
    expect([err, code]).toEqual(['', 1]);
    const lines = out.trim().split('\n');
    expect(lines.map((line) => line.replace(/ \| [\d,]+ m?s$/, ''))).toEqual([
      'q01 | Question q01 ? | 2 communes hors Béthune : Bruay et Lillers, 28 000 habitants.',
      'q02 | Question q02 ? | 2 communes, dont Bruay : Bruay (1) et Lillers (1).',
      expect.stringMatching(/^q03 \| .*« absente » n’existe pas/),
      'q04 | Question q04 ? | Rien ne répond à cette question avec ces choix.',
      'q05 | Question q05 ? | Rien ne répond à cette question avec ces choix.',
      '2 réponses ; 3 questions sans réponse : q03, q04, q05',
    ]);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/ \| [\d,]+ m?s$/);
  });

  it('gives them as JSON too', async () => {
    const { out, code } = await ask('--all', '--json');
    expect(code).toBe(1);
    const answers: { id: string; status: string; rows: number }[] = JSON.parse(out);
    expect(answers.map(({ id, status, rows }) => [id, status, rows])).toEqual([
      ['q01', 'answered', 2],
      ['q02', 'answered', 2],
      ['q03', 'failed', 0],
      ['q04', 'empty', 0],
      ['q05', 'empty', 1],
    ]);
  });

  it('answers one with the values that it is given', async () => {
    const one = await ask('--saved', 'q01', '--set', 'commune=62001');
    expect(one).toMatchObject({ err: '', code: 0 });
    expect(one.out).toMatch(/2 communes hors Bruay : Lillers et Béthune, 3 400 habitants/);
    expect(one.out).toMatch(/\n1 réponse\n$/);
    const other = await ask('--saved', 'q02', '--set', 'habitants=20000');
    expect(other.out).toMatch(/1 commune, dont Bruay/);
  });

  it('ends with 1 for an id that is none, and for a value that will not do', async () => {
    expect(await ask('--saved', 'q1')).toEqual({
      out: '',
      err: 'La question « q1 » n’existe pas ; peut-être « q01 ».',
      code: 1,
    });
    const wrong = await ask('--saved', 'q01', '--set', 'commune=Paris');
    expect(wrong.code).toBe(1);
    expect(wrong.out).toMatch(/voyez « parameters\.commune »/);
  });

  it('refuses a library that is broken', async () => {
    await writeFile(join(folder, 'library.json'), '{"version": 1}');
    expect(await ask('--all')).toMatchObject({ out: '', code: 1 });
    await keep(QUESTIONS);
  });
});
