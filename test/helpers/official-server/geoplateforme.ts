import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Host } from './answers.ts';
import { feature, lineIn, lineThrough, squareIn } from './features.ts';
import type { Ground, GroundCommune } from './ground.ts';
import { answerWfs, readWfsQuery } from './wfs.ts';

/** data.geopf.fr, WFS (standards §7.3): administrative limits, BD TOPO, statistical units. */
export const geoplateforme: Host = (asked, ground) => {
  if (asked.url.pathname !== '/wfs/ows') return null;
  const query = readWfsQuery(asked);
  const make = TYPES[query.typeNames];
  return make ? answerWfs(query, make(ground)) : null;
};

function each(make: (commune: GroundCommune, index: number) => Feature[]) {
  return ({ communes }: Ground) => communes.flatMap(make);
}

const TYPES: Record<string, (ground: Ground) => Feature[]> = {
  'ADMINEXPRESS-COG.LATEST:commune': ({ communes, siren }) =>
    communes.map(({ code, name, department, region, population, isInside, outline }) => {
      const own = {
        cleabs: `COMMUNE_${code}`,
        nom_officiel: name,
        code_insee: code,
        statut: 'Commune simple',
        population,
      };
      const codes = { code_insee_du_departement: department, code_insee_de_la_region: region };
      const groups = {
        code_siren: `21${code}00`,
        codes_siren_des_epci: isInside ? siren : '200000000',
      };
      return feature(
        { type: 'MultiPolygon', coordinates: [[outline]] },
        {
          ...own,
          ...codes,
          ...groups,
          code_postal: `${department}000`,
          superficie_cadastrale: 512,
        },
        `commune.${code}`,
      );
    }),
  'ADMINEXPRESS-COG.LATEST:epci': ({ communes, siren, name }) => {
    const groups = [true, false].map((isInside) =>
      communes.filter((one) => one.isInside === isInside),
    );
    return groups.map((members, index) => {
      const code = index === 0 ? siren : '200000000';
      const own = {
        cleabs: `EPCI_${code}`,
        code_siren: code,
        nature: 'Communauté d’agglomération',
      };
      return feature(
        { type: 'MultiPolygon', coordinates: members.map(({ outline }) => [outline]) },
        {
          ...own,
          nom_officiel: index === 0 ? name : 'Autre intercommunalité',
          codes_insee_des_communes_membres: members.map((one) => one.code).join('/'),
        },
        `epci.${code}`,
      );
    });
  },
  'BDTOPO_V3:troncon_de_route': each((commune, index) =>
    ['Départementale', 'Communale'].map((type, part) =>
      feature(
        lineIn(commune, part, 2),
        {
          cleabs: cleabs('TRONROUT', index * 2 + part),
          nature: 'Route à 1 chaussée',
          importance: part === 0 ? '3' : '5',
          fictif: false,
          etat_de_l_objet: 'En service',
          nombre_de_voies: 2,
          largeur_de_chaussee: 5.5,
          sens_de_circulation: 'Double sens',
          cpx_classement_administratif: type,
          cpx_numero: part === 0 ? `D${100 + index}` : null,
          nom_voie_ban_gauche: `RUE DE ${commune.name.toUpperCase()}`,
          insee_commune_gauche: commune.code,
          insee_commune_droite: commune.code,
        },
        `troncon_de_route.${index * 2 + part}`,
      ),
    ),
  ),
  'BDTOPO_V3:batiment': each((commune, index) =>
    [0, 1, 2].map((part) =>
      feature(
        { type: 'MultiPolygon', coordinates: [squareIn(commune, part * 13, 12).coordinates] },
        {
          cleabs: cleabs('BATIMENT', index * 3 + part),
          nature: 'Indifférenciée',
          usage_1: part === 0 ? 'Résidentiel' : 'Indifférencié',
          usage_2: null,
          construction_legere: false,
          etat_de_l_objet: 'En service',
          date_d_apparition: '1968-01-01',
          nombre_de_logements: part === 0 ? 1 : null,
          nombre_d_etages: 1,
          hauteur: 4.8,
          identifiants_rnb: `RNB${commune.code}${part}`,
        },
        `batiment.${index * 3 + part}`,
      ),
    ),
  ),
  'BDTOPO_V3:troncon_hydrographique': each((commune, index) => [
    feature(
      lineIn(commune, 2, 3),
      {
        cleabs: cleabs('TRON_EAU', index),
        nature: 'Ecoulement naturel',
        persistance: 'Permanent',
        fosse: false,
        classe_de_largeur: 'De 5 à 15 m',
        cpx_toponyme_de_cours_d_eau: 'la Lawe',
        inventaire_police_de_l_eau: 'Cours d’eau',
      },
      `troncon_hydrographique.${index}`,
    ),
  ]),
  'BDTOPO_V3:cours_d_eau': ({ communes }) =>
    ['la Lawe', 'la Clarence', 'la Brette'].map((toponyme, index) => {
      const some = communes.filter((_, at) => at % 40 === index);
      return feature(
        { type: 'MultiLineString', coordinates: [lineThrough(some).coordinates] },
        {
          cleabs: cleabs('COURDEAU', index),
          code_hydrographique: `E36-012${index}`,
          toponyme,
          statut_de_toponyme: 'Validé',
          influence_de_la_maree: false,
        },
        `cours_d_eau.${index}`,
      );
    }),
  'STATISTICALUNITS.IRIS:contours_iris': each((commune) => [
    feature(
      { type: 'MultiPolygon', coordinates: [[commune.outline]] },
      {
        code_insee: commune.code,
        nom_commune: commune.name,
        iris: '0000',
        code_iris: `${commune.code}0000`,
        nom_iris: commune.name,
        type_iris: 'Z',
      },
      `contours_iris.${commune.code}`,
    ),
  ]),
  'INSEE.FILOSOFI.INDICATORS:carreaux_200m': each((commune, index) =>
    [0, 1].map((part) => {
      const cell = `CRS3035RES200mN${3000000 + index * 200}E${3700000 + part * 200}`;
      const own = { id_inspire: cell, depcom: commune.code, nom_com: commune.name, ...SQUARE };
      const outline = {
        type: 'MultiPolygon' as const,
        coordinates: [squareIn(commune, part, 8).coordinates],
      };
      return feature(outline, own, `carreaux_200m.${index * 2 + part}`);
    }),
  ),
  'BDTOPO_V3:troncon_de_voie_ferree': each((commune, index) => {
    if (index % 5 !== 0) return [];
    const own = {
      cleabs: cleabs('TRONFERR', index),
      nature: 'Voie ferrée principale',
      usage: 'Fret',
    };
    const state = { etat_de_l_objet: 'En service', nombre_de_voies: 2, vitesse_maximale: null };
    const line = { cpx_toponyme: 'Ligne de Fives à Abbeville', ...state };
    return [feature(lineIn(commune, 0, 5), { ...own, ...line }, `troncon_de_voie_ferree.${index}`)];
  }),
  'BDTOPO_V3:bassin_versant_topographique': ({ communes }) =>
    [0, 1, 2, 3].map((index) => {
      const some = communes.filter((_, at) => at % 4 === index);
      const own = { cleabs: cleabs('BASSVERS', index), code_hydrographique: `E36${index}` };
      const names = { toponyme: `La Lawe ${index + 1}`, code_bdcarthage: `E36${index}` };
      const more = { origine: 'Naturelle', libelle_du_bassin_hydrographique: 'Artois-Picardie' };
      return feature(
        { type: 'MultiPolygon', coordinates: some.map(({ outline }) => [outline]) },
        { ...own, ...names, ...more },
        `bassin_versant_topographique.${index}`,
      );
    }),
  'zaer:zaer': each((commune, index) => {
    const own = { id: String(index + 1), cog: commune.code, nom: `ZAER de ${commune.name}` };
    const kind = { filiere: 'SOLAIRE_PV', detail_filiere1: 'TOITURE', usage_sol: null };
    const power = { puissance: null, productible: null, valid_date: '2024-06-30' };
    return [
      feature(surface(squareIn(commune, 8, 4)), { ...own, ...kind, ...power }, `zaer.${index}`),
    ];
  }),
  'patrinat_znieff1:znieff1': protectedAreas(0, '31001'),
  'patrinat_znieff2:znieff2': protectedAreas(1, '31000'),
  'patrinat_sic:sic': protectedAreas(2, 'FR310'),
  'patrinat_zps:zps': protectedAreas(3, 'FR311'),
};

/** Areas of the INPN in some communes, `rest` apart. */
function protectedAreas(rest: number, code: string) {
  return each((commune, index) => {
    if (index % 12 !== rest) return [];
    const id_local = `${code}${String(index).padStart(4, '0')}`;
    const own = { id_local, nom_site: `Marais de ${commune.name}`, surf_off: 42.5 };
    const more = { date_crea: '2010-01-01', gest_site: 'Conservatoire d’espaces naturels' };
    const url_fiche = `https://inpn.mnhn.fr/zone/znieff/${id_local}`;
    return [feature(surface(squareIn(commune, 3, 2)), { ...own, ...more, url_fiche }, id_local)];
  });
}

function surface({ coordinates }: Polygon): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: [coordinates] };
}

/** People and households of a square, standard of living in euros, as the Insee counts them. */
const SQUARE = {
  ind: 24.5,
  men: 10,
  men_pauv: 2,
  ind_0_3: 1,
  ind_4_5: 0.5,
  ind_6_10: 1.5,
  ind_11_17: 2,
  ind_25_39: 4,
  ind_40_54: 5,
  ind_55_64: 3,
  ind_65_79: 4,
  ind_80p: 1,
  men_1ind: 3,
  men_5ind: 1,
  men_prop: 6,
  men_coll: 1,
  men_surf: 980,
  men_mais: 9,
  men_fmp: 1,
  ind_snv: 480000,
  log_soc: 1,
  log_av45: 4,
  log_45_70: 3,
  log_70_90: 2,
  log_ap90: 1,
  i_car_est: 0,
  ind_snv_div_ind: 19591.8,
};

const cleabs = (kind: string, index: number) => kind + String(index).padStart(16, '0');
