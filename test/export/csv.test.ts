import { expect, it } from 'vitest';
import type { Value } from '../../src/domain/feature.ts';
import type { AnswerContent } from '../../src/export/answer-file.ts';
import { csvWriter } from '../../src/export/csv.ts';

function write(...rows: Value[][]): string {
  return csvWriter.write({ columns: ['id', 'valeur'], rows } as AnswerContent);
}

it('opens in a French spreadsheet: byte order mark, semicolons, decimal commas', () => {
  expect(write(['a', 1234.5])).toBe('\uFEFFid;valeur\r\na;1234,5\r\n');
});

it('quotes what would break a row', () => {
  expect(write(['a;b', 'dit "oui"'])).toContain('"a;b";"dit ""oui"""');
  expect(write(['deux\nlignes', null])).toContain('"deux\nlignes";\r\n');
});

it.each(['=1+1', '+33', '-2 rue', '@nom', '\tx'])('makes %j harmless to a spreadsheet', (text) => {
  expect(write([text, 0])).toContain(`'${text}`);
});

it('leaves negative numbers as numbers and writes booleans in words', () => {
  expect(write([true, -2.5])).toContain('oui;-2,5');
});
