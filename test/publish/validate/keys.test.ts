import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import type { Delivery } from '../../../src/publish/delivery/delivery.ts';
import type { SourceTable } from '../../../src/publish/read/source.ts';
import type { SchemaField } from '../../../src/publish/standards/table-schema.ts';
import type { RuleContext } from '../../../src/publish/validate/rule.ts';
import { validate } from '../../../src/publish/validate/validate.ts';
import {
  createRuleContext,
  createSchema,
  pointInMetres,
} from '../../helpers/create-rule-context.ts';

async function check(
  columns: Record<string, Value[]>,
  fields: (Partial<SchemaField> & { name: string })[],
  changes: Partial<RuleContext> = {},
) {
  const rows = Object.values(columns)[0]?.length ?? 1;
  const geometries = Array.from({ length: rows }, (_, i) => pointInMetres(i, 0));
  const schema = fields.length > 0 ? createSchema(fields, { geometry: 'point' }) : null;
  const { meta: _, ...others } = changes;
  const context = createRuleContext(geometries, columns, { schema, ...others });
  const issues = await validate({ ...context, meta: { ...context.meta, geometry: 'point' } }, []);
  return issues.filter(({ rule }) => /^(keys|volume)/.test(rule));
}

const table = (name: string, columns: Record<string, Value[]>): SourceTable => ({
  name,
  path: `${name}.dbf`,
  table: { ...createRuleContext([]).table, columns, faults: [] },
  fields: Object.keys(columns).map((field) => ({
    name: field,
    label: field,
    type: 'text' as const,
  })),
  crs: null,
  findings: [],
});
const delivery = (changes: Partial<Delivery>): Delivery => {
  return { kind: 'cnig-plu', layers: [], tables: [], files: [], ...changes };
};

describe('keys', () => {
  it('stand once; an empty one is told where others are there', async () => {
    const fields = [{ name: 'idu', unique: true }];
    const issues = await check({ idu: ['A', 'B', 'A', null] }, fields);
    expect(issues.map(({ rule, row, facts }) => [rule, row, facts.other])).toEqual([
      ['keys.repeated', 2, '1'],
      ['keys.empty', 3, undefined],
    ]);
    expect(await check({ idu: [null, null] }, fields)).toEqual([]);
  });

  it('name a row of the other table, PLUI and PLUi alike', async () => {
    const fields = [{ name: 'IDURBA', references: 'DOC_URBA.IDURBA' }];
    const documents = table('200072460_DOC_URBA_20250101', { IDURBA: ['200072460_PLUI_20250101'] });
    const communes = table('200072460_DOC_URBA_COM_20250101', { IDURBA: ['autre'] });
    const columns = { IDURBA: ['200072460_PLUi_20250101', 'autre'] };
    const given = { delivery: delivery({ tables: [documents, communes] }) };
    expect(await check(columns, fields, given)).toMatchObject([
      { rule: 'keys.reference', row: 1, facts: { value: 'autre' } },
    ]);
    expect(await check(columns, fields)).toEqual([]);
  });

  it('name files of the delivery, whatever the page', async () => {
    const fields = [{ name: 'NOMFIC', isFile: true }];
    const files = ['PLUi/Pieces_ecrites/3_Reglement/Reglement.PDF'];
    const columns = { NOMFIC: ['reglement.pdf#page=24', 'absent.pdf', null] };
    const issues = await check(columns, fields, { delivery: delivery({ files }) });
    expect(issues.map(({ rule, row }) => [rule, row])).toEqual([['keys.file', 1]]);
    const none = await check(columns, fields, { delivery: delivery({ files: ['a.shp'] }) });
    expect(none).toMatchObject([
      { rule: 'keys.files-absent', severity: 'notice', facts: { count: 2 } },
    ]);
    expect(await check(columns, fields)).toEqual([]);
  });

  it('are communes of the territory', async () => {
    const communes = createRuleContext([pointInMetres(0, 0)], { code: ['62119'] }).table;
    const code_insee = ['62119', '59350', '59350', 'Béthune'];
    const issues = await check({ code_insee }, [], { communes });
    expect(issues).toMatchObject([
      { rule: 'keys.insee', row: 1, facts: { code: '59350', count: 2 } },
    ]);
    expect(await check({ reference: ['59350'] }, [], { communes })).toEqual([]);
    const many = Array.from({ length: 30 }, (_, i) => String(59_100 + i));
    expect(await check({ code_insee: many }, [], { communes })).toMatchObject([
      { row: null, facts: { codes: 30, of: 30, count: 30 } },
    ]);
  });
});

describe('volumes', () => {
  const published = (rows: number) => {
    const context = createRuleContext(Array.from({ length: rows }, () => pointInMetres(0, 0)));
    const meta = { ...context.meta, simulated: false };
    return { meta, version: 'aaaaaaaa', table: context.table };
  };

  it('may fall by a fifth, not by more', async () => {
    const columns = { nom: Array.from({ length: 80 }, (_, i) => `n${i}`) };
    expect(await check(columns, [], { before: published(100) })).toEqual([]);
    expect(await check(columns, [], { before: published(101) })).toMatchObject([
      { rule: 'volume.dropped', severity: 'warning', facts: { seen: 80, before: 101 } },
    ]);
  });

  it('of a simulated version say nothing of the one that replaces it', async () => {
    const before = published(1_000);
    const columns = { nom: ['a', 'b'] };
    const simulated = { ...before, meta: { ...before.meta, simulated: true } };
    expect(await check(columns, [], { before: simulated })).toEqual([]);
  });

  it('of exactly what a service gives at most are suspect', async () => {
    const columns = (rows: number) => ({ nom: Array.from({ length: rows }, (_, i) => `n${i}`) });
    expect(await check(columns(1_000), [])).toMatchObject([{ rule: 'volume.capped' }]);
    expect(await check(columns(1_001), [])).toEqual([]);
  });

  it('of nothing are an error', async () => {
    const issues = await validate(createRuleContext([]), []);
    expect(issues).toMatchObject([{ rule: 'volume.empty', severity: 'error' }]);
  });
});
