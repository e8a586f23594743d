import { describe, expect, it } from 'vitest';
import type { Answers, CommuneRows } from '../../scripts/pages/ask-statements.ts';
import { makeSheets } from '../../scripts/pages/make-sheets.ts';
import type { CommuneFigure, CommuneList, Contradiction } from '../../src/domain/library.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createLibrary } from '../helpers/create-library.ts';

const communes = ['62001', '62002', '62003', '62004'].map((code, i) => ({
  code,
  name: `Commune ${i}`,
  extent: [2, 50, 3, 51] as [number, number, number, number],
  neighbours: [],
}));
const catalogue = createCatalogue([
  createLayer({
    id: 'communes',
    title: 'Communes',
    fields: [
      { name: 'code', label: 'Code', type: 'text' },
      { name: 'etat', label: 'État', type: 'text', codes: { E: 'en service' } },
    ],
  }),
]);
const FIGURE: CommuneFigure = {
  column: 'ha',
  label: 'Surface',
  unit: 'ha',
  method: 'Mesurée.',
  contradictions: ['espaces'],
  indicators: ['ind-001'],
};
const LIST: CommuneList = {
  id: 'lieux',
  title: 'Lieux',
  columns: [
    { id: 'nom', label: 'Nom' },
    { id: 'etat', label: 'État', codes: 'communes.etat' },
  ],
  sql: [],
  empty: 'Aucun lieu.',
  contradictions: ['lieu'],
};
const matter = (id: string, named?: Record<string, string>): Contradiction => ({
  ...{ id, theme: 'limites', subject: `Matière ${id}`, unit: 'ha' },
  values: [
    { value: 300, raw: '300 ha', source: '000:12', year: 2024 },
    { value: 220, raw: '220 ha', source: '000:31-33', year: 2022 },
  ],
  ...(named && { communes: named }),
});

const rowsOf = (columns: string[], rows: (string | number | boolean | null)[][]): CommuneRows => ({
  columns,
  byCode: new Map(
    rows.map(([code]) => [String(code), rows.filter((row) => row[0] === code)] as const),
  ),
  versions: { communes: 'abcd1234' },
});

function sheetsOf(values: (number | null)[], listRows: (string | boolean | null)[][] = []) {
  const rows = values.map((value, i) => [communes[i]?.code ?? '', value]);
  const answers: Answers = {
    figures: [
      {
        theme: 'limites',
        statement: { figures: [FIGURE], sql: [] },
        found: rowsOf(['code', 'ha'], rows),
      },
    ],
    lists: [{ theme: 'limites', list: LIST, found: rowsOf(['code', 'etat', 'nom'], listRows) }],
    unanswered: [],
  };
  const contradictions = [matter('espaces'), matter('lieu', { '62002': 'Commune 1' })];
  const library = createLibrary({ contradictions });
  return makeSheets({ catalogue, library, communes, answers });
}

/** The only figure of each commune. */
const figuresOf = (values: (number | null)[]) =>
  sheetsOf(values).map(({ sections }) => sections[0]?.figures[0]);

describe('the sheet of a commune', () => {
  it('ranks the largest first, ties alike, and leaves out what is not known', () => {
    const figures = figuresOf([5, 9, 5, null]);
    expect(figures.map((figure) => figure?.rank)).toEqual([2, 1, 2, null]);
    expect(figures.map((figure) => figure?.outOf)).toEqual([3, 3, 3, 3]);
    expect(figures.map((figure) => figure?.median)).toEqual([5, 5, 5, 5]);
    expect(figures[3]?.value).toBeNull();
  });

  it('takes a commune without a row, or a number that is none, as not known', () => {
    const figures = figuresOf([Number.NaN, 3]);
    expect(figures.map((figure) => figure?.value)).toEqual([null, 3, null, null]);
  });

  it('names the layers with date and version, and the documents with their lines', () => {
    expect(figuresOf([1])[0]?.sources).toEqual([
      {
        kind: 'layer',
        layer: 'communes',
        title: 'Communes',
        date: '2026-01-01',
        version: 'abcd1234',
      },
      { kind: 'document', title: 'Rapport d’activité 2024', reference: 'ligne 902' },
    ]);
    expect(sheetsOf([1])[0]).toMatchObject({
      asOf: '2026-01-01',
      versions: { communes: 'abcd1234' },
    });
  });

  it('tells every value of a contradiction, where there is something to doubt', () => {
    const [some, none] = figuresOf([4, 0]);
    expect(some?.doubt).toBe(
      'Les documents ne s’accordent pas. Matière espaces, pour tout le territoire\u00a0: 300\u202fha (Rapport d’activité 2024, ligne 12)\u00a0; 220\u202fha (Rapport d’activité 2024, lignes 31-33, pour 2022).',
    );
    expect(none).not.toHaveProperty('doubt');
  });

  it('tells a contradiction of one commune there alone', () => {
    const rows = ['62001', '62002'].map((code) => [code, 'E', 'Gare']);
    const lists = sheetsOf([1], rows).map(({ sections }) => sections[0]?.lists[0]);
    expect(lists[0]).not.toHaveProperty('doubt');
    expect(lists[1]?.doubt).toContain('Matière lieu\u00a0:');
    expect(lists[2]?.rows).toEqual([]);
  });

  it('writes the cells of a list in the order of its columns, codes and booleans in words', () => {
    const rows = [
      ['62001', 'E', 'Gare'],
      ['62001', 'Z', ''],
      ['62001', true, null],
    ];
    expect(sheetsOf([1], rows)[0]?.sections[0]?.lists[0]?.rows).toEqual([
      ['Gare', 'en service'],
      [null, 'Z'],
      [null, 'oui'],
    ]);
  });
});
