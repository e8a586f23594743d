import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openGdal } from '../../../src/gdal/node-gdal.ts';
import type { Delivery } from '../../../src/publish/delivery/delivery.ts';
import { recogniseDelivery } from '../../../src/publish/delivery/recognise-delivery.ts';
import { unpack } from '../../../src/publish/read/archive/unpack.ts';
import { readFiles } from '../../../src/publish/read/read-files.ts';
import type { SourceFile } from '../../../src/publish/source-file.ts';

const REAL = join(import.meta.dirname, '../../../../shared/real-data');

describe.skipIf(!existsSync(REAL))(
  'real deliveries (skipped where ../shared/real-data is absent)',
  () => {
    it('a PLUi of 2020 gives its four tables, joined to its document', async () => {
      const delivery = await take('plu-cnig/241800432_PLUi_20200128');
      expect(delivery.kind).toBe('cnig-plu');
      expect(countsOf(delivery)).toEqual({
        prescription_lin_241800432: 264,
        prescription_pct_241800432: 167,
        prescription_surf_241800432: 32,
        zone_urba_241800432: 221,
      });
      expect(delivery.layers.map(({ madeFor }) => madeFor)).toEqual(Array(4).fill('v2017'));
      expect(delivery.tables).toHaveLength(2);
      for (const { source, described } of delivery.layers) {
        const { TYPEDOC, ETAT } = source.table.columns;
        expect(new Set(TYPEDOC)).toEqual(new Set(['PLUI']));
        expect(new Set(ETAT)).toEqual(new Set(['07']));
        expect(described).toMatchObject({ date: '2020-01-28', producer: 'GPU-DEV', scale: 5000 });
        expect(described.abstract).toContain('approuvé, pas encore opposable');
      }
    });

    it('a PLU of 2014 gives its four tables, though they have no IDURBA', async () => {
      const delivery = await take('plu-cnig/41175_PLU_20140603');
      expect(countsOf(delivery)).toEqual({
        prescription_lin_41175: 10,
        prescription_pct_41175: 26,
        prescription_surf_41175: 23,
        zone_urba_41175: 118,
      });
      const zones = delivery.layers.find(({ id }) => id === 'zone_urba_41175');
      expect(zones?.madeFor).toBe('v2013 ou v2014');
      expect(zones?.described.title).toBe('Zonage du PLU (41175)');
      const { TYPEZONE, IDURBA, NOMREG } = zones?.source.table.columns ?? {};
      expect(TYPEZONE?.filter((type) => type === 'Nh')).toHaveLength(29);
      expect(new Set(IDURBA)).toEqual(new Set(['4117520140603']));
      expect(new Set(NOMREG)).toEqual(new Set(['41175_reglement_20140603.pdf']));
    });

    it('servitudes give assiettes and générateurs, each with its servitude', async () => {
      const delivery = await take('plu-cnig/172014607_AC1_2A_20180130');
      expect(delivery.kind).toBe('cnig-sup');
      expect(countsOf(delivery)).toEqual({
        assiette_sup_s_172014607_ac1_2a: 206,
        generateur_sup_s_172014607_ac1_2a: 104,
      });
      const [extents, sources] = delivery.layers.map(({ source }) => source.table.columns);
      expect(new Set(sources?.categorie)).toEqual(new Set(['AC1']));
      expect(sources?.nomSupLitt).not.toContain(null);
      expect(sources?.dateDecis).not.toContain(null);
      const lost = extents?.IdGen?.filter((_, row) => extents.nomSupLitt?.[row] === null);
      expect(lost).toEqual(['AC1-172014607-0009076']);
    });

    it('a PPRN of COVADIS gives zones, hazards and perimeter', async () => {
      const delivery = await take('ppr/38DDT20010005.zip');
      expect(delivery.kind).toBe('covadis-ppr');
      expect(countsOf(delivery)).toEqual({
        pprn_38ddt20010005_perimetre_s: 1,
        pprn_38ddt20010005_zone_alea_s: 174,
        pprn_38ddt20010005_zone_reg_s: 165,
      });
      const hazards = delivery.layers[1]?.source.table.columns;
      const isMulti = hazards?.multi_alea?.map((value) => value === 'oui') ?? [];
      expect(hazards?.aleas?.filter((_, row) => isMulti[row])).not.toContain(null);
    });

    it('a PPRT of the CNIG gives its three spatial tables', async () => {
      const delivery = await take('ppr/pprt_69dreal20090005.gpkg');
      expect(delivery.kind).toBe('cnig-ppr');
      expect(countsOf(delivery)).toEqual({
        pprt_69dreal20090005_perimetre_s: 1,
        pprt_69dreal20090005_zonereglementairefoncier_s: 10,
        pprt_69dreal20090005_zonereglementaireurba_s: 25,
      });
      for (const { source } of delivery.layers) {
        const { libelleprocedure } = source.table.columns;
        expect(new Set(libelleprocedure)).toEqual(new Set(['PPRT Domène - Sobégal']));
      }
    });

    it('a set of the flood directive gives every spatial table, each with its schema', async () => {
      const delivery = await take('plu-cnig/TRI_JTEST_TOPO_SIG_DI');
      expect(delivery.kind).toBe('covadis-tri');
      expect(delivery.layers).toHaveLength(27);
      expect(delivery.layers.filter(({ schema }) => schema === null)).toEqual([]);
      expect(countsOf(delivery)).toMatchObject({
        tri_jtest_topo_inondable_moy_s_027: 2,
        tri_jtest_topo_iso_ht_for_s_027: 3,
        tri_jtest_topo_cote_vit_deb_p_027: 5,
      });
      expect(new Set(delivery.layers.map(({ id }) => id)).size).toBe(27);
    });

    it('the template of a PLUi is said to be one', async () => {
      const path = 'schemas/plu-gabarits/231220_Gabarit_PLU_CC_CNIG_v2024-01.zip';
      const isPart = ({ path: name }: SourceFile) => /_PLUi_.*\.(shp|shx|dbf|prj|cpg)$/.test(name);
      await expect(take(path, isPart)).rejects.toMatchObject({ context: { reason: 'template' } });
    });

    it.each([
      ['cartofriches/friches_standard_test.csv', ['friches/1.0.6']],
      ['schemas/amenagements-cyclables/exemple-valide.json', ['amenagements-cyclables/0.3.5']],
      [
        'cadastre/etalab-27412',
        ['cadastre/batiments', null, 'cadastre/parcelles', 'cadastre/sections'],
      ],
    ])('%s is known by its columns', async (path, schemas) => {
      const { kind, layers } = await take(path);
      expect(kind).toBe('tables');
      expect(layers.map(({ schema }) => schema?.id ?? null)).toEqual(schemas);
    });
  },
);

function countsOf({ layers }: Delivery): Record<string, number> {
  return Object.fromEntries(layers.map(({ id, source }) => [id, source.table.geometry.length]));
}

async function take(
  path: string,
  isPart: (file: SourceFile) => boolean = () => true,
): Promise<Delivery> {
  const files = unpack(load(join(REAL, path))).filter(isPart);
  const tables = await readFiles(files, { gdal: async () => openGdal() });
  return recogniseDelivery(tables, files);
}

function load(path: string): SourceFile[] {
  const read = (file: string) => ({
    path: relative(dirname(path), file),
    bytes: new Uint8Array(readFileSync(file)),
  });
  if (!statSync(path).isDirectory()) return [read(path)];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => read(join(entry.parentPath, entry.name)));
}
