import type { CommuneSheet, SheetFigure, SheetList } from '../../src/domain/commune-sheet.ts';

/** A figure known for 100 communes, from one layer; `overrides` change any part of it. */
export function createFigure(overrides: Partial<SheetFigure> = {}): SheetFigure {
  return {
    id: 'lots',
    label: 'Lots libres',
    value: 12,
    unit: 'lots',
    method: 'Lots dont le statut est libre.',
    sources: [
      { kind: 'layer', layer: 'zae', title: 'Zones d’activité', date: '2026-03-31', version: 'a' },
    ],
    rank: 1,
    outOf: 100,
    median: 3.5,
    ...overrides,
  };
}

/** A list of one layer; `overrides` change any part of it. */
export function createList(overrides: Partial<SheetList> = {}): SheetList {
  return {
    id: 'projets',
    title: 'Projets',
    columns: [
      { id: 'nom', label: 'Nom' },
      { id: 'annee', label: 'Année' },
      { id: 'montant', label: 'Montant', unit: '€' },
      { id: 'date', label: 'Date' },
    ],
    rows: [['Place du marché', 2024, 1250000, '2024-04-02']],
    sources: [
      { kind: 'layer', layer: 'projets', title: 'Projets', date: '2024-12-31', version: 'b' },
    ],
    empty: 'Aucun projet.',
    ...overrides,
  };
}

/** The sheet of a commune with a theme of one figure and one list. */
export function createSheet(overrides: Partial<CommuneSheet> = {}): CommuneSheet {
  return {
    version: 1,
    code: '62119',
    name: 'Béthune',
    extent: [2.6, 50.5, 2.7, 50.6],
    territory: {
      name: 'Agglomération d’essai',
      shortName: 'Essai',
      siren: '000000000',
      communes: 100,
      banner: 'Territoire de démonstration',
    },
    asOf: '2026-11-01',
    versions: { zae: 'a' },
    sections: [
      {
        id: 'economie',
        title: 'Économie',
        figures: [createFigure()],
        lists: [createList()],
      },
    ],
    neighbours: [{ code: '62178', name: 'Bruay-la-Buissière' }],
    ...overrides,
  };
}
