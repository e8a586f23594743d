import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import { repairText } from '../../../src/publish/validate/repair-text.ts';
import { validate } from '../../../src/publish/validate/validate.ts';
import { createRuleContext, pointInMetres } from '../../helpers/create-rule-context.ts';

async function check(columns: Record<string, Value[]>) {
  const rows = Object.values(columns)[0]!.length;
  const geometries = Array.from({ length: rows }, (_, i) => pointInMetres(i, 0));
  const issues = await validate(
    createRuleContext(geometries, columns, { meta: { geometry: 'point' } }),
    [],
  );
  return issues.filter(({ rule }) => rule.startsWith('attributes'));
}

describe('text in attributes', () => {
  it('with HTML is told once a column, and shown on one line', async () => {
    const texts = ['ok', '<script>alert(1)</script>\n', 'a <b>gras</b>', 'x < y et y > z', 'a<5'];
    expect(await check({ note: texts })).toMatchObject([
      { rule: 'attributes.markup', severity: 'notice', row: 1, field: 'note', facts: { count: 2 } },
    ]);
  });

  it('that a spreadsheet would run is told, numbers and dashes are not', async () => {
    const run = ['=1+1', '@SUM(A1)', '+cmd|/c calc!A1', '-SUM(A1)'];
    const plain = ['-5,2', '+33 3 21 00 00 00', '- présence d’arbres', '@mairie', '–', '-'];
    expect(await check({ a: run })).toMatchObject([
      { rule: 'attributes.formula', facts: { count: 4 } },
    ]);
    expect(await check({ a: plain })).toEqual([]);
  });

  it('whose accents were read wrong is told with what was meant', async () => {
    const issues = await check({ nom: ['BÃ©thune', 'Nœux-les-Mines', 'Ârles'] });
    expect(issues).toMatchObject([
      { rule: 'attributes.mojibake', row: 0, facts: { count: 1, repaired: 'Béthune' } },
    ]);
    expect(await check({ nom: ['perdu \ufffd', 'b'] })).toMatchObject([
      { facts: { repaired: null } },
    ]);
  });

  it('is repaired only where it was broken', () => {
    expect(repairText('CommunautÃ© dâ€™agglomÃ©ration')).toBe('Communauté d’agglomération');
    expect(repairText('l\u0092église, c\u009cur')).toBe('l’église, cœur');
    for (const text of ['Communauté', 'ÂGE', 'Ã', 'plain', '', '1 €', 'Å©']) {
      expect(repairText(text)).toBe(text === 'Å©' ? 'ũ' : null);
    }
  });

  it('is missing from blank columns, told together', async () => {
    expect(await check({ a: [null, ' '], b: ['', null], c: ['x', null] })).toMatchObject([
      { rule: 'attributes.blank', facts: { count: 2, columns: 'a, b' } },
    ]);
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, i) => [`c${i}`, [null]]));
    const [issue] = await check(many);
    expect(issue?.message).toMatch(/c19 et 5 autres\.$/);
  });
});
