import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/domain/answer.ts';
import type { Question } from '../../../src/domain/question.ts';
import {
  answerSummary,
  type SummaryParts,
  shareText,
  summaryToHtml,
  summaryToText,
} from '../../../src/ui/strings/answer-summary.ts';
import { createCatalogue, createLayer } from '../../helpers/create-catalogue.ts';

const commune = { name: 'comm_nom', label: 'Commune', type: 'text' } as const;
const parcels = createLayer({
  id: 'parcelles',
  title: 'Parcelles cadastrales',
  producer: 'DGFiP',
  licence: 'Licence Ouverte 2.0',
  date: '2026-10-01',
  noun: ['parcelle', 'parcelles'],
  simulated: true,
  fields: [commune, { name: 'contenance', label: 'Contenance', type: 'integer', unit: 'm²' }],
});
const question: Question = {
  target: 'parcelles',
  where: { kind: 'compare', field: 'contenance', op: '>', value: 2000 },
};
const answer: Answer = {
  id: 'answer-1',
  question,
  versions: { parcelles: '4a6e5ce9' },
  count: 124,
  outOf: 270_341,
  faulty: {},
  total: 1_029_674,
  crs: 'EPSG:3950',
  measures: [],
  groups: [],
  extent: null,
  elapsedMs: 1,
};
const parts: SummaryParts = {
  answer,
  catalogue: createCatalogue([parcels]),
  layerTotal: 640_000_000,
  kept: null,
  communes: null,
  link: null,
};
const plain = (changed: Partial<SummaryParts>) =>
  summaryToText(answerSummary({ ...parts, ...changed })).replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the summary of an answer', () => {
  it('says the question, the figures, the data and that geometry is simulated', () => {
    expect(plain({})).toBe(
      [
        'Les parcelles dont la contenance est supérieure à 2 000 m².',
        '124 parcelles sur 270 341 (moins de 0,1 %), soit 103 ha (0,2 % de la surface totale), mesures en CC50 (EPSG:3950).',
        'Données :',
        '- Parcelles cadastrales, DGFiP, au 1er octobre 2026, version 4a6e5ce9, Licence Ouverte 2.0',
        'Géométries simulées, sans valeur réglementaire : Parcelles cadastrales.',
      ].join('\n'),
    );
  });

  it('names the communes that hold most, and counts the others', () => {
    const groups = ['Annequin', 'Lorgies', 'Béthune', 'Auchel', 'Lillers', 'Divion', null].map(
      (value, i) => ({ value, count: 7 - i, sums: [10_000 * (7 - i)] }),
    );
    const named = (count: number) =>
      plain({ communes: { field: commune, groups: groups.slice(0, count) } }).split('\n')[2];
    expect(named(2)).toBe(
      'Par commune : Annequin (7 parcelles, 7 ha), Lorgies (6 parcelles, 6 ha).',
    );
    expect(named(6)).toBe(
      'Par commune : Annequin (7 parcelles, 7 ha), Lorgies (6 parcelles, 6 ha), Béthune (5 parcelles, 5 ha), Auchel (4 parcelles, 4 ha), Lillers (3 parcelles, 3 ha) et 1 autre commune : 2 parcelles, 2 ha.',
    );
    expect(named(7)).toContain(' et 2 autres communes : 3 parcelles, 3 ha.');
  });

  it('says what is kept of the answer, and where to find it again', () => {
    const kept = {
      filters: ['Surface : 5 000 ou plus', 'dans la vue de la carte'],
      count: 1,
      total: 5100,
    };
    const lines = plain({ kept, link: 'https://atlas.test/#/question?q=1' }).split('\n');
    expect(lines[2]).toBe(
      'Dont 1 parcelle sur 124, 5 100 m², en gardant : Surface : 5 000 ou plus ; dans la vue de la carte.',
    );
    expect(lines.at(-1)).toBe('Réponse en ligne : https://atlas.test/#/question?q=1');
  });

  it('never names a file of the reader’s own, nor gives a link that would', () => {
    const catalogue = createCatalogue([
      { ...parcels, title: 'Acquisitions secrètes', isTemporary: true, simulated: false },
    ]);
    const text = plain({ catalogue, link: 'https://atlas.test/#/question?q=1' });
    expect(text).not.toMatch(/secrètes|https/);
    expect(text).toContain('- Un fichier local, non publié');
  });

  it('is HTML for word processors, with nothing of its own in it', () => {
    const html = summaryToHtml([
      { text: 'a < b & « c »' },
      { title: 'Données :', items: ['<script>'] },
    ]);
    expect(html).toBe(
      '<p>a &lt; b &amp; « c »</p><p>Données :</p><ul><li>&lt;script&gt;</li></ul>',
    );
  });

  it('does not say nothing of a share that is something', () => {
    const text = (share: number) => shareText(share).replaceAll('\u202f', ' ');
    expect([0, 0.0004, 0.001, 0.5].map(text)).toEqual(['0 %', 'moins de 0,1 %', '0,1 %', '50 %']);
  });
});
