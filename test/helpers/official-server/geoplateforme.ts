import type { Feature } from 'geojson';
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

const each =
  (make: (commune: GroundCommune, index: number) => Feature[]) =>
  ({ communes }: Ground) =>
    communes.flatMap(make);

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
    [0, 1].map((part) =>
      feature(
        { type: 'MultiPolygon', coordinates: [squareIn(commune, part, 8).coordinates] },
        {
          id: index * 2 + part,
          idcar_200m: `CRS3035RES200mN${3000000 + index * 200}E${3700000 + part * 200}`,
          i_est_200: 0,
          lcog_geo: commune.code,
          ind: 24.5,
          men: 10,
          men_pauv: 2,
          men_1ind: 3,
          men_prop: 6,
          ind_snv: 480000,
          log_soc: 1,
        },
        `carreaux_200m.${index * 2 + part}`,
      ),
    ),
  ),
};

const cleabs = (kind: string, index: number) => kind + String(index).padStart(16, '0');
