import { expect, test } from 'vitest';
import type { Feature } from '../../src/domain/feature.ts';
import {
  cardLines,
  cardRow,
  cardText,
  cardTitle,
  countEmptyFields,
} from '../../src/ui/card/card-lines.ts';
import { isWebAddress, writtenPieces } from '../../src/ui/card/written-pieces.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

const layer = createLayer({
  titleField: 'nom',
  fields: [
    { name: 'id', label: 'Identifiant', type: 'text' },
    { name: 'nom', label: 'Nom', type: 'text' },
    { name: 'contenance', label: 'Contenance', type: 'integer', unit: 'm²' },
    { name: 'note', label: 'Note', type: 'text' },
  ],
});

function createFeature(attributes: Feature['attributes'] = {}): Feature {
  const filled = { id: 'A1', nom: 'Pré', contenance: 1250, note: null };
  const extent = [2, 50, 3, 51] as const;
  return {
    layer: layer.id,
    row: 0,
    key: 'A1',
    attributes: { ...filled, ...attributes },
    extent,
    size: 124_000,
  };
}

test('a card gives the measured size with its CRS, then what is filled, in order', () => {
  const { main, technical } = cardLines(createFeature(), layer, 'EPSG:3950');
  expect(main.map(({ label, value, note }) => [label, value, note])).toEqual([
    ['Surface mesurée', '12,4\u202fha', 'mesurée en CC50 (EPSG:3950)'],
    ['Contenance', '1\u202f250\u202fm²', undefined],
  ]);
  expect(technical).toEqual([{ label: 'Identifiant', value: 'A1' }]);
  expect(countEmptyFields(createFeature(), layer)).toBe(1);
});

test('a feature without a name is called by its key', () => {
  expect(cardTitle(createFeature(), layer)).toBe('Pré');
  expect(cardTitle(createFeature({ nom: '' }), layer)).toBe('A1');
});

test('a parcel is called by its number and commune, and its identifier is read among its lines', () => {
  const communes = { '62119': 'Béthune' };
  const parcels = createLayer({
    titleField: 'id',
    search: 'parcel',
    fields: [
      { name: 'id', label: 'Identifiant', type: 'text' },
      { name: 'commune', label: 'Commune', type: 'text', codes: communes },
    ],
  });
  const called = (id: string) => {
    const feature = { ...createFeature({ id, commune: '62119' }), key: id };
    return [
      cardTitle(feature, parcels),
      cardLines(feature, parcels, 'EPSG:3950').main.map(({ value }) => value),
    ];
  };
  const size = '12,4\u202fha';
  const commune = 'Béthune (62119)';
  const title = (number: string) => `${number}, Béthune`;
  expect(called('62119000AB0123')).toEqual([title('AB 123'), [size, '62119000AB0123', commune]]);
  expect(called('621190140A0007')).toEqual([title('014 A 7'), [size, '621190140A0007', commune]]);
  expect(called('sans numéro')).toEqual(['sans numéro', [size, 'sans numéro', commune]]);
});

test('the copied text holds every line and the source', () => {
  expect(cardText(createFeature(), layer, 'EPSG:3950').split('\n')).toEqual([
    'Pré (Parcelles)',
    'Surface mesurée : 12,4\u202fha (mesurée en CC50 (EPSG:3950))',
    'Contenance : 1\u202f250\u202fm²',
    'Identifiant : A1',
    'essai, données au 1er janvier 2026',
  ]);
});

test('only web addresses become links', () => {
  expect(isWebAddress('https://www.bethunebruay.fr/plui')).toBe(true);
  expect(isWebAddress('javascript:alert(1)')).toBe(false);
  expect(isWebAddress('<a href="https://example.org">x</a>')).toBe(false);
  expect(isWebAddress('https://')).toBe(false);
});

const planned = createLayer({
  titleField: 'LIBELLE',
  key: 'LIB_IDPSC',
  fields: [
    'LIB_IDPSC',
    'LIBELLE',
    'TYPEPSC',
    'STYPEPSC',
    'DESTOUI',
    'DATVALID',
    'NOMFIC',
    'URLFIC',
    'LIB_ATTR1',
    'LIB_VAL1',
  ].map((name) => ({ name, label: name, type: 'text' as const })),
});

const ofPlan = (attributes: Feature['attributes']): Feature => ({
  ...createFeature(),
  size: null,
  attributes,
});

test('what a planning document writes in codes is read as it means', () => {
  const feature = ofPlan({
    LIB_IDPSC: '1',
    TYPEPSC: '01',
    STYPEPSC: '01',
    DESTOUI: '20-98',
    DATVALID: '20250101',
    LIB_ATTR1: 'RISQUE',
    LIB_VAL1: 'inondation',
  });
  const { main } = cardLines(feature, planned, 'EPSG:3950');
  expect(main.map(({ label, value }) => [label, value])).toEqual([
    ['TYPEPSC', '01'],
    ['STYPEPSC', '01\u00a0: espace boisé classé à protéger ou conserver'],
    ['DESTOUI', 'habitation (20) ; 98'],
    ['DATVALID', '1er janvier 2025'],
    ['Risque', 'inondation'],
  ]);
});

test('a written piece is a link where it has a web address, told as delivered apart where it has none, and never a script', () => {
  const piece = (NOMFIC: string | null, URLFIC: string | null) =>
    writtenPieces(ofPlan({ NOMFIC, URLFIC }), planned)[0];
  expect(piece('reglement_U.pdf', null)).toMatchObject({
    name: 'reglement_U.pdf',
    href: null,
    note: 'non jointe',
  });
  expect(piece('a/reglement.pdf#nameddest=UA', 'https://exemple.fr/r.pdf')).toMatchObject({
    name: 'reglement.pdf, repère «\u00a0UA\u00a0»',
    href: 'https://exemple.fr/r.pdf',
  });
  for (const address of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://',
    'data:text/html,x',
  ]) {
    expect(piece('r.pdf', address)).toMatchObject({ href: null, name: 'r.pdf' });
    expect(piece(null, address)?.note).toContain(address);
  }
  expect(piece(null, null)).toBeUndefined();
});

test('a row for a spreadsheet has every field, decimal commas, and no formula', () => {
  const feature = { ...createFeature({ note: '=1+1', contenance: 12.5 }), size: 1.5 };
  expect(cardRow(feature, layer).split('\n')).toEqual([
    'Identifiant\tNom\tContenance\tNote\tSurface mesurée (m²)',
    "A1\tPré\t12,5\t'=1+1\t1,5",
  ]);
});
