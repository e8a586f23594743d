import { describe, expect, it } from 'vitest';
import { mergeCatalogues } from '../../src/domain/merge-catalogues.ts';
import { createCatalogue, createLayer } from '../helpers/create-catalogue.ts';

describe('the catalogue of a reader who may have restricted layers', () => {
  const open = createCatalogue([createLayer({ id: 'communes' }), createLayer({ id: 'zae' })]);
  const themes = [
    { id: 'reserve', title: 'Réservé' },
    { id: 'vide', title: 'Vide' },
  ];
  const restricted = {
    ...createCatalogue([
      createLayer({ id: 'zae', history: 'layers/zae.history.json' }),
      createLayer({ id: 'proprietes', theme: 'reserve' }),
    ]),
    themes,
  };
  const merged = mergeCatalogues(open, restricted, 'restreint/');

  it('holds the public layers, then the restricted ones, each id once', () => {
    expect(merged.layers.map(({ id, restricted }) => [id, restricted ?? false])).toEqual([
      ['communes', false],
      ['zae', true],
      ['proprietes', true],
    ]);
  });

  it('finds the files and histories of the restricted layers in their folder', () => {
    const zae = merged.layers[1];
    expect(zae?.file.path).toMatch('restreint/layers/parcelles.00000000.parquet');
    expect(zae?.history).toBe('restreint/layers/zae.history.json');
  });

  it('gains the themes that a restricted layer is of, and no others', () => {
    expect(merged.themes).toEqual([...open.themes, themes[0]]);
  });

  it('keeps the territory of the site', () => {
    expect(merged.territory).toEqual(open.territory);
  });
});
