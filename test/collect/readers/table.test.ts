import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../scripts/collect/recipe.ts';
import { CABBALR, makeRecipe, outlinesFrom, ownRecipe } from '../../helpers/make-recipe.ts';

const REAL = join(import.meta.dirname, '../../../../shared/real-data/cartofriches');

describe('a table', () => {
  it('of addresses is kept by commune, in any encoding, its address composed', async () => {
    const text = [
      '\ufeffid;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat;certification_commune',
      '62119_0010_00012_bis;12;bis;Rue de l’Église;62400;62119;Béthune;2.64;50.53;1',
      '62119_0010_00014;14;;"Place ""du Marché""; côté est";62400;62119;Béthune;2.641;50.531;0',
      '62041_0010_00001;1;;Grand Place;62000;62041;Arras;2.77;50.29;1',
      ';3;;Rue sans commune;;;;2.64;50.53;0',
      '62119_0020_00001;1;;Rue du 5" pouce;62400;62119;Béthune;2.64;50.53;0',
      '62119_0020_00002;2;;"Rue sur',
      'deux lignes";62400;62119;Béthune;2.64;50.53;0',
      '',
    ].join('\r\n');
    const { made, rows, asked } = await makeRecipe(ownRecipe('76-adresses'), () => text);
    expect(asked[0]?.url).toBe(
      'https://adresse.data.gouv.fr/data/ban/adresses/latest/csv/adresses-62.csv.gz',
    );
    expect(made[0]).toMatchObject({ read: 6, kept: 4 });
    expect(made[0]?.notes.join()).toContain('1 ligne sans code de commune (code_insee)');
    expect(rows.adresses?.map(({ properties }) => properties?.adresse)).toEqual([
      '12 bis Rue de l’Église',
      '14 Place "du Marché"; côté est',
      '1 Rue du 5" pouce',
      '2 Rue sur deux lignes',
    ]);
    expect(rows.adresses?.[0]).toMatchObject({
      geometry: { type: 'Point', coordinates: [2.64, 50.53] },
      properties: { comm_insee: '62119', code_postal: '62400', numero: 12 },
    });
  });

  it('in Windows-1252 keeps its accents, and says that it was guessed', async () => {
    const text =
      'id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n1;1;;Rue de l\x92H\xf4pital;62290;62617;N\x9cux-les-Mines;2,66;50,47\n';
    const { made, rows } = await makeRecipe(ownRecipe('76-adresses'), () =>
      Buffer.from(text, 'latin1'),
    );
    expect(rows.adresses?.[0]?.properties).toMatchObject({
      adresse: '1 Rue de l’Hôpital',
      comm_nom: 'Nœux-les-Mines',
    });
    expect(rows.adresses?.[0]?.geometry).toEqual({ type: 'Point', coordinates: [2.66, 50.47] });
    expect(made[0]?.notes.join()).toContain('Windows-1252');
  });

  it('of sales has one object a mutation, its price once, of the years that are there', async () => {
    const head =
      'id_mutation,date_mutation,nature_mutation,valeur_fonciere,code_commune,nom_commune,id_parcelle,nombre_lots,type_local,nature_culture,longitude,latitude';
    const year = (text: string) => `${head}\n${text}\n`;
    const bodies: Record<string, string> = {
      'ventes-62-2024': year(
        [
          '2024-1,2024-03-01,Vente,150000,62119,Béthune,62119000AB0001,0,Maison,sols,2.64,50.53',
          '2024-1,2024-03-01,Vente,150000,62119,Béthune,62119000AB0002,0,Dépendance,jardins,2.65,50.53',
          '2024-2,2024-04-01,Vente,90000,62041,Arras,62041000AB0001,0,Maison,sols,2.77,50.29',
        ].join('\n'),
      ),
      'ventes-62-2025': year('2025-1,2025-03-01,Échange,,62178,Bruay,62178000AB0001,1,,terres,,'),
    };
    const { made, rows } = await makeRecipe(
      ownRecipe('75-ventes-foncieres'),
      ({ key }) => bodies[key] ?? null,
    );
    expect(made[0]).toMatchObject({ read: 4, kept: 2 });
    expect(made[0]?.notes.filter((note) => note.includes('pas de fichier'))).toHaveLength(4);
    expect(rows.ventes_foncieres?.[0]?.properties).toMatchObject({
      id_mutation: '2024-1',
      valeur_fonciere: 150000,
      id_parcelle: '62119000AB0001 | 62119000AB0002',
      type_local: 'Dépendance | Maison',
    });
    expect(rows.ventes_foncieres?.[1]).toMatchObject({
      geometry: null,
      properties: { id_mutation: '2025-1', valeur_fonciere: null },
    });
  });

  it('of charge points has one object a station, wherever its columns put latitude', async () => {
    const head =
      'id_station_itinerance,id_pdc_itinerance,nom_station,nbre_pdc,puissance_nominale,prise_type_2,coordonneesXY,consolidated_longitude,consolidated_latitude';
    const text = [
      head,
      'FRA1,FRA1E1,Gare,2,22,True,"[50.53,2.64]",2.64,50.53',
      'FRA1,FRA1E2,Gare,2,50,False,"[50.53,2.64]",2.64,50.53',
      'FRA2,FRA2E1,Mairie,1,7,True,"[2.6,50.5]",50.5,2.6',
      'FRA3,FRA3E1,Lyon,1,7,True,"[4.8,45.7]",4.8,45.7',
      'FRA4,FRA4E1,Nulle part,1,7,True,,,',
    ].join('\n');
    const recipe = withFields(ownRecipe('68-bornes-irve'));
    const { made, rows } = await makeRecipe(recipe, () => text);
    expect(made[0]).toMatchObject({ read: 5, kept: 2 });
    expect(
      rows.bornes_irve?.map(({ properties, geometry }) => [properties, geometry]),
    ).toMatchObject([
      [
        {
          id_station_itinerance: 'FRA1',
          id_pdc_itinerance: 'FRA1E1 | FRA1E2',
          puissance_nominale: 50,
          prise_type_2: true,
          nbre_pdc: 2,
        },
        { coordinates: [2.64, 50.53] },
      ],
      [{ id_station_itinerance: 'FRA2' }, { coordinates: [2.6, 50.5] }],
    ]);
    const notes = made[0]?.notes.join('\n');
    expect(notes).toContain('1 ligne écrit la latitude avant la longitude');
    expect(notes).toContain('1 ligne sans coordonnées lisibles');
  });

  it('in a ZIP is the largest of its texts, read without holding it whole', async () => {
    const filler = Array.from(
      { length: 20_000 },
      (_, i) => `2025;Nom ${i};D;D2;D307;75056;Paris;2.35;48.85;Bonne`,
    );
    const text = [
      'AN;NOMRS;DOM;SDOM;TYPEQU;DEPCOM;LIBCOM;LONGITUDE;LATITUDE;QUALITE_XY',
      ...filler,
      '2025;Pharmacie du Beffroi;D;D3;D307;62119;Béthune;2.64;50.53;Bonne',
      '2025;Lycée;C;C3;C301;62119;Béthune;;;',
    ].join('\n');
    const zip = zipSync({ 'BPE25.csv': strToU8(text), 'varmod_BPE25.csv': strToU8('COD;LIB\n') });
    const { made, rows } = await makeRecipe(ownRecipe('67-equipements'), () => zip);
    expect(made[0]).toMatchObject({ read: 20_002, kept: 2 });
    expect(rows.equipements?.[0]?.properties).toMatchObject({
      nom: 'Pharmacie du Beffroi',
      domaine: 'santé',
      famille: 'pharmacie',
      typequ: 'D307',
    });
    expect(rows.equipements?.[1]?.geometry).toBeNull();
  });

  it('without the column that names its communes has changed its schema', async () => {
    await expect(
      makeRecipe(ownRecipe('76-adresses'), () => 'id;numero;nom_voie;commune\n1;1;Rue;62119\n'),
    ).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'schema', field: 'code_insee' },
    });
  });

  it('in JSON has its places in columns, or in text', async () => {
    const recipe = {
      ...ownRecipe('66-stationnement-cyclable'),
      urls: { data: 'https://exemple.fr/' },
      options: {},
    };
    const results = [
      { id_local: 'a', capacite: 4, coordonneesxy: '[2.64,50.53]' },
      { id_local: 'b', capacite: 6, coordonneesxy: null },
    ];
    const { made, rows } = await makeRecipe(recipe, () =>
      JSON.stringify({ total_count: 2, results }),
    );
    expect(made[0]).toMatchObject({ read: 2, kept: 1 });
    expect(rows.stationnement_cyclable?.[0]?.geometry).toEqual({
      type: 'Point',
      coordinates: [2.64, 50.53],
    });
    await expect(makeRecipe(recipe, () => '{"erreur":"panne"}')).rejects.toMatchObject({
      context: { reason: 'schema', field: 'results' },
    });
  });

  it('of administrative rows by commune has one row a commune, with its outline', async () => {
    const base = ownRecipe('76-adresses');
    const [layer] = base.layers as [Recipe['layers'][number]];
    const columns = [
      { field: 'nombre', of: 'rows', take: 'count' },
      {
        field: 'inondations',
        of: 'rows',
        take: 'count',
        where: { field: 'lib_risque_jo', like: 'inond' },
      },
      { field: 'dernier', of: 'rows', value: 'dat_deb', take: 'max' },
    ];
    const recipe: Recipe = {
      ...base,
      urls: { catnat: 'https://files.georisques.fr/GASPAR/catnat_gaspar.csv' },
      options: {
        body: 'csv',
        layers: { catnat_communes: { communes: { code: 'cod_commune', columns } } },
      },
      layers: [
        {
          id: 'catnat_communes',
          required: ['cod_commune'],
          constants: {},
          keep: { by: 'commune', field: 'cod_commune' },
          accept: [],
          repair: false,
          description: layer.description,
        },
      ],
    };
    const text = [
      'cod_commune;lib_risque_jo;dat_deb',
      '62119;Inondations et/ou Coulées de Boue;25/12/1999',
      '62119;Sécheresse;01/04/2020',
      '62119;Inondations et/ou Coulées de Boue;06/11/2023',
      '01004;Inondations et/ou Coulées de Boue;06/11/2023',
    ].join('\n');
    const outlines = outlinesFrom([square('62119', 2.6)], 'code');
    const { made, rows } = await makeRecipe(recipe, () => text, { outlines });
    expect(made[0]).toMatchObject({ read: 4, kept: 1 });
    expect(rows.catnat_communes).toEqual([
      {
        type: 'Feature',
        geometry: square('62119', 2.6).geometry,
        properties: {
          comm_insee: '62119',
          comm_nom: 'Béthune',
          nombre: 3,
          inondations: 2,
          dernier: '2023-11-06',
        },
      },
    ]);
    const without = makeRecipe(recipe, () => text);
    await expect(without).rejects.toMatchObject({
      code: 'source-failed',
      context: { reason: 'outlines' },
    });
  });
});

describe.skipIf(!existsSync(REAL))(
  'the real table of Cartofriches (skipped where ../shared/real-data is absent)',
  () => {
    it('has the rows of the territory that a reading by hand finds, NA for nothing', async () => {
      const body = existsSync(REAL) ? readFileSync(join(REAL, 'friches_standard_test.csv')) : '';
      const recipe: Recipe = {
        ...ownRecipe('63-friches'),
        kind: 'table',
        options: { body: 'csv' },
      };
      const [layer] = recipe.layers as [Recipe['layers'][number]];
      const communes = new Set(CABBALR.communes.map(({ code }) => code));
      const lines = body.toString('utf8').split('\n').slice(1).filter(Boolean);
      const at = body.toString('utf8').split('\n')[0]?.split(';').indexOf('comm_insee') ?? -1;
      const departments = lines.map((line) => line.split(';')[at]?.slice(0, 2));
      const { made } = await makeRecipe(recipe, () => body);
      const expected = lines.filter((line) => communes.has(line.split(';')[at] ?? ''));
      expect(made[0]).toMatchObject({ read: 2594, kept: expected.length });
      const everywhere = { ...recipe, layers: [{ ...layer, keep: { by: 'all' as const } }] };
      const { rows } = await makeRecipe(everywhere, () => body);
      expect(rows.friches).toHaveLength(new Set(lines.map((line) => line.split(';')[0])).size);
      expect(departments.length).toBe(2594);
      const [first] = rows.friches as [Feature];
      expect(first).toMatchObject({
        geometry: { type: 'Point', coordinates: [-1.453596, 48.97212] },
        properties: { site_id: '50419_27068', site_adresse: null, site_identif_date: '2023-01-19' },
      });
    });
  },
);

/** The recipe, wanting of its source only what every table here has. */
function withFields(recipe: Recipe): Recipe {
  const fields = [
    'id_station_itinerance',
    'id_pdc_itinerance',
    'nom_station',
    'nbre_pdc',
    'puissance_nominale',
    'prise_type_2',
  ];
  const own = Object.fromEntries(fields.map((name) => [name, name]));
  return { ...recipe, layers: recipe.layers.map((layer) => ({ ...layer, fields: own })) };
}

function square(code: string, west: number): Feature {
  const ring = [
    [west, 50.5],
    [west + 0.1, 50.5],
    [west + 0.1, 50.6],
    [west, 50.5],
  ];
  return {
    type: 'Feature',
    properties: { code },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}
