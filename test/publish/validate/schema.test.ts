import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import type {
  SchemaField,
  TableSchema,
  ValueForm,
} from '../../../src/publish/standards/table-schema.ts';
import { hasForm } from '../../../src/publish/validate/forms.ts';
import { validate } from '../../../src/publish/validate/validate.ts';
import { createRuleContext, createSchema, rectangle } from '../../helpers/create-rule-context.ts';

/** What the rules on schemas find in a table of these columns. */
async function check(
  columns: Record<string, Value[]>,
  fields: (Partial<SchemaField> & { name: string })[],
  changes: { schema?: Partial<TableSchema>; madeFor?: string } = {},
) {
  const rows = Object.values(columns)[0]?.length ?? 1;
  const geometries = Array.from({ length: rows }, (_, i) => rectangle(60 * i, 0, 50));
  const schema = createSchema(fields, changes.schema);
  const context = createRuleContext(geometries, columns, {
    schema,
    madeFor: changes.madeFor ?? null,
  });
  const issues = await validate(context, []);
  return issues.filter(({ rule }) => rule.startsWith('schema.'));
}
const summary = (issues: Awaited<ReturnType<typeof check>>) =>
  issues.map(({ rule, row, field }) => [rule, row, field ?? null]);

describe('the columns of a schema', () => {
  it('are found whatever their case, and when a Shapefile has cut their names', async () => {
    const fields = [
      { name: 'LIBELLE', presence: 'required' as const },
      { name: 'code_insee_commune', presence: 'required' as const },
    ];
    expect(await check({ libelle: ['A'], CODE_INSEE: ['62119'] }, fields)).toEqual([]);
  });

  it('are an error when required and absent, a warning when advised', async () => {
    const fields = [
      { name: 'TYPEZONE', label: 'Type de zone', presence: 'required' as const },
      { name: 'SYMBOLE', presence: 'advised' as const },
      { name: 'NATURE' },
    ];
    const issues = await check({}, fields);
    expect(issues.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['schema.column-missing', 'error'],
      ['schema.column-advised', 'warning'],
    ]);
    expect(issues[0]?.message).toContain('TYPEZONE');
  });

  it('of a former version are told with what has changed since, and no warning', async () => {
    const fields = [
      { name: 'TYPEZONE', codes: { U: 'urbaine' }, formerCodes: { Nh: 'hameau' } },
      { name: 'SYMBOLE', presence: 'advised' as const },
    ];
    const formerFields: SchemaField[] = [
      { name: 'DESTDOMI', label: 'Destination', type: 'text', presence: 'optional' },
    ];
    const columns = { TYPEZONE: ['U', 'Nh'], DESTDOMI: ['01', '02'] };
    const issues = await check(columns, fields, { madeFor: 'v2013', schema: { formerFields } });
    expect(issues).toMatchObject([
      {
        rule: 'schema.old-version',
        severity: 'notice',
        facts: { added: 'SYMBOLE', dropped: 'DESTDOMI', codes: 'Nh' },
      },
    ]);
  });

  it('that it does not know are told, the misspelt one apart', async () => {
    const issues = await check({ LIBELE: ['a'], surface: ['b'] }, [{ name: 'LIBELLE' }]);
    expect(issues.map(({ field, facts }) => [field, facts.like ?? facts.columns])).toEqual([
      ['LIBELE', 'LIBELLE'],
      [undefined, 'surface'],
    ]);
  });

  it('of another family of geometry are an error, but for a schema that leaves the choice', async () => {
    expect(summary(await check({}, [], { schema: { geometry: 'line' } }))).toEqual([
      ['schema.geometry', null, null],
    ]);
    expect(await check({}, [], { schema: { geometry: 'any' } })).toEqual([]);
  });
});

describe('the values of a schema', () => {
  it('must be there where it wants one', async () => {
    const issues = await check({ NOMFIC: ['a', '  ', null] }, [{ name: 'NOMFIC', notEmpty: true }]);
    expect(summary(issues)).toEqual([
      ['schema.empty', 1, 'NOMFIC'],
      ['schema.empty', 2, 'NOMFIC'],
    ]);
  });

  it('have their type, in French too', async () => {
    const fields = [
      { name: 'n', type: 'number' as const },
      { name: 'i', type: 'integer' as const },
      { name: 'd', type: 'date' as const },
      { name: 'b', type: 'boolean' as const },
    ];
    const good = {
      n: ['1 234,5', 2, null],
      i: ['12', 3, '4,0'],
      d: ['2024-02-29', '31/12/2020', '20200131'],
      b: ['oui', true, '0'],
    };
    expect(await check(good, fields)).toEqual([]);
    const bad = {
      n: ['x', 1, 1],
      i: [1.5, 1, 1],
      d: ['2023-02-29', null, null],
      b: ['peut-être', null, null],
    };
    expect(summary(await check(bad, fields))).toEqual([
      ['schema.type', 0, 'n'],
      ['schema.type', 0, 'i'],
      ['schema.type', 0, 'd'],
      ['schema.type', 0, 'b'],
    ]);
  });

  it('are codes of the list, one by one where they are joined, and the misspelt one is likened', async () => {
    const codes = { '32': 'hébergement', '34': 'bureau', '05': 'autre' };
    const fields = [{ name: 'DEST', codes, separator: '-' }];
    const issues = await check({ DEST: ['32-34', '32-99', '5', null] }, fields);
    expect(issues.map(({ row, facts }) => [row, facts.value, facts.like])).toEqual([
      [1, '99', null],
      [2, '5', '05'],
    ]);
  });

  it('are pairs of codes that go together', async () => {
    const pair = {
      fields: ['TYPEPSC', 'STYPEPSC'] as [string, string],
      codes: { '05-01': 'voie' },
    };
    const columns = { TYPEPSC: ['05', '05'], STYPEPSC: ['01', '99'] };
    const fields = [{ name: 'TYPEPSC' }, { name: 'STYPEPSC' }];
    expect(summary(await check(columns, fields, { schema: { pair } }))).toEqual([
      ['schema.code', 1, 'STYPEPSC'],
    ]);
  });

  it('are no longer than it says, and within its bounds', async () => {
    const fields = [
      { name: 'LIBELLE', maxLength: 3 },
      { name: 'annee', min: 1900, max: 2100 },
    ];
    const issues = await check({ LIBELLE: ['abc', 'abcd'], annee: ['1899', 2_000] }, fields);
    expect(summary(issues)).toEqual([
      ['schema.range', 0, 'annee'],
      ['schema.length', 1, 'LIBELLE'],
    ]);
  });

  it('at fault in most of a column are told once, with their number', async () => {
    const values = Array.from({ length: 50 }, (_, i) => (i < 40 ? 'x' : 'U'));
    const issues = await check({ TYPEZONE: values }, [
      { name: 'TYPEZONE', codes: { U: 'urbaine' } },
    ]);
    expect(issues).toMatchObject([{ row: null, facts: { count: 40, filled: 50, value: 'x' } }]);
    expect(issues[0]?.message).toContain('40 valeurs sur 50 (80\u00a0%)');
  });

  it('follow the pattern of their field, whole', async () => {
    const fields = [{ name: 'proc', pattern: '[EMR]\\d*' }];
    expect(summary(await check({ proc: ['E', 'M2', 'M2 bis'] }, fields))).toEqual([
      ['schema.form', 2, 'proc'],
    ]);
  });
});

describe('forms', () => {
  const cases: Record<ValueForm, { good: string[]; bad: string[] }> = {
    aaaammjj: {
      good: ['20200128', '00000000', '20190000', '20240229'],
      bad: ['2020-01-28', '20230229', '20201301', '2020'],
    },
    'iso-date': { good: ['2020-01-28'], bad: ['20200128', '2020-02-30', '28/01/2020'] },
    insee: {
      good: ['62119', '01004', '2A004', '97105'],
      bad: ['1004', '00123', '2C004', '621190', 'Béthune'],
    },
    siren: { good: ['200072460', '732829320'], bad: ['200072461', '20007246', 'ABC'] },
    siret: {
      good: ['73282932000074', '35600000000048', '35600000049837'],
      bad: ['73282932000075', '732829320'],
    },
    idu: {
      good: ['62119000AB0123', '621190000A0123', '2A004000AB0001'],
      bad: ['62119AB0123', '62119000ab0123'],
    },
    idurba: {
      good: [
        '44712_PLU_20041103',
        '244400189_PLUI_20111215',
        '123456789_PLUi_20170915_A',
        '4471220041103',
        '24440018920111215',
      ],
      bad: ['PLU_20041103', '44712_XXX_20041103', '44712_PLU_2004'],
    },
    url: {
      good: ['https://exemple.fr/a?b=c', 'http://x.fr'],
      bad: ['www.exemple.fr', 'https://a b', 'ftp://x.fr'],
    },
    rgb: { good: ['255-000-128'], bad: ['256-0-0', '#ff0000', '1,2,3'] },
  };
  for (const [form, { good, bad }] of Object.entries(cases)) {
    it(`of ${form} are told from what is not`, () => {
      expect(good.filter((text) => !hasForm(text, form as ValueForm))).toEqual([]);
      expect(bad.filter((text) => hasForm(text, form as ValueForm))).toEqual([]);
    });
  }
});
