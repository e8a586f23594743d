import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import type { Parameter } from '../../src/domain/library.ts';
import type { SqlResult } from '../../src/domain/sql-result.ts';
import type { Reply } from '../../src/state/app-state.ts';
import { chartsOfReply } from '../../src/ui/indicateurs/chart-bars.ts';
import { communeOf, namingColumn, replyColumns } from '../../src/ui/indicateurs/reply-columns.ts';
import {
  parameterTexts,
  rowsSpokenOf,
  sentenceOf,
} from '../../src/ui/indicateurs/reply-sentence.ts';
import { createSaved } from '../helpers/create-library.ts';
import { createAtlas } from './create-atlas.ts';

const catalogue = createAtlas();
const result: SqlResult = {
  columns: [
    { name: 'comm_insee', type: 'text' },
    { name: 'comm_nom', type: 'text' },
    { name: 'annee', type: 'integer' },
    { name: 'surface_ha', type: 'number' },
    { name: 'geom', type: 'geometry' },
  ],
  ipc: new Uint8Array(),
  rowCount: 2,
  layers: { communes: '00000000' },
  notices: [],
  joins: [],
  elapsedMs: 3,
};
const rowsReply: Reply = { kind: 'rows', result, statement: 'SELECT 1' };
const saved = createSaved({
  columns: {
    comm_nom: { label: 'Commune' },
    annee: { label: 'Année' },
    surface_ha: { label: 'Surface', unit: 'ha' },
  },
  reply: '{comm_nom} vient en tête avec {surface_ha} sur {surface_ha.sum} à moins de {$metres}.',
});
const rows = [
  ['62119', 'Béthune', 2024, 12.345, null],
  ['62048', 'Auchel', 2022, 3, null],
];
const answer: Answer = {
  id: 'a1',
  question: { target: 'parcelles', where: { kind: 'and', conditions: [] }, groupBy: 'etat' },
  versions: { parcelles: '00000000' },
  count: 3,
  outOf: 10,
  faulty: {},
  total: 20_000,
  crs: 'EPSG:3950',
  measures: [{ name: 'area_m2', kind: 'area', unit: 'm²' }],
  groups: [
    { value: '03', count: 2, total: 15_000 },
    { value: null, count: 1, total: 5_000 },
  ],
  extent: null,
  elapsedMs: 1,
};
const features: Reply = { kind: 'features', answer };

describe('the columns of a reply', () => {
  it('have labels and units, numbers are written the French way, years are not cut', () => {
    const columns = replyColumns(saved, rowsReply, catalogue);
    expect(columns.map(({ label }) => label)).toEqual([
      'Comm insee',
      'Commune',
      'Année',
      'Surface (ha)',
    ]);
    expect(columns.map(({ format }, i) => format(rows[0]?.[i] ?? null))).toEqual([
      '62119',
      'Béthune',
      '2024',
      '12,35',
    ]);
    expect(namingColumn(rowsReply, columns)).toBe(1);
  });

  it('lead to the commune that a row names', () => {
    const names = result.columns.map(({ name }) => name);
    expect(communeOf(names, rows[0] ?? [], null)).toEqual({ layer: 'communes', key: '62119' });
    const communes = [{ code: '62119', name: 'Béthune' }];
    expect(communeOf(['n', 'commune'], [3, 'Béthune'], communes)?.key).toBe('62119');
    expect(communeOf(['nom'], ['Béthune'], communes)).toBeNull();
    expect(communeOf(['commune'], ['Ailleurs'], communes)).toBeNull();
  });

  it('of features are their name, what the question speaks of, then their measures', () => {
    const columns = replyColumns(saved, features, catalogue);
    expect(columns.map(({ name }) => name)).toEqual(['id', 'etat', 'area_m2']);
  });
});

describe('the chart of a reply', () => {
  it('has a bar a row, named by the first text that is no code', () => {
    const columns = replyColumns(saved, rowsReply, catalogue);
    const charts = chartsOfReply(rowsReply, catalogue, columns, rows, null);
    const [chart] = charts;
    expect(charts).toHaveLength(1);
    expect(chart).toMatchObject({ category: 'Commune', measure: 'Surface (ha)' });
    expect(
      chart?.bars.map(({ label, value, text, feature }) => [label, value, text, feature?.key]),
    ).toEqual([
      ['Béthune', 12.345, '12,35', '62119'],
      ['Auchel', 3, '3', '62048'],
    ]);
  });

  it('has a bar a group of an answer, those that can be kept on the map with their value', () => {
    const [chart] = chartsOfReply(features, catalogue, [], [], null);
    expect(chart?.bars.map(({ label, text, group }) => [label, text, group])).toEqual([
      ['03\u00a0: opposable', '2', '03'],
      ['non renseigné', '1', undefined],
    ]);
  });
});

describe('the sentence of a reply', () => {
  const parameters: Parameter[] = [
    { name: 'commune', label: 'Commune', type: 'commune', value: '62119' },
    { name: 'metres', label: 'Distance', type: 'number', value: 800, unit: 'm', min: 0, max: 900 },
  ];
  const texts = parameterTexts(parameters, { metres: 300 }, [{ code: '62119', name: 'Béthune' }]);
  const names = result.columns.map(({ name }) => name);

  it('says what was chosen and what was found', () => {
    expect(texts).toEqual({ commune: 'Béthune', metres: '300\u202fm' });
    const parts = { reply: rowsReply, count: 2, names, rows, parameters: texts, catalogue };
    expect(sentenceOf(saved, parts)).toBe(
      'Béthune vient en tête avec 12,35\u202fha sur 15,35\u202fha à moins de 300\u202fm.',
    );
  });

  it('of features has their number, their total and their groups', () => {
    const own = { ...saved, reply: '{rows:parcelle|parcelles}, {total}\u00a0: {groups.list}.' };
    const parts = { reply: features, count: 3, names: [], rows: [], parameters: {}, catalogue };
    expect(sentenceOf(own, parts)).toBe(
      '3 parcelles, 2\u202fha\u00a0: opposable (2) et non renseigné (1).',
    );
  });

  it('of nothing is the one that the question keeps for it', () => {
    const own = { ...saved, empty: 'Rien à {$commune}.' };
    const parts = { reply: rowsReply, count: 0, names, rows: [], parameters: texts, catalogue };
    expect(sentenceOf(own, parts)).toBe('Rien à Béthune.');
  });

  it('asks for no more rows than it speaks of', () => {
    expect(rowsSpokenOf('{rows} et {total}', 500)).toBe(0);
    expect(rowsSpokenOf('{nom} puis {nom.3}', 500)).toBe(3);
    expect(rowsSpokenOf('{surface.sum}', 500)).toBe(500);
  });
});
