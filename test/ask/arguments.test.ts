import { expect, it } from 'vitest';
import { parseArguments } from '../../scripts/ask/arguments.ts';
import { usageSentence } from '../../scripts/ask/messages.ts';

const parse = (...argv: string[]) => parseArguments(argv, '/public');

it('a question is answered by ids from the served folder, unless said otherwise', () => {
  const request = { kind: 'question', question: 'q.json', data: '/public', emit: 'ids' };
  expect(parse('--question', 'q.json')).toEqual({ request });
  expect(parse('--question', '-', '--data', 'ici', '--emit', 'sql:sedona')).toEqual({
    request: { kind: 'question', question: '-', data: 'ici', emit: { dialect: 'sedona' } },
  });
});

it('a statement gives CSV, or JSON', () => {
  const request = { kind: 'sql', sql: 'select 1', data: '/public', emit: 'csv' };
  expect(parse('--sql', 'select 1')).toEqual({ request });
  expect(parse('--sql', 'select 1', '--emit=json')).toEqual({
    request: { ...request, emit: 'json' },
  });
});

it('saved questions are asked all, or one with the values that it is given', () => {
  const request = { kind: 'saved', saved: null, values: {}, data: '/public', isJson: false };
  expect(parse('--all')).toEqual({ request });
  expect(parse('--all', '--json', '--data', 'ici')).toEqual({
    request: { ...request, isJson: true, data: 'ici' },
  });
  const one = parse('--saved', 'q15', '--set', 'commune=62119', '--set', 'mot=a=b c');
  const values = { commune: '62119', mot: 'a=b c' };
  expect(one).toEqual({ request: { ...request, saved: 'q15', values } });
});

it.each([
  [['--help'], 'help'],
  [['--all', '--saved', 'q15'], 'two-asked'],
  [['--all', '--set', 'commune=62119'], 'bad-set'],
  [['--saved', 'q15', '--set', 'commune'], 'bad-set'],
  [['--saved'], 'missing-value'],
  [[], 'nothing-asked'],
  [['--question'], 'missing-value'],
  [['--question', '--emit', 'csv'], 'missing-value'],
  [['--quetsion', 'q.json'], 'unknown-option'],
  [['--sql', 'select 1', 'from'], 'stray'],
  [['--sql', 'select 1', '--question', 'q.json'], 'two-asked'],
  [['--question', 'q.json', '--emit', 'xml'], 'bad-emit'],
  [['--question', 'q.json', '--emit', 'sql:oracle'], 'bad-emit'],
  [['--sql', 'select 1', '--emit', 'geojson'], 'bad-emit'],
])('%j is wrong: %s', (argv, kind) => {
  const parsed = parse(...argv);
  if (!('fault' in parsed)) throw new Error('accepted');
  expect(parsed.fault.kind).toBe(kind);
  expect(usageSentence(parsed.fault)).toMatch(/[.»]\s*$|duckdb|sedona/);
});
