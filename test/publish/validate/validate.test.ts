import { describe, expect, it } from 'vitest';
import { ruleTitle } from '../../../src/publish/strings/issue-sentences.ts';
import { READER_SEVERITIES } from '../../../src/publish/validate/reader-severities.ts';
import { RULES } from '../../../src/publish/validate/registry.ts';
import type { Rule } from '../../../src/publish/validate/rule.ts';
import { validate } from '../../../src/publish/validate/validate.ts';
import { createRuleContext, pointInMetres, rectangle } from '../../helpers/create-rule-context.ts';

describe('validation', () => {
  it('has a title for every rule, and each rule once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [...ids, ...Object.keys(READER_SEVERITIES), 'rule.failed']) {
      expect(ruleTitle(id)).toMatch(/^\p{Lu}/u);
    }
  });

  it('puts what readers found first, with its place and key', async () => {
    const context = createRuleContext([rectangle(0, 0, 50)], { id: ['A1'] });
    const finding = {
      rule: 'source.geometry-unreadable',
      row: 0,
      place: null,
      facts: { reason: 'x' },
    };
    const [issue] = await validate(context, [finding]);
    expect(issue).toMatchObject({ severity: 'error', key: 'A1', layer: 'essai' });
    expect(issue?.place).toHaveLength(2);
  });

  it('goes on when a rule fails, and says which', async () => {
    const broken: Rule = {
      id: 'geometry.sliver',
      severity: 'notice',
      check: () => {
        throw new RangeError('out of bounds');
      },
    };
    const fine: Rule = {
      id: 'geometry.empty',
      severity: 'warning',
      check: () => [{ row: 0, place: null, facts: {} }],
    };
    const issues = await validate(createRuleContext([pointInMetres(0, 0)]), [], [broken, fine]);
    expect(issues.map(({ rule }) => rule)).toEqual(['rule.failed', 'geometry.empty']);
    expect(issues[0]?.message).toContain('Lanières');
    expect(issues[0]?.message).toContain('out of bounds');
  });

  it('stops when somebody cancels', async () => {
    const controller = new AbortController();
    const geometries = Array.from({ length: 500 }, (_, i) => rectangle(60 * i, 0, 50));
    const context = createRuleContext(geometries, {}, { signal: controller.signal });
    const cancelling: Rule = {
      id: 'geometry.empty',
      severity: 'warning',
      check: () => {
        controller.abort();
        return [];
      },
    };
    await expect(validate(context, [], [cancelling, ...RULES])).rejects.toThrow(/abort/i);
  });

  it('survives values that no column should have', async () => {
    const columns = {
      a: ['\0', '<', "'", '"', '='],
      b: [1e308, -0, Number.NaN, 0, null],
      c: [true, null, null, null, false],
    };
    const geometries = [
      null,
      rectangle(0, 0, 0),
      rectangle(1e5, 0, 1e-9),
      rectangle(0, 0, 5),
      null,
    ];
    const issues = await validate(createRuleContext(geometries, columns), []);
    expect(issues.filter(({ rule }) => rule === 'rule.failed')).toEqual([]);
  });
});
