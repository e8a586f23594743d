import { describe, expect, it } from 'vitest';
import { applySchema, recogniseSchema } from '../../../src/publish/standards/recognise-schema.ts';
import { createSourceTable } from '../../helpers/create-source-table.ts';

const ZONE = { LIBELLE: 'Ua', LIBELONG: 'Zone', TYPEZONE: 'U', NOMFIC: 'r.pdf', IDURBA: '1' };

describe('the schema of a table', () => {
  it.each([
    ['241800432_ZONE_URBA_20200128', 'Polygon', ZONE, 'cnig-plu/2024/zone_urba'],
    ['zone_urba', 'Polygon', { libelle: 'Ua', typezone: 'U' }, 'cnig-plu/2024/zone_urba'],
    ['62119_DOC_URBA_COM_20240101', null, { IDURBA: 'x' }, 'cnig-plu/2024/doc_urba_com'],
    ['62119_SECTEUR_CC_20240101', 'Polygon', { TYPESECT: '01' }, 'cnig-plu/2024/secteur_cc'],
    ['DOC_URBA', null, { IDURBA: 'x', ETAT: '03' }, 'cnig-plu/2024/doc_urba'],
    ['AC1_ASSIETTE_SUP_S', 'Polygon', { idAss: 'a' }, 'cnig-sup/2016b/assiette_sup_s'],
    ['AC1_SERVITUDE', null, { IdSup: 'a' }, 'cnig-sup/2016b/servitude'],
    ['AC1_SERVITUDE_ACTE_SUP', null, { IdSup: 'a' }, 'cnig-sup/2016b/servitude_acte_sup'],
    ['AC1_ACTE_SUP', null, { IdActe: 'a' }, 'cnig-sup/2016b/acte_sup'],
    [
      'N_ZONE_REG_PPRN_38DDT20010005_S_038',
      'Polygon',
      { id_gaspar: 'a', typereg: '03' },
      'covadis-ppr/2/n_zone_reg_ppr',
    ],
    [
      'pprt_69dreal20090005_zonereglementaireurba_s',
      'Polygon',
      { idzonereglementaire: '1' },
      'cnig-ppr/1.0.1/zonereglementaireurba',
    ],
    [
      'pprn_76ddtm20120001_zonealeareference_112_s',
      'Polygon',
      { idzonealea: '1' },
      'cnig-ppr/1.0.1/zonealeareference',
    ],
    ['n_inondable_01_02moy_s', 'Polygon', { id_s_inond: 'S' }, 'covadis-tri/2018/inondable_s'],
    ['N_TRI_LILL_ISO_HT_FOR_S_059', 'Polygon', { ID_ZONE: 'Z' }, 'covadis-tri/2018/iso_ht_s'],
    ['N_TRI_LILL_TRI_S_059', 'Polygon', { ID_TRI: 'T' }, 'covadis-tri/2018/tri_s'],
  ] as const)('%s is told by its name', (name, shape, row, id) => {
    expect(recogniseSchema(createSourceTable(name, shape, [row]))?.schema.id).toBe(id);
  });

  it('is told by columns when the name says nothing, cut names of a Shapefile included', () => {
    const site = { site_id: '1', site_nom: 'A', site_type: 'x', site_statu: 'y', comm_insee: 'z' };
    const found = recogniseSchema(createSourceTable('export', 'Point', [site]));
    expect(found?.schema.id).toBe('friches/1.0.6');
    expect(found?.madeFor).toBe('version antérieure à la 1.0.6');
    const parcel = { id: '27412000ZA0001', section: 'ZA', numero: '1' };
    expect(recogniseSchema(createSourceTable('x', 'Polygon', [parcel]))?.schema.id).toBe(
      'cadastre/parcelles',
    );
    const ign = {
      id: 'parcelle.12',
      idu: '62119000ZA0001',
      section: 'ZA',
      numero: '0001',
      feuille: 1,
    };
    expect(recogniseSchema(createSourceTable('x', 'Polygon', [ign]))?.schema.id).toBe(
      'cadastre/parcelles-ign',
    );
  });

  it('is none where columns or geometry belie the name', () => {
    expect(recogniseSchema(createSourceTable('zone_urba', 'Polygon', [{ a: 1 }]))).toBeNull();
    expect(recogniseSchema(createSourceTable('zone_urba', 'Point', [ZONE]))).toBeNull();
    expect(recogniseSchema(createSourceTable('parcelles', 'Polygon', [{ id: '1' }]))).toBeNull();
  });

  it('is that of an empty table too', () => {
    const empty = createSourceTable('ZONE_URBA', null, [], Object.keys(ZONE));
    expect(recogniseSchema(empty)?.schema.id).toBe('cnig-plu/2024/zone_urba');
  });

  it.each([
    ['v2014', { IDZONE: '1', INSEE: '41175', TYPEZONE: 'Ah' }],
    ['v2013 ou v2014', { INSEE: '41175', DATAPPRO: '20140603', DESTDOMI: '01' }],
    ['v2017', { IDURBA: '41175_PLU_20180603' }],
    [null, { IDURBA: '41175_PLU_20240603', FORMDOMI: '0100', SYMBOLE: 'x' }],
  ])('says that zones are made for %s', (version, row) => {
    const table = createSourceTable('ZONE_URBA', 'Polygon', [{ LIBELLE: 'A', ...row }]);
    expect(recogniseSchema(table)?.madeFor).toBe(version);
  });

  it('can be chosen by its id', () => {
    const table = createSourceTable('x', 'Polygon', [{ LIBELLE: 'A' }]);
    expect(applySchema(table, 'cnig-plu/2024/zone_urba')?.schema.table).toBe('ZONE_URBA');
    expect(applySchema(table, 'nothing')).toBeNull();
  });
});
