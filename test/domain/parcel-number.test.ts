import { expect, it } from 'vitest';
import { parcelId, parseParcelNumber } from '../../src/domain/parcel-number.ts';

it.each(['62119000AB0123', '62119 000 AB 0123', '62119-000-AB-0123', '62119000ab0123'])(
  '%s is a full identifier',
  (text) => {
    expect(parseParcelNumber(text)).toEqual({ kind: 'id', id: '62119000AB0123' });
  },
);

it('a section of one letter is padded in the identifier', () => {
  expect(parseParcelNumber('621190000A0007')).toEqual({ kind: 'id', id: '621190000A0007' });
});

it.each([
  ['AB 123 Béthune', '000', 'AB', '0123', 'Béthune'],
  ['section AB n° 123, Béthune', '000', 'AB', '0123', 'Béthune'],
  ['Béthune AB123', '000', 'AB', '0123', 'Béthune'],
  ['a 7 La Couture', '000', '0A', '0007', 'La Couture'],
  ['N 123 Béthune', '000', '0N', '0123', 'Béthune'],
  ['NO 12 Béthune', '000', 'NO', '0012', 'Béthune'],
  ['0B 12 Béthune', '000', '0B', '0012', 'Béthune'],
  ['AB no 12 Béthune', '000', 'AB', '0012', 'Béthune'],
  ['AB 0123 à Béthune', '000', 'AB', '0123', 'Béthune'],
  ['120 AB 45 Isbergues', '120', 'AB', '0045', 'Isbergues'],
])('%s names a section, a number and a commune', (text, prefix, section, number, commune) => {
  expect(parseParcelNumber(text)).toEqual({ kind: 'number', prefix, section, number, commune });
});

it.each(['Béthune', 'rue de Lille', '62400', '', 'Noeux-les-Mines'])(
  '%s names no parcel',
  (text) => {
    expect(parseParcelNumber(text)).toBeNull();
  },
);

it('an identifier has fourteen characters', () => {
  expect(parcelId('62119', '000', '0A', '0007')).toBe('621190000A0007');
});
