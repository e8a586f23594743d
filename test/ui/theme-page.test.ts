import { describe, expect, it } from 'vitest';
import { gapOf } from '../../src/ui/indicateurs/figure-gap.ts';
import { nextSort, sortFigures } from '../../src/ui/indicateurs/sort-figures.ts';
import { figureText, sourceText, yearsText } from '../../src/ui/indicateurs/source-text.ts';
import { layersOfFigure, pagesOf } from '../../src/ui/indicateurs/theme-parts.ts';
import { shownUnit } from '../../src/ui/strings/shown-unit.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';
import { createIndicator, createLibrary, createSaved } from '../helpers/create-library.ts';

const DOCUMENTS = { '000': 'Rapport d’activité 2024', '002': 'Projet de territoire' };

describe('a published figure', () => {
  it('is told with the document and the lines that hold it', () => {
    expect(sourceText('000:1134', DOCUMENTS)).toBe('Rapport d’activité 2024, ligne 1134');
    expect(sourceText('000:1-2 ; 002:916', DOCUMENTS)).toBe(
      'Rapport d’activité 2024, lignes 1 à 2\u00a0; Projet de territoire, ligne 916',
    );
    expect(sourceText('009:1', DOCUMENTS)).toBe('009:1');
  });

  it('has its unit, its years, or what the document writes where it is no number', () => {
    expect(figureText(createIndicator())).toBe('3\u202f878\u202fm');
    expect(figureText({ value: null, unit: '', raw: 'classe E' })).toBe('classe E');
    expect(yearsText({ year: 2022, since: 2017 })).toBe('2017-2022');
    expect(yearsText({ year: null })).toBe('—');
  });

  it('does not say its unit twice', () => {
    expect(shownUnit({ label: 'Forages', unit: 'forages' })).toBe('');
    expect(shownUnit({ label: 'Nouveaux projets', unit: 'projets' })).toBe('');
    expect(shownUnit({ label: 'Cours d’eau gérés', unit: 'km' })).toBe('km');
    expect(shownUnit({ label: 'Longueur (« près de 5 km »)', unit: 'km' })).toBe('km');
  });

  it('is sorted by number or in French, what is missing last', () => {
    const figures = [
      createIndicator({ id: 'a', label: 'Étangs', value: 2 }),
      createIndicator({ id: 'b', label: 'Zones', value: null }),
      createIndicator({ id: 'c', label: 'Forages', value: 10 }),
    ];
    const sorted = (column: 'value' | 'label', isDescending: boolean) =>
      sortFigures(figures, { column, isDescending })
        .map(({ id }) => id)
        .join('');
    expect(sorted('value', false)).toBe('acb');
    expect(sorted('value', true)).toBe('cab');
    expect(sorted('label', false)).toBe('acb');
    expect(nextSort(nextSort(nextSort(null, 'year'), 'year'), 'year')).toBeNull();
  });
});

describe('a figure against its objective', () => {
  const objective = createIndicator({ value: 200 });
  const gap = (value: number, better?: 'more' | 'less') =>
    gapOf(createIndicator({ value }), objective, better);

  it('says what is missing, what is too much, or that it is reached', () => {
    expect(gap(50, 'more')?.text).toBe('25\u202f% de l’objectif, il manque 150\u202fm');
    expect(gap(250, 'less')?.text).toBe('50\u202fm au-dessus de l’objectif');
    expect(gap(200, 'more')?.text).toBe('objectif atteint');
    expect(gap(100)?.text).toBe('50\u202f% de l’objectif');
  });

  it('is a bar no longer than its ground', () => {
    expect(gap(50, 'more')).toMatchObject({ value: 0.25, objective: 1 });
    expect(gap(400, 'less')).toMatchObject({ value: 1, objective: 0.5, isReached: false });
  });

  it('is not compared with another unit, nor with no number', () => {
    expect(gapOf(createIndicator({ unit: 'km' }), objective, 'more')).toBeNull();
    expect(gapOf(createIndicator({ value: null }), objective, 'more')).toBeNull();
  });
});

describe('the page of a theme', () => {
  it('is there when it has something to show', () => {
    const empty = { id: 'eau', title: 'Eau', summary: '', figures: [] };
    const library = createLibrary({ themes: [...createLibrary().themes, empty] });
    expect(pagesOf(library, createCatalogue()).map(({ id }) => id)).toEqual(['limites']);
  });

  it('shows a figure on the layers that cite its line', () => {
    const lineage = 'Réel : 3 878 m (rapport d’activité 2024, ligne 902).';
    const catalogue = createCatalogue([createLayer(), createLayer({ id: 'reseau', lineage })]);
    const found = layersOfFigure(createLibrary(), catalogue, createIndicator());
    expect(found.map(({ id }) => id)).toEqual(['reseau']);
  });

  it('shows a figure on its own layers that a question resting on it reads', () => {
    const layers = [createLayer(), createLayer({ id: 'gares', theme: 'mobilite' })];
    const figures = ['ind-001'];
    const saved = createSaved({ figures, layers: ['gares', 'parcelles'] });
    const library = createLibrary({ questions: [saved] });
    const catalogue = createCatalogue(layers);
    const found = layersOfFigure(library, catalogue, createIndicator());
    expect(found.map(({ id }) => id)).toEqual(['parcelles']);
  });
});
