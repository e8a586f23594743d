import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Field, FieldType } from '../../../src/domain/layer.ts';
import type { Question } from '../../../src/domain/question.ts';
import { questionToSql } from '../../../src/sql/dialects/question-sql.ts';
import { createCatalogue, createLayer } from '../../helpers/create-catalogue.ts';

const field = (name: string, type: FieldType): Field => ({ name, label: name, type });
const file = (path: string) => ({ path, bytes: 0, rows: 0, version: '00000000' });

const QUESTION: Question = {
  target: 'parcelles',
  where: {
    kind: 'and',
    conditions: [
      { kind: 'compare', field: 'commune', op: '=', value: '62318' },
      { kind: 'measure', measure: 'area', op: '>', value: 2000 },
      { kind: 'intersects', layer: 'alea_inondation' },
    ],
  },
};

it.each([
  ['duckdb', 'departement=62/*.parquet'],
  ['sedona', ''],
] as const)(
  'the SQL that the guide gives for %s is what the product emits',
  async (dialect, part) => {
    const fields = [field('id', 'text'), field('commune', 'text')];
    const layers = ['parcelles', 'alea_inondation'].map((id) =>
      createLayer({ id, fields, file: file(`${id}/${part}`) }),
    );
    const { header, select } = questionToSql(QUESTION, createCatalogue(layers), dialect, {
      base: 'france/',
    });
    const loading = header
      .split('\n')
      .filter((line) => /^-- {3}(INSTALL|CREATE| {2}(ST_|FROM))/.test(line))
      .map((line) => line.slice('--   '.length));
    const guide = await readFile('scripts/README.md', 'utf8');
    expect(guide).toContain(`\`\`\`sql\n${loading.join('\n')}\n${select}\n\`\`\`\n`);
  },
);
