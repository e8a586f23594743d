import { expect, test } from 'vitest';
import {
  formatAlignedShare,
  formatArea,
  formatBytes,
  formatCount,
  formatDate,
  formatDuration,
  formatLength,
  formatMoment,
  formatNumber,
  formatQuantity,
  formatShare,
  formatShortDate,
  formatValue,
  lowerFirst,
} from '../../src/ui/strings/format.ts';
import { formatPlain, parseFrenchNumber } from '../../src/ui/strings/french-number.ts';

test('numbers take thin spaces between thousands and a decimal comma', () => {
  expect(formatNumber(274310.256)).toBe('274\u202f310,26');
  expect(formatNumber(-1250)).toBe('-1\u202f250');
  expect(formatNumber(2.96, 1)).toBe('3');
});

test('a number still to be written is an ellipsis', () => {
  expect(formatNumber(Number.NaN)).toBe('…');
});

test('areas are in m² below one hectare and in hectares from there on', () => {
  expect(formatArea(1250.4)).toBe('1\u202f250\u202fm²');
  expect(formatArea(124_000)).toBe('12,4\u202fha');
  expect(formatArea(3_500_000)).toBe('350\u202fha');
});

test('lengths are in metres below one kilometre and in kilometres from there on', () => {
  expect(formatLength(849.6)).toBe('850\u202fm');
  expect(formatLength(12_400)).toBe('12,4\u202fkm');
});

test('a unit that is words is singular below two, as the number is written', () => {
  const units = [
    [1, 'habitants', '1\u00a0habitant'],
    [0, 'lots libres', '0\u00a0lot libre'],
    [-1.5, 'points', '-1,5\u00a0point'],
    [1.999, 'points de charge', '2\u00a0points de charge'],
    [1, 'permis d’aménager', '1\u00a0permis d’aménager'],
    [0.4, 'logements/ha', '0,4\u00a0logement/ha'],
    [1, 'locaux', '1\u00a0local'],
    [1, 'enjeux', '1\u00a0enjeu'],
    [1, 'ans', '1\u202fan'],
    [1, 'mois', '1\u00a0mois'],
    [1, 'ZEC', '1\u202fZEC'],
    [1, 'm²', '1\u202fm²'],
    [1, '€ HT/m³', '1\u202f€ HT/m³'],
    [3, 'lots libres', '3\u00a0lots libres'],
    [Number.NaN, 'places', '…\u00a0places'],
  ] as const;
  for (const [value, unit, text] of units) expect(formatQuantity(value, unit)).toBe(text);
});

test('shares, file sizes and durations carry their unit', () => {
  expect(formatShare(0.5)).toBe('50\u202f%');
  expect(formatAlignedShare(0.5)).toBe('50,0\u202f%');
  expect(formatBytes(1_234_567)).toBe('1,2\u202fMo');
  expect(formatBytes(340_000)).toBe('340\u202fko');
  expect(formatBytes(12)).toBe('12\u202fo');
  expect(formatDuration(340)).toBe('340\u202fms');
  expect(formatDuration(1800)).toBe('1,8\u202fs');
});

test('dates are in words, the first of a month as an ordinal', () => {
  expect(formatDate('2026-01-01')).toBe('1er janvier 2026');
  expect(formatDate('2024-08-23')).toBe('23 août 2024');
  expect(formatDate('en cours')).toBe('en cours');
  expect(formatShortDate('2026-01-01')).toBe('01/01/2026');
});

test('zero and one take the singular', () => {
  const noun = ['parcelle', 'parcelles'] as const;
  expect(formatCount(0, noun)).toBe('0 parcelle');
  expect(formatCount(1, noun)).toBe('1 parcelle');
  expect(formatCount(2000, noun)).toBe('2\u202f000 parcelles');
});

test('labels lose their capital inside a sentence unless they begin with an acronym', () => {
  expect(lowerFirst('Élévation')).toBe('élévation');
  expect(lowerFirst('INSEE de la commune')).toBe('INSEE de la commune');
});

test('values are shown with their unit, their official meaning or in words', () => {
  const area = { name: 's', label: 'Surface', type: 'number', unit: 'ha' } as const;
  const zone = {
    name: 'TYPEZONE',
    label: 'Type',
    type: 'text',
    codes: { AUc: 'à urbaniser, ouverte' },
  } as const;
  expect(formatValue(12.4, area)).toBe('12,4\u202fha');
  expect(formatValue('AUc', zone)).toBe('AUc\u00a0: à urbaniser, ouverte');
  const commune = { ...zone, codes: { '62119': 'Béthune' } } as const;
  expect(formatValue('62119', commune)).toBe('Béthune (62119)');
  expect(formatValue('Nh', zone)).toBe('Nh');
  expect(formatValue(true, { name: 'b', label: 'Arpentée', type: 'boolean' })).toBe('oui');
  expect(formatValue('2024-03-01', { name: 'd', label: 'Date', type: 'date' })).toBe(
    '1er mars 2024',
  );
  expect(formatValue(null, area)).toBe('—');
});

test('years are not cut in thousands', () => {
  const year = { name: 'annee', label: 'Année de création', type: 'integer' } as const;
  expect(formatValue(2024, year)).toBe('2024');
});

test('numbers are read as they are typed, with a comma, a point or spaces', () => {
  expect(parseFrenchNumber('2\u202f000,5')).toBe(2000.5);
  expect(parseFrenchNumber('2 000.5')).toBe(2000.5);
  expect(parseFrenchNumber('')).toBeNaN();
  expect(parseFrenchNumber('cent')).toBeNaN();
  expect(formatPlain(2000.5)).toBe('2000,5');
});

test('a code that only spells its meaning is not said twice', () => {
  const codes = {
    mobilite: 'Mobilité',
    'eau-et-milieux': 'Eau et milieux',
    gemapi: 'inondations et milieux aquatiques',
  };
  const theme = { name: 'theme', label: 'Thème', type: 'text', codes } as const;
  expect(formatValue('mobilite', theme)).toBe('Mobilité');
  expect(formatValue('eau-et-milieux', theme)).toBe('Eau et milieux');
  expect(formatValue('gemapi', theme)).toBe('inondations et milieux aquatiques');
});

test('a number that its description calls a year is not cut in thousands', () => {
  const description = 'Année du bilan.';
  const field = {
    name: 'papi',
    label: 'Opération finalisée',
    type: 'integer',
    description,
  } as const;
  expect(formatValue(2024, field)).toBe('2024');
});

test('a moment tells the hour, so that two versions of a day are told apart; a mere date does not', () => {
  const local = new Date(2026, 2, 3, 14, 5).toISOString();
  expect(formatMoment(local)).toBe('3 mars 2026 à 14\u00a0h\u00a005');
  expect(formatMoment('2026-03-03')).toBe('3 mars 2026');
  expect(formatMoment('d5fd40d7')).toBe('d5fd40d7');
});
