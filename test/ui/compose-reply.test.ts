import { describe, expect, it } from 'vitest';
import { readPlaceholders, strayBraces } from '../../src/domain/reply-template.ts';
import { composeReply, type ReplyContent } from '../../src/ui/strings/compose-reply.ts';

const CONTENT: ReplyContent = {
  columns: [
    { name: 'nom' },
    { name: 'volume', unit: 'm³' },
    { name: 'annee' },
    { name: 'etat', codes: { S: 'en service' } },
    { name: 'le_jour' },
    { name: 'ouvert' },
  ],
  rows: [
    ['Lawe', 350_000, 2024, 'S', '2024-03-01', true],
    ['Clarence', 165_000.5, 2023, 'P', null, false],
    ['Lawe', null, null, 'S', null, null],
  ],
  count: 3,
  parameters: { commune: 'Béthune' },
};
const reply = (template: string, content: Partial<ReplyContent> = {}) =>
  composeReply(template, { ...CONTENT, ...content }).replace(/[\u202f\u00a0]/g, ' ');

describe('a reply', () => {
  it.each([
    ['{rows} lignes', '3 lignes'],
    ['{rows:ouvrage|ouvrages}', '3 ouvrages'],
    ['{nom}, {nom.2}, {nom.9}', 'Lawe, Clarence, —'],
    ['{volume} puis {volume.2}', '350 000 m³ puis 165 000,5 m³'],
    ['{volume.sum}, {volume.min}, {volume.max}', '515 000,5 m³, 165 000,5 m³, 350 000 m³'],
    ['{nom.count:cours d’eau|cours d’eau} : {nom.list}', '2 cours d’eau : Lawe et Clarence'],
    ['{volume.list}', '350 000 m³ et 165 000,5 m³'],
    [
      '{annee} {etat} {etat.2} {le_jour} {ouvert} {ouvert.2}',
      '2024 en service P 1er mars 2024 oui non',
    ],
    ['{nom.min}, {nom.max}, {le_jour.min}', 'Clarence, Lawe, 1er mars 2024'],
    ['À {$commune}, rien de {$absent} ni {absent}', 'À Béthune, rien de — ni —'],
  ])('%s → %s', (template, said) => {
    expect(reply(template)).toBe(said);
  });

  it('lists five names, then tells how many others there are', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const rows = (count: number) => names.slice(0, count).map((name) => [name]);
    expect(reply('{nom.list}', { rows: rows(6) })).toBe('a, b, c, d, e et f');
    expect(reply('{nom.list}', { rows: rows(7) })).toBe('a, b, c, d, e et 2 autres');
    expect(reply('{nom.list} {volume.sum} {volume.max}', { rows: [] })).toBe('— 0 m³ —');
  });

  it('says the total in hectares or kilometres, and the groups with their counts', () => {
    expect(reply('{total}', { total: { value: 123_456, family: 'polygon' } })).toBe('12,3 ha');
    expect(reply('{total}', { total: { value: 200_000, family: 'line' } })).toBe('200 km');
    expect(reply('{total}', { total: null })).toBe('—');
    const groups = [
      { value: 'S', count: 1200, total: 0 },
      { value: null, count: 1, total: 0 },
    ];
    const groupColumn = { name: 'etat', codes: { S: 'en service' } };
    expect(reply('{groups:état|états} : {groups.list}', { groups, groupColumn })).toBe(
      '2 états : en service (1 200) et non renseigné (1)',
    );
  });

  it('takes one noun for none or one', () => {
    expect(reply('{rows:commune|communes}', { count: 0 })).toBe('0 commune');
    expect(reply('{rows:commune|communes}', { count: 1 })).toBe('1 commune');
  });

  it('has placeholders that are read, and braces that are not', () => {
    expect(
      readPlaceholders('a {b.sum:c|d} {$e}').map(({ name, part, nouns }) => [name, part, nouns]),
    ).toEqual([
      ['b', 'sum', ['c', 'd']],
      ['$e', 1, null],
    ]);
    expect(strayBraces('{a} {b c} {d.mean} {e')).toEqual(['{b c}', '{d.mean}', '{e']);
  });
});
