import { describe, expect, it } from 'vitest';
import type { Territory } from '../../../src/domain/catalogue.ts';
import { AppError } from '../../../src/domain/errors.ts';
import { chooseSchema } from '../../../src/publish/delivery/choose-schema.ts';
import type { Delivery } from '../../../src/publish/delivery/delivery.ts';
import { recogniseDelivery } from '../../../src/publish/delivery/recognise-delivery.ts';
import type { SourceFile } from '../../../src/publish/source-file.ts';
import { failureSentence } from '../../../src/publish/strings/failure-sentence.ts';
import { createSourceTable } from '../../helpers/create-source-table.ts';

const ID = '200072460_PLUI_20240312';
const OTHER = '62119_PLU_20190101';
const territory: Territory = {
  name: 'Communauté d’agglomération',
  shortName: 'CA',
  siren: '200072460',
  metricCrs: 'EPSG:3950',
  extent: [2, 50, 3, 51],
  banner: null,
};
const document = { TYPEDOC: 'PLUI', ETAT: '03', NOMPROC: 'E', DATAPPRO: '20240312' };
const zone = { LIBELLE: 'Ua', LIBELONG: 'Centre', TYPEZONE: 'U', NOMFIC: 'r.pdf' };
const layerOf = ({ layers }: Delivery, id: string) => {
  const found = layers.find((layer) => layer.id === id);
  if (!found) throw new Error(`no ${id} among ${layers.map((layer) => layer.id)}`);
  return found;
};
const columnsOf = (delivery: Delivery, id: string) => layerOf(delivery, id).source.table.columns;

describe('a planning document', () => {
  const tables = [
    createSourceTable('200072460_DOC_URBA_20240312', null, [{ IDURBA: ID, ...document }]),
    createSourceTable('200072460_ZONE_URBA_20240312', 'Polygon', [
      { ...zone, IDURBA: ID },
      { ...zone, IDURBA: OTHER },
    ]),
    createSourceTable('200072460_INFO_LIN_20240312', null, [], ['LIBELLE', 'TYPEINF']),
  ];

  it('gives each zone the columns of its document, none where it has no document', async () => {
    const delivery = await recogniseDelivery(tables, [], territory);
    expect(delivery.kind).toBe('cnig-plu');
    const columns = columnsOf(delivery, 'zone_urba');
    expect(columns.TYPEDOC).toEqual(['PLUI', null]);
    expect(columns.DATAPPRO).toEqual(['20240312', null]);
    const { schema, source } = layerOf(delivery, 'zone_urba');
    const joined = schema?.joinedFields?.find(({ name }) => name === 'ETAT');
    expect(joined?.codes?.['03']).toBe('opposable');
    expect(joined?.description).toBe('Repris de la table DOC_URBA, par IDURBA.');
    expect(source.fields.at(-1)?.name).toBe('DATAPPRO');
  });

  it('lists its tables without rows, and makes no layer of them', async () => {
    const delivery = await recogniseDelivery(tables, [], territory);
    expect(delivery.layers.map(({ id }) => id)).toEqual(['zone_urba']);
    expect(delivery.tables.map(({ name }) => name)).toEqual([
      '200072460_DOC_URBA_20240312',
      '200072460_INFO_LIN_20240312',
    ]);
  });

  it('is described by its document', async () => {
    const { described } = layerOf(await recogniseDelivery(tables, [], territory), 'zone_urba');
    expect(described).toMatchObject({
      title: 'Zonage du PLUi',
      date: '2024-03-12',
      inspireTheme: 'lu',
      producer: 'Communauté d’agglomération',
      abstract: 'Document d’urbanisme du 12 mars 2024, procédure E, état : opposable.',
    });
  });

  it('of another place has that place in its ids', async () => {
    const zones = createSourceTable('ZONE_URBA', 'Polygon', [{ ...zone, IDURBA: OTHER }]);
    const delivery = await recogniseDelivery([zones], [], territory);
    const layer = layerOf(delivery, 'zone_urba_62119');
    expect(layer.described.title).toBe('Zonage du PLU (62119)');
  });

  it('of two places at once makes a layer of each', async () => {
    const zones = [ID, OTHER, '62119_PLU_20190101_B'].map((IDURBA, index) =>
      createSourceTable('ZONE_URBA', 'Polygon', [{ ...zone, IDURBA }], undefined, `${index}/z.shp`),
    );
    const { layers } = await recogniseDelivery(zones, [], territory);
    expect(layers.map(({ id }) => id)).toEqual([
      'zone_urba',
      'zone_urba_62119',
      'zone_urba_62119_b',
    ]);
  });

  it('of 2013, without IDURBA, is joined when it is the only one', async () => {
    const old = { ...zone, TYPEZONE: 'Nh', DESTDOMI: '01', INSEE: '41175', DATAPPRO: '20140603' };
    const zones = createSourceTable('ZONE_URBA', 'Polygon', [old]);
    const doc = { IDURBA: '4117520140603', TYPEDOC: 'PLU', ETAT: '03', INTERCO: 'F' };
    const one = await recogniseDelivery([zones, createSourceTable('DOC_URBA', null, [doc])], []);
    const layer = layerOf(one, 'zone_urba_41175');
    expect(layer.madeFor).toBe('v2013 ou v2014');
    expect(layer.source.table.columns).toMatchObject({
      IDURBA: ['4117520140603'],
      TYPEDOC: ['PLU'],
    });
    expect(layer.schema?.style?.classes?.map(({ value }) => value)).toContain('Nh');
    const both = createSourceTable('DOC_URBA', null, [doc, { ...doc, IDURBA: '4117620140603' }]);
    const two = await recogniseDelivery([zones, both], []);
    expect(two.layers[0]?.source.table.columns).not.toHaveProperty('TYPEDOC');
  });

  it('of 2022 is told from one of 2025 by its document', async () => {
    const rows = [{ ...zone, IDURBA: ID, FORMDOMI: '0100', SYMBOLE: 'ZONE_U_001' }];
    const zones = createSourceTable('ZONE_URBA', 'Polygon', rows);
    const doc = { IDURBA: ID, ...document, URLPE: null };
    const versionFor = async (row: Record<string, string | null>) =>
      (await recogniseDelivery([zones, createSourceTable('DOC_URBA', null, [row])], [])).layers[0]
        ?.madeFor;
    expect(await versionFor(doc)).toBe('v2022 ou v2024');
    expect(await versionFor({ ...doc, NOMRAPP: 'r.pdf' })).toBeNull();
  });
});

describe('servitudes', () => {
  it('give an assiette its générateur, its servitude and the acts of it', async () => {
    const folder = '130010325_PM1_062_20240101/Donnees_geographiques';
    const path = `a.zip/${folder}/x.shp`;
    const tables = [
      createSourceTable('ASSIETTE_SUP_S', 'Polygon', [{ idAss: 'a', idGen: 'g' }], undefined, path),
      createSourceTable('GENERATEUR_SUP_P', 'Point', [{ IdGen: 'g', IdSup: 's' }], undefined, path),
      createSourceTable('SERVITUDE', null, [{ idSup: 's', nomSupLitt: 'PPRI', categorie: 'PM1' }]),
      createSourceTable('SERVITUDE_ACTE_SUP', null, [
        { idSup: 's', idActe: '1' },
        { idSup: 's', idActe: '2' },
      ]),
      createSourceTable('ACTE_SUP', null, [
        { idActe: '1', dateDecis: '19990101' },
        { idActe: '2', dateDecis: '20200101' },
      ]),
    ];
    const delivery = await recogniseDelivery(tables, []);
    expect(delivery.kind).toBe('cnig-sup');
    const id = 'assiette_sup_s_130010325_pm1_062';
    expect(columnsOf(delivery, id)).toMatchObject({
      idSup: ['s'],
      nomSupLitt: ['PPRI'],
      dateDecis: ['19990101 | 20200101'],
    });
    const fields = layerOf(delivery, id).schema?.joinedFields ?? [];
    expect(fields.find(({ name }) => name === 'dateDecis')).toMatchObject({
      label: 'Date de la décision',
      description: 'Repris de la table ACTE_SUP, par idSup.',
    });
    expect(layerOf(delivery, id).described).toMatchObject({
      title: 'Servitudes PM1 : assiettes surfaciques',
      date: '2024-01-01',
      inspireTheme: 'am',
    });
  });
});

describe('risk plans and floods', () => {
  it('of the CNIG are joined to their procedure and to the state of their perimeter', async () => {
    const prefix = 'pprn_62ddtm20110001';
    const code = { codeprocedure: '62DDTM20110001' };
    const delivery = await recogniseDelivery(
      [
        createSourceTable(`${prefix}_procedure`, null, [
          { ...code, libelleprocedure: 'PPRI Lawe' },
        ]),
        createSourceTable(`${prefix}_perimetre_s`, 'Polygon', [
          { ...code, idperimetre: '1', etatprocedure: 'APPROUVE', dateetat: '2021-06-01' },
        ]),
        createSourceTable(`${prefix}_zonereglementaireurba_s`, 'Polygon', [
          { ...code, idzonereglementaire: '1', typereglement: '03' },
        ]),
        createSourceTable('layer_styles', null, [{ styleName: 'x' }]),
      ],
      [],
    );
    expect(delivery.kind).toBe('cnig-ppr');
    const zones = layerOf(delivery, `${prefix}_zonereglementaireurba_s`);
    expect(zones.source.table.columns).toMatchObject({
      libelleprocedure: ['PPRI Lawe'],
      etatprocedure: ['APPROUVE'],
    });
    expect(zones.schema?.geometry).toBe('polygon');
    expect(zones.described).toMatchObject({
      title: 'PPRI Lawe : zonage réglementaire',
      abstract:
        'Plan de prévention des risques 62DDTM20110001, procédure approuvée le 1er juin 2021.',
      date: '2021-06-01',
    });
    expect(delivery.tables.map(({ name }) => name)).toEqual([`${prefix}_procedure`]);
  });

  it('of COVADIS have ids that hold the whole GASPAR code, and every hazard of a zone', async () => {
    const plan = { id_gaspar: '38DDT20010005' };
    const delivery = await recogniseDelivery(
      [
        createSourceTable('N_ZONE_ALEA_PPRN_20010005_S_038', 'Polygon', [
          { ...plan, id_zone: 7, coderisque: '9999999', nivalea_st: '04' },
        ]),
        createSourceTable('N_MULTIALEA_PPRN_20010005_038', null, [
          { id: 1, id_zone: 7, nomrisque: 'Inondation' },
          { id: 2, id_zone: 7, nomrisque: 'Glissement' },
        ]),
      ],
      [],
    );
    expect(delivery.kind).toBe('covadis-ppr');
    const id = 'pprn_38ddt20010005_zone_alea_s';
    expect(columnsOf(delivery, id)).toMatchObject({
      id_zone: ['7'],
      aleas: ['Inondation | Glissement'],
    });
  });

  it('of the flood directive say the scenario in the title and the territory in each row', async () => {
    const area = { ID_TRI: 'FRA_TRI_BETH', ID_S_INOND: 'SIN_1' };
    const delivery = await recogniseDelivery(
      [
        createSourceTable('N_TRI_BETH_TRI_S_062', 'Polygon', [
          { ID_TRI: 'FRA_TRI_BETH', NOM: 'Béthune' },
        ]),
        createSourceTable('N_TRI_BETH_INONDABLE_MOY_S_062', 'Polygon', [
          { ...area, TYP_INOND: '01', SCENARIO: '02Moy', COURS_DEAU: 'Lawe' },
        ]),
        createSourceTable('N_TRI_BETH_ECOUL_S_062', 'Polygon', [
          { ...area, ID_ZONE: '1', VITESSE: 'Fai' },
        ]),
      ],
      [],
    );
    expect(delivery.kind).toBe('covadis-tri');
    expect(layerOf(delivery, 'tri_beth_inondable_moy_s_062').described.title).toBe(
      'Surfaces inondables, crue moyenne (Béthune)',
    );
    expect(columnsOf(delivery, 'tri_beth_ecoul_s_062')).toMatchObject({
      SCENARIO: ['02Moy'],
      COURS_DEAU: ['Lawe'],
      NOM_TRI: ['Béthune'],
    });
  });
});

describe('tables that are no delivery', () => {
  it('stay as they are, each with the schema that it follows', async () => {
    const parcels = [{ id: '62119000AB0012', section: 'AB', numero: 12 }];
    const delivery = await recogniseDelivery(
      [
        createSourceTable('Parcelles 2024', 'Polygon', parcels),
        createSourceTable('terrils', 'Point', [{ nom: 'Terril 9' }]),
      ],
      [{ path: 'x.gpkg', bytes: new Uint8Array() }],
    );
    expect(delivery.kind).toBe('tables');
    expect(delivery.files).toEqual(['x.gpkg']);
    expect(delivery.layers.map(({ id, schema }) => [id, schema?.id ?? null])).toEqual([
      ['parcelles_2024', 'cadastre/parcelles'],
      ['terrils', null],
    ]);
    expect(delivery.layers[0]?.source.table.columns.numero).toEqual(['12']);
  });

  it('of brownfields that write latitude first are put in order, and told of', async () => {
    const site = { site_id: '1', site_nom: 'A', site_type: 'x', site_statut: 'y', comm_insee: 'z' };
    const table = createSourceTable('friches', 'Point', [site]);
    const take = async (xy: number[]) => {
      const geometry = { ...table.table.geometry, xy: Float64Array.from(xy) };
      const source = { ...table, crs: null, table: { ...table.table, geometry } };
      return (await recogniseDelivery([source], [])).layers[0]?.source;
    };
    const mended = await take([50.53, 2.64]);
    expect([...(mended?.table.geometry.xy ?? [])]).toEqual([2.64, 50.53]);
    expect(mended?.findings.map(({ rule }) => rule)).toEqual(['source.axes-swapped']);
    const right = await take([2.64, 50.53]);
    expect([...(right?.table.geometry.xy ?? [])]).toEqual([2.64, 50.53]);
    expect(right?.findings).toEqual([]);
  });

  it('take the schema that somebody chooses, or none', async () => {
    const rows = [{ LIBELLE: 'A', TYPEPSC: 5 }];
    const { layers } = await recogniseDelivery([createSourceTable('x', 'Point', rows)], []);
    const [draft] = layers;
    if (!draft) throw new Error('no layer');
    expect(draft.schema?.id).toBe('cnig-plu/2024/prescription_pct');
    const chosen = chooseSchema(draft, 'cnig-plu/2024/info_pct');
    expect(chosen).toMatchObject({ id: 'x', schema: { table: 'INFO_PCT' } });
    expect(chooseSchema(draft, null)).toMatchObject({ schema: null, madeFor: null });
  });

  it('that are all empty are said to be a template, or to have nothing to draw', async () => {
    const failure = async (tables: ReturnType<typeof createSourceTable>[]) => {
      const error = await recogniseDelivery(tables, []).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(AppError);
      return failureSentence(error as AppError);
    };
    const columns = ['LIBELLE', 'TYPEZONE'];
    const codes = createSourceTable('ZoneUrbaType', null, [{ code: 'U' }]);
    const template = createSourceTable('XXXXX_ZONE_URBA_DATAPPRO', null, [], columns);
    expect(await failure([template, codes])).toContain('c’est un gabarit à remplir');
    expect(await failure([codes])).toContain('n’a pas de géométrie');
  });
});

describe('the ISO record of a delivery', () => {
  const record = (text: string, path: string): SourceFile => ({
    path,
    bytes: new TextEncoder().encode(text),
  });
  const zones = createSourceTable(
    'ZONE_URBA',
    'Polygon',
    [{ ...zone, IDURBA: ID }],
    undefined,
    'plu/Donnees_geographiques/ZONE_URBA.shp',
  );
  const ISO = `<gmd:MD_Metadata xmlns:gmd="g" xmlns:gco="c"><gmd:identificationInfo><gmd:MD_DataIdentification>
    <gmd:citation><gmd:CI_Citation><gmd:title><gco:CharacterString>PLUi</gco:CharacterString></gmd:title></gmd:CI_Citation></gmd:citation>
    <gmd:abstract><gco:CharacterString>Le plan de l’Agglomération.</gco:CharacterString></gmd:abstract>
  </gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>`;

  it('adds its abstract to that of each layer, and leaves titles to the tables', async () => {
    const delivery = await recogniseDelivery([zones], [record(ISO, 'plu/fr.xml')], territory);
    const { described } = layerOf(delivery, 'zone_urba');
    expect(described.title).toBe('Zonage du PLUi');
    expect(described.abstract).toBe(
      'Document d’urbanisme du 12 mars 2024. Le plan de l’Agglomération.',
    );
  });

  it('is passed over when it is of another folder, told of when it is broken', async () => {
    const files = [record(ISO, 'autre/fr.xml'), record(ISO.slice(0, 300), 'plu/fr.xml')];
    const layer = layerOf(await recogniseDelivery([zones], files, territory), 'zone_urba');
    expect(layer.described.abstract).toBe('Document d’urbanisme du 12 mars 2024.');
    expect(layer.source.findings).toEqual([
      expect.objectContaining({
        rule: 'source.metadata-unreadable',
        facts: { file: 'plu/fr.xml' },
      }),
    ]);
  });
});
