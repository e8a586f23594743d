import { expect, it } from 'vitest';
import { macroOf, SQL_FUNCTIONS, signaturesOf } from '../../src/sql/function-catalogue.ts';
import { sqlHelp } from '../../src/ui/strings/sql-help.ts';

it('every function has one line of help, and no help is without its function', () => {
  expect(Object.keys(sqlHelp).sort()).toEqual(SQL_FUNCTIONS.map(({ name }) => name).sort());
});

it('names are said once', () => {
  const names = SQL_FUNCTIONS.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

it('a function of two forms is one macro of two bodies', () => {
  const buffer = SQL_FUNCTIONS.find(({ name }) => name === 'ST_Buffer');
  expect(signaturesOf(buffer!)).toEqual(['ST_Buffer(g, metres)', 'ST_Buffer(g, metres, segments)']);
  expect(macroOf(buffer!)).toBe(
    'CREATE MACRO ST_Buffer(g, metres) AS __buffer(g::BLOB, metres::DOUBLE, 8), (g, metres, segments) AS __buffer(g::BLOB, metres::DOUBLE, segments::INTEGER)',
  );
});
