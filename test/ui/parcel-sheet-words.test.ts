import { expect, test } from 'vitest';
import type { ParcelSheet, SheetEntry, SheetLine } from '../../src/domain/parcel-sheet.ts';
import { sharesInTenths } from '../../src/ui/card/sheet/shares.ts';
import { sheetFacts } from '../../src/ui/card/sheet/sheet-facts.ts';
import { sheetSections } from '../../src/ui/card/sheet/sheet-sections.ts';
import { sheetText } from '../../src/ui/card/sheet/sheet-text.ts';
import { createLayer } from '../helpers/create-catalogue.ts';

const zones = createLayer({
  id: 'zones',
  title: 'Zonage',
  key: 'id',
  titleField: 'nom',
  fields: ['id', 'nom'].map((name) => ({ name, label: name, type: 'text' as const })),
});

const LINE: SheetLine = {
  id: 'zones',
  section: 'Règles',
  label: 'Zones',
  role: { ids: ['zones'] },
  measure: 'touch',
  isWhole: true,
  none: 'Aucune zone',
};

const part = (nom: string, amount: number) => ({
  layer: 'zones',
  keys: [nom],
  attributes: { id: nom, nom },
  amount,
  unit: 'm²' as const,
});

function tell(entry: Partial<SheetEntry>, area = 1000) {
  const empty = { line: 'zones', layers: ['zones'], failures: [], parts: [], covered: 0 };
  const sheet: ParcelSheet = { area, entries: [{ ...empty, ...entry }] };
  const sections = sheetSections(sheet, [LINE], [zones]);
  const told = sections[0]?.lines[0];
  if (!told) throw new Error('no line');
  return { told, sections };
}

test('shares and what zones leave add up to the whole, to the tenth of a percent', () => {
  const { told } = tell({ parts: [part('UA', 333.3), part('UB', 333.3)], covered: 666.6 });
  expect(told.parts.map(({ amount }) => amount)).toEqual([
    '333\u202fm² (33,3\u202f%)',
    '333\u202fm² (33,3\u202f%)',
  ]);
  expect(told.notes).toEqual(['Hors de toute zone\u00a0: 333\u202fm² (33,4\u202f%).']);
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  for (let turn = 0; turn < 200; turn++) {
    const amounts = Array.from({ length: 1 + Math.floor(random() * 9) }, random);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    const shares = sharesInTenths(amounts, total);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1000);
    shares.forEach((share, i) => {
      expect(Math.abs(share - ((amounts[i] as number) / total) * 1000)).toBeLessThan(1);
    });
  }
});

test('a sliver is told as such, and ground that zones claim twice too', () => {
  const { told } = tell({ parts: [part('UA', 999.8), part('N', 0.2)], covered: 1000 });
  expect(told.parts[1]?.amount).toBe('moins de 1\u202fm² (<\u202f0,1\u202f%)');
  expect(told.notes).toEqual([
    'Une part de moins de 1 % peut n’être qu’un écart de tracé entre deux plans.',
  ]);
  const twice = tell({ parts: [part('UA', 600), part('UB', 600)], covered: 1000 }).told;
  expect(twice.notes[0]).toContain('200\u202fm² sont comptés plusieurs fois');
});

test('nothing there, not published, and could not be read are three different things', () => {
  const error = { code: 'layer-missing' as const, message: '', context: {} };
  expect(tell({}).told.nothing).toBe('Aucune zone');
  expect(tell({ layers: [] }).told.nothing).toBe('Couche non publiée.');
  const failed = tell({ failures: [{ layer: 'zones', error }] }).told;
  expect([failed.nothing, failed.failures[0]?.title]).toEqual(['', 'Zonage']);
});

test('the text says what it is worth, both areas of the parcel and their gap, then sources with their dates', () => {
  const parcels = createLayer({ search: 'parcel' });
  const feature = {
    layer: 'parcelles',
    row: 0,
    key: 'A1',
    attributes: { id: 'A1', contenance: 1010 },
    extent: null,
    size: 1000,
  };
  const facts = sheetFacts(feature, parcels, 1000, 'EPSG:3950');
  const { sections } = tell({ parts: [part('UA', 1000)], covered: 1000 });
  const text = sheetText('Renseignement d’urbanisme', facts, sections, 'À vol d’oiseau.');
  expect(text).toContain('Information sans valeur juridique.');
  expect(text).toContain('Contenance cadastrale : 1\u202f010\u202fm²');
  expect(text).toContain('Écart : −\u202f10\u202fm² (−\u202f1\u202f%)');
  expect(text).toContain('  - UA ; 1\u202f000\u202fm² (100\u202f%)');
  expect(text).toContain('Source : Zonage, essai, 1er janvier 2026');
});
