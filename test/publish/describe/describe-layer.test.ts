import { describe, expect, it } from 'vitest';
import type { Value } from '../../../src/domain/feature.ts';
import type { FieldType, LayerMeta } from '../../../src/domain/layer.ts';
import { cleanFields } from '../../../src/publish/describe/clean-fields.ts';
import {
  type Content,
  type Description,
  describeLayer,
} from '../../../src/publish/describe/describe-layer.ts';
import { fittingStyle } from '../../../src/publish/describe/fitting-style.ts';
import { readableTitle } from '../../../src/publish/describe/readable-title.ts';
import type { TableSchema } from '../../../src/publish/standards/table-schema.ts';
import { createLayerMeta } from '../../helpers/create-layer.ts';

const SCHEMA: TableSchema = {
  id: 'essai/1/zone',
  standard: 'Standard d’essai 1.0',
  table: 'ZONE',
  title: 'Zonage d’essai',
  noun: ['zone', 'zones'],
  gender: 'f',
  geometry: 'polygon',
  key: 'IDZONE',
  titleField: 'LIBELLE',
  style: {
    symbol: { fill: '#cccccc' },
    field: 'TYPEZONE',
    classes: [{ value: 'U', label: 'urbaine', symbol: { fill: '#ff0000' } }],
  },
  fields: [
    { name: 'IDZONE', label: 'Identifiant', type: 'text', presence: 'required' },
    { name: 'LIBELLE', label: 'Libellé', type: 'text', presence: 'required' },
    {
      name: 'TYPEZONE',
      label: 'Type de zone',
      type: 'text',
      presence: 'required',
      codes: { U: 'zone urbaine', N: 'zone naturelle' },
      formerCodes: { Uh: 'zone urbaine d’habitat', Ah: 'habitat agricole' },
      description: 'Grande famille de la zone.',
    },
    {
      name: 'DESTINATIONS',
      label: 'Destinations',
      type: 'text',
      presence: 'optional',
      codes: { '1': 'habitat', '2': 'commerce' },
      separator: '|',
    },
    { name: 'SURFACE', label: 'Surface', type: 'number', presence: 'optional', unit: 'ha' },
  ],
};

const COLUMNS: Record<string, Value[]> = {
  idzone: ['a', 'b'],
  libelle: ['UA', 'N'],
  typezone: ['U', 'Uh'],
  destinatio: ['1|2', '1'],
  surface: [1.5, 2],
  note: ['x', 'y'],
};

function createContent(
  changes: Partial<Content> = {},
  columns: Record<string, Value[]> = COLUMNS,
  schema: TableSchema | null = SCHEMA,
): Content {
  const typeOf = (values: Value[]): FieldType =>
    typeof values[0] === 'number' ? 'number' : 'text';
  const fields = Object.entries(columns).map(([name, values]) => {
    return { name, label: name, type: typeOf(values) };
  });
  const clean = cleanFields(fields, columns, schema);
  return {
    name: '200072460_ZONE_URBA_20250101',
    rows: 2,
    family: 'polygon',
    fields: clean.fields,
    columns: clean.columns,
    lineage: 'Publié depuis zones.zip.',
    sourceCrs: 'EPSG:2154',
    fileDate: '2025-06-01',
    described: {},
    schema,
    ...changes,
  };
}

const describeIt = (
  said: Partial<Description> = {},
  content: Partial<Content> = {},
  before: LayerMeta | null = null,
) => describeLayer({ id: 'zones', ...said }, createContent(content), before);

describe('who is believed', () => {
  const createBefore = (changes: Partial<LayerMeta> = {}) =>
    ({
      ...describeIt({ title: 'Avant', service: 'SIG', producer: 'Agglo' }),
      ...changes,
    }) satisfies LayerMeta;

  it('what somebody says, before the version before, the delivery, the schema and defaults', () => {
    const described = { title: 'Livré', abstract: 'Livré.', producer: 'Cabinet' };
    expect(describeIt().title).toBe('Zonage d’essai');
    expect(describeIt({}, { schema: null }).title).toBe('Zone urba');
    expect(describeIt({}, { described }).title).toBe('Livré');
    expect(describeIt({}, { described }, createBefore())).toMatchObject({
      title: 'Avant',
      producer: 'Agglo',
      service: 'SIG',
    });
    expect(describeIt({ title: 'Dit' }, { described }, createBefore()).title).toBe('Dit');
    expect(describeIt({ title: undefined }, { described }).title).toBe('Livré');
  });

  it('the new delivery alone for the date, the lineage and the CRS', () => {
    const old = createBefore({ date: '2020-01-01', lineage: 'Ancien.', sourceCrs: 'EPSG:3950' });
    expect(describeIt({}, {}, old)).toMatchObject({
      date: '2025-06-01',
      lineage: 'Publié depuis zones.zip.',
      sourceCrs: 'EPSG:2154',
    });
    const described = { date: '2025-03-01', lineage: 'Numérisé sur le cadastre' };
    expect(describeIt({}, { described }, old)).toMatchObject({
      date: '2025-03-01',
      lineage: 'Numérisé sur le cadastre. Publié depuis zones.zip.',
    });
    expect(describeIt({ date: '2025-02-01' }, { described }, old).date).toBe('2025-02-01');
  });

  it('every word that the wizard asks for', () => {
    const said = {
      abstract: 'Zones.',
      service: 'Urbanisme',
      maintenance: 'annually',
      contact: { name: 'Service SIG', email: 'sig@agglo.fr' },
      keywords: ['plu'],
      inspireTheme: 'lu',
      scale: 5000,
      quality: 'Vérifié.',
      standard: 'Autre standard',
      noun: ['secteur', 'secteurs'] as [string, string],
      gender: 'm',
    } as const;
    expect(describeIt({ ...said, keywords: ['plu'] })).toMatchObject(said);
  });

  it('nothing that was said of the content of a simulated layer', () => {
    const simulated = createBefore({
      simulated: true,
      abstract: 'Zonage simulé.',
      quality: 'Simulé.',
      theme: 'urbanisme',
    });
    const meta = describeIt({}, {}, simulated);
    expect(meta).toMatchObject({
      title: 'Avant',
      theme: 'urbanisme',
      simulated: false,
      abstract: '',
      producer: 'Non renseigné',
    });
    expect(meta).not.toHaveProperty('quality');
  });

  it('a known licence by its usual name, any other as it is written', () => {
    expect(describeIt({ licence: 'lov2' }).licence).toBe('Licence Ouverte 2.0');
    expect(describeIt({ licence: 'Convention 2019' }).licence).toBe('Convention 2019');
  });
});

describe('the fields of an official table', () => {
  it('are spelled as the standard spells them, whatever the case or a cut at ten characters', () => {
    const { fields, renamed } = cleanFields(
      [...Object.keys(COLUMNS), 'bbox'].map((name) => ({ name, label: name, type: 'text' })),
      COLUMNS,
      SCHEMA,
    );
    expect(fields.map(({ name }) => name)).toEqual([
      'IDZONE',
      'LIBELLE',
      'TYPEZONE',
      'DESTINATIONS',
      'SURFACE',
      'note',
      'bbox_',
    ]);
    expect(renamed).toEqual([
      { from: 'destinatio', to: 'DESTINATIONS', isOfficial: true },
      { from: 'bbox', to: 'bbox_', isOfficial: false },
    ]);
  });

  it('are left as they are where two would have one name, or a cut name could be two', () => {
    const schema = {
      ...SCHEMA,
      fields: ['longue_cle_a', 'longue_cle_b', 'CODE'].map((name) => {
        return { name, label: name, type: 'text' as const, presence: 'optional' as const };
      }),
    };
    const names = ['longue_cle', 'code', 'Code'];
    const fields = names.map((name) => ({ name, label: name, type: 'text' as const }));
    const clean = cleanFields(fields, {}, schema);
    expect(clean.fields.map(({ name }) => name)).toEqual(['longue_cle', 'CODE', 'Code_']);
  });

  it('have its labels, units, codes and descriptions, and the former codes that occur', () => {
    const { fields } = describeIt();
    expect(fields.find(({ name }) => name === 'TYPEZONE')).toEqual({
      name: 'TYPEZONE',
      type: 'text',
      label: 'Type de zone',
      codes: { U: 'zone urbaine', N: 'zone naturelle', Uh: 'zone urbaine d’habitat' },
      description: 'Grande famille de la zone.',
    });
    expect(fields.find(({ name }) => name === 'SURFACE')).toMatchObject({ unit: 'ha' });
    expect(fields.find(({ name }) => name === 'note')).toMatchObject({ label: 'Note' });
  });

  it('have no codes to choose from where one value holds several', () => {
    const codes = (values: Value[]) =>
      describeLayer(
        { id: 'zones' },
        createContent({}, { ...COLUMNS, destinatio: values }),
        null,
      ).fields.find(({ name }) => name === 'DESTINATIONS')?.codes;
    expect(codes(['1|2', '1'])).toBeUndefined();
    expect(codes(['2', '1'])).toEqual({ '1': 'habitat', '2': 'commerce' });
  });

  it('keep the words of the version before, but for a name that only repeated the field', () => {
    const first = describeIt({}, { schema: null });
    const mine = first.fields.map((field) =>
      field.name === 'LIBELLE' ? { ...field, label: 'Nom court' } : field,
    );
    const { fields } = describeIt({}, {}, { ...first, fields: mine });
    const label = (name: string) => fields.find((field) => field.name === name)?.label;
    expect(label('LIBELLE')).toBe('Nom court');
    expect(label('TYPEZONE')).toBe('Type de zone');
    const said = describeIt({ fields: { LIBELLE: { label: 'Dit' } } }, {}, first).fields;
    expect(said.find(({ name }) => name === 'LIBELLE')).toMatchObject({ label: 'Dit' });
  });

  it('keep the words of a number whose values have gained decimals, with its new type', () => {
    const one = createContent({}, { ind: [1, 2] }, null);
    const before = describeLayer({ id: 'a', fields: { ind: { label: 'Habitants' } } }, one, null);
    const whole = before.fields.map((field) => ({ ...field, type: 'integer' as const }));
    const { fields } = describeLayer({ id: 'a' }, one, { ...before, fields: whole });
    expect(fields.find(({ name }) => name === 'ind')).toMatchObject({
      label: 'Habitants',
      type: 'number',
    });
  });

  it('give the key, the title and the noun', () => {
    expect(describeIt()).toMatchObject({
      key: 'IDZONE',
      titleField: 'LIBELLE',
      noun: ['zone', 'zones'],
      gender: 'f',
      standard: 'Standard d’essai 1.0',
    });
  });

  it('give no key that is repeated', () => {
    const content = createContent({}, { ...COLUMNS, idzone: ['a', 'a'], libelle: ['x', 'x'] });
    expect(describeLayer({ id: 'zones' }, content, null)).toMatchObject({ key: 'fid' });
  });
});

describe('the style', () => {
  it('is the official one of the schema for its own family of geometry', () => {
    expect(describeIt().style).toEqual(SCHEMA.style);
    expect(describeIt({}, { family: 'point' }).style.field).toBeUndefined();
  });

  it('stays from one version to the next, without the classes and labels of fields that are gone', () => {
    const style = {
      symbol: { fill: '#123456' },
      field: 'parti',
      classes: [],
      labelField: 'LIBELLE',
    };
    const old = { ...describeIt(), style };
    expect(describeIt({}, {}, old).style).toEqual({
      symbol: { fill: '#123456' },
      labelField: 'LIBELLE',
    });
    expect(describeIt({}, { family: 'line' }, old).style.symbol.fill).toBeUndefined();
  });

  it('keeps ranges only on a number', () => {
    const style = { symbol: {}, field: 'a', graduated: true, classes: [] };
    const field = (type: FieldType) => [{ name: 'a', label: 'A', type }];
    expect(fittingStyle(style, field('number'))).toEqual(style);
    expect(fittingStyle(style, field('text'))).toEqual({ symbol: {} });
  });
});

describe('how a new layer is shown and found', () => {
  const rows = (count: number) => describeIt({}, { rows: count });

  it('many features only from a zoom at which they can be told apart', () => {
    expect(rows(200).minZoom).toBeUndefined();
    expect(rows(6_000).minZoom).toBe(11);
    expect(rows(300_000).minZoom).toBe(14);
  });

  it('by title unless it is large or has none, parcels by number', () => {
    expect(rows(200).search).toBe('title');
    expect(rows(300_000).search).toBeUndefined();
    const parcels = createContent({}, { idzone: ['62119000AB0012', '62119000AB0013'] });
    expect(describeLayer({ id: 'parcelles' }, parcels, null).search).toBe('parcel');
    const numbers = createContent({}, { valeur: [1.5, 1.5] }, null);
    expect(describeLayer({ id: 'releves' }, numbers, null).search).toBeUndefined();
  });

  it('as before once it is published', () => {
    const old = { ...createLayerMeta({ IDZONE: 'text' }, { simulated: false }), minZoom: 9 };
    const meta = describeIt({}, { rows: 300_000 }, old);
    expect(meta.minZoom).toBe(9);
    expect(meta).not.toHaveProperty('search');
  });
});

it.each([
  ['241800432_ZONE_URBA_20200128', 'Zone urba'],
  ['zone-tampon', 'Zone tampon'],
  ['zonesTampon', 'Zones tampon'],
  ['ZAE_2024', 'ZAE 2024'],
  ['cartofriches_cabbalr_2024-03', 'Cartofriches cabbalr 2024-03'],
  ['62119_parcelles', 'Parcelles'],
  ['20200128', '20200128'],
  ['___', 'Couche'],
])('the name %s makes the title %s', (name, title) => {
  expect(readableTitle(name)).toBe(title);
});

it('a field’s name is one that UTF-8 can hold', () => {
  const field = { name: 'a\uD800', label: 'a', type: 'text' } as const;
  const { fields, columns } = cleanFields([field], { 'a\uD800': ['x'] });
  expect(fields.map(({ name }) => name)).toEqual(['a\uFFFD']);
  expect(columns).toEqual({ 'a\uFFFD': ['x'] });
});
